"""Screens of a test group's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.groups import GroupButton, GroupsButton
from handlers.buttons.programmes import WipeButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.programmes import ConfirmWipe, Wiped
from texts import home
from texts import trial_groups as words
from texts.programmes import leave_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def confirm_wipe(notice: ConfirmWipe, say: Say) -> Content:
    text = words.confirm_wipe(say, name=notice.name, people=notice.people, sent=notice.sent)
    keys: Row = [
        (words.wipe_for_good_button(say), WipeButton(group_id=notice.group_id, sure=True)),
        (leave_button(say), GroupButton(group_id=notice.group_id)),
    ]
    return Content(text=text, reply_markup=inline(keys))


def wiped(notice: Wiped, say: Say) -> Content:
    keys: Row = [(home.groups_button(say), GroupsButton()), *way_home(say)]
    return Content(text=words.wiped(say, name=notice.name), reply_markup=inline(keys))


SCREENS: Screens = {ConfirmWipe: confirm_wipe, Wiped: wiped}
