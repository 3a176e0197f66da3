"""Shows a session to everybody in its group, each on their own card, and in the group's chat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, reminders, zones
from mentoring.attendance import HERE
from mentoring.calendars import is_for_calendars
from mentoring.groups import Group
from mentoring.interviews import TALKED_IN
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Delivery
from mentoring.notices.kit import Titled
from mentoring.notices.running import AgendaPoint, Running, Seat, TaskSeen
from mentoring.notices.sessions import Answered, EndedSessionCard, News, SessionCard, SessionPost, SessionSeen
from mentoring.people import Reachability, Role
from mentoring.quiet import QuietHours, quiet_hours
from mentoring.session_clock import OF_SESSIONS, appointments, told_of
from mentoring.session_tasks import TaskState
from mentoring.session_things import Thing
from mentoring.sessions import (
    Attendant,
    Coming,
    Session,
    SessionState,
    can_begin,
    can_change,
    can_mark,
    can_take_back,
    is_over,
    is_waited_for,
    is_worth_waking,
)
from mentoring.use_cases import boards, falling_together, gap_cards, keeping_things, kit_titles
from mentoring.use_cases.bundling import tell_in_time

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.rules import Rules

_AHEAD = frozenset({SessionState.PLANNED, SessionState.RUNNING})


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathering:
    """A session with its group and everybody in it."""

    session: Session
    group: Group
    people: Sequence[Attendant]
    running: Running | None = None
    things: Sequence[Thing] = ()
    documents: tuple[Titled, ...] = ()

    @property
    def mentors(self) -> Sequence[Attendant]:
        return [one for one in self.people if one.role is Role.MENTOR]

    def attendant(self, person: Person) -> Attendant | None:
        return next((one for one in self.people if one.person.id == person.id), None)


def gathering(record: Record, session: Session) -> Gathering:
    people = record.sessions.attendants([session.id])
    group = record.groups.by_id(session.group_id)
    return Gathering(
        session=session,
        group=group,
        people=people,
        running=running(record, session, people),
        things=keeping_things.of_held(record, session),
        documents=kit_titles.of_codes(record, group, session.documents),
    )


def running(record: Record, session: Session, people: Sequence[Attendant]) -> Running | None:
    """How far it is, while it goes on."""
    if session.state is not SessionState.RUNNING or session.began_at is None:
        return None
    return Running(
        began_at=session.began_at,
        keeps_record=session.keeps_record,
        agenda=tuple(
            AgendaPoint(position=one.position, point=one.point, text=one.text, ticked=one.ticked_at is not None)
            for one in record.agendas.of_session(session.id)
        ),
        seats=seats(record, session, people),
        tasks=tasks(record, session, people),
    )


def tasks(record: Record, session: Session, people: Sequence[Attendant]) -> tuple[TaskSeen, ...]:
    names = {one.person.id: one.name for one in people}
    found = (one for one in record.session_tasks.of_session(session.id) if one.state is not TaskState.DROPPED)
    return tuple(TaskSeen(text=one.text, owner=names.get(one.owner_id, "") if one.owner_id else "") for one in found)


def seats(record: Record, session: Session, people: Sequence[Attendant]) -> tuple[Seat, ...]:
    lines = record.chat_records.speakers(session.id)
    return tuple(
        Seat(
            person_id=one.person.id,
            name=one.name,
            role=one.role,
            presence=one.presence,
            coming=one.coming,
            lines=lines.get(one.person.id, 0),
        )
        for one in people
    )


def seen(session: Session, group: str, documents: tuple[Titled, ...] = ()) -> SessionSeen:
    return SessionSeen(
        session_id=session.id,
        number=session.number,
        minutes=(session.ends_at - session.starts_at) // timedelta(minutes=1),
        group=group,
        kind=session.kind,
        stage=session.stage,
        starts_at=session.starts_at,
        place=session.place,
        address=session.address,
        state=session.state,
        moves=session.moves,
        topic=session.topic,
        preparation=session.preparation,
        homework=session.homework,
        documents=documents,
        logged=session.was_logged,
    )


def card(
    of: Gathering,
    reader: Person,
    now: datetime,
    *,
    news: News = News.NOTHING,
    reason: str = "",
    kind: type[SessionCard] = SessionCard,
) -> SessionCard:
    """Whoever is no mentee of the group leads it: its mentors, and the manager."""
    own, session = of.attendant(reader), of.session
    leads = own is None or own.role is not Role.MENTEE
    answers = [
        Answered(name=one.name, coming=one.coming, reason=one.reason) for one in of.people if one.role is Role.MENTEE
    ]
    took_place = session.state in {SessionState.PLANNED, SessionState.HELD}
    return kind(
        session=seen(session, of.group.name, of.documents),
        news=news,
        reason=reason or _why(session),
        leads=leads,
        mine=own.coming if own else None,
        answers=tuple(answers) if leads else (),
        can_answer=not leads and can_change(session, now),
        can_change=leads and can_change(session, now),
        asks_outcome=leads and can_mark(session, now),
        can_write_diary=own is not None and own.owes_diary and is_over(session, now) and took_place,
        for_calendar=is_for_calendars(session, now),
        can_change_place=leads and session.state in _AHEAD and not is_over(session, now),
        can_change_plan=leads and session.state is SessionState.PLANNED,
        can_take_back=leads and can_take_back(session, now),
        can_say_why=not leads and own is not None and own.coming is Coming.NO and not own.reason,
        can_begin=leads and can_begin(session, now),
        can_talk=own is None and session.kind in TALKED_IN,
        asks_waiting=not leads and is_waited_for(session, now) and own is not None and not own.was_away,
        here=own is not None and own.presence in HERE,
        running=of.running,
        things=keeping_things.open_to(of.things, reader, leads=leads),
    )


def announce(record: Record, of: Gathering, now: datetime, news: News, *, reason: str = "") -> None:
    """One private card for each, and one post in the group's chat; nobody is woken by what can wait."""
    for person in _everybody(record, of):
        shown = card(of, person, now, news=news, reason=reason)
        tell_in_time(record, person, replace(shown, quiet=lets_sleep(record, of, person, now)), now)
    programme = record.programmes.by_id(of.group.programme_id)
    post = replace(post_of(record, of, news), reason=reason)
    quiet = _sleeps(QuietHours.of(programme), programme.zone, of, now)
    notices.tell_group(record, of.group, programme.zone, replace(post, quiet=quiet), AT_THE_BOTTOM)
    boards.show(record, of.group, now)
    gap_cards.follow(record, of.group, now)


def _why(session: Session) -> str:
    """Why it was moved or cancelled is read until it takes place."""
    return session.reason if session.state in {SessionState.PLANNED, SessionState.CANCELLED} else ""


def post_of(record: Record, of: Gathering, news: News = News.NOTHING) -> SessionPost:
    zone = record.programmes.by_id(of.group.programme_id).zone
    return SessionPost(
        session=seen(of.session, of.group.name, of.documents),
        news=news,
        reason=_why(of.session),
        languages=boards.languages(record, of.group),
        zones=zones.elsewhere(of.session.starts_at, zone, [one.person.zone for one in of.people]),
    )


def _everybody(record: Record, of: Gathering) -> Iterable[Person]:
    """A manager who planned it is not in the group; a mentor who planned it and has gone is no longer told."""
    people = {one.person.id: one.person for one in of.people}
    planner = of.session.planned_by
    if planner in people or not record.managers.manages(planner, group_id=of.group.id):
        return people.values()
    return [*people.values(), record.people.by_id(planner)]


def lets_sleep(record: Record, of: Gathering, person: Person, now: datetime) -> bool:
    usual = record.programmes.by_id(of.group.programme_id)
    return _sleeps(quiet_hours(person, usual), person.zone, of, now)


def _sleeps(hours: QuietHours, zone: str, of: Gathering, now: datetime) -> bool:
    sleeps = zones.is_quiet(zones.wall(now, zone).time(), begins=hours.begins, ends=hours.ends)
    return sleeps and not is_worth_waking(of.session, now)


def refresh_leaders(record: Record, of: Gathering, now: datetime, delivery: Delivery = PLAIN) -> None:
    """Where they stand, in silence, unless `delivery` says otherwise for the mentors."""
    for person in _everybody(record, of):
        own, shown = of.attendant(person), card(of, person, now)
        if own is None:
            notices.tell(record, person, shown, PLAIN)
        elif own.role is Role.MENTOR:
            quiet = lets_sleep(record, of, person, now)
            notices.tell(record, person, replace(shown, quiet=quiet), delivery)


def refresh_ended(record: Record, of: Gathering, now: datetime) -> None:
    for person in _everybody(record, of):
        refresh_shown(record, of, person, now)
    boards.show(record, of.group, now)


def refresh_shown(record: Record, of: Gathering, person: Person, now: datetime) -> None:
    """In silence, and only where the card was shown: nobody is written to because a session is over."""
    shown = card(of, person, now, kind=EndedSessionCard)
    if person.reachability is Reachability.OK and record.notices.has_card(person.telegram_id or 0, shown.card()):
        notices.tell(record, person, shown, PLAIN)


def refresh_quietly(record: Record, of: Gathering, now: datetime) -> None:
    """What can wait is changed where it is shown already, also in the group's chat, and nobody is rung."""
    refresh_wherever_shown(record, of, now)
    boards.show(record, of.group, now)


def refresh_wherever_shown(record: Record, of: Gathering, now: datetime) -> None:
    """All but the board, which is shown once for several sessions."""
    for person in _everybody(record, of):
        refresh_shown(record, of, person, now)
    post, zone = post_of(record, of), record.programmes.by_id(of.group.programme_id).zone
    if of.running is None and record.notices.has_card(of.group.chat_id or 0, post.card()):
        notices.tell_group(record, of.group, zone, replace(post, quiet=True), PLAIN)


def set_clock(record: Record, of: Gathering, now: datetime) -> None:
    """Whatever is planned already stays as it is."""
    record.schedule.plan(appointments(of.session, of.people, rules_for(record, of.group), now))


def rules_for(record: Record, group: Group) -> Rules:
    """The hours in which a programme leaves its people in peace are its own, and so is when it reminds them."""
    programme = record.programmes.by_id(group.programme_id)
    return replace(
        record.rules,
        quiet_from=programme.quiet_from,
        quiet_until=programme.quiet_until,
        session_reminders=reminders.of_programme(programme, record.rules),
    )


def stop_clock(record: Record, session: Session) -> None:
    """Also what has come due and has not gone out yet: it would speak of a time that no longer holds."""
    for kind in OF_SESSIONS:
        record.schedule.cancel(kind, session.id)
    take_back_words(record, session)


def take_back_words(record: Record, session: Session) -> None:
    for begins in told_of(session):
        falling_together.take_back(record, begins)


def include_newcomer(record: Record, group: Group, now: datetime) -> None:
    """Whoever joins late is reminded of the sessions ahead like everybody else."""
    for session in record.sessions.of_groups([group.id], since=now):
        if session.state is SessionState.PLANNED:
            set_clock(record, gathering(record, session), now)
