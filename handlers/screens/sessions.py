"""How sessions look: the steps of planning one, its card, its post in the group, the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from handlers.buttons.calendars import AllToCalendar, ToCalendar
from handlers.buttons.common import HomeButton
from handlers.buttons.date_polls import AskGroup, ProposeAnother
from handlers.buttons.diaries import WriteDiary
from handlers.buttons.holding import BeginSession, OpenAttendance, SayHere, SayWaiting
from handlers.buttons.interviews import SessionTalksButton
from handlers.buttons.plan_drafts import ProposePlan
from handlers.buttons.plan_fields import ChangePlan
from handlers.buttons.session_changes import ChangePlace, HoldLater, SayWhyNot
from handlers.buttons.sessions import (
    NO_TIME,
    CancelSession,
    ConfirmPlan,
    MarkHeld,
    MoveSession,
    MySessions,
    NoAddress,
    OpenSession,
    OtherDay,
    PickHour,
    PickKind,
    PickPlace,
    PickReading,
    PickStage,
    PickTime,
    PlanFor,
    PlanSession,
    SayComing,
)
from handlers.keyboards import SHOWN_WHOLE, inline, packed
from handlers.message import Content
from handlers.screens import calendar, holding, past_sessions, plan_fields, session_things, tasks, together
from handlers.screens.doors import way_home
from handlers.screens.minutes import door
from mentoring.date_polls import MOST_DATES
from mentoring.notices.sessions import (
    AnswerNoted,
    EndedSessionCard,
    Planning,
    SessionCard,
    SessionList,
    SessionPost,
    SessionReminder,
    SessionSeen,
    Step,
)
from mentoring.sessions import Coming, Place, SessionKind, SessionState
from texts import calendars, typed_days
from texts import date_polls as poll_words
from texts import holding as holding_words
from texts import plan_fields as plan_words
from texts import session_buttons as buttons
from texts import session_changes as change_words
from texts import session_kinds as kind_words
from texts import session_places as place_words
from texts import sessions as words
from texts.interview_buttons import talks_button
from texts.plan_draft_buttons import propose_button
from texts.say import Html, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from texts.say import Say

_HOURS_IN_A_ROW = 4


def planning(notice: Planning, say: Say) -> Content:
    last = [(buttons.give_up_button(say), HomeButton())] if notice.moves else way_home(say)
    of_past = past_sessions.choices(notice, say) if notice.past else None
    rows = [*_readings(notice, say), *(_choices(notice, say) if of_past is None else of_past)]
    return Content(text=words.planning(say, notice), reply_markup=inline(*rows, last))


def _readings(notice: Planning, say: Say) -> Sequence[Row]:
    """What was typed may be any of these."""
    return [
        [(typed_days.moment(say, one.day, one.at, today=notice.today), _picked(one.day, one.at))]
        for one in notice.readings
    ]


def _picked(day: date | None, at: time | None) -> Target:
    minutes = NO_TIME if at is None else at.hour * 60 + at.minute
    return PickTime(minutes=minutes) if day is None else PickReading(day=day, minutes=minutes)


def _choices(notice: Planning, say: Say) -> Sequence[Row]:
    match notice.step:
        case Step.GROUP:
            return [[(one.name, PlanFor(group_id=one.group_id))] for one in notice.groups]
        case Step.KIND:
            kinds: list[Row] = [[(kind_words.kind(say, kind), PickKind(kind=kind))] for kind in SessionKind]
            return kinds if notice.past else [*kinds, _proposing(say)]
        case Step.STAGE:
            return [[(kind_words.stage(say, one), PickStage(stage=one))] for one in notice.stages]
        case Step.DAY:
            return calendar.page(say, month=notice.month, today=notice.today)
        case Step.TIME:
            return [*_hours(notice), [(buttons.other_day_button(say), OtherDay())]]
        case Step.PLACE:
            return [[(place_words.place(say, place), PickPlace(place=place))] for place in Place]
        case Step.ADDRESS:
            return [[(buttons.no_address_button(say), NoAddress())]]
        case Step.TOPIC | Step.PREPARATION | Step.LENGTH:
            return plan_fields.extra_asked(notice, say)
        case Step.CONFIRM:
            return _confirming(notice, say)
        case Step.CANCEL:
            return _cancelling(notice, say)
        case _:
            assert_never(notice.step)


def _proposing(say: Say) -> Row:
    """All of them at once instead of one."""
    return [(propose_button(say), ProposePlan())]


def _confirming(notice: Planning, say: Say) -> Sequence[Row]:
    last: Row = [(buttons.confirm_button(say), ConfirmPlan()), (buttons.other_day_button(say), OtherDay())]
    if notice.moves:
        return [last]
    ask: list[Row] = [[(poll_words.ask_button(say), AskGroup())]] if notice.proposals else []
    another: list[Row] = [[(poll_words.another_button(say), ProposeAnother())]]
    return [*ask, last, *plan_fields.extras(notice, say), *(another if len(notice.proposals) < MOST_DATES - 1 else [])]


def _hours(notice: Planning) -> Sequence[Row]:
    keys = [(f"{hour}:00", PickHour(hour=hour)) for hour in notice.hours]
    return [keys[start : start + _HOURS_IN_A_ROW] for start in range(0, len(keys), _HOURS_IN_A_ROW)]


def _cancelling(notice: Planning, say: Say) -> Sequence[Row]:
    if notice.session_id is None:
        return []
    return [[(buttons.yes_cancel_button(say), CancelSession(session_id=notice.session_id, sure=True))]]


def card(notice: SessionCard, say: Say) -> Content:
    session_id = notice.session.session_id
    rows: list[Row] = [*_holding(notice, say)]
    if notice.can_answer:
        rows.extend(_coming(say, notice.session))
    if notice.can_write_diary:
        rows.append([(buttons.write_diary_button(say), WriteDiary(session_id=session_id))])
    if notice.asks_outcome:
        rows.append(
            [
                (buttons.held_button(say), MarkHeld(session_id=session_id, held=True)),
                (buttons.not_held_button(say), MarkHeld(session_id=session_id, held=False)),
            ]
        )
        rows.append([(change_words.later_button(say), HoldLater(session_id=session_id))])
    if notice.can_change:
        rows.append(
            [
                (buttons.move_button(say), MoveSession(session_id=session_id)),
                (buttons.cancel_button(say), CancelSession(session_id=session_id, sure=False)),
            ]
        )
    if notice.can_change_place:
        rows.append([(change_words.place_button(say), ChangePlace(session_id=session_id))])
    if notice.can_change_plan:
        rows.append([(plan_words.change_button(say), ChangePlan(session_id=session_id))])
    if notice.can_talk:
        rows.append([(talks_button(say), SessionTalksButton(session_id=session_id))])
    rows += past_sessions.mistake(notice, say)
    if notice.can_say_why:
        rows.append([(change_words.why_not_button(say), SayWhyNot(session_id=session_id))])
    if notice.for_calendar:
        rows.append([(_calendar_label(say, notice.session), ToCalendar(session_id=session_id))])
    rows.append(session_things.of_session(say, session_id, notice.things))
    after: Row = [(buttons.sessions_button(say), MySessions()), *way_home(say)]
    return Content(text=words.card(say, notice), reply_markup=inline(*rows, after), silent=notice.quiet)


def _holding(notice: SessionCard, say: Say) -> list[Row]:
    session_id = notice.session.session_id
    if notice.running is not None and notice.leads:
        return holding.running_rows(say, session_id, notice.running)
    if notice.running is not None and not notice.here:
        return [[(holding_words.here_button(say), SayHere(session_id=session_id))]]
    if notice.asks_waiting and not notice.here:
        return [
            [
                (holding_words.we_began_button(say), SayWaiting(session_id=session_id, begun=True)),
                (holding_words.still_waiting_button(say), SayWaiting(session_id=session_id, begun=False)),
            ]
        ]
    if notice.leads and notice.session.state is SessionState.HELD:
        return [
            [(holding_words.who_was_there_button(say), OpenAttendance(session_id=session_id))],
            door(session_id, say),
        ]
    if notice.can_begin:
        return [[(holding_words.begin_button(say), BeginSession(session_id=session_id))]]
    return []


def _calendar_label(say: Say, session: SessionSeen) -> str:
    if session.state is SessionState.CANCELLED:
        return calendars.remove_button(say)
    return calendars.update_button(say) if session.moves else calendars.add_button(say)


def _coming(say: Say, session: SessionSeen) -> Sequence[Row]:
    keys: Row = [
        (words.coming(say, one), SayComing(session_id=session.session_id, moves=session.moves, coming=one))
        for one in Coming
    ]
    return packed(keys, widest=SHOWN_WHOLE)


def post(notice: SessionPost, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    return Content(text=Html("\n\n———\n\n".join(words.post(voice, notice) for voice in voices)), silent=notice.quiet)


def reminder(notice: SessionReminder, say: Say) -> Content:
    rows = _coming(say, notice.session) if notice.can_answer else []
    opened: Row = [(buttons.open_button(say), OpenSession(session_id=notice.session.session_id))]
    return Content(text=words.reminder(say, notice), reply_markup=inline(*rows, opened, together.again(notice, say)))


def answer_noted(notice: AnswerNoted, say: Say) -> Content:
    return Content(text=Html(escaped(words.answer_noted(say, notice.coming))))


def session_list(notice: SessionList, say: Say) -> Content:
    several = len({one.group for one in (*notice.ahead, *notice.past)}) > 1
    rows: list[Row] = [
        *([_open(say, one, past=False, several=several)] for one in notice.ahead),
        *([_open(say, one, past=True, several=several)] for one in notice.past),
    ]
    if notice.ahead:
        rows.append([(calendars.add_all_button(say), AllToCalendar())])
    if notice.can_plan:
        rows += [[(buttons.plan_button(say), PlanSession())], _proposing(say)]
        rows.append(past_sessions.door(say))
    rows.append(tasks.door(say))
    text = words.sessions(say, ahead=len(notice.ahead), past=len(notice.past))
    return Content(text=text, reply_markup=inline(*rows, way_home(say)))


def _open(say: Say, session: SessionSeen, *, past: bool, several: bool) -> tuple[str, OpenSession]:
    return words.line(say, session, past=past, several=several), OpenSession(session_id=session.session_id)


SCREENS: Screens = {
    Planning: planning,
    SessionCard: card,
    EndedSessionCard: card,
    SessionPost: post,
    SessionReminder: reminder,
    AnswerNoted: answer_noted,
    SessionList: session_list,
}
