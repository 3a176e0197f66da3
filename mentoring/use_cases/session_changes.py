"""What is changed about a session without planning it anew: where it is, why somebody can't come, that it was later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import SessionId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.session_changes import AskSessionPlace, AskWhyNot
from mentoring.notices.sessions import News
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.schedule import DueKind
from mentoring.sessions import Coming, SessionState, can_change, can_mark, is_over
from mentoring.use_cases import boards, open_questions, planning, session_cards
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Session
    from mentoring.use_cases.session_cards import Gathering

_AHEAD = frozenset({SessionState.PLANNED, SessionState.RUNNING})
_ON_THEIR_WAY = frozenset({Coming.YES, Coming.LATE})


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutSession:
    by: Acting
    session_id: SessionId


def ask_place(record: Record, command: AboutSession, now: datetime) -> None:
    """Also while it goes on: links break at the last minute."""
    actor, session = of_session(record, command.by, command.session_id, Act.PLAN_SESSION)
    if session.state not in _AHEAD or is_over(session, now):
        raise Refusal(Why.GONE)
    _ask(record, command.by, actor.known(), Asking.SESSION_PLACE, session, now=now)


def ask_why_not(record: Record, command: AboutSession, now: datetime) -> None:
    actor, session = of_session(record, command.by, command.session_id, Act.SAY_COMING)
    own = session_cards.gathering(record, session).attendant(actor.known())
    if own is None or own.coming is not Coming.NO or not can_change(session, now):
        raise Refusal(Why.GONE)
    _ask(record, command.by, actor.known(), Asking.WHY_NOT, session, now=now)


def _ask(record: Record, by: Acting, person: Person, asking: Asking, session: Session, *, now: datetime) -> None:
    open_questions.give_up(record, person, now)
    draft = {"session_id": session.id}
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=asking, draft=draft, expires_at=now + VALID))
    _question(record, beside_cards(record, by), person, asking, session)


def _question(record: Record, by: Acting, person: Person, asking: Asking, session: Session) -> None:
    seen = session_cards.seen(session, record.groups.by_id(session.group_id).name)
    notice = AskSessionPlace(session=seen) if asking is Asking.SESSION_PLACE else AskWhyNot(session=seen)
    notices.answer(record, by, person, notice)


def place_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    actor, session = of_session(record, by, SessionId(prompt.number("session_id")), Act.PLAN_SESSION)
    words = names.cleaned_words(text)[: planning.LONGEST_ADDRESS]
    if not words:
        return _question(record, by, actor.known(), prompt.asking, session)
    record.prompts.close(by.telegram_id)
    changed = replace(session, address=words)
    if session.state not in _AHEAD or not record.sessions.change(session, changed):
        raise Refusal(Why.GONE)
    tell_those_coming(record, session_cards.gathering(record, changed), now, News.PLACE)
    return notices.answer(
        record, by, actor.person, session_cards.card(session_cards.gathering(record, changed), actor.known(), now)
    )


def tell_those_coming(record: Record, of: Gathering, now: datetime, news: News) -> None:
    """Whoever said that they come is rung, at night only when it begins soon; the others see it where it stands.

    The group's post and board follow.
    """
    for one in of.people:
        quiet = session_cards.lets_sleep(record, of, one.person, now)
        shown = replace(session_cards.card(of, one.person, now, news=news), quiet=quiet)
        notices.tell(record, one.person, shown, AT_THE_BOTTOM if one.coming in _ON_THEIR_WAY else PLAIN)
    zone = record.programmes.by_id(of.group.programme_id).zone
    notices.tell_group(record, of.group, zone, session_cards.post_of(record, of, news), PLAIN)
    boards.show(record, of.group, now)


def reason_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Only the mentors read it."""
    actor, session = of_session(record, by, SessionId(prompt.number("session_id")), Act.SAY_COMING)
    words = names.cleaned_words(text)[: planning.LONGEST_REASON]
    if not words:
        return _question(record, by, actor.known(), prompt.asking, session)
    record.prompts.close(by.telegram_id)
    record.sessions.give_reason(session.id, actor.known().id, words)
    of = session_cards.gathering(record, session)
    session_cards.refresh_leaders(record, of, now)
    return notices.answer(record, by, actor.person, session_cards.card(of, actor.known(), now))


def hold_later(record: Record, command: AboutSession, now: datetime) -> None:
    """It did not take place then: the row stays, and a new time is asked for."""
    actor, session = of_session(record, command.by, command.session_id, Act.PLAN_SESSION)
    if not can_mark(session, now):
        raise Refusal(Why.ALREADY_DONE)
    marked = replace(session, state=SessionState.NOT_HELD)
    if not record.sessions.change(session, marked):
        raise Refusal(Why.ALREADY_DONE)
    for kind in (DueKind.OUTCOME_QUESTION, DueKind.DIARY_PROMPT):
        record.schedule.cancel(kind, session.id)
    session_cards.take_back_words(record, session)
    session_cards.refresh_ended(record, session_cards.gathering(record, marked), now)
    planning.plan_again(record, command.by, actor.known(), session, now)
