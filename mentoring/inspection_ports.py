"""What the use cases need to know of looks into files; storage/ provides it inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mentoring.ids import AttachmentId
from mentoring.record_ids import RecordId
from mentoring.scans import Advice, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ToInspect:
    """A stored file that nobody has looked into."""

    attachment_id: AttachmentId
    sha256: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspected:
    """`record_ids` are all our papers in sight."""

    attachment_id: AttachmentId
    verdict: Verdict
    record_ids: tuple[RecordId, ...] = ()
    pages: int = 0
    advice: tuple[Advice, ...] = ()


class Inspections(Protocol):
    """`touched` tells the bot that there is something to look into."""

    def ask(self, attachment_id: AttachmentId, now: datetime) -> None:
        """Also anew, where another file has taken the place of the one that was looked into."""

    def waiting(self, limit: int) -> Sequence[ToInspect]:
        """The oldest first."""

    def keep(self, inspected: Inspected, now: datetime) -> bool:
        """False when it has been looked into before, or is gone."""

    def of(self, attachment_ids: Sequence[AttachmentId]) -> Sequence[Inspected]: ...
