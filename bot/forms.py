"""What screens order of the document kit, made in the workshop: the only place that knows both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handlers.message import Work

if TYPE_CHECKING:
    from mentoring.handouts import FormOrder


@dataclass(frozen=True, kw_only=True, slots=True)
class Forms:
    """`work` has it done, `find` says where a file of ours lies, `converter` makes PDFs where the operator has one."""

    work: Callable[[Work], bytes]
    find: Callable[[str], Path]
    converter: Path | None

    def make(self, order: FormOrder) -> bytes:
        """Called in a thread. Raises WorkFailed."""
        from doc_templates.identity import Identity
        from doc_templates.making import FormToMake, made

        identity = Identity(
            code=order.code,
            language=order.language,
            record_id=order.record_id,
            form_version=order.form_version,
            kind=order.kind,
        )
        form = FormToMake(
            identity=identity,
            facts=dict(order.facts),
            own_template=None if order.template is None else self.find(order.template),
            converter=self.converter if order.as_pdf else None,
        )
        return self.work(Work(job=made, argument=form))
