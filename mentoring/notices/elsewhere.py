"""A document is not where it belongs: whose it is and what, asked of whoever leads, and told to whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.ids import SubmissionId
from mentoring.notices import Notice
from mentoring.notices.kit import SlotSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceLine:
    """A group or a person that can be chosen; `now` for where it is."""

    number: int
    name: str
    now: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPlace(Notice):
    """In the place of the card that it is asked on. Each question is asked once the one before it is answered.

    Which group (only where there are several), whose it is, and what it is. `lines` are the groups until `group_id` is
    known, then its people until `person_id` is; from then on `slots`. `groups` where another group can be chosen.
    """

    submission_id: SubmissionId
    version: int
    number: int
    mentee: str
    group: str
    group_id: int | None = None
    person_id: int | None = None
    lines: tuple[PlaceLine, ...] = ()
    slots: tuple[SlotSeen, ...] = ()
    groups: bool = False
    page: int = 0
    more: bool = False

    def card(self) -> str:
        return f"review:{self.submission_id}:{self.version}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotYours(Notice):
    """To whose it was taken to be, on their card: somebody else's by now, and never whose."""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    number: int

    def card(self) -> str:
        return f"submission:{self.submission_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class WithAnotherGroup(Notice):
    """To mentors of the group where it was, on their card."""

    submission_id: SubmissionId
    version: int
    number: int
    mentee: str

    def card(self) -> str:
        return f"review:{self.submission_id}:{self.version}"
