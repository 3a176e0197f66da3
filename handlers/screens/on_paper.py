"""How it looks when somebody acts for people without Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.on_paper import AddOnPaperButton, CorrectForButton, OnPaperButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.on_paper import (
    AddedOnPaper,
    AskNamesOnPaper,
    ChooseGroupOnPaper,
    CorrectionForQuestion,
    FiledFor,
    RemindOnPaper,
)
from texts import groups as group_words
from texts import on_paper as words
from texts import submission_buttons

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


def correction_for(notice: CorrectionForQuestion, say: Say) -> Content:
    draft, of = notice.submission_id, notice.membership_id
    is_one = len(notice.open) == 1
    rows: list[Row] = [
        [
            (
                submission_buttons.one_correction_button(say)
                if is_one
                else submission_buttons.correction_of_button(say, one.number),
                CorrectForButton(submission_id=draft, membership_id=of, of=one.submission_id),
            )
        ]
        for one in notice.open
    ]
    new = CorrectForButton(submission_id=draft, membership_id=of, of=0)
    markup = inline(*rows, [(submission_buttons.something_new_button(say), new)])
    return Content(text=words.correction_for(say, notice), reply_markup=markup)


def filed_for(notice: FiledFor, say: Say) -> Content:
    tell = words.corrected_for if notice.corrected else words.filed_for
    text = tell(say, number=notice.number, name=notice.name, group=notice.group)
    return Content(text=text, reply_markup=inline(way_home(say)))


def remind(notice: RemindOnPaper, say: Say) -> Content:
    return Content(text=words.remind(say, notice))


def door(say: Say) -> Row:
    return [(words.on_paper_button(say), OnPaperButton())]


SCREENS: Screens = {
    ChooseGroupOnPaper: choose_group,
    AskNamesOnPaper: ask_names,
    AddedOnPaper: added,
    CorrectionForQuestion: correction_for,
    FiledFor: filed_for,
    RemindOnPaper: remind,
}
