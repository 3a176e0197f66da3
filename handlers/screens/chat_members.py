"""How it looks when somebody went out of a group's Telegram chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import TalkButton
from handlers.buttons.places import OutOfChatButton, PersonButton, RestButton
from handlers.keyboards import Link, inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.chat_members import (
    BackInChat,
    NotTakenOut,
    OutsiderAdded,
    StillOutOfChat,
    TakenOutByAdmin,
    WentOutOfChat,
)
from mentoring.people import Role
from texts import chat_members as words
from texts import home as home_words
from texts import people_cards as card_words
from texts import places as place_words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def went_out_of_chat(notice: WentOutOfChat, say: Say) -> Content:
    back: Row = []
    if notice.invite_link is not None:
        back = [(words.rejoin_button(say), Link(url=notice.invite_link))]
    rest: Row = [(place_words.rest_button(say), RestButton())]
    text = words.went_out(say, group=notice.group_name, can_rejoin=notice.invite_link is not None)
    return Content(text=text, reply_markup=inline(back, rest, way_home(say)))


def back_in_chat(notice: BackInChat, say: Say) -> Content:
    return Content(text=words.back_in(say, group=notice.group_name), reply_markup=inline(way_home(say)))


def still_out_of_chat(notice: StillOutOfChat, say: Say) -> Content:
    write: Row = [
        (home_words.talk_button(say, name=notice.name, role=Role.MENTEE), TalkButton(person_id=notice.person_id))
    ]
    return Content(text=words.still_out(say, name=notice.name, group=notice.group_name), reply_markup=inline(write))


def taken_out_by_admin(notice: TakenOutByAdmin, say: Say) -> Content:
    text = words.taken_out(say, name=notice.name, group=notice.group_name)
    return Content(text=text, reply_markup=inline(_person(say, notice.name, notice.membership_id)))


def outsider_added(notice: OutsiderAdded, say: Say) -> Content:
    text = words.outsider_added(say, name=notice.name, group=notice.group_name)
    return Content(text=text, reply_markup=inline(_person(say, notice.name, notice.membership_id)))


def _person(say: Say, name: str, membership_id: int) -> Row:
    return [(card_words.person_button(say, name), PersonButton(membership_id=membership_id))]


def not_taken_out(notice: NotTakenOut, say: Say) -> Content:
    again: Row = [(words.try_again_button(say), OutOfChatButton(membership_id=notice.membership_id))]
    text = words.not_taken_out(say, name=notice.name, group=notice.group_name)
    return Content(text=text, reply_markup=inline(again, _person(say, notice.name, notice.membership_id)))


SCREENS: Screens = {
    NotTakenOut: not_taken_out,
    WentOutOfChat: went_out_of_chat,
    BackInChat: back_in_chat,
    StillOutOfChat: still_out_of_chat,
    TakenOutByAdmin: taken_out_by_admin,
    OutsiderAdded: outsider_added,
}
