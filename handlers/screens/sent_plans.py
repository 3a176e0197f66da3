"""How a session plan looks that came as a file: its rows, its questions, and the news once it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons import sent_plans as buttons
from handlers.buttons.sessions import MySessions, OpenSession, PlanSession
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.sent_plans import NoPlanFound, PlanNews, PlanPost, PlanQuestion, SentPlan
from mentoring.plan_reading.differences import Difference
from texts import plan_news, plan_questions, session_buttons
from texts import sent_plan_words as words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

_OPENED = 8


def sent_plan(notice: SentPlan, say: Say) -> Content:
    return Content(text=words.sent_plan(say, notice), reply_markup=inline(*_rows(notice, say)))


def _rows(notice: SentPlan, say: Say) -> list[Row]:
    reading_id = notice.reading_id
    turning = _turning(notice, say)
    if notice.done or notice.dropped:
        return [[(session_buttons.sessions_button(say), MySessions()), *way_home(say)]]
    drop: Row = [(words.drop_button(say), buttons.DropSentPlan(reading_id=reading_id))]
    if not notice.group:
        groups = [
            [(one.name, buttons.SentPlanOf(reading_id=reading_id, group_id=one.group_id))] for one in notice.groups
        ]
        return [*turning, *groups, drop]
    if notice.questions:
        ask: Row = [(words.ask_button(say, notice.questions), buttons.AskAboutPlan(reading_id=reading_id))]
        return [*turning, ask, drop]
    confirm: Row = [(words.confirm_button(say), buttons.ConfirmSentPlan(reading_id=reading_id))]
    return [*turning, *([confirm] if notice.has_effect else []), drop]


def _turning(notice: SentPlan, say: Say) -> list[Row]:
    keys = []
    if notice.page > 0:
        keys.append(
            (words.earlier_button(say), buttons.ShowSentPlan(reading_id=notice.reading_id, page=notice.page - 1))
        )
    if notice.page + 1 < notice.pages:
        keys.append(
            (words.further_button(say), buttons.ShowSentPlan(reading_id=notice.reading_id, page=notice.page + 1))
        )
    return [keys] if keys else []


def question(notice: PlanQuestion, say: Say) -> Content:
    options: list[Row] = [
        [
            (
                plan_questions.option(say, one),
                buttons.AnswerAboutPlan(
                    reading_id=notice.reading_id, line=notice.row.line, column=notice.column, code=one.code
                ),
            )
        ]
        for one in notice.options
    ]
    out = buttons.LeaveRowOut(reading_id=notice.reading_id, line=notice.row.line, column=notice.column)
    back = buttons.ShowSentPlan(reading_id=notice.reading_id, page=0)
    last: list[Row] = [[(words.leave_out_button(say), out)], [(words.whole_plan_button(say), back)]]
    return Content(text=plan_questions.question(say, notice), reply_markup=inline(*options, *last))


def no_plan(notice: NoPlanFound, say: Say) -> Content:
    plan: Row = [(session_buttons.plan_button(say), PlanSession())]
    return Content(text=words.no_plan(say, notice), reply_markup=inline(plan, way_home(say)))


def news(notice: PlanNews, say: Say) -> Content:
    there = [one for one in notice.lines if one.difference is not Difference.CANCELLED][:_OPENED]
    opened: list[Row] = [[(plan_news.open_button(say, one), OpenSession(session_id=one.session_id))] for one in there]
    text = plan_news.news(say, notice.group, notice.lines)
    return Content(text=text, reply_markup=inline(*opened, way_home(say)), silent=notice.quiet)


def post(notice: PlanPost, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages or (say.language,)]
    text = Html("\n\n———\n\n".join(plan_news.post(voice, notice.lines) for voice in voices))
    return Content(text=text, silent=notice.quiet)


SCREENS: Screens = {
    SentPlan: sent_plan,
    PlanQuestion: question,
    NoPlanFound: no_plan,
    PlanNews: news,
    PlanPost: post,
}
