"""How a wish to be erased looks to managers, and what the person hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import erasing as buttons
from handlers.buttons.common import TalkButton
from handlers.buttons.own_data import MyDataButton
from handlers.buttons.places import PersonButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.erasing import Because
from mentoring.notices.erasing import AskWhyKept, AskWishFor, Erased, ErasureDecided, ErasureWish, NotErased
from mentoring.people import Role
from texts import erasing as words
from texts.groups import back_button
from texts.home import talk_button
from texts.own_data import door_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def erasure_wish(notice: ErasureWish, say: Say) -> Content:
    person_id = notice.person_id
    if notice.sure:
        sure: Row = [(words.sure_button(say), buttons.EraseThemButton(person_id=person_id, sure=True))]
        return Content(text=words.sure(say, notice.name), reply_markup=inline(sure, _back(say, person_id)))
    markup = inline(
        [(words.erase_button(say), buttons.EraseThemButton(person_id=person_id, sure=False))],
        [(words.keep_button(say), buttons.WhyKeepButton(person_id=person_id))],
        [(talk_button(say, name=notice.name, role=Role.MENTEE), TalkButton(person_id=person_id))]
        if not notice.on_paper
        else [],
        way_home(say),
    )
    return Content(text=words.wish(say, notice), reply_markup=markup)


def ask_wish_for(notice: AskWishFor, say: Say) -> Content:
    of = notice.membership_id
    yes: Row = [(words.wishes_button(say), buttons.NoteWishButton(membership_id=of, sure=True))]
    back: Row = [(back_button(say), PersonButton(membership_id=of))]
    return Content(text=words.ask_wish_for(say, notice.name), reply_markup=inline(yes, back))


def ask_why(notice: AskWhyKept, say: Say) -> Content:
    picks: list[Row] = [
        [(words.because_button(say, because), buttons.KeepButton(person_id=notice.person_id, because=because))]
        for because in (Because.EVIDENCE, Because.RUNNING)
    ]
    return Content(text=words.ask_why(say, notice.name), reply_markup=inline(*picks, _back(say, notice.person_id)))


def decided(notice: ErasureDecided, say: Say) -> Content:
    return Content(text=words.decided(say, notice), reply_markup=inline(way_home(say)))


def erased(notice: Erased, say: Say) -> Content:
    return Content(text=words.erased(say, notice))


def not_erased(notice: NotErased, say: Say) -> Content:
    talk: Row = [(talk_button(say, name=notice.by, role=Role.MANAGER), TalkButton(person_id=notice.by_id))]
    again: Row = [(door_button(say), MyDataButton())]
    return Content(text=words.not_erased(say, notice), reply_markup=inline(talk, again, way_home(say)))


def _back(say: Say, person_id: int) -> Row:
    return [(back_button(say), buttons.OpenWishButton(person_id=person_id))]


SCREENS: Screens = {
    ErasureWish: erasure_wish,
    AskWishFor: ask_wish_for,
    AskWhyKept: ask_why,
    ErasureDecided: decided,
    Erased: erased,
    NotErased: not_erased,
}
