"""How it looks when somebody has not been heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import TalkButton
from handlers.buttons.places import AskRestButton, DeedButton, RestButton, WaitLongerButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.silence import SilenceNudge, SomebodySilent
from mentoring.places import Deed
from texts import people_cards as card_words
from texts import places as place_words
from texts import silence as words

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def silence_nudge(notice: SilenceNudge, say: Say) -> Content:
    rest: Row = [(place_words.rest_button(say), RestButton())]
    return Content(text=words.nudge(say, notice), reply_markup=inline(way_home(say), rest))


def somebody_silent(notice: SomebodySilent, say: Say) -> Content:
    of = notice.membership_id
    write: Row = [(words.write_button(say), TalkButton(person_id=notice.person_id))]
    wait: Row = [(words.wait_button(say), WaitLongerButton(membership_id=of))]
    decide: Row = [
        (card_words.deed_button(say, Deed.PAUSE), AskRestButton(membership_id=of)),
        (card_words.deed_button(say, Deed.REMOVE), DeedButton(membership_id=of, deed=Deed.REMOVE)),
    ]
    return Content(text=words.somebody_silent(say, notice), reply_markup=inline([*write, *wait], decide))


SCREENS: Screens = {SilenceNudge: silence_nudge, SomebodySilent: somebody_silent}
