"""Screens for newcomers, and the word of welcome in their group's chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.common import HelpButton
from handlers.buttons.joining import PutAwayButton
from handlers.buttons.sessions import MySessions
from handlers.buttons.submissions import HowToSend, OpenInbox
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.welcome import CatchUp, GroupWelcome, Round
from mentoring.people import Role
from texts import home, session_buttons
from texts import welcome as words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def a_round(notice: Round, say: Say) -> Content:
    """In silence: it comes together with the word that they are in."""
    if notice.away:
        return Content(text=words.round_put_away(say))
    first: Row = [(home.send_button(say), HowToSend())]
    if notice.role is Role.MENTOR:
        first = [(home.inbox_button(say), OpenInbox())]
    doors = [(session_buttons.sessions_button(say), MySessions()), (home.help_button(say), HelpButton())]
    done = [(words.got_it_button(say), PutAwayButton())]
    return Content(text=words.a_round(say, role=notice.role), reply_markup=inline(first, doors, done), silent=True)


def catch_up(notice: CatchUp, say: Say) -> Content:
    markup = inline([(session_buttons.sessions_button(say), MySessions())], way_home(say))
    return Content(text=words.catch_up(say, notice), reply_markup=markup, silent=True)


def group_welcome(notice: GroupWelcome, say: Say) -> Content:
    voices = [replace(say, language=language) for language in notice.languages or (say.language,)]
    text = Html("\n\n".join(words.group_welcome(voice, notice) for voice in voices))
    return Content(text=text, silent=True)


SCREENS: Screens = {
    Round: a_round,
    CatchUp: catch_up,
    GroupWelcome: group_welcome,
}
