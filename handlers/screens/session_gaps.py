"""How it looks when nothing is planned for a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.plan_drafts import ProposePlanFor
from handlers.buttons.session_gaps import NotNow, TakeTime
from handlers.buttons.sessions import MySessions, PlanFor
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.session_gaps import GapState, NothingPlanned
from texts import session_buttons
from texts import session_gaps as words
from texts.plan_draft_buttons import propose_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def nothing_planned(notice: NothingPlanned, say: Say) -> Content:
    return Content(text=words.nothing_planned(say, notice), reply_markup=inline(*_rows(notice, say)))


def _rows(notice: NothingPlanned, say: Say) -> Sequence[Row]:
    if notice.state is GapState.PLANNED:
        return [[(session_buttons.sessions_button(say), MySessions())], way_home(say)]
    taken: list[Row] = []
    if notice.offered is not None:
        offered = notice.offered
        taken = [[(words.take_button(say, offered), TakeTime(session_id=offered.session_id, day=offered.day))]]
    plan: Row = [
        (words.plan_button(say), PlanFor(group_id=notice.group_id)),
        (propose_button(say), ProposePlanFor(group_id=notice.group_id)),
    ]
    later: list[Row] = [[(words.not_now_button(say), NotNow(group_id=notice.group_id))]]
    return [*taken, plan, *(later if notice.state is GapState.OPEN else [])]


SCREENS: Screens = {NothingPlanned: nothing_planned}
