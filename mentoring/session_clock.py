"""Which appointments a planned session makes: reminders, its end, diary questions, and whether it took place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import session_reminders
from mentoring.people import Role
from mentoring.reminders import HOUR
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import ENDS_BY_ITSELF, GRACE, USUAL_LENGTH
from mentoring.zones import instant, out_of_holidays, wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mentoring.people import Person
    from mentoring.rules import Rules
    from mentoring.sessions import Attendant, Session

#: A question about a diary is not asked when it is older than this.
STILL_ASKED = timedelta(days=4)
#: What is said in a chat is kept until the session ends: that has to come, however long the bot was away.
_ENDED_AFTER_ALL = timedelta(days=366)
OUTCOME_AT = time(9)
#: Said once: thousands of occurrences are read at once.
_OF_A_REMINDER, _AT_THE_START, _AN_HOUR = f"{DueKind.SESSION_REMINDER}:", "0", HOUR.total_seconds()
OF_PEOPLE = (DueKind.SESSION_REMINDER, DueKind.HOMEWORK_EVENING, DueKind.DIARY_PROMPT)
OF_SESSIONS = (
    DueKind.SESSION_REMINDER,
    DueKind.SNOOZED_REMINDER,
    DueKind.HOMEWORK_EVENING,
    DueKind.SESSION_START,
    DueKind.STILL_WAITING,
    DueKind.SESSION_END,
    DueKind.DIARY_PROMPT,
    DueKind.OUTCOME_QUESTION,
)


def appointments(session: Session, people: Sequence[Attendant], rules: Rules, now: datetime) -> Sequence[Appointment]:
    """Those that are still ahead; each person's are out of their own quiet hours. Its end is told in silence."""
    made = [*of_people(session, people, rules), _start(session), _waiting(session), _end(session), _outcome(session)]
    return [one for one in made if one.due_at > now]


def of_people(session: Session, people: Sequence[Attendant], rules: Rules) -> Sequence[Appointment]:
    """What people are told, each in their own time; also what should have been told by now."""
    return [
        *_reminders(session, people, rules),
        *_homework(session, people, rules),
        *_diary_prompts(session, people, rules),
    ]


def _reminders(session: Session, people: Sequence[Attendant], rules: Rules) -> Iterator[Appointment]:
    for one in people:
        dues = session_reminders.reminded_at(session, one.person, rules)
        until = session_reminders.worth_until(session, dues)
        for which, span in _spans({_which(before): due for before, due in dues.items()}, until):
            yield _appointment(DueKind.SESSION_REMINDER, session, span, which, one.person)


def _homework(session: Session, people: Sequence[Attendant], rules: Rules) -> Iterator[Appointment]:
    """Their own, for mentors everybody's. Whether there is any is looked at when the evening has come."""
    for one in people:
        due = session_reminders.homework_at(session, one.person, rules)
        if due is not None:
            span = Span(due_at=due, expires_at=session.starts_at)
            yield _appointment(DueKind.HOMEWORK_EVENING, session, span, "once", one.person)


def snoozed(session: Session, person: Person, due_at: datetime) -> Appointment:
    """One more reminder, which somebody asked for."""
    span = Span(due_at=due_at, expires_at=session.starts_at)
    return _appointment(DueKind.SNOOZED_REMINDER, session, span, f"{due_at.timestamp():.0f}", person)


def is_at_the_start(occurrence: str) -> bool:
    """Of a reminder: the one with the link."""
    return occurrence.startswith(_OF_A_REMINDER) and _before(occurrence) == _AT_THE_START


def is_of_the_day(occurrence: str) -> bool:
    """Of a reminder: one that comes so early that there is time to prepare."""
    return occurrence.startswith(_OF_A_REMINDER) and int(_before(occurrence)) > _AN_HOUR


def _before(occurrence: str) -> str:
    return occurrence.split(":", 4)[3]


def _diary_prompts(session: Session, people: Sequence[Attendant], rules: Rules) -> Iterator[Appointment]:
    for one in people:
        if one.role is not Role.MENTEE:
            continue
        wanted = {_which(after): session.ended_at + after for after in rules.diary_prompts}
        dues = {which: _when_it_may(due, one.person, rules) for which, due in wanted.items()}
        for which, span in _spans(dues, max(dues.values(), default=session.ended_at) + STILL_ASKED):
            yield _appointment(DueKind.DIARY_PROMPT, session, span, which, one.person)


def _spans(dues: Mapping[str, datetime], end: datetime) -> Iterator[tuple[str, Span]]:
    """Each is worth doing until the next is due: after a pause people get one message, not all that they missed."""
    ordered = sorted(dues.items(), key=lambda item: item[1])
    following = [*(due for _, due in ordered[1:]), end]
    for (which, due), expires_at in zip(ordered, following, strict=False):
        if due < expires_at:
            yield which, Span(due_at=due, expires_at=expires_at)


def after_the_end(session: Session, people: Sequence[Attendant], rules: Rules, now: datetime) -> Sequence[Appointment]:
    """What is left to be done about a session that has just ended."""
    return [one for one in _diary_prompts(session, people, rules) if one.due_at > now]


def auto_end(session: Session, now: datetime) -> Appointment:
    """For one that has just been begun, perhaps after it should have ended."""
    end = session.ends_at if now < session.ends_at else now + USUAL_LENGTH
    due = end + ENDS_BY_ITSELF
    return _appointment(DueKind.AUTO_END, session, Span(due_at=due, expires_at=due + _ENDED_AFTER_ALL), "once")


def half_time(session: Session, now: datetime) -> Appointment:
    """Of its planned length, for one that has just been begun."""
    length = session.ends_at - session.starts_at
    span = Span(due_at=now + length / 2, expires_at=now + length)
    return _appointment(DueKind.HALF_TIME, session, span, "once")


def _start(session: Session) -> Appointment:
    span = Span(due_at=session.starts_at, expires_at=session.ends_at)
    return _appointment(DueKind.SESSION_START, session, span, "once")


def _waiting(session: Session) -> Appointment:
    span = Span(due_at=session.starts_at + GRACE, expires_at=max(session.ends_at, session.starts_at + 2 * GRACE))
    return _appointment(DueKind.STILL_WAITING, session, span, "once")


def _end(session: Session) -> Appointment:
    span = Span(due_at=session.ends_at, expires_at=session.ends_at + STILL_ASKED)
    return _appointment(DueKind.SESSION_END, session, span, "once")


def _outcome(session: Session) -> Appointment:
    morning = wall(session.ends_at, session.zone).date() + timedelta(days=1)
    due = instant(morning, OUTCOME_AT, session.zone)
    return _appointment(DueKind.OUTCOME_QUESTION, session, Span(due_at=due, expires_at=due + STILL_ASKED), "once")


def _when_it_may(due: datetime, person: Person, rules: Rules) -> datetime:
    """What can wait comes on no public holiday either."""
    at_peace = session_reminders.at_peace(due, person, rules, due + timedelta(days=1))
    return out_of_holidays(at_peace, person.zone, rules.days_off)


def _which(distance: timedelta) -> str:
    return f"{distance.total_seconds():.0f}"


def told_of(session: Session) -> Sequence[str]:
    """How everything begins that people are told once about this session, also what mentors are told for others."""
    own = [f"{kind}:{session.id}:" for kind in (*OF_PEOPLE, DueKind.SNOOZED_REMINDER)]
    return [*own, *(f"on_paper:{one}" for one in own)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    due_at: datetime
    expires_at: datetime


def _appointment(kind: DueKind, session: Session, span: Span, which: str, person: Person | None = None) -> Appointment:
    zone = person.zone if person else session.zone
    edition = f"{session.moves}" if session.finished_at is None else f"{session.moves}e"
    return Appointment(
        kind=kind,
        subject_id=session.id,
        person_id=person.id if person else None,
        occurrence=f"{kind}:{session.id}:{edition}:{which}:{person.id if person else 0}",
        due_at=span.due_at,
        wall_time=wall(span.due_at, zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=zone,
        expires_at=span.expires_at,
    )
