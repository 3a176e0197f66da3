"""How it looks when somebody acts for people without Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.on_paper import AddOnPaperButton, OnPaperButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.on_paper import AddedOnPaper, AskNamesOnPaper, ChooseGroupOnPaper, FiledFor, RemindOnPaper
from texts import groups as group_words
from texts import on_paper as words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def choose_group(notice: ChooseGroupOnPaper, say: Say) -> Content:
    rows: list[Row] = [
        [(group_words.group_button(say, name=one.name), AddOnPaperButton(group_id=one.group_id))]
        for one in notice.groups
    ]
    return Content(text=words.choose_group(say), reply_markup=inline(*rows, way_home(say)))


def ask_names(notice: AskNamesOnPaper, say: Say) -> Content:
    return Content(text=words.ask_names(say, group=notice.group_name), reply_markup=inline(way_home(say)))


def added(notice: AddedOnPaper, say: Say) -> Content:
    text = words.added(say, names=notice.names, group=notice.group_name)
    return Content(text=text, reply_markup=inline(way_home(say)))


def filed_for(notice: FiledFor, say: Say) -> Content:
    text = words.filed_for(say, number=notice.number, name=notice.name, group=notice.group)
    return Content(text=text, reply_markup=inline(way_home(say)))


def remind(notice: RemindOnPaper, say: Say) -> Content:
    return Content(text=words.remind(say, notice))


def door(say: Say) -> Row:
    return [(words.on_paper_button(say), OnPaperButton())]


SCREENS: Screens = {
    ChooseGroupOnPaper: choose_group,
    AskNamesOnPaper: ask_names,
    AddedOnPaper: added,
    FiledFor: filed_for,
    RemindOnPaper: remind,
}
