"""Who is away and who stands in: the questions of going away, and what everybody concerned is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mentoring.away_drafts import AwayStep, Cover
from mentoring.ids import DeputyId, GroupId, PersonId, ProgrammeId
from mentoring.notices import Notice
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceOfWork:
    """A group that somebody mentors, or a programme that they manage."""

    role: Role
    name: str
    programme_id: ProgrammeId
    group_id: GroupId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    person_id: PersonId
    name: str
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class GoingAway(Notice):
    """`places` to choose from, `candidates` who could stand in; `others` manage the programme as well.

    `misread` says that a typed answer was not understood.
    """

    step: AwayStep
    today: date
    month: date
    places: tuple[PlaceOfWork, ...] = ()
    lasting: tuple[Away, ...] = ()
    place: PlaceOfWork | None = None
    first: date | None = None
    last: date | None = None
    candidates: tuple[Candidate, ...] = ()
    cover: Cover | None = None
    deputy: str = ""
    others: tuple[str, ...] = ()
    misread: bool = False

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """One absence as its own person sees it. `last_day` is the last one away; no `deputy` where nobody stands in."""

    absence_id: DeputyId
    role: Role
    place: str
    begins_at: datetime
    last_day: datetime
    begun: bool
    deputy: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayPlanned(Notice):
    """To whoever goes away: all is arranged, and how to come back earlier; `invited` when a deputy's link follows.

    Not `own` when a manager has found somebody to stand in.
    """

    away: Away
    invited: bool = False
    own: bool = True

    def card(self) -> str:
        return f"away:{self.away.absence_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayCalledOff(Notice):
    """To whoever wanted to go: they stay."""

    absence_id: DeputyId
    place: str

    def card(self) -> str:
        return f"away:{self.absence_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class BackAgain(Notice):
    """To whoever was away: everything is theirs again, and what waits."""

    absence_id: DeputyId
    place: str
    deputy: str | None
    waiting: int

    def card(self) -> str:
        return f"away:{self.absence_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class DeputyLink(Notice):
    """To be passed on: whoever opens it stands in for this manager."""

    must_arrive: ClassVar[bool] = True

    programme: str
    absent: str
    token: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInNotice(Notice):
    """To the deputy, all on one card."""

    must_arrive: ClassVar[bool] = True

    absence_id: DeputyId
    role: Role
    place: str
    absent: str

    def card(self) -> str:
        return f"standin:{self.absence_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInAsked(StandInNotice):
    """Before it begins; they may say that they can't."""

    begins_at: datetime
    last_day: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInBegins(StandInNotice):
    """From now on: `waiting` submissions, and when the next session is."""

    last_day: datetime
    waiting: int
    next_session: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInEnds(StandInNotice):
    """They are back, or it was called off before it began."""

    begun: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInOver(StandInNotice):
    """The place of whoever they stand in for is no longer theirs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInDeclined(StandInNotice):
    """They have said that they can't."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeputyCannot(Notice):
    """To whoever goes away, or to the managers while they are: somebody else has to stand in.

    `deputy` is who cannot, empty where the one who was chosen has left the programme.
    """

    must_arrive: ClassVar[bool] = True

    absence_id: DeputyId
    place: str
    absent: str
    deputy: str
    own: bool
    candidates: tuple[Candidate, ...]

    def card(self) -> str:
        return f"standin:{self.absence_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MentorAway(Notice):
    """In the group's chat: who stands in until when, or that the mentor is back. In every language read there."""

    group: str
    absent: str
    deputy: str
    last_day: datetime | None
    languages: tuple[Language, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AbsenceNews(Notice):
    """To the managers who stay: who is going away, and who stands in."""

    must_arrive: ClassVar[bool] = True

    role: Role
    place: str
    absent: str
    deputy: str | None
    begins_at: datetime
    last_day: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AutomaticWord(Notice):
    """To somebody who writes to a person who is away."""

    absent: str
    last_day: datetime
    deputy: str | None
    deputy_id: PersonId | None
