"""The menu of commands in a private chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.message import Call
from mentoring.notices.common import CommandMenu
from texts import introduction as words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def command_menu(notice: CommandMenu, say: Say) -> Call:
    """Without a language code: it holds in this chat whatever language the phone speaks."""
    commands = [{"command": one, "description": words.command(say, one)} for one in notice.commands]
    return Call(
        method="setMyCommands", params={"scope": {"type": "chat", "chat_id": notice.chat_id}, "commands": commands}
    )


SCREENS: Screens = {CommandMenu: command_menu}
