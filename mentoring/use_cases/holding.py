"""A session is begun and ended by whoever leads it; one that nobody ends is ended by the bot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import agenda, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.attendance import Presence
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.holding import Begun, Ended, RunningPost
from mentoring.people import Role
from mentoring.refusals import Refusal, Why
from mentoring.schedule import DueKind
from mentoring.session_clock import OF_SESSIONS, after_the_end, auto_end, half_time
from mentoring.sessions import Place, Session, SessionState, can_begin
from mentoring.use_cases import attendance_cards, begin_questions, boards, session_cards, things_to_hand_in
from mentoring.use_cases import half_time as half_time_hints
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.notices import Delivery, Notice
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.use_cases.session_cards import Gathering


@dataclass(frozen=True, kw_only=True, slots=True)
class BeginSession:
    by: Acting
    session_id: SessionId


def begin_session(record: Record, command: BeginSession, now: datetime) -> Notice:
    """From then on what is said in the group's chat is kept, where it meets there and the bot can read along."""
    actor, session = of_session(record, command.by, command.session_id, Act.HOLD_SESSION)
    if session.state is not SessionState.PLANNED:
        raise Refusal(Why.ALREADY_DONE)
    if not can_begin(session, now):
        raise Refusal(Why.TOO_EARLY if now < session.starts_at else Why.TOO_LATE)
    begin(record, session, actor.known(), now)
    return Begun()


def refuse_a_second(record: Record, group: Group) -> None:
    """Raises Refusal while another session of the group goes on."""
    if going_on(record, group) is not None:
        raise Refusal(Why.ANOTHER_RUNS)


def going_on(record: Record, group: Group) -> Session | None:
    """Also one that should have been ended long ago, by a bot that was not running."""
    held = record.sessions.of_groups([group.id], since=group.created_at)
    return next((one for one in held if one.state is SessionState.RUNNING), None)


def begin(record: Record, session: Session, person: Person, now: datetime) -> None:
    group = record.groups.by_id(session.group_id)
    refuse_a_second(record, group)
    keeps_record = session.place is Place.CHAT and group.chat_id is not None and group.sees_messages
    begun = replace(session, state=SessionState.RUNNING, began_at=now, begun_by=person.id, keeps_record=keeps_record)
    if not record.sessions.change(session, begun):
        raise Refusal(Why.ALREADY_DONE)
    for kind in OF_SESSIONS:
        record.schedule.cancel(kind, session.id)
    session_cards.take_back_words(record, session)
    record.schedule.plan([auto_end(begun, now), *([half_time(begun, now)] if keeps_record else [])])
    record.agendas.lay(session.id, agenda.usual(session))
    if any(one.person.id == person.id for one in record.sessions.attendants([session.id])):
        record.attendances.note(session.id, person.id, Presence.PRESENT, by=person.id, now=now)
    show(record, session_cards.gathering(record, begun), now, AT_THE_BOTTOM)
    begin_questions.give_way(record, group)


def show(record: Record, of: Gathering, now: datetime, delivery: Delivery = PLAIN) -> None:
    """To whoever leads, to the mentees who see its card already, and in the group's chat."""
    session_cards.refresh_leaders(record, of, now)
    for one in of.people:
        if one.role is not Role.MENTOR:
            session_cards.refresh_shown(record, of, one.person, now)
    _post(record, of, delivery)
    boards.show(record, of.group, now)


def _post(record: Record, of: Gathering, delivery: Delivery) -> None:
    if of.running is None:
        return
    programme = record.programmes.by_id(of.group.programme_id)
    post = RunningPost(
        session=session_cards.seen(of.session, of.group.name),
        running=of.running,
        languages=boards.languages(record, of.group),
    )
    notices.tell_group(record, of.group, programme.zone, post, delivery)


@dataclass(frozen=True, kw_only=True, slots=True)
class EndSession:
    by: Acting
    session_id: SessionId


def end_session(record: Record, command: EndSession, now: datetime) -> Notice:
    actor, session = of_session(record, command.by, command.session_id, Act.HOLD_SESSION)
    if session.state is not SessionState.RUNNING:
        raise Refusal(Why.ALREADY_DONE)
    of = finish(record, session, now)
    attendance_cards.show(record, of, actor.known(), now, at=command.by)
    return Ended()


def finish(record: Record, session: Session, now: datetime) -> Gathering:
    """Nothing more is kept from this moment on; mentees who were there are asked for their diaries."""
    before = session_cards.gathering(record, session)
    ended = replace(session, state=SessionState.HELD, finished_at=now)
    if not record.sessions.change(session, ended):
        raise Refusal(Why.ALREADY_DONE)
    for kind in (*OF_SESSIONS, DueKind.AUTO_END, DueKind.HALF_TIME):
        record.schedule.cancel(kind, session.id)
    of = session_cards.gathering(record, ended)
    rules = session_cards.rules_for(record, of.group)
    record.schedule.plan(after_the_end(ended, of.people, rules, now))
    _close_post(record, before, of, now)
    session_cards.refresh_leaders(record, of, now)
    session_cards.refresh_ended(record, of, now)
    half_time_hints.close(record, of)
    things_to_hand_in.ask(record, of)
    return of


def _close_post(record: Record, before: Gathering, of: Gathering, now: datetime) -> None:
    if before.running is None:
        return
    programme = record.programmes.by_id(of.group.programme_id)
    post = RunningPost(
        session=session_cards.seen(of.session, of.group.name),
        running=before.running,
        languages=boards.languages(record, of.group),
        ended_at=now,
    )
    notices.tell_group(record, of.group, programme.zone, post, AT_THE_BOTTOM)


def end_by_itself(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for session in record.sessions.by_ids([SessionId(due.subject_id) for due in dues]):
        if session.state is not SessionState.RUNNING:
            continue
        of = finish(record, session, now)
        for mentor in of.mentors:
            attendance_cards.show(record, of, mentor.person, now, by_itself=True)


def end_with(record: Record, group: Group, by: Person, now: datetime) -> None:
    """Before its people go: afterwards nobody could say any more who was there, so what is known of it is noted."""
    session = going_on(record, group)
    if session is not None:
        attendance_cards.note_what_is_known(record, finish(record, session, now), by, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class TickPoint:
    by: Acting
    session_id: SessionId
    position: int


def tick_point(record: Record, command: TickPoint, now: datetime) -> None:
    """A second press takes it back."""
    actor, session = of_session(record, command.by, command.session_id, Act.HOLD_SESSION)
    point = next((one for one in record.agendas.of_session(session.id) if one.position == command.position), None)
    if session.state is not SessionState.RUNNING or point is None:
        raise Refusal(Why.ALREADY_DONE)
    record.agendas.tick(point.id, now if point.ticked_at is None else None)
    of = session_cards.gathering(record, session)
    notices.answer(record, command.by, actor.person, session_cards.card(of, actor.known(), now))
    _post(record, of, PLAIN)
