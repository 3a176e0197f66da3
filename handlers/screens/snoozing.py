"""How quiet for a while looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.snoozing import OpenSnoozeButton, SnoozeButton, WakeButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.snoozing import SnoozeCard
from mentoring.snoozing import Length
from texts import snoozing as words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def snooze_card(notice: SnoozeCard, say: Say) -> Content:
    lengths: Row = [(words.length_button(say, length), SnoozeButton(length=length)) for length in Length]
    wake = [] if notice.until is None else wake_row(say)
    return Content(text=words.snooze(say, notice.until), reply_markup=inline(wake, lengths, way_home(say)))


def wake_row(say: Say) -> Row:
    return [(words.wake_button(say), WakeButton())]


def door(say: Say) -> Row:
    return [(words.snooze_button(say), OpenSnoozeButton())]


SCREENS: Screens = {SnoozeCard: snooze_card}
