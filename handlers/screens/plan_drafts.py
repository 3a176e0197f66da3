"""How a plan looks that the bot proposes: its questions, the whole of it, one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import plan_drafts as buttons
from handlers.buttons.forms import TakeFormButton
from handlers.buttons.sessions import MySessions, PlanFor
from handlers.keyboards import SHOWN_WHOLE, inline, packed
from handlers.message import Content
from handlers.screens import calendar
from handlers.screens.doors import way_home
from mentoring.drafted_plans import DraftStep
from mentoring.handouts import Way
from mentoring.kit import SESSION_PLAN
from mentoring.notices.plan_drafts import AskPlanGroup, DraftQuestion, NothingToPropose, ProposedPlan, ProposedRow
from mentoring.papers import PaperLanguage
from mentoring.plan_readings import ReadingState
from mentoring.sessions import Place
from texts import plan_draft_buttons as labels
from texts import plan_drafts as words
from texts import session_buttons, typed_days
from texts.form_buttons import page_button
from texts.groups import back_button
from texts.session_places import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.plan_readings import PlanReadingId
    from texts.say import Say

_HOURS_IN_A_ROW = 4
_WEEKDAYS_IN_A_ROW = 4


def which_group(notice: AskPlanGroup, say: Say) -> Content:
    rows: list[Row] = [[(one.name, buttons.ProposePlanFor(group_id=one.group_id))] for one in notice.groups]
    return Content(text=words.which_group(say), reply_markup=inline(*rows, way_home(say)))


def nothing(notice: NothingToPropose, say: Say) -> Content:
    plan: Row = [(session_buttons.plan_button(say), PlanFor(group_id=notice.group_id))]
    after: Row = [(session_buttons.sessions_button(say), MySessions()), *way_home(say)]
    return Content(text=words.nothing(say, notice), reply_markup=inline(plan, after))


def question(notice: DraftQuestion, say: Say) -> Content:
    rows = [*_choices(notice, say), *_onward(notice, say)]
    return Content(text=words.question(say, notice), reply_markup=inline(*rows, _leaving(say, notice.reading_id)))


def _leaving(say: Say, reading_id: PlanReadingId) -> Row:
    return [(labels.no_button(say), buttons.DropDraft(reading_id=reading_id)), *way_home(say)]


def _choices(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    match notice.step:
        case DraftStep.WHEN:
            return [*_weekdays(notice, say), *_times(notice)]
        case DraftStep.OFTEN:
            return _often(notice, say)
        case DraftStep.PLACE:
            return _places(notice, say)
        case DraftStep.TOPICS:
            return _topics(notice, say)
        case DraftStep.GOALS if notice.goals:
            return [[(labels.clear_goals_button(say), buttons.ClearGoals(reading_id=notice.reading_id))]]
        case _:
            return []


def _weekdays(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    keys: Row = [
        (
            labels.weekday_button(say, one, on=one in notice.weekdays),
            buttons.TickWeekday(reading_id=notice.reading_id, weekday=one, on=one not in notice.weekdays),
        )
        for one in range(7)
    ]
    return [keys[:_WEEKDAYS_IN_A_ROW], keys[_WEEKDAYS_IN_A_ROW:]]


def _times(notice: DraftQuestion) -> Sequence[Row]:
    """Where typed words may be one of several times, only those."""
    keys: Row = [
        (
            labels.time_button(one, on=one == notice.at),
            buttons.PickUsualTime(reading_id=notice.reading_id, minutes=_minutes(one)),
        )
        for one in notice.times or notice.hours
    ]
    return _in_rows(keys)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _in_rows(keys: Row) -> Sequence[Row]:
    return [keys[start : start + _HOURS_IN_A_ROW] for start in range(0, len(keys), _HOURS_IN_A_ROW)]


def _often(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    return [
        [
            (
                labels.often_button(say, one, missing=notice.missing, on=one.often is notice.often),
                buttons.PickOften(reading_id=notice.reading_id, often=one.often),
            )
        ]
        for one in notice.fitting
    ]


def _places(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    keys: list[Row] = [
        [(place(say, one), buttons.PickUsualPlace(reading_id=notice.reading_id, place=one))] for one in Place
    ]
    if notice.usual is None:
        return keys
    label = labels.as_last_button(say, notice.usual, notice.usual_address)
    return [[(label, buttons.MeetAsLast(reading_id=notice.reading_id))], *keys]


def _topics(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    of, page = notice.reading_id, notice.page
    keys: Row = [
        (labels.topic_button(one), buttons.TickTopic(reading_id=of, topic=one.key, on=not one.chosen, page=page))
        for one in notice.topics
    ]
    return [*packed(keys, widest=SHOWN_WHOLE[:2]), _turning(say, of, notice.step, page, notice.pages)]


def _turning(say: Say, of: PlanReadingId, step: DraftStep, page: int, pages: int) -> Row:
    earlier, later = (
        (page_button(say, onward=onward), buttons.GoToDraftStep(reading_id=of, step=step, page=to, row=0))
        for onward, to in ((False, page - 1), (True, page + 1))
    )
    return [*([earlier] if page else []), *([later] if page + 1 < pages else [])]


def _onward(notice: DraftQuestion, say: Say) -> Sequence[Row]:
    """What is answered by typing or ticking needs a key to go on."""
    match notice.step:
        case DraftStep.WHEN if notice.weekdays and notice.at and not notice.times:
            return [[(labels.next_button(say), _to(notice.reading_id, DraftStep.OFTEN))]]
        case DraftStep.ADDRESS:
            return [[(session_buttons.no_address_button(say), _to(notice.reading_id, DraftStep.TOPICS))]]
        case DraftStep.TOPICS:
            return [[(labels.to_goals_button(say), _to(notice.reading_id, DraftStep.GOALS))]]
        case DraftStep.GOALS:
            return [[(labels.show_plan_button(say), _to(notice.reading_id, DraftStep.WHOLE))]]
        case _:
            return []


def _to(reading_id: PlanReadingId, step: DraftStep, *, row: int = 0) -> buttons.GoToDraftStep:
    return buttons.GoToDraftStep(reading_id=reading_id, step=step, page=0, row=row)


def proposed(notice: ProposedPlan, say: Say) -> Content:
    return Content(text=words.proposed(say, notice), reply_markup=inline(*_plan_rows(notice, say)))


def _plan_rows(notice: ProposedPlan, say: Say) -> Sequence[Row]:
    of = notice.reading_id
    after: Row = [(session_buttons.sessions_button(say), MySessions()), *way_home(say)]
    if notice.state is ReadingState.CONFIRMED:
        return [[(labels.print_plan_button(say), _as_document(notice, say))], after]
    if notice.state is ReadingState.DROPPED:
        return [[(session_buttons.plan_button(say), PlanFor(group_id=notice.group_id))], after]
    if notice.choosing:
        listed: list[Row] = [
            [(labels.row_button(say, one), _to(of, DraftStep.ROW, row=one.key))] for one in notice.rows
        ]
        return [*listed, [(back_button(say), _to(of, DraftStep.WHOLE)), *way_home(say)]]
    rhythm = (labels.rhythm_button(say), _to(of, DraftStep.WHEN))
    if not notice.rows:
        return [[rhythm], _leaving(say, of)]
    change = (labels.change_button(say), _to(of, DraftStep.ROWS))
    about = (labels.topics_button(say), _to(of, DraftStep.TOPICS))
    is_possible = not any(one.twice for one in notice.rows)
    take: Row = [(labels.take_button(say), buttons.TakeDraft(reading_id=of))] if is_possible else []
    return [take, [change], [rhythm, about], _leaving(say, of)]


def _as_document(notice: ProposedPlan, say: Say) -> TakeFormButton:
    return TakeFormButton(
        code=SESSION_PLAN,
        language=PaperLanguage(say.language.value),
        group_id=notice.group_id,
        person_id=0,
        session_id=0,
        way=Way.FILLED,
    )


def one_row(notice: ProposedRow, say: Say) -> Content:
    back: Row = [(labels.show_plan_button(say), _to(notice.reading_id, DraftStep.WHOLE)), *way_home(say)]
    rows = [*_readings(notice, say), *_row_choices(notice, say)]
    return Content(text=words.one_row(say, notice), reply_markup=inline(*rows, back))


def _readings(notice: ProposedRow, say: Say) -> Sequence[Row]:
    """What was typed may be any of these."""
    usual = [(one.day or notice.row.day, one.at) for one in notice.readings]
    return [[(typed_days.moment(say, day, at, today=notice.today), _moment(notice, day, at))] for day, at in usual]


def _moment(notice: ProposedRow, day: date, at: time | None) -> buttons.PickRowDay | buttons.PickRowMoment:
    of, row = notice.reading_id, notice.row.key
    if at is None:
        return buttons.PickRowDay(reading_id=of, row=row, day=day)
    return buttons.PickRowMoment(reading_id=of, row=row, day=day, minutes=_minutes(at))


def _row_choices(notice: ProposedRow, say: Say) -> Sequence[Row]:
    of, row = notice.reading_id, notice.row.key
    match notice.step:
        case DraftStep.ROW_DAY:
            return calendar.page(
                say,
                month=notice.month,
                today=notice.today,
                turn=lambda day: buttons.TurnRowPage(reading_id=of, row=row, day=day),
                pick=lambda day: buttons.PickRowDay(reading_id=of, row=row, day=day),
            )
        case DraftStep.ROW_TIME:
            times: Row = [
                (labels.time_button(one, on=False), buttons.PickRowTime(reading_id=of, row=row, minutes=_minutes(one)))
                for one in notice.hours
            ]
            return _in_rows(times)
        case DraftStep.ROW_TOPIC:
            topics: Row = [
                (labels.topic_button(one), buttons.PickRowTopic(reading_id=of, row=row, topic=one.key))
                for one in notice.topics
            ]
            return [*packed(topics, widest=SHOWN_WHOLE[:2]), _turning(say, of, notice.step, notice.page, notice.pages)]
        case _:
            return _row_acts(notice, say)


def _row_acts(notice: ProposedRow, say: Say) -> Sequence[Row]:
    of, row = notice.reading_id, notice.row.key
    day = (labels.other_day_button(say), _to(of, DraftStep.ROW_DAY, row=row))
    at = (labels.other_time_button(say), _to(of, DraftStep.ROW_TIME, row=row))
    topic = (labels.other_topic_button(say), _to(of, DraftStep.ROW_TOPIC, row=row))
    out = (labels.leave_out_button(say), buttons.LeaveDraftRowOut(reading_id=of, row=row))
    return [[day, at], [topic], [out]]


SCREENS: Screens = {
    AskPlanGroup: which_group,
    NothingToPropose: nothing,
    DraftQuestion: question,
    ProposedPlan: proposed,
    ProposedRow: one_row,
}
