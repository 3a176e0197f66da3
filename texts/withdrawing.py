"""Words about taking back that somebody takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Html, Say


def ask(say: Say) -> Html:
    return say(
        "↩ <b>Take back your consent?</b>\n\nThen taking part ends: you leave all your groups, and I keep nothing new. "
        "What I already keep stays as the notice says, until it is erased; you can ask for that in the next step. "
        "If you come back, I ask you again."
    )


def withdrawn(say: Say) -> Html:
    return say(
        "↩ Your consent is taken back, from today on. You have left your groups; mentor and manager hear only that you "
        "left.\n\nDo you want your data, or shall it be erased?"
    )


def withdraw_button(say: Say) -> str:
    return say.label("↩ Take back my consent")


def sure_button(say: Say) -> str:
    return say.label("↩ Yes, take it back and leave")


def has_withdrawn(say: Say) -> Html:
    return say("↩ You have taken your consent back: you take part in nothing, and I keep nothing new.")


def come_back(say: Say, *, name: str, organisation: str, optional: Html) -> Html:
    return say(
        "{name}, you have taken your consent back, so I need it anew before we go on. What you have just sent waits "
        "for your answer.\n\n"
        "1. <b>{organisation}</b> runs the programme and answers for your data.\n"
        "2. I keep your name, your Telegram number, meeting dates, and what you send or answer here.\n"
        "3. Mentor and manager see what belongs to the mentoring. Your group sees your name and what is meant "
        "for it.\n"
        "4. Chat in the group is kept only while a session is recorded; you are told so when it begins.\n"
        "5. Everything travels through Telegram. We keep it as long as the programme has to prove its work.\n"
        "6. You can see, correct or delete your data and leave at any time, under Help.\n\n"
        "{optional}\n\n"
        "<b>Do you agree?</b>",
        name=name,
        organisation=organisation,
        optional=optional,
    )
