"""How the plan of one session looks, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.plan_fields import AskExtra, AskField, ChangePlan, PickExtra, PickOption
from handlers.buttons.session_changes import ChangePlace
from handlers.buttons.sessions import OpenSession
from handlers.keyboards import SHOWN_WHOLE, inline, packed
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.plan_fields import AskPlanField, SessionPlan
from mentoring.notices.sessions import STEP_OF_FIELD
from mentoring.plan_fields import FIXED_AT_THE_START, NOTHING, PlanField
from mentoring.sessions import Place
from texts import plan_fields as words
from texts.form_buttons import page_button
from texts.session_buttons import open_button
from texts.session_changes import place_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from mentoring.notices.sessions import Planning
    from mentoring.plan_fields import PlanOption
    from texts.say import Say

    #: The button that turns to a page.
    Turn: TypeAlias = Callable[[int], Target]

_FIELD_OF_STEP = {step: field for field, step in STEP_OF_FIELD.items()}


def session_plan(notice: SessionPlan, say: Say) -> Content:
    session_id = notice.session.session_id
    keys: Row = [(words.field(say, one), AskField(session_id=session_id, field=one, page=0)) for one in notice.fields]
    elsewhere = notice.session.place is not Place.CHAT and PlanField.PLACE in notice.fields
    place: Row = [(place_button(say), ChangePlace(session_id=session_id))] if elsewhere else []
    last: Row = [(open_button(say), OpenSession(session_id=session_id)), *way_home(say)]
    return Content(
        text=words.session_plan(say, notice), reply_markup=inline(*packed(keys, widest=SHOWN_WHOLE[:2]), place, last)
    )


def ask_field(notice: AskPlanField, say: Say) -> Content:
    session_id, field, page = notice.session.session_id, notice.field, notice.page

    def pick(key: int) -> Target:
        return PickOption(session_id=session_id, field=field, key=key, page=page)

    def turn(to: int) -> Target:
        return AskField(session_id=session_id, field=field, page=to)

    can_empty = bool(notice.said) and field not in FIXED_AT_THE_START
    empty: Row = [(words.empty_button(say), pick(NOTHING))] if can_empty else []
    keys = [(words.option(say, field, one), pick(one.key)) for one in notice.options]
    back: Row = [(words.back_to_plan_button(say), ChangePlan(session_id=session_id))]
    rows = [*packed(keys, widest=SHOWN_WHOLE[:2]), _turning(say, page, notice.pages, turn), empty, back]
    return Content(text=words.ask_field(say, notice), reply_markup=inline(*rows))


def _turning(say: Say, page: int, pages: int, turn: Turn) -> Row:
    earlier: Row = [(page_button(say, onward=False), turn(page - 1))] if page else []
    further: Row = [(page_button(say, onward=True), turn(page + 1))] if page + 1 < pages else []
    return [*earlier, *further]


def extras(notice: Planning, say: Say) -> Sequence[Row]:
    """What can be said at once about a session that is only being planned, and need not be."""
    keys: Row = [(words.extra_button(say, one), AskExtra(field=one, page=0)) for one in notice.extras]
    return packed(keys, widest=SHOWN_WHOLE)


def extra_asked(notice: Planning, say: Say) -> Sequence[Row]:
    field = _FIELD_OF_STEP[notice.step]

    def turn(to: int) -> Target:
        return AskExtra(field=field, page=to)

    def key(one: PlanOption) -> tuple[str, Target]:
        return words.option(say, field, one), PickExtra(field=field, key=one.key)

    skip: Row = [(words.skip_button(say), PickExtra(field=field, key=NOTHING))]
    options = packed([key(one) for one in notice.options], widest=SHOWN_WHOLE[:2])
    return [*options, _turning(say, notice.page, notice.pages, turn), skip]


SCREENS: Screens = {
    SessionPlan: session_plan,
    AskPlanField: ask_field,
}
