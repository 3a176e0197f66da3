"""Going out of a group's Telegram chat: asked kindly, told without blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Html, Say


def went_out(say: Say, *, group: str, can_rejoin: bool) -> Html:
    if not can_rejoin:
        return say(
            "You are no longer in the Telegram group of <b>{group}</b>. By accident? Your manager can add you "
            "again.\n\nIn the programme nothing has changed. If you need a break, tell me below.",
            group=group,
        )
    return say(
        "You are no longer in the Telegram group of <b>{group}</b>. By accident? The button brings you back.\n\n"
        "In the programme nothing has changed. If you need a break, tell me below.",
        group=group,
    )


def rejoin_button(say: Say) -> str:
    return say.label("💬 Back to the Telegram group")


def back_in(say: Say, *, group: str) -> Html:
    return say("✅ You are back in the Telegram group of <b>{group}</b>.", group=group)


def still_out(say: Say, *, name: str, group: str) -> Html:
    return say(
        "<b>{name}</b> has been out of the Telegram group of {group} for a day. I have asked them whether it was by "
        "accident; in the programme nothing has changed.",
        name=name,
        group=group,
    )


def taken_out(say: Say, *, name: str, group: str) -> Html:
    return say(
        "<b>{name}</b> was taken out of the Telegram group of {group} by one of its administrators. In the programme "
        "nothing has changed: you decide.",
        name=name,
        group=group,
    )


def outsider_added(say: Say, *, name: str, group: str) -> Html:
    return say(
        "<b>{name}</b>, who is no longer in {group}, was added to its Telegram group. If that is meant, let them back "
        "in; if not, take them out of the Telegram group.",
        name=name,
        group=group,
    )


def not_taken_out(say: Say, *, name: str, group: str) -> Html:
    return say(
        "I may not take <b>{name}</b> out of the Telegram group of {group}. By hand: open the Telegram group, press "
        "and hold the name in the list of members, and choose Remove. Or give me the right “Ban users”, and press "
        "again.",
        name=name,
        group=group,
    )


def try_again_button(say: Say) -> str:
    return say.label("🔁 Try again")
