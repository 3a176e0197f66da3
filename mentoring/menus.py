"""Which commands stand behind the menu button of a private chat. Nobody needs them: they open the same doors."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.permissions import Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mentoring.people import Language

#: One more whenever a command's words change, so that every menu is set anew.
EDITION = 1


class MenuCommand(StrEnum):
    """In the order in which they are listed."""

    HOME = "home"
    INBOX = "inbox"
    SEND = "send"
    SESSIONS = "sessions"
    GROUPS = "groups"
    STATUS = "status"
    DOCUMENTS = "documents"
    HELP = "help"
    SETTINGS = "settings"


_OF = {
    Standing.MENTEE: {MenuCommand.SEND, MenuCommand.SESSIONS},
    Standing.MENTOR: {MenuCommand.INBOX, MenuCommand.SESSIONS},
    Standing.MANAGER: {MenuCommand.GROUPS, MenuCommand.STATUS},
    Standing.RESTING: {MenuCommand.DOCUMENTS},
}


def menu_of(standings: Collection[Standing]) -> Sequence[MenuCommand]:
    """The first and the last are everybody's; whoever has no role finds the settings instead of doors."""
    own = {command for standing in standings for command in _OF.get(standing, ())} or {MenuCommand.SETTINGS}
    return [command for command in MenuCommand if command in {MenuCommand.HOME, MenuCommand.HELP, *own}]


def mark(commands: Sequence[MenuCommand], language: Language) -> str:
    """Equal for menus that would look the same."""
    return f"{EDITION}:{language}:{','.join(commands)}"
