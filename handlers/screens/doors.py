"""The doors on the home card: at most four, several roles' doors merged; what has no room there stands behind More."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from handlers.buttons.common import HelpButton, HomeButton, MyGroupsButton
from handlers.buttons.concerns import RaiseConcernButton
from handlers.buttons.groups import GroupsButton, NewGroupButton
from handlers.buttons.programmes import ProgrammesButton
from handlers.buttons.questions import AskPrivatelyButton
from handlers.buttons.sessions import MySessions, Status
from handlers.buttons.settings import MoreButton, SettingsButton
from handlers.buttons.submissions import HowToSend, MyDocuments, OpenInbox
from handlers.buttons.toolbars import FilesButton
from handlers.keyboards import packed
from mentoring.permissions import Standing
from texts import common
from texts import concerns as concern_words
from texts import home as words
from texts import questions as question_words
from texts import session_buttons as session_words
from texts import settings as settings_words
from texts.files import files_button
from texts.programmes import programme_settings_button

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from handlers.keyboards import Row, Target
    from texts.say import Say

#: Besides help and More.
_AT_HOME = 2
_IN_HELP = 4
#: Characters that a phone of 390 points shows in one line, alone and beside another button.
_WIDEST = (40, 15)


def doors(say: Say, standings: Collection[Standing]) -> Sequence[Row]:
    """Two in a row: what each role needs most, then help and the rest."""
    always: Row = [(words.help_button(say), HelpButton()), (settings_words.more_button(say), MoreButton())]
    return [*packed(_by_use(say, standings)[:_AT_HOME], widest=_WIDEST), always]


def further_doors(say: Say, standings: Collection[Standing], *, pair: bool = False) -> Sequence[Row]:
    """Behind More."""
    keys = [*_by_use(say, standings, pair=pair)[_AT_HOME:], (settings_words.settings_button(say), SettingsButton())]
    return packed(keys, widest=_WIDEST)


def help_doors(say: Say, standings: Collection[Standing]) -> Sequence[Row]:
    """The four that are looked for most; whoever may raise a concern finds that at once."""
    keys = _by_use(say, standings)
    if Standing.MENTEE in standings:
        keys.insert(1, (question_words.ask_button(say), AskPrivatelyButton()))
    if Standing.KNOWN not in standings:
        return packed(keys[:_IN_HELP], widest=_WIDEST)
    raising = (concern_words.raise_button(say), RaiseConcernButton())
    return packed([*keys[: _IN_HELP - 1], raising], widest=_WIDEST)


def way_home(say: Say) -> Row:
    return [(common.home_button(say), HomeButton())]


def _by_use(say: Say, standings: Collection[Standing], *, pair: bool = False) -> list[tuple[str, Target]]:
    """Every role's first door before any role's second."""
    of_roles = (_of_mentor(say, pair=pair), _of_manager(say), _of_mentee(say, pair=pair), _of_resting(say))
    roles = (Standing.MENTOR, Standing.MANAGER, Standing.MENTEE, Standing.RESTING)
    held = [keys for role, keys in zip(roles, of_roles, strict=True) if role in standings]
    return [*dict.fromkeys(key for key in chain.from_iterable(zip_longest(*held)) if key is not None)]


def _of_mentee(say: Say, *, pair: bool) -> list[tuple[str, Target]]:
    return [
        (words.send_button(say), HowToSend()),
        (session_words.sessions_button(say), MySessions()),
        (files_button(say), FilesButton()),
        (words.documents_button(say), MyDocuments()),
        (words.my_group_button(say, pair=pair), MyGroupsButton()),
    ]


def _of_resting(say: Say) -> list[tuple[str, Target]]:
    return [(words.documents_button(say), MyDocuments()), (files_button(say), FilesButton())]


def _of_mentor(say: Say, *, pair: bool) -> list[tuple[str, Target]]:
    return [
        (words.inbox_button(say), OpenInbox()),
        (session_words.sessions_button(say), MySessions()),
        (files_button(say), FilesButton()),
        (words.my_group_button(say, pair=pair), MyGroupsButton()),
    ]


def _of_manager(say: Say) -> list[tuple[str, Target]]:
    return [
        (words.groups_button(say), GroupsButton()),
        (session_words.status_button(say), Status()),
        (files_button(say), FilesButton()),
        (words.new_group_button(say), NewGroupButton()),
        (session_words.sessions_button(say), MySessions()),
        (programme_settings_button(say), ProgrammesButton()),
    ]
