"""People say that they are there, or that they are still waiting for somebody to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.attendance import Presence
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.holding import HereNoted, Waiting
from mentoring.people import Reachability, Role
from mentoring.refusals import Refusal, Why
from mentoring.sessions import GRACE, Place, Session, SessionState, is_waited_for
from mentoring.use_cases import holding, session_cards
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.use_cases.session_cards import Gathering


@dataclass(frozen=True, kw_only=True, slots=True)
class SayHere:
    by: Acting
    session_id: SessionId


def say_here(record: Record, command: SayHere, now: datetime) -> Notice:
    """In the group or on their own card. Whoever comes well after the start is late."""
    actor, session = of_session(record, command.by, command.session_id, Act.SAY_HERE)
    person = actor.known()
    if session.state is not SessionState.RUNNING or session.began_at is None:
        raise Refusal(Why.ALREADY_DONE)
    own = session_cards.gathering(record, session).attendant(person)
    if own is None:
        raise Refusal(Why.NOT_ALLOWED)
    if own.presence is None:
        late = now > max(session.began_at, session.starts_at) + GRACE
        presence = Presence.LATE if late else Presence.PRESENT
        record.attendances.note(session.id, person.id, presence, by=person.id, now=now)
        holding.show(record, session_cards.gathering(record, session), now)
    return HereNoted()


def ask_who_waits(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """On their card, in silence where people see each other anyway."""
    for session in record.sessions.by_ids([SessionId(due.subject_id) for due in dues]):
        if not is_waited_for(session, now):
            continue
        of = session_cards.gathering(record, session)
        delivery = PLAIN if session.place is Place.FACE_TO_FACE else AT_THE_BOTTOM
        for one in of.people:
            if one.role is Role.MENTEE and not one.was_away:
                notices.tell(record, one.person, session_cards.card(of, one.person, now), delivery)


def tell_that_it_is_time(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Whoever leads has the button to begin at hand."""
    for session in record.sessions.by_ids([SessionId(due.subject_id) for due in dues]):
        if session.state is not SessionState.PLANNED:
            continue
        of = session_cards.gathering(record, session)
        for mentor in of.mentors:
            if mentor.person.reachability is Reachability.OK:
                notices.tell(record, mentor.person, session_cards.card(of, mentor.person, now))


@dataclass(frozen=True, kw_only=True, slots=True)
class SayWaiting:
    """`begun`: they have begun without the bot; else they are still waiting."""

    by: Acting
    session_id: SessionId
    begun: bool


def say_waiting(record: Record, command: SayWaiting, now: datetime) -> Notice:
    """Whoever is responsible hears of it once for each who waits; their mentor first, in friendly words."""
    actor, session = of_session(record, command.by, command.session_id, Act.SAY_WAITING)
    person = actor.known()
    if not is_waited_for(session, now):
        raise Refusal(Why.ALREADY_DONE)
    record.attendances.note(session.id, person.id, Presence.PRESENT, by=person.id, now=now)
    of = session_cards.gathering(record, session)
    notices.tell(record, person, session_cards.card(of, person, now), PLAIN)
    if not command.begun:
        _tell_leaders(record, of, session)
    return HereNoted(begun=command.begun)


def _tell_leaders(record: Record, of: Gathering, session: Session) -> None:
    waiting = tuple(one.name for one in of.people if one.role is Role.MENTEE and one.presence is Presence.PRESENT)
    for mentor in of.mentors:
        _tell(record, of, session, mentor.person, waiting, to_mentor=True)
    for manager in record.managers.of_programme(of.group.programme_id):
        _tell(record, of, session, manager, waiting, to_mentor=False)


def _tell(
    record: Record, of: Gathering, session: Session, person: Person, waiting: tuple[str, ...], *, to_mentor: bool
) -> None:
    """One card for all who wait."""
    notice = Waiting(
        session=session_cards.seen(session, of.group.name),
        names=waiting,
        mentors=tuple(one.name for one in of.mentors),
        to_mentor=to_mentor,
        session_id=session.id,
    )
    stands = record.notices.has_card(person.telegram_id or 0, notice.card())
    notices.tell(record, person, notice, PLAIN if stands else AT_THE_BOTTOM)
