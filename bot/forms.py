"""What screens order of the document kit, made in the workshop: the only place that knows both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.apart import Apart
from bot.jobs import MAKE_FORM
from doc_templates.orders import FormToMake, Identity

if TYPE_CHECKING:
    from mentoring.handouts import FormOrder


@dataclass(frozen=True, kw_only=True, slots=True)
class Forms:
    """`find` says where a file of ours lies, `converter` makes PDFs where the operator has one."""

    apart: Apart
    find: Callable[[str], Path]
    converter: Path | None

    def make(self, order: FormOrder) -> bytes:
        """Called in a thread. Raises WorkFailed."""
        return self.apart.make(MAKE_FORM, to_make(order, self.find, self.converter))


def to_make(order: FormOrder, find: Callable[[str], Path], converter: Path | None) -> FormToMake:
    identity = Identity(
        code=order.code,
        language=order.language,
        record_id=order.record_id,
        form_version=order.form_version,
        kind=order.kind,
    )
    return FormToMake(
        identity=identity,
        facts=dict(order.facts),
        own_template=None if order.template is None else find(order.template),
        converter=converter if order.as_pdf else None,
    )
