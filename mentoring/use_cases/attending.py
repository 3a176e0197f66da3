"""A planned session: who comes, moving and cancelling it, whether it took place, and finding it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.common import Refused
from mentoring.notices.sessions import AnswerNoted, News, SessionList, SessionSeen, Step
from mentoring.people import Role
from mentoring.permissions import Actor, Standing, authorise
from mentoring.refusals import Refusal, Why
from mentoring.schedule import DueKind
from mentoring.sessions import Coming, Session, SessionState, can_change, can_mark, is_over, why_fixed
from mentoring.use_cases import home, planning, session_cards
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.open_plans import open_draft
from mentoring.use_cases.session_cards import seen
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ids import GroupId
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.ports import Record

#: How far the list looks back, and how many it shows.
LOOK_BACK = timedelta(days=60)
PAST_SHOWN, AHEAD_SHOWN = 5, 10


@dataclass(frozen=True, kw_only=True, slots=True)
class SayComing:
    """`moves` is what the session's card showed: an answer to another date says nothing about this one."""

    by: Acting
    session_id: SessionId
    moves: int
    coming: Coming


def say_coming(record: Record, command: SayComing, now: datetime) -> Notice:
    actor, session = of_session(record, command.by, command.session_id, Act.SAY_COMING)
    person = actor.known()
    if session.state is SessionState.CANCELLED or session.moves != command.moves:
        return _as_it_stands(record, command.by, person, session, now=now, why=Why.GONE)
    if not can_change(session, now):
        return _as_it_stands(record, command.by, person, session, now=now, why=Why.SESSION_BEGUN)
    before = session_cards.gathering(record, session).attendant(person)
    record.sessions.answer(session.id, person.id, command.coming, now)
    of = session_cards.gathering(record, session)
    notices.tell(record, person, session_cards.card(of, person, now), PLAIN)
    is_loss = command.coming is Coming.NO and (before is None or before.coming is not Coming.NO)
    session_cards.refresh_leaders(record, of, now, AT_THE_BOTTOM if is_loss else PLAIN)
    return AnswerNoted(coming=command.coming)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfSession:
    by: Acting
    session_id: SessionId


def open_session(record: Record, command: OfSession, now: datetime) -> None:
    """Its card comes to the bottom."""
    actor, session = of_session(record, command.by, command.session_id, Act.OPEN_SESSIONS)
    of = session_cards.gathering(record, session)
    notices.tell(record, actor.known(), session_cards.card(of, actor.known(), now))


def move_session(record: Record, command: OfSession, now: datetime) -> Notice | None:
    leader, session = _led(record, command)
    why = why_fixed(session, now)
    if why is not None:
        return _as_it_stands(record, command.by, leader, session, now=now, why=why)
    planning.ask_for_day(record, beside_cards(record, command.by), session, leader, now)
    return None


def cancel_session(record: Record, command: OfSession, now: datetime) -> Notice | None:
    """Asks first: it tells everybody at once."""
    leader, session = _led(record, command)
    why = why_fixed(session, now)
    if why is not None:
        return _as_it_stands(record, command.by, leader, session, now=now, why=why)
    planning.ask_whether_to_cancel(record, beside_cards(record, command.by), session, leader, now)
    return None


def confirm_cancelling(record: Record, command: OfSession, now: datetime) -> None:
    leader, session = _led(record, command)
    why = why_fixed(session, now)
    if why is not None:
        raise Refusal(why)
    draft = open_draft(record, command.by, now)
    if draft is None or draft.step is not Step.CANCEL or draft.session_id != session.id:
        raise Refusal(Why.GONE)
    cancelled = replace(session, state=SessionState.CANCELLED, reason=draft.reason)
    if not record.sessions.change(session, cancelled):
        raise Refusal(Why.ALREADY_DONE)
    session_cards.stop_clock(record, session)
    record.prompts.close(command.by.telegram_id)
    home.show(record, command.by, leader, now)
    of = session_cards.gathering(record, cancelled)
    session_cards.announce(record, of, now, News.CANCELLED, reason=draft.reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkSession:
    by: Acting
    session_id: SessionId
    held: bool


def mark_session(record: Record, command: MarkSession, now: datetime) -> Notice | None:
    """Diaries are asked for without waiting for this; they are no longer when it did not take place."""
    actor, session = of_session(record, command.by, command.session_id, Act.MARK_SESSION)
    if not can_mark(session, now):
        return _as_it_stands(record, command.by, actor.known(), session, now=now, why=Why.ALREADY_DONE)
    marked = replace(session, state=SessionState.HELD if command.held else SessionState.NOT_HELD)
    if not record.sessions.change(session, marked):
        raise Refusal(Why.ALREADY_DONE)
    record.schedule.cancel(DueKind.OUTCOME_QUESTION, session.id)
    if not command.held:
        record.schedule.cancel(DueKind.DIARY_PROMPT, session.id)
        session_cards.take_back_words(record, session)
    of = session_cards.gathering(record, marked)
    session_cards.refresh_ended(record, of, now)
    notices.answer(record, command.by, actor.person, session_cards.card(of, actor.known(), now))
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSessions:
    by: Acting


def open_sessions(record: Record, command: OpenSessions, now: datetime) -> None:
    """Of all groups that they are in or lead, the next one first; what was cancelled stays in the plan."""
    actor = authorise(record, command.by, Act.OPEN_SESSIONS)
    groups = {group_id: record.groups.by_id(group_id) for group_id in groups_of(record, actor)}
    sessions = record.sessions.of_groups([*groups], since=now - LOOK_BACK)
    past = [one for one in sessions if is_over(one, now)]
    ahead = [one for one in sessions if not is_over(one, now)]
    listed = SessionList(
        ahead=_all_seen(ahead[:AHEAD_SHOWN], groups),
        past=_all_seen(reversed(past[-PAST_SHOWN:]), groups),
        can_plan=bool(actor.standings & {Standing.MENTOR, Standing.MANAGER}),
    )
    notices.answer(record, beside_cards(record, command.by), actor.person, listed)


def groups_of(record: Record, actor: Actor) -> Iterable[GroupId]:
    return dict.fromkeys([*planning.led_groups(record, actor), *actor.groups_as(Role.MENTEE)])


def _all_seen(sessions: Iterable[Session], groups: dict[GroupId, Group]) -> tuple[SessionSeen, ...]:
    return tuple(seen(one, groups[one.group_id].name) for one in sessions)


def _led(record: Record, command: OfSession) -> tuple[Person, Session]:
    actor, session = of_session(record, command.by, command.session_id, Act.PLAN_SESSION)
    return actor.known(), session


def _as_it_stands(record: Record, by: Acting, person: Person, session: Session, *, now: datetime, why: Why) -> Refused:
    """The button was an old one: its card shows how the session stands now."""
    of = session_cards.gathering(record, session)
    notices.answer(record, by, person, session_cards.card(of, person, now))
    return Refused(why=why)
