"""What is told about concerns: to whoever raises one, and to managers; to nobody else, and to no group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.files import FileKind
from mentoring.ids import ConcernId, PersonId, ProgrammeId
from mentoring.notices import Notice
from mentoring.working_hours import AnsweringHours


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernChoice:
    """Another way for it to go: to another programme's managers, or past this manager."""

    programme_id: ProgrammeId
    about_id: PersonId | None
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernWriting(Notice):
    """What it says so far, and who will read it: all of them are named before anything is sent.

    `mentors` are those readers who mentor them too, where nobody else manages. `about` is the manager who will not
    read it; `full` when what came last had no room.
    """

    readers: tuple[str, ...]
    mentors: tuple[str, ...]
    about: str | None
    words: str
    files: int
    full: bool
    contacts: str
    choices: tuple[ConcernChoice, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnConcern(Notice):
    """To whoever raised it: the number, the time, and who has seen it. `reached` when a manager could be told."""

    must_arrive: ClassVar[bool] = True

    concern_id: ConcernId
    raised_at: datetime
    readers: tuple[str, ...]
    reached: bool
    contacts: str
    seen_by: str | None = None
    seen_at: datetime | None = None
    hours: AnsweringHours | None = None

    def card(self) -> str:
        return f"own_concern:{self.concern_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernFileShown(Notice):
    """A part of a concern that is no words; it comes before the card."""

    must_arrive: ClassVar[bool] = True

    concern_id: ConcernId
    kind: FileKind
    file_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernCard(Notice):
    """To a manager. `can_write` when words can be passed on to that person."""

    must_arrive: ClassVar[bool] = True

    concern_id: ConcernId
    person_id: PersonId
    name: str
    group: str | None
    words: str
    files: int
    raised_at: datetime
    can_write: bool
    seen_by: str | None = None
    seen_at: datetime | None = None

    def card(self) -> str:
        return f"concern:{self.concern_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernLine:
    concern_id: ConcernId
    raised_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenConcernList(Notice):
    """To a manager: what nobody has taken care of."""

    concerns: tuple[ConcernLine, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class ManagersNeeded(Notice):
    """To whoever looks after the bot: somebody needs a human there, and none can be reached. Not who, nor why."""

    must_arrive: ClassVar[bool] = True

    programme: str
    on: date

    def card(self) -> str:
        return f"managers_needed:{self.on.isoformat()}"
