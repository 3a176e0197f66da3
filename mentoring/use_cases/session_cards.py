"""Shows a session to everybody in its group, each on their own card, and in the group's chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.groups import Group
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Delivery
from mentoring.notices.sessions import Answered, EndedSessionCard, News, SessionCard, SessionPost, SessionSeen
from mentoring.people import Reachability, Role
from mentoring.session_clock import OF_SESSIONS, appointments
from mentoring.sessions import Attendant, Session, SessionState, can_change, can_mark, is_over

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathering:
    """A session with its group and everybody in it."""

    session: Session
    group: Group
    people: Sequence[Attendant]

    @property
    def mentors(self) -> Sequence[Attendant]:
        return [one for one in self.people if one.role is Role.MENTOR]

    def attendant(self, person: Person) -> Attendant | None:
        return next((one for one in self.people if one.person.id == person.id), None)


def gathering(record: Record, session: Session) -> Gathering:
    people = record.sessions.attendants([session.id])
    return Gathering(session=session, group=record.groups.by_id(session.group_id), people=people)


def seen(session: Session, group: str) -> SessionSeen:
    return SessionSeen(
        session_id=session.id,
        number=session.number,
        group=group,
        kind=session.kind,
        starts_at=session.starts_at,
        place=session.place,
        address=session.address,
        state=session.state,
        moves=session.moves,
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
    answers = [Answered(name=one.name, coming=one.coming) for one in of.people if one.role is Role.MENTEE]
    took_place = session.state in {SessionState.PLANNED, SessionState.HELD}
    return kind(
        session=seen(session, of.group.name),
        news=news,
        reason=reason,
        leads=leads,
        mine=own.coming if own else None,
        answers=tuple(answers) if leads else (),
        can_answer=not leads and can_change(session, now),
        can_change=leads and can_change(session, now),
        asks_outcome=leads and can_mark(session, now),
        can_write_diary=own is not None and own.owes_diary and is_over(session, now) and took_place,
    )


def announce(record: Record, of: Gathering, now: datetime, news: News, *, reason: str = "") -> None:
    """One private card for each, and one post in the group's chat."""
    for one in of.people:
        notices.tell(record, one.person, card(of, one.person, now, news=news, reason=reason))
    _tell_planner(record, of, now, news, reason)
    zone = record.programmes.by_id(of.group.programme_id).zone
    languages = dict.fromkeys([of.group.language, *(one.person.language for one in of.people)])
    post = SessionPost(session=seen(of.session, of.group.name), news=news, reason=reason, languages=tuple(languages))
    notices.tell_group(record, of.group, zone, post, AT_THE_BOTTOM)


def _tell_planner(record: Record, of: Gathering, now: datetime, news: News, reason: str) -> None:
    """A manager who planned it is not in the group."""
    planner = record.people.by_id(of.session.planned_by)
    if of.attendant(planner) is None:
        notices.tell(record, planner, card(of, planner, now, news=news, reason=reason))


def refresh_leaders(record: Record, of: Gathering, now: datetime, delivery: Delivery = PLAIN) -> None:
    """Where they stand, in silence."""
    for mentor in of.mentors:
        notices.tell(record, mentor.person, card(of, mentor.person, now), delivery)
    if delivery is PLAIN:
        planner = record.people.by_id(of.session.planned_by)
        if of.attendant(planner) is None:
            notices.tell(record, planner, card(of, planner, now), delivery)


def refresh_ended(record: Record, of: Gathering, now: datetime) -> None:
    """In silence, and only where the card was shown: nobody is written to because a session is over."""
    people = {one.person.id: one.person for one in of.people}
    people.setdefault(of.session.planned_by, record.people.by_id(of.session.planned_by))
    for person in people.values():
        shown = card(of, person, now, kind=EndedSessionCard)
        if person.reachability is Reachability.OK and record.notices.has_card(person.telegram_id or 0, shown.card()):
            notices.tell(record, person, shown, PLAIN)


def set_clock(record: Record, of: Gathering, now: datetime) -> None:
    """Whatever is planned already stays as it is."""
    record.schedule.plan(appointments(of.session, of.people, record.rules, now))


def stop_clock(record: Record, session: Session) -> None:
    for kind in OF_SESSIONS:
        record.schedule.cancel(kind, session.id)


def include_newcomer(record: Record, group: Group, now: datetime) -> None:
    """Whoever joins late is reminded of the sessions ahead like everybody else."""
    for session in record.sessions.of_groups([group.id], since=now):
        if session.state is SessionState.PLANNED:
            set_clock(record, gathering(record, session), now)
