"""What is known when a form is printed, as facts; texts/form_facts.py puts them into words and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentoring import attendance
from mentoring.agenda import Point
from mentoring.chat_records import LineKind
from mentoring.interviews import InterviewKind, Rating
from mentoring.monitoring_sheets import MonitoringSheet
from mentoring.people import Language, Role
from mentoring.session_things import Copy
from mentoring.sessions import Place, SessionKind, SessionState, Stage


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedPerson:
    """By the name for documents."""

    name: str
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """Whom the form is about. `adult` is None where nobody has said."""

    name: str
    role: Role
    language: Language
    zone: str
    adult: bool | None = None
    guardian: str = ""
    attended: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """A session as a form shows it; `over` once its end has passed. `moves` counts how often its day was changed.

    `logged` as in `SessionSeen`.
    """

    number: int
    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    place: Place
    address: str
    state: SessionState
    over: bool = False
    present: int = 0
    moves: int = 0
    began_at: datetime | None = None
    finished_at: datetime | None = None
    topic: str = ""
    aim: str = ""
    goals: str = ""
    preparation: str = ""
    homework: str = ""
    documents: str = ""
    responsible: str = ""
    stage: Stage | None = None
    logged: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Presence:
    """How they were at each of the meetings, in the order of the meetings; None where nobody noted it.

    `unknown` are those at which others were noted and they were not, `unexpected` those to which nobody asked them.
    """

    name: str
    role: Role
    seen: tuple[attendance.Presence | None, ...]
    unknown: tuple[int, ...] = ()
    unexpected: tuple[int, ...] = ()

    def was_away(self, number: int = 0) -> bool:
        return self.seen[number] in attendance.AWAY

    def was_there(self, number: int = 0) -> bool:
        return not self.was_away(number) and number not in self.unknown and number not in self.unexpected


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryWords:
    done: str = ""
    learned: str = ""
    next: str = ""
    easy_hard: str = ""
    progress: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreed:
    """A task that came out of a session; without `who` it is homework for all."""

    what: str
    who: str
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """One message of a recorded session; `file` is the name of what it carried, or how long a voice message is."""

    at: datetime
    who: str
    text: str
    kind: LineKind
    file: str = ""
    copy: Copy | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """What came of one session: the usual points of the agenda that were ticked, the others in words, tasks, words.

    `summary`, `decisions` and `next_steps` are as somebody wrote them in its minutes; `spoken` is empty without them.
    """

    ticked: tuple[Point, ...] = ()
    talked_about: tuple[str, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    before: tuple[Agreed, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    summary: str = ""
    decisions: str = ""
    next_steps: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """The answer to a question, by the name of its field."""

    question: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """What was noted in a talk with one person, or with the whole group; `rating` is the manager's."""

    kind: InterviewKind
    asked_by: str
    on: date
    answers: tuple[Said, ...]
    agreed: Agreed | None = None
    rating: Rating | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Of a blank form only the programme is known. `zone` is the programme's; days and hours are written in it.

    `meeting` is the one session that the form is about; `meetings` are all of the group, `presences` of those held.
    `plan` has the cancelled ones too. `course` is what came of `meeting`. `talk` is what was noted, only in a form that
    is handed out for that.
    """

    programme: str
    organisation: str
    zone: str
    on: date
    begins: date | None = None
    ends: date | None = None
    planned: int = 0
    group: str = ""
    managers: tuple[str, ...] = ()
    members: tuple[NamedPerson, ...] = ()
    subject: Subject | None = None
    meeting: Meeting | None = None
    present: tuple[Presence, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    plan: tuple[Meeting, ...] = ()
    presences: tuple[Presence, ...] = ()
    diary: DiaryWords | None = None
    course: Course | None = None
    talk: Talk | None = None
    number: str = ""
    monitoring: MonitoringSheet | None = None

    def names(self, role: Role) -> tuple[str, ...]:
        return tuple(one.name for one in self.members if one.role is role)

    @property
    def held(self) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings if one.over)

    def next_meeting(self) -> Meeting | None:
        """After the one that the form is about, else the first that is still ahead."""
        if self.meeting is None:
            return next((one for one in self.meetings if not one.over), None)
        return next((one for one in self.meetings if one.starts_at > self.meeting.starts_at), None)
