"""A session that was held without the bot, by telephone or in another chat, goes into the plan afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, session_drafts
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.diaries import DiaryState
from mentoring.ids import SessionId
from mentoring.notices.past_sessions import AskTakeBack
from mentoring.notices.sessions import Step
from mentoring.refusals import Refusal, Why
from mentoring.schedule import DueKind
from mentoring.session_clock import after_the_end
from mentoring.sessions import Session, SessionState, can_take_back
from mentoring.use_cases import attendance_cards, boards, home, past_days, planning, planning_questions, session_cards
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.open_plans import answered, expect
from mentoring.use_cases.session_doors import of_session
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.prompts import Prompt
    from mentoring.use_cases.session_cards import Gathering

#: Nobody is asked to remember more about a session that is longer ago; whoever wants can still write.
DIARY_WORTH_ASKING = timedelta(days=14)


@dataclass(frozen=True, kw_only=True, slots=True)
class LogSession:
    """Confirmed."""

    by: Acting


def log_session(record: Record, command: LogSession, now: datetime) -> None:
    """The board follows, and mentees are asked for their diaries; nobody is written to about what they have lived.

    Whoever was not warned yet of what another mentor has logged meanwhile is asked once more.
    """
    draft = answered(record, command.by, now)
    expect(draft, Step.CONFIRM)
    person = record.people.by_telegram_id(command.by.telegram_id)
    starts_at, group_id = draft.starts_at, draft.group_id
    if person is None or not draft.past or starts_at is None or group_id is None or starts_at >= now:
        raise Refusal(Why.GONE)
    planning.check_running(record, group_id)
    twin = past_days.twin(record, draft)
    if twin is not None and twin.id != draft.twin:
        return planning_questions.ask(record, command.by, draft, now)
    record.prompts.close(command.by.telegram_id)
    session = planning.add_from(record, draft, person, now)
    held = replace(session, state=SessionState.HELD, ends_at=min(session.ends_at, now))
    record.sessions.change(session, held)
    of = session_cards.gathering(record, record.sessions.by_id(session.id) or held)
    _ask_for_diaries(record, of, now)
    home.show(record, command.by, person, now)
    boards.show(record, of.group, now)
    return attendance_cards.show(record, of, person, now)


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """A yes to the last question logs it; everything else is said as when a session is planned."""
    draft = session_drafts.read(prompt)
    if draft.past and draft.step is Step.CONFIRM and understood(text):
        return log_session(record, LogSession(by=by), now)
    return planning.words_given(record, by, text, prompt, now)


def _ask_for_diaries(record: Record, of: Gathering, now: datetime) -> None:
    """As if it had ended just now: until the first question the mentor has said who was there."""
    if now - of.session.ends_at > DIARY_WORTH_ASKING:
        return
    just_ended = replace(of.session, finished_at=now)
    rules = session_cards.rules_for(record, of.group)
    record.schedule.plan(after_the_end(just_ended, of.people, rules, now))


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeBack:
    """`sure` after the question."""

    by: Acting
    session_id: SessionId
    sure: bool


def take_back(record: Record, command: TakeBack, now: datetime) -> None:
    """Its number is not given again. Not once somebody has written about it: then it was no mistake."""
    actor, session = of_session(record, command.by, command.session_id, Act.PLAN_SESSION)
    of = session_cards.gathering(record, session)
    is_written_about = any(one.diary is DiaryState.SENT for one in of.people) or _has_minutes(record, session)
    if is_written_about or not can_take_back(session, now):
        raise Refusal(Why.ALREADY_DONE)
    if not command.sure:
        question = AskTakeBack(session=session_cards.seen(session, of.group.name))
        return notices.answer(record, beside_cards(record, command.by), actor.person, question)
    if not record.sessions.change(session, replace(session, state=SessionState.CANCELLED)):
        raise Refusal(Why.ALREADY_DONE)
    record.schedule.cancel(DueKind.DIARY_PROMPT, session.id)
    session_cards.take_back_words(record, session)
    session_cards.refresh_ended(
        record, session_cards.gathering(record, replace(session, state=SessionState.CANCELLED)), now
    )
    return home.show(record, command.by, actor.known(), now)


def _has_minutes(record: Record, session: Session) -> bool:
    return record.minutes.of_session(session.id) is not None or record.minutes.filed(session.id) is not None
