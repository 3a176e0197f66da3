"""How it looks that somebody can't be reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.buttons.places import PersonButton
from handlers.keyboards import Link, inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.reachability import NotReached, OpenOurChat
from texts import reachability as words
from texts.people_cards import person_button
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def not_reached(notice: NotReached, say: Say) -> Content:
    person: Row = []
    if notice.can_open:
        person = [(person_button(say, notice.name), PersonButton(membership_id=notice.membership_id))]
    return Content(text=words.not_reached(say, notice), reply_markup=inline(person, way_home(say)))


def open_our_chat(notice: OpenOurChat, say: Say) -> Content:
    voices = [replace(say, language=one) for one in notice.languages or (say.language,)]
    text = Html("\n\n".join(words.open_our_chat(voice) for voice in voices))
    return Content(text=text, reply_markup=inline([(words.open_button(say), Link(url=say.link("back")))]), silent=True)


SCREENS: Screens = {NotReached: not_reached, OpenOurChat: open_our_chat}
