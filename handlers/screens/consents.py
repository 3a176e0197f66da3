"""Screens of the privacy notice when it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HelpButton, TalkButton
from handlers.buttons.consents import AgreeAnewButton, DisagreeAnewButton, ReadAnewButton
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.notices.consents import AskConsentAnew, DeclinedAnew, DeclinedNews
from mentoring.people import Role
from texts import consents as words
from texts import home as home_words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say


def ask_anew(notice: AskConsentAnew, say: Say) -> Content:
    organisation = ", ".join(notice.organisations)
    if notice.whole:
        text = words.whole_privacy(say, organisation=organisation, managers=notice.managers)
    else:
        text = words.changed(say, name=notice.name, organisation=organisation)
    label = words.short_button(say) if notice.whole else words.whole_button(say)
    marked = ReadAnewButton(quotes=not notice.quotes, whole=notice.whole)
    markup = inline(
        [(words.quotes_button(say, allowed=notice.quotes), marked)],
        [(words.agree_button(say), AgreeAnewButton(quotes=notice.quotes))],
        [(words.disagree_button(say), DisagreeAnewButton())],
        [(label, ReadAnewButton(quotes=notice.quotes, whole=not notice.whole))],
    )
    return Content(text=text, reply_markup=markup)


def declined_anew(_: DeclinedAnew, say: Say) -> Content:
    again = [(words.read_again_button(say), ReadAnewButton(quotes=False, whole=False))]
    markup = inline(again, [(home_words.help_button(say), HelpButton())])
    return Content(text=words.declined_anew(say), reply_markup=markup)


def declined_news(notice: DeclinedNews, say: Say) -> Content:
    talk = home_words.talk_button(say, name=notice.name, role=Role.MENTEE), TalkButton(person_id=notice.person_id)
    return Content(text=words.declined_news(say, name=notice.name), reply_markup=inline([talk]))


SCREENS: Screens = {
    AskConsentAnew: ask_anew,
    DeclinedAnew: declined_anew,
    DeclinedNews: declined_news,
}
