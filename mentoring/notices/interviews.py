"""Talks of a manager with people: the list of them, one question at a time, and what was noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.interviews import InterviewKind, Rating
from mentoring.notices import Notice
from mentoring.notices.forms import FormSent
from mentoring.people import Role
from mentoring.said_dates import Doubt


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkLine:
    """`place` of `count` questions comes next in one that is begun. `done_at` None: not finished."""

    membership_id: int = 0
    name: str = ""
    role: Role | None = None
    begun: bool = False
    place: int = 0
    count: int = 0
    done_at: datetime | None = None
    rating: Rating | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Talks(Notice):
    """`final` is the discussion of the whole group. `hidden`: others lead the talks here, because the reader belongs
    to the group.
    """

    group_id: int
    group: str
    lines: tuple[TalkLine, ...]
    final: TalkLine
    session_id: int = 0
    hidden: bool = False

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkSeen:
    """`name` is empty where the whole group talks. `left`: they belong to the group no more. `own_group`: whoever asks
    also belongs to it.
    """

    interview_id: int
    group_id: int
    group: str
    kind: InterviewKind
    name: str = ""
    left: bool = False
    own_group: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutTalk(Notice):
    talk: TalkSeen

    def card(self) -> str:
        return f"talk:{self.talk.interview_id}"


class Misread(StrEnum):
    """What came where it could not be taken."""

    FILE = "file"
    COLOUR = "colour"


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkQuestion(AboutTalk):
    """`place` counts from 0, and `said` is what was noted before."""

    question: str
    place: int
    count: int
    said: str = ""
    rating: Rating | None = None
    answered: bool = False
    misread: Misread | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    action: str = ""
    who: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Helper:
    """Somebody who can do what was agreed."""

    person_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkAgreed(AboutTalk):
    """What was agreed on: `step` of AGREED, WHO, WHEN. `offered` are days that were asked about for `doubt`."""

    step: str
    place: int
    agreed: Agreement
    today: date
    helpers: tuple[Helper, ...] = ()
    offered: tuple[date, ...] = ()
    doubt: Doubt | None = None
    misread: Misread | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkOverall(AboutTalk):
    place: int
    agreed: Agreement
    today: date
    misread: Misread | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    question: str
    text: str
    rating: Rating | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkSummary(AboutTalk):
    """`can_file` into the Monitoring toolbar, `has_form` as a Word file; `membership_id` may be talked with again."""

    answers: tuple[Noted, ...]
    agreed: Agreement
    today: date
    rating: Rating | None
    done_at: datetime | None
    membership_id: int | None = None
    has_form: bool = False
    can_file: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkToCorrect(AboutTalk):
    """Which answer?"""

    questions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkStopped(AboutTalk):
    """`place` of `count` questions comes next."""

    place: int
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkSheet(Notice):
    """As a Word file; `files` puts it into the toolbar as soon as it is made and sent."""

    interview_id: int
    name: str
    sheet: FormSent
    files: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkAlarm:
    """A talk that a manager should not forget, for the digest."""

    group_id: int
    group: str
    name: str
    rating: Rating
