"""The doors on the home card: at most four, several roles' doors merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HelpButton, HomeButton, MyGroupsButton
from handlers.buttons.groups import GroupsButton, NewGroupButton
from handlers.buttons.sessions import MySessions, Status
from handlers.buttons.submissions import HowToSend, MyDocuments, OpenInbox
from mentoring.permissions import Standing
from texts import common
from texts import home as words
from texts import session_buttons as session_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from handlers.keyboards import Row, Target
    from texts.say import Say


def doors(say: Say, standings: Collection[Standing]) -> Sequence[Row]:
    """Two in a row, help last."""
    keys = [*_of_mentee(say, standings), *_of_mentor(say, standings), *_of_manager(say, standings)]
    keys.append((words.help_button(say), HelpButton()))
    return [keys[start : start + 2] for start in range(0, len(keys), 2)]


def way_home(say: Say) -> Row:
    return [(common.home_button(say), HomeButton())]


def _of_mentee(say: Say, standings: Collection[Standing]) -> list[tuple[str, Target]]:
    if Standing.MENTEE not in standings:
        return []
    return [
        (words.send_button(say), HowToSend()),
        (words.documents_button(say), MyDocuments()),
        (session_words.sessions_button(say), MySessions()),
    ]


def _of_mentor(say: Say, standings: Collection[Standing]) -> list[tuple[str, Target]]:
    if Standing.MENTOR not in standings:
        return []
    return [
        (words.inbox_button(say), OpenInbox()),
        (session_words.sessions_button(say), MySessions()),
        (words.my_group_button(say), MyGroupsButton()),
    ]


def _of_manager(say: Say, standings: Collection[Standing]) -> list[tuple[str, Target]]:
    if Standing.MANAGER not in standings:
        return []
    return [
        (words.groups_button(say), GroupsButton()),
        (session_words.status_button(say), Status()),
        (words.new_group_button(say), NewGroupButton()),
    ]
