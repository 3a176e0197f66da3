"""Who was at a session, on a card of whoever leads it; what people pressed and wrote is taken for granted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.attendance import HERE, TOO_OFTEN, Presence, following
from mentoring.ids import PersonId, SessionId
from mentoring.notices import AT_THE_BOTTOM, Delivery
from mentoring.notices.holding import AttendanceCard, MissedAgain, MissedYou
from mentoring.people import Role
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Coming, SessionState
from mentoring.use_cases import keeping_things, session_cards, taken_home
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.running import Seat
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.use_cases.session_cards import Gathering

_HELD = frozenset({SessionState.RUNNING, SessionState.HELD})


def likely(seat: Seat) -> Presence:
    """What a mentor need not press: whoever wrote was there, whoever said so beforehand is excused."""
    if seat.presence is not None:
        return seat.presence
    if seat.lines:
        return Presence.PRESENT
    return Presence.EXCUSED if seat.coming is Coming.NO else Presence.ABSENT


def show(
    record: Record,
    of: Gathering,
    person: Person,
    now: datetime,
    *,
    at: Acting | None = None,
    by_itself: bool = False,
) -> None:
    """Where they pressed, if they did so on the same card; else at the bottom of their private chat."""
    card = _card(record, of, by_itself=by_itself)
    if at is not None and at.pressed is not None and record.notices.card_at(at.chat_id, at.pressed) == card.card():
        return notices.answer(record, at, person, card)
    notices.tell(record, person, card)
    return None


def _card(record: Record, of: Gathering, *, done: bool = False, by_itself: bool = False) -> AttendanceCard:
    seats = session_cards.seats(record, of.session, of.people)
    return AttendanceCard(
        session=session_cards.seen(of.session, of.group.name),
        seats=tuple(replace(one, presence=likely(one)) for one in seats),
        done=done,
        by_itself=by_itself,
        things=keeping_things.kept(record, of.session.id),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenAttendance:
    by: Acting
    session_id: SessionId


def open_attendance(record: Record, command: OpenAttendance, now: datetime) -> None:
    actor, session = of_session(record, command.by, command.session_id, Act.MARK_SESSION)
    if session.state not in _HELD:
        raise Refusal(Why.GONE)
    show(record, session_cards.gathering(record, session), actor.known(), now, at=command.by)


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnPresence:
    """To the next of: there, late, excused, not there."""

    by: Acting
    session_id: SessionId
    person_id: PersonId


def turn_presence(record: Record, command: TurnPresence, now: datetime) -> None:
    actor, session = of_session(record, command.by, command.session_id, Act.MARK_SESSION)
    of = session_cards.gathering(record, session)
    seats = session_cards.seats(record, session, of.people)
    seat = next((one for one in seats if one.person_id == command.person_id), None)
    if session.state not in _HELD or seat is None:
        raise Refusal(Why.GONE)
    turned = following(likely(seat))
    record.attendances.note(session.id, seat.person_id, turned, by=actor.known().id, now=now)
    show(record, session_cards.gathering(record, session), actor.known(), now, at=command.by)


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmAttendance:
    by: Acting
    session_id: SessionId


def confirm_attendance(record: Record, command: ConfirmAttendance, now: datetime) -> None:
    """Only now whoever did not come hears a kind word: until then it could be a slip of the mentor's.

    What nobody was at did not take place; whoever presses at once, as of a session logged afterwards, picks first.
    """
    actor, session = of_session(record, command.by, command.session_id, Act.MARK_SESSION)
    if session.state is not SessionState.HELD:
        raise Refusal(Why.GONE)
    seats = session_cards.seats(record, session, session_cards.gathering(record, session).people)
    if not any((seat.presence or likely(seat)) in HERE for seat in seats):
        raise Refusal(Why.NOBODY_PICKED)
    for seat in seats:
        if seat.presence is None:
            record.attendances.note(session.id, seat.person_id, likely(seat), by=actor.known().id, now=now)
    of = session_cards.gathering(record, session)
    notices.answer(record, command.by, actor.person, _card(record, of, done=True))
    _care(record, of, now)
    session_cards.refresh_ended(record, of, now)


def note_what_is_known(record: Record, of: Gathering, by: Person, now: datetime) -> None:
    """Whoever wrote was there, whoever said no is excused; of the others nobody has said anything."""
    for seat in session_cards.seats(record, of.session, of.people):
        presence = likely(seat)
        if seat.presence is None and presence is not Presence.ABSENT:
            record.attendances.note(of.session.id, seat.person_id, presence, by=by.id, now=now)


def _care(record: Record, of: Gathering, now: datetime) -> None:
    session = session_cards.seen(of.session, of.group.name)
    mentors = tuple(one.name for one in of.mentors)
    for one in of.people:
        if one.role is Role.MENTEE and one.presence is Presence.EXCUSED:
            taken_home.tell_what_to_do(record, of, one, now)
        if one.role is not Role.MENTEE or one.presence is not Presence.ABSENT:
            continue
        once = f"missed:{of.session.id}:{one.person.id}"
        kind = MissedYou(session=session, mentors=mentors)
        tell_in_time(record, one.person, kind, now, replace(AT_THE_BOTTOM, once=once))
        times = record.attendances.times_absent(one.person.id, of.group.id)
        if times >= TOO_OFTEN:
            again = MissedAgain(name=one.name, group=of.group.name, times=times)
            _tell_managers(record, of, again, f"missed_again:{of.session.id}:{one.person.id}")


def _tell_managers(record: Record, of: Gathering, notice: MissedAgain, once: str) -> None:
    for manager in record.managers.of_programme(of.group.programme_id):
        delivery = Delivery(placement=AT_THE_BOTTOM.placement, once=f"{once}:{manager.id}")
        notices.tell(record, manager, notice, delivery)
