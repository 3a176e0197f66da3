"""How it looks to log a session that was held without the bot, where that differs from planning one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.past_sessions import ConfirmPast, LogPast, LogPastOf, TakeBackLogged
from handlers.buttons.sessions import OpenSession, OtherDay, PickPlace
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens import calendar, plan_fields
from mentoring.notices.past_sessions import AskTakeBack
from mentoring.notices.sessions import Step
from mentoring.sessions import Place
from texts import past_sessions as words
from texts import session_places
from texts.session_buttons import open_button, other_day_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from mentoring.notices.sessions import Planning, SessionCard
    from texts.say import Say


def choices(notice: Planning, say: Say) -> Sequence[Row] | None:
    """None where it is asked as for any session."""
    match notice.step:
        case Step.GROUP:
            return [[(one.name, LogPastOf(group_id=one.group_id))] for one in notice.groups]
        case Step.DAY if notice.since is not None:
            return calendar.page(say, month=notice.month, today=notice.since, last=notice.today)
        case Step.PLACE:
            return [[(session_places.place(say, place, logged=True), PickPlace(place=place))] for place in Place]
        case Step.CONFIRM:
            last: Row = [(words.confirm_button(say), ConfirmPast()), (other_day_button(say), OtherDay())]
            return [last, *plan_fields.extras(notice, say), _twin(notice, say)]
        case _:
            return None


def _twin(notice: Planning, say: Say) -> Row:
    return [] if notice.twin is None else [(open_button(say), OpenSession(session_id=notice.twin.session_id))]


def door(say: Say) -> Row:
    return [(words.log_button(say), LogPast())]


def mistake(notice: SessionCard, say: Say) -> list[Row]:
    """On its card, for as long as it can be one."""
    if not notice.can_take_back:
        return []
    return [[(words.mistake_button(say), TakeBackLogged(session_id=notice.session.session_id, sure=False))]]


def ask_take_back(notice: AskTakeBack, say: Say) -> Content:
    session_id = notice.session.session_id
    yes: Row = [(words.take_back_button(say), TakeBackLogged(session_id=session_id, sure=True))]
    no: Row = [(open_button(say), OpenSession(session_id=session_id))]
    return Content(text=words.ask_take_back(say, notice.session), reply_markup=inline(yes, no))


SCREENS: Screens = {AskTakeBack: ask_take_back}
