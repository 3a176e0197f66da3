"""Screens on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.joining import (
    AgeButton,
    AgreeButton,
    DisagreeButton,
    LanguageButton,
    LetInButton,
    NameButton,
    NamesButton,
    NotListedButton,
    PrivacyButton,
    QuotesButton,
    TakeForButton,
    TelegramNameButton,
    TellManagerButton,
)
from handlers.keyboards import Link, inline
from handlers.message import Content
from handlers.screens import next_steps
from handlers.screens.doors import way_home
from mentoring.notices.joining import (
    AskAge,
    AskConsent,
    AskGuardian,
    AskLanguage,
    AskManagerName,
    AskOrganisation,
    AskOwnName,
    AskToLetBackIn,
    AskToLetIn,
    AskWhichName,
    AwaitManager,
    Declined,
    LetInDecided,
    MinorJoined,
    NameChoice,
    NotLetIn,
    SomebodyDeclined,
    TakenOut,
    WelcomeBack,
)
from mentoring.people import MembershipState
from texts import consents as privacy_words
from texts import joining as words
from texts import letting_in as letting_words
from texts import next_steps as step_words
from texts.say import Html

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Telegram takes a hundred keys on one message; one stays for whoever is not listed.
_MOST_NAMES = 99
#: Short names stand side by side; longer ones need the whole width of a phone.
_LONGEST_IN_PAIR = 16


def ask_language(notice: AskLanguage, say: Say) -> Content:
    if notice.at_door and notice.programme is not None:
        start = [(words.start_button(say), Link(url=say.link("in")))]
        return Content(text=words.at_door(say, programme=notice.programme), reply_markup=inline(start))
    languages = sorted(notice.offered, key=lambda language: language is not notice.guess)
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


def ask_own_name(notice: AskOwnName, say: Say) -> Content:
    return Content(text=words.ask_own_name(say), reply_markup=inline(_back(say) if notice.listed else []))


def await_manager(notice: AwaitManager, say: Say) -> Content:
    if notice.back:
        return Content(text=words.await_return(say, group_name=notice.group_name))
    text = words.await_manager(say, name=notice.name, group_name=notice.group_name)
    other = [(words.other_name_button(say), NotListedButton())]
    return Content(text=text, reply_markup=inline(other, _back(say) if notice.listed else []))


def ask_age(notice: AskAge, say: Say) -> Content:
    yes, no = words.adult_button(say, years=notice.years), words.minor_button(say, years=notice.years)
    markup = inline([(yes, AgeButton(adult=True))], [(no, AgeButton(adult=False))], _back(say))
    return Content(text=words.ask_age(say, years=notice.years, group_name=notice.group_name), reply_markup=markup)


def ask_guardian(notice: AskGuardian, say: Say) -> Content:
    adult = [(words.adult_button(say, years=notice.years), AgeButton(adult=True))]
    return Content(text=words.ask_guardian(say, years=notice.years), reply_markup=inline(adult, _back(say)))


def ask_consent(notice: AskConsent, say: Say) -> Content:
    mark = privacy_words.quotes_button(say, allowed=notice.quotes), QuotesButton(yes=not notice.quotes)
    agree, disagree = (
        (privacy_words.agree_button(say), AgreeButton()),
        (privacy_words.disagree_button(say), DisagreeButton()),
    )
    if notice.whole:
        text = privacy_words.whole_privacy(say, organisation=notice.organisation, managers=notice.managers)
    else:
        text = privacy_words.privacy(
            say,
            name=notice.name,
            group_name=notice.group_name,
            organisation=notice.organisation,
            role=notice.role,
            guardian=notice.guardian,
        )
    label = privacy_words.short_button(say) if notice.whole else privacy_words.whole_button(say)
    more = [(label, PrivacyButton(whole=not notice.whole))]
    return Content(text=text, reply_markup=inline([mark], [agree], [disagree], more, _back(say)))


def declined(notice: Declined, say: Say) -> Content:
    if notice.told:
        return Content(text=privacy_words.declined_and_told(say))
    tell = [(privacy_words.tell_manager_button(say), TellManagerButton())]
    again = [(privacy_words.read_again_button(say), PrivacyButton(whole=False))]
    return Content(text=privacy_words.declined(say), reply_markup=inline(tell, again))


def somebody_declined(notice: SomebodyDeclined, say: Say) -> Content:
    return Content(text=letting_words.somebody_declined(say, group_name=notice.group_name, name=notice.name))


def minor_joined(notice: MinorJoined, say: Say) -> Content:
    text = letting_words.minor_joined(
        say, name=notice.name, group_name=notice.group_name, guardian=notice.guardian, years=notice.years
    )
    return Content(text=text)


def not_let_in(notice: NotLetIn, say: Say) -> Content:
    return Content(text=words.not_let_in(say, group_name=notice.group_name))


def ask_to_let_in(notice: AskToLetIn, say: Say) -> Content:
    parts = [letting_words.ask_to_let_in(say, name=_told_apart(notice), role=notice.role, group_name=notice.group_name)]
    if notice.namesake is not None:
        parts.append(letting_words.namesake(say, name=notice.name, handle=notice.namesake))
    if notice.choices:
        parts.append(letting_words.one_of_these(say))
    rows = [
        [(letting_words.choice_button(say, name=one.name, role=one.role), _take_for(notice, one))]
        for one in notice.choices
    ]
    let_in = letting_words.let_in_as_new_button if notice.choices else letting_words.let_in_button
    decide = [
        (let_in(say), LetInButton(telegram_id=notice.telegram_id, yes=True)),
        (letting_words.turn_away_button(say), LetInButton(telegram_id=notice.telegram_id, yes=False)),
    ]
    return Content(text=Html("\n\n".join(parts)), reply_markup=inline(*rows, decide))


def _take_for(notice: AskToLetIn, choice: NameChoice) -> TakeForButton:
    return TakeForButton(telegram_id=notice.telegram_id, membership_id=choice.membership_id)


def _told_apart(notice: AskToLetIn) -> str:
    return f"{notice.name} ({notice.handle})" if notice.handle else notice.name


def ask_to_let_back_in(notice: AskToLetBackIn, say: Say) -> Content:
    text = letting_words.ask_to_let_back_in(
        say,
        name=notice.name,
        group_name=notice.group_name,
        into=notice.into,
        removed=notice.state is MembershipState.REMOVED,
        since=notice.since,
    )
    yes, no = (LetInButton(telegram_id=notice.telegram_id, yes=answer) for answer in (True, False))
    return Content(
        text=text,
        reply_markup=inline([(letting_words.let_back_button(say), yes), (letting_words.turn_away_button(say), no)]),
    )


def let_in_decided(notice: LetInDecided, say: Say) -> Content:
    decided = letting_words.let_in if notice.let_in else letting_words.turned_away
    return Content(text=decided(say, name=notice.name, group_name=notice.group_name))


def taken_out(notice: TakenOut, say: Say) -> Content:
    return Content(text=words.taken_out(say, group_name=notice.group_name), reply_markup=inline(way_home(say)))


def welcome_back(notice: WelcomeBack, say: Say) -> Content:
    lines = [step_words.line(say, one) for one in notice.things]
    text = words.welcome_back(say, name=notice.name, missed=notice.missed, things=lines, more=notice.more)
    rows = [next_steps.row(say, one, named=True) for one in notice.things]
    return Content(text=text, reply_markup=inline(*rows) if rows else None)


def _back(say: Say) -> Row:
    return [(words.names_button(say), NamesButton())]


SCREENS: Screens = {
    AskLanguage: ask_language,
    AskManagerName: ask_manager_name,
    AskOrganisation: ask_organisation,
    AskWhichName: ask_which_name,
    AskOwnName: ask_own_name,
    AwaitManager: await_manager,
    AskAge: ask_age,
    AskGuardian: ask_guardian,
    AskConsent: ask_consent,
    Declined: declined,
    SomebodyDeclined: somebody_declined,
    MinorJoined: minor_joined,
    NotLetIn: not_let_in,
    AskToLetIn: ask_to_let_in,
    AskToLetBackIn: ask_to_let_back_in,
    LetInDecided: let_in_decided,
    TakenOut: taken_out,
    WelcomeBack: welcome_back,
}
