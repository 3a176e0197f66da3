"""The board of a group, and the call that keeps it on top."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.keyboards import Link, inline
from handlers.message import Call, Content
from mentoring.notices.boards import Board, PinBoard
from texts import binding
from texts import boards as words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def board(notice: Board, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages]
    text = Html("\n\n———\n\n".join(words.board(voice, notice) for voice in voices))
    return Content(text=text, reply_markup=inline([to_private(say)]), silent=True)


def to_private(say: Say) -> tuple[str, Link]:
    return binding.private_button(say), Link(url=f"https://t.me/{say.bot}")


def pin_board(notice: PinBoard, _: Say) -> Call:
    pinned = {"chat_id": notice.chat_id, "message_id": notice.message_id, "disable_notification": True}
    return Call(method="pinChatMessage", params=pinned)


SCREENS: Screens = {
    Board: board,
    PinBoard: pin_board,
}
