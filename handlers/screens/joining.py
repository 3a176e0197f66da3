"""Screens on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.joining import (
    AgreeButton,
    DisagreeButton,
    LanguageButton,
    LetInButton,
    NameButton,
    NamesButton,
    NotListedButton,
    PrivacyButton,
    TelegramNameButton,
)
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.joining import (
    AskConsent,
    AskLanguage,
    AskManagerName,
    AskOrganisation,
    AskOwnName,
    AskToLetIn,
    AskWhichName,
    AwaitManager,
    Declined,
    LetInDecided,
    NotLetIn,
    TakenOut,
    WelcomeBack,
)
from mentoring.people import Language
from texts import joining as words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Telegram takes a hundred keys on one message; one stays for whoever is not listed.
_MOST_NAMES = 99
#: Short names stand side by side; longer ones need the whole width of a phone.
_LONGEST_IN_PAIR = 16


def ask_language(notice: AskLanguage, say: Say) -> Content:
    languages = sorted(Language, key=lambda language: language is not notice.guess)
    rows = [[(words.LANGUAGE_NAMES[language], LanguageButton(language=language))] for language in languages]
    return Content(text=words.ask_language(say, programme=notice.programme), reply_markup=inline(*rows))


def ask_manager_name(notice: AskManagerName, say: Say) -> Content:
    offered = [(notice.telegram_name, TelegramNameButton())] if notice.telegram_name else []
    return Content(text=words.ask_manager_name(say), reply_markup=inline(offered))


def ask_organisation(notice: AskOrganisation, say: Say) -> Content:
    return Content(text=words.ask_organisation(say, name=notice.name))


def ask_which_name(notice: AskWhichName, say: Say) -> Content:
    keys = [(one.name, NameButton(membership_id=one.membership_id)) for one in notice.names[:_MOST_NAMES]]
    width = 2 if all(len(one.name) <= _LONGEST_IN_PAIR for one in notice.names) else 1
    rows = [keys[start : start + width] for start in range(0, len(keys), width)]
    markup = inline(*rows, [(words.not_listed_button(say), NotListedButton())])
    if not keys:
        return Content(text=words.nobody_left(say, group_name=notice.group_name), reply_markup=markup)
    text = words.ask_which_name(say, group_name=notice.group_name, role=notice.role, taken=notice.taken)
    return Content(text=text, reply_markup=markup)


def ask_own_name(_: AskOwnName, say: Say) -> Content:
    return Content(text=words.ask_own_name(say), reply_markup=inline([(words.names_button(say), NamesButton())]))


def await_manager(notice: AwaitManager, say: Say) -> Content:
    text = words.await_manager(say, name=notice.name, group_name=notice.group_name)
    return Content(text=text, reply_markup=inline([(words.names_button(say), NamesButton())]))


def ask_consent(notice: AskConsent, say: Say) -> Content:
    decide = [(words.agree_button(say), AgreeButton())], [(words.disagree_button(say), DisagreeButton())]
    if notice.whole:
        text = words.whole_privacy(say, organisation=notice.organisation, managers=notice.managers)
        more = [(words.short_button(say), PrivacyButton(whole=False))]
    else:
        text = words.privacy(say, name=notice.name, group_name=notice.group_name, organisation=notice.organisation)
        more = [(words.whole_button(say), PrivacyButton(whole=True))]
    return Content(text=text, reply_markup=inline(*decide, more))


def declined(_: Declined, say: Say) -> Content:
    return Content(text=words.declined(say))


def not_let_in(notice: NotLetIn, say: Say) -> Content:
    return Content(text=words.not_let_in(say, group_name=notice.group_name))


def ask_to_let_in(notice: AskToLetIn, say: Say) -> Content:
    text = words.ask_to_let_in(say, name=notice.name, role=notice.role, group_name=notice.group_name)
    yes, no = (LetInButton(telegram_id=notice.telegram_id, yes=answer) for answer in (True, False))
    return Content(text=text, reply_markup=inline([(words.let_in_button(say), yes), (words.turn_away_button(say), no)]))


def let_in_decided(notice: LetInDecided, say: Say) -> Content:
    decided = words.let_in if notice.let_in else words.turned_away
    return Content(text=decided(say, name=notice.name, group_name=notice.group_name))


def taken_out(notice: TakenOut, say: Say) -> Content:
    return Content(text=words.taken_out(say, group_name=notice.group_name), reply_markup=inline(way_home(say)))


def welcome_back(notice: WelcomeBack, say: Say) -> Content:
    return Content(text=words.welcome_back(say, name=notice.name, missed=notice.missed))


SCREENS: Screens = {
    AskLanguage: ask_language,
    AskManagerName: ask_manager_name,
    AskOrganisation: ask_organisation,
    AskWhichName: ask_which_name,
    AskOwnName: ask_own_name,
    AwaitManager: await_manager,
    AskConsent: ask_consent,
    Declined: declined,
    NotLetIn: not_let_in,
    AskToLetIn: ask_to_let_in,
    LetInDecided: let_in_decided,
    TakenOut: taken_out,
    WelcomeBack: welcome_back,
}
