"""Screens of the privacy notice when it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HelpButton, TalkButton
from handlers.buttons.consents import AgreeAnewButton, DisagreeAnewButton, ReadAnewButton, WithdrawButton
from handlers.buttons.own_data import EraseButton, MyDataButton, SendEverythingButton
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.consents import AskConsentAnew, AskWithdrawal, ConsentWithdrawn, DeclinedAnew, DeclinedNews
from mentoring.people import Role
from texts import consents as words
from texts import home as home_words
from texts import own_data, withdrawing

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say


def ask_anew(notice: AskConsentAnew, say: Say) -> Content:
    organisation = ", ".join(notice.organisations)
    if notice.withdrawn and not notice.whole:
        optional = words.quotes_line(say)
        text = withdrawing.come_back(say, name=notice.name, organisation=organisation, optional=optional)
    elif notice.whole:
        text = words.whole_privacy(say, organisation=organisation, managers=notice.managers)
    else:
        text = words.changed(say, name=notice.name, organisation=organisation)
    label = words.short_button(say) if notice.whole else words.whole_button(say)
    mine: Row = [(own_data.door_button(say), MyDataButton())] if notice.withdrawn else []
    marked = ReadAnewButton(quotes=not notice.quotes, whole=notice.whole)
    markup = inline(
        [(words.quotes_button(say, allowed=notice.quotes), marked)],
        [(words.agree_button(say), AgreeAnewButton(quotes=notice.quotes))],
        [(words.disagree_button(say), DisagreeAnewButton())],
        [(label, ReadAnewButton(quotes=notice.quotes, whole=not notice.whole))],
        mine,
    )
    return Content(text=text, reply_markup=markup)


def declined_anew(_: DeclinedAnew, say: Say) -> Content:
    again = [(words.read_again_button(say), ReadAnewButton(quotes=False, whole=False))]
    markup = inline(again, [(home_words.help_button(say), HelpButton())])
    return Content(text=words.declined_anew(say), reply_markup=markup)


def declined_news(notice: DeclinedNews, say: Say) -> Content:
    talk = home_words.talk_button(say, name=notice.name, role=Role.MENTEE), TalkButton(person_id=notice.person_id)
    return Content(text=words.declined_news(say, name=notice.name), reply_markup=inline([talk]))


def ask_withdrawal(_: AskWithdrawal, say: Say) -> Content:
    sure: Row = [(withdrawing.sure_button(say), WithdrawButton(sure=True))]
    return Content(text=withdrawing.ask(say), reply_markup=inline(sure, way_home(say)))


def consent_withdrawn(_: ConsentWithdrawn, say: Say) -> Content:
    markup = inline(
        [(own_data.everything_button(say), SendEverythingButton())],
        [(own_data.erase_button(say), EraseButton(sure=False))],
        [(home_words.help_button(say), HelpButton())],
    )
    return Content(text=withdrawing.withdrawn(say), reply_markup=markup)


SCREENS: Screens = {
    AskWithdrawal: ask_withdrawal,
    ConsentWithdrawn: consent_withdrawn,
    AskConsentAnew: ask_anew,
    DeclinedAnew: declined_anew,
    DeclinedNews: declined_news,
}
