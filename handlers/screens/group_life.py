"""How it looks when a whole group finishes, opens again, merges or splits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.group_life import (
    AllPickedButton,
    AskGroupButton,
    ConfirmGroupButton,
    GroupLifeButton,
    MergeIntoButton,
    PickForSplitButton,
)
from handlers.buttons.groups import GroupButton
from handlers.keyboards import Link, inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.group_deeds import GroupDeed
from mentoring.notices.group_life import (
    AskGroupDeed,
    AskSplitName,
    ChooseMerge,
    ChooseSplit,
    GroupLife,
    GroupLifePost,
    GroupMoved,
    GroupNews,
    GroupTooSmall,
)
from texts import group_life as words
from texts import groups as group_words
from texts import home as home_words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: With the keys below them this stays under Telegram's hundred.
_MOST = 90


def group_life(notice: GroupLife, say: Say) -> Content:
    rows: list[Row] = [
        [(words.deed_button(say, deed), AskGroupButton(group_id=notice.group_id, deed=deed))] for deed in notice.deeds
    ]
    back: Row = [(group_words.back_button(say), GroupButton(group_id=notice.group_id))]
    text = words.group_life(say, name=notice.name, state=notice.state)
    return Content(text=text, reply_markup=inline(*rows, back))


def choose_merge(notice: ChooseMerge, say: Say) -> Content:
    rows: list[Row] = [
        [
            (
                group_words.group_button(say, name=one.name),
                MergeIntoButton(group_id=notice.group_id, into_id=one.group_id),
            )
        ]
        for one in notice.groups[:_MOST]
    ]
    text = words.choose_merge(say, name=notice.name, any_other=bool(notice.groups))
    return Content(text=text, reply_markup=inline(*rows, _back(say, notice.group_id)))


def ask_split_name(notice: AskSplitName, say: Say) -> Content:
    return Content(text=words.ask_split_name(say, name=notice.name), reply_markup=inline(_back(say, notice.group_id)))


def choose_split(notice: ChooseSplit, say: Say) -> Content:
    rows: list[Row] = [
        [(words.split_line(say, one), PickForSplitButton(group_id=notice.group_id, membership_id=one.membership_id))]
        for one in notice.people[:_MOST]
    ]
    done: Row = [(words.all_picked_button(say), AllPickedButton(group_id=notice.group_id))]
    text = words.choose_split(say, name=notice.name, new_name=notice.new_name)
    return Content(text=text, reply_markup=inline(*rows, done, _back(say, notice.group_id)))


def ask_group_deed(notice: AskGroupDeed, say: Say) -> Content:
    confirm = ConfirmGroupButton(group_id=notice.group_id, deed=notice.deed)
    keys: Row = [(words.confirm_button(say, notice.deed), confirm)]
    return Content(text=words.ask_group_deed(say, notice), reply_markup=inline(keys, _back(say, notice.group_id)))


def _back(say: Say, group_id: int) -> Row:
    return [(group_words.back_button(say), GroupLifeButton(group_id=group_id))]


def group_moved(notice: GroupMoved, say: Say) -> Content:
    return Content(
        text=words.group_moved(say, notice), reply_markup=inline(_chat(say, notice.invite_link), way_home(say))
    )


def _chat(say: Say, link: str | None) -> Row:
    return [] if link is None else [(home_words.chat_button(say), Link(url=link))]


def group_news(notice: GroupNews, say: Say) -> Content:
    return Content(text=words.group_news(say, notice), reply_markup=inline(way_home(say)))


def group_life_post(notice: GroupLifePost, say: Say) -> Content:
    """In the group's own language first."""
    said = [words.post(replace(say, language=one), notice) for one in notice.languages]
    markup = inline(_chat(say, notice.invite_link)) if notice.invite_link else None
    return Content(text=Html("\n\n".join(said)), reply_markup=markup)


def group_too_small(notice: GroupTooSmall, say: Say) -> Content:
    keys: Row = [
        (words.deed_button(say, GroupDeed.MERGE), AskGroupButton(group_id=notice.group_id, deed=GroupDeed.MERGE)),
        (words.leave_it_button(say), GroupButton(group_id=notice.group_id)),
    ]
    return Content(text=words.too_small(say, name=notice.name, left=notice.left), reply_markup=inline(keys))


SCREENS: Screens = {
    GroupLife: group_life,
    ChooseMerge: choose_merge,
    AskSplitName: ask_split_name,
    ChooseSplit: choose_split,
    AskGroupDeed: ask_group_deed,
    GroupMoved: group_moved,
    GroupNews: group_news,
    GroupLifePost: group_life_post,
    GroupTooSmall: group_too_small,
}
