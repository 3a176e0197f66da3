"""Words on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language, Role
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from texts.say import Say

LANGUAGE_NAMES = {Language.BG: "🇧🇬 Български", Language.EN: "🇬🇧 English"}


def ask_language(say: Say, *, programme: str | None) -> Html:
    if programme is None:
        return say("Hello! I am a bot that runs mentoring programmes. <b>Which language do you prefer?</b>")
    return say(
        "Hello! I am the bot of the mentoring programme of <b>{programme}</b>. I remind you of meetings and take your "
        "documents.\n\n<b>Which language do you prefer?</b>",
        programme=programme,
    )


def at_door(say: Say, *, programme: str) -> Html:
    return say(
        "Hello! I am the bot of the mentoring programme of <b>{programme}</b>. You have asked to join the group's "
        "chat.\n\n"
        "<b>Please press Start</b>: a few taps, and the door opens by itself.",
        programme=programme,
    )


def start_button(say: Say) -> str:
    return say.label("▶ Start")


def ask_manager_name(say: Say) -> Html:
    return say("You are a manager here now. <b>What is your name?</b>\n\nType it, or use the one you have on Telegram.")


def ask_organisation(say: Say, *, name: str) -> Html:
    return say(
        "Thank you, {name}. <b>Which organisation runs the programme?</b>\n\n"
        "Type its name: people see it when they join.",
        name=name,
    )


def ask_which_name(say: Say, *, group_name: str, role: Role, taken: str | None) -> Html:
    question = _which_mentor(say, group_name) if role is Role.MENTOR else _which_mentee(say, group_name)
    if taken is None:
        return question
    return say("<i>Somebody else has taken this name a moment ago.</i>\n\n{question}", question=question)


def nobody_left(say: Say, *, group_name: str) -> Html:
    return say("All names on the list of <b>{group}</b> are taken. <b>Who are you?</b>", group=group_name)


def _which_mentor(say: Say, group_name: str) -> Html:
    return say("You are invited as mentor of <b>{group}</b>. <b>Which one are you?</b>", group=group_name)


def _which_mentee(say: Say, group_name: str) -> Html:
    return say("You are invited to the mentoring group <b>{group}</b>. <b>Which one are you?</b>", group=group_name)


def not_listed_button(say: Say) -> str:
    return say.label("I'm not on the list")


def names_button(say: Say) -> str:
    return say.label("◀ Back to the names")


def ask_own_name(say: Say) -> Html:
    return say(
        "<b>What is your name?</b> Please type first and family name.\n\nThe manager confirms it, then you are in."
    )


def await_manager(say: Say, *, name: str, group_name: str) -> Html:
    return say(
        "I have asked the manager whether <b>{name}</b> belongs to <b>{group}</b>. I write to you as soon as there is "
        "an answer; there is nothing for you to do now.",
        name=name,
        group=group_name,
    )


def not_let_in(say: Say, *, group_name: str) -> Html:
    return say(
        "The manager did not confirm you for <b>{group}</b>. I have kept nothing about you.\n\n"
        "If this is a mistake, please speak with the manager and open your link again.",
        group=group_name,
    )


def await_return(say: Say, *, group_name: str) -> Html:
    return say(
        "You have been in <b>{group}</b> before, so I have asked the manager to let you back in. I write to you as "
        "soon as "
        "there is an answer; there is nothing for you to do now.",
        group=group_name,
    )


def other_name_button(say: Say) -> str:
    return say.label("✏️ Another name")


def ask_age(say: Say, *, years: int, group_name: str) -> Html:
    return say(
        "<b>Are you {years} or older?</b>\n\n<b>{group}</b> asks because younger people take part with the agreement "
        "of a "
        "parent or guardian.",
        years=years,
        group=group_name,
    )


def adult_button(say: Say, *, years: int) -> str:
    return say.label("Yes, {years} or older", years=years)


def minor_button(say: Say, *, years: int) -> str:
    return say.label("No, under {years}", years=years)


def ask_guardian(say: Say, *, years: int) -> Html:
    return say(
        "You are welcome. Because you are under {years}, your parent or guardian signs too; the manager gives you "
        "the paper "
        "for it.\n\n<b>What is your parent's or guardian's name?</b> Type first and family name.",
        years=years,
    )


def taken_out(say: Say, *, group_name: str) -> Html:
    return say(
        "You are no longer in the mentoring group <b>{group}</b>. Thank you for your part in it.\n\n"
        "If you have a question, please speak with the manager.",
        group=group_name,
    )


def welcome_back(say: Say, *, name: str, missed: int, things: Sequence[Html] = (), more: int = 0) -> Html:
    if missed == 0:
        return say("Welcome back, {name}! You have missed nothing.", name=name)
    head = _missed(say, name, missed)
    if not things:
        return head
    rest = [say.n("… and {count} more.", "… and {count} more.", more)] if more else []
    return Html("\n".join([head, say("<b>Open now:</b>"), *things, *rest]))


def _missed(say: Say, name: str, missed: int) -> Html:
    return say.n(
        "Welcome back, {name}! You have missed {count} message. What matters of it stands below.",
        "Welcome back, {name}! You have missed {count} messages. What matters of them stands below.",
        missed,
        name=name,
    )
