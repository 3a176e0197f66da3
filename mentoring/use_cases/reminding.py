"""What the clock does about sessions: reminds, asks for diaries, asks whether they took place.

Each does all that is due at once: sessions and people are read in one query each, however many there are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.diaries import DiaryState
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, Address
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.on_paper import RemindOnPaper
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.together import HomeworkReminder, SessionBegins
from mentoring.people import Reachability, Role
from mentoring.schedule import DueKind
from mentoring.session_clock import is_at_the_start, is_of_the_day
from mentoring.sessions import Coming, SessionState, can_change, can_mark
from mentoring.use_cases import falling_together, homework, session_cards, slot_planning
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.falling_together import FallingTogether
from mentoring.use_cases.session_cards import seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.notices.sessions import SessionSeen
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.sessions import Attendant, Guest, Session

_REMINDERS = frozenset({DueKind.SESSION_REMINDER, DueKind.SNOOZED_REMINDER})
_DIARY_WANTED = frozenset({SessionState.PLANNED, SessionState.HELD})


def tell_people(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Reminders, and questions for diaries; what is due for one person is one message."""
    together = FallingTogether()
    _remind(record, [due for due in dues if due.kind in _REMINDERS], together, now)
    _remind_of_homework(record, [due for due in dues if due.kind is DueKind.HOMEWORK_EVENING], together, now)
    _ask_for_diaries(record, [due for due in dues if due.kind is DueKind.DIARY_PROMPT], together, now)
    together.tell(record, now)


def _remind(record: Record, dues: Sequence[Due], together: FallingTogether, now: datetime) -> None:
    """Whoever said that they can't come is left in peace."""
    shared, on_paper = _Shared(), _OnPaper()
    for due, session, guest in _with_guests(record, dues, now):
        if guest.coming is Coming.NO:
            continue
        if guest.reachability is Reachability.ON_PAPER:
            if not is_at_the_start(due.occurrence):
                on_paper.add(due, session, guest.name)
            continue
        if guest.telegram_id is None or guest.reachability is not Reachability.OK:
            _count_missed(record, due, guest)
            continue
        together.remind(_address(guest, guest.telegram_id), shared.reminder(session, guest, due), due)
    on_paper.tell(record, diary=False)


def _count_missed(record: Record, due: Due, guest: Guest) -> None:
    """The link at the start is part of what was missed before."""
    if not is_at_the_start(due.occurrence):
        record.people.count_missed(guest.person_id)


def _address(guest: Guest, telegram_id: int) -> Address:
    return Address(
        chat_id=telegram_id,
        language=guest.language,
        zone=guest.zone,
        person_id=guest.person_id,
        snoozed_until=guest.snoozed_until,
    )


def _remind_of_homework(record: Record, dues: Sequence[Due], together: FallingTogether, now: datetime) -> None:
    """Whoever has none of it left hears nothing; whoever leads hears what others have not done."""
    for due, session, guest in _with_guests(record, dues, now):
        notice = _homework(record, session, guest)
        if not (notice.tasks or notice.of_others) or guest.coming is Coming.NO:
            continue
        if guest.telegram_id is None or guest.reachability is not Reachability.OK:
            record.people.count_missed(guest.person_id)
            continue
        together.remind(_address(guest, guest.telegram_id), notice, due)


def _homework(record: Record, session: Session, guest: Guest) -> HomeworkReminder:
    """What the session's plan asks for, and what was taken home before."""
    leads = guest.role is Role.MENTOR
    planned = (session.homework,) if session.homework and not leads else ()
    tasks = homework.still_open(record, session.group_id, guest.person_id, role=guest.role)
    others = homework.of_others(record, session, guest.person_id) if leads else ()
    return HomeworkReminder(
        session=seen(session, guest.group),
        tasks=(*planned, *(task.text for task in tasks)),
        of_others=tuple(others),
    )


class _OnPaper:
    """Those without Telegram: their mentors are reminded for all of them in one message."""

    def __init__(self) -> None:
        self._names: dict[tuple[SessionId, str], tuple[Session, Due, list[str]]] = {}

    def add(self, due: Due, session: Session, name: str) -> None:
        """What was planned for each of them separately is the same moment of the session."""
        moment = due.occurrence.rpartition(":")[0]
        self._names.setdefault((session.id, moment), (session, due, []))[2].append(name)

    def tell(self, record: Record, *, diary: bool) -> None:
        for (_, moment), (session, due, names) in self._names.items():
            circle = record.submissions.circle(session.group_id)
            notice = RemindOnPaper(session=seen(session, circle.group), names=tuple(names), diary=diary)
            for mentor in circle.mentors:
                once = f"on_paper:{moment}:{mentor.id}"
                notices.tell(record, mentor, notice, replace(falling_together.once(due), once=once))


def _with_guests(record: Record, dues: Sequence[Due], now: datetime) -> Iterator[tuple[Due, Session, Guest]]:
    """Without those who have left, and without sessions that are gone, or have begun before they were to be told."""
    numbers = _sessions_of(dues)
    sessions = {session.id: session for session in record.sessions.by_ids(numbers)}
    guests = {(guest.session_id, guest.person_id): guest for guest in record.sessions.guests(numbers)}
    for due in dues:
        session = sessions.get(SessionId(due.subject_id))
        guest = guests.get((session.id, due.person_id)) if session and due.person_id else None
        if session is not None and guest is not None and _is_worth_telling(due, session, now):
            yield due, session, guest


def _is_worth_telling(due: Due, session: Session, now: datetime) -> bool:
    if is_at_the_start(due.occurrence):
        return session.state in {SessionState.PLANNED, SessionState.RUNNING}
    return can_change(session, now)


class _Shared:
    """The same reminder for all to whom it says the same."""

    def __init__(self) -> None:
        self._made: dict[tuple[SessionId, bool, bool, bool], SessionReminder | SessionBegins] = {}

    def reminder(self, session: Session, guest: Guest, due: Due) -> SessionReminder | SessionBegins:
        can_answer = guest.role is Role.MENTEE and guest.coming is None
        early, at_the_start = is_of_the_day(due.occurrence), is_at_the_start(due.occurrence)
        key = (session.id, can_answer, early, at_the_start)
        made = self._made.get(key)
        if made is None:
            shown = seen(session, guest.group)
            made = SessionBegins(session=shown) if at_the_start else _reminder(session, shown, can_answer, early)
            self._made[key] = made
        return made


def _reminder(session: Session, shown: SessionSeen, can_answer: bool, early: bool) -> SessionReminder:  # noqa: FBT001
    """What to bring while there is time to look for it; the link when it is needed."""
    preparation = session.preparation if early else ""
    return SessionReminder(session=shown, can_answer=can_answer, early=early, preparation=preparation)


def refresh_ended_cards(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Nobody can answer or change the session any more; mentees can write their diary now."""
    ended = record.sessions.by_ids([SessionId(due.subject_id) for due in dues])
    for session in ended:
        session_cards.refresh_ended(record, session_cards.gathering(record, session), now)
    slot_planning.follow(record, {session.group_id for session in ended}, now)


def _ask_for_diaries(record: Record, dues: Sequence[Due], together: FallingTogether, now: datetime) -> None:
    on_paper = _OnPaper()
    for due, session, one in _with_people(record, dues):
        if one.person.reachability is Reachability.ON_PAPER:
            on_paper.add(due, session, one.name)
        elif one.owes_diary and session.state in _DIARY_WANTED:
            asked = DiaryAsked(session=seen(session, one.group), begun=one.diary is DiaryState.WRITING)
            if falling_together.can_be_together(one.person):
                together.ask(one.person, asked, due)
            else:
                tell_in_time(record, one.person, asked, now, falling_together.once(due))
    on_paper.tell(record, diary=True)


def ask_for_outcomes(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """The mentors' own card of the session asks it."""
    for session in record.sessions.by_ids([SessionId(due.subject_id) for due in dues]):
        if can_mark(session, now):
            session_cards.refresh_leaders(record, session_cards.gathering(record, session), now, AT_THE_BOTTOM)


def _with_people(record: Record, dues: Sequence[Due]) -> Iterator[tuple[Due, Session, Attendant]]:
    """Without those who have left, and without sessions that are gone."""
    numbers = _sessions_of(dues)
    sessions = {session.id: session for session in record.sessions.by_ids(numbers)}
    people = {(one.session_id, one.person.id): one for one in record.sessions.attendants(numbers)}
    for due in dues:
        session = sessions.get(SessionId(due.subject_id))
        one = people.get((session.id, due.person_id)) if session and due.person_id else None
        if session is not None and one is not None:
            yield due, session, one


def _sessions_of(dues: Sequence[Due]) -> Sequence[SessionId]:
    return [*dict.fromkeys(SessionId(due.subject_id) for due in dues)]
