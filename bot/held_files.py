"""Files that are not passed on: no message goes out with one of them, whoever put it there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mentoring.ids import AttachmentId
from mentoring.scans import Screening

if TYPE_CHECKING:
    from storage.record import SqlRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldFiles:
    """By Telegram's identifiers. Followed inside each unit, so that no parcel is rendered before it is known here.

    `asked` are to be looked at next.
    """

    asked: deque[AttachmentId] = field(default_factory=deque)
    _waiting: set[str] = field(default_factory=set)
    _infected: set[str] = field(default_factory=set)

    def load(self, record: SqlRecord) -> None:
        """What waits does so while there is a scanner; what holds a virus stays here for good."""
        held = record.screenings.held()
        waiting = [one for one in held if one.screening is Screening.WAITING and record.rules.screens_files]
        self._infected.update(one.file_id for one in held if one.screening is Screening.INFECTED)
        self._waiting.update(one.file_id for one in waiting)
        known = {*self.asked}
        self.asked.extend(
            one.attachment_id for one in waiting if one.sha256 is not None and one.attachment_id not in known
        )

    def follow(self, record: SqlRecord) -> None:
        """What a unit has changed; its subjects are there once it has used them."""
        used = vars(record)
        if "attachments" in used:
            self._waiting.update(record.attachments.holding.files)
        if "screenings" in used:
            self._infected.update(record.screenings.infected)
            self._waiting.difference_update([*record.screenings.infected, *record.screenings.released])
            self.asked.extend(record.screenings.asked)

    def why(self, file_id: str | None) -> Screening | None:
        """None where it may be passed on."""
        if file_id in self._infected:
            return Screening.INFECTED
        return Screening.WAITING if file_id in self._waiting else None
