"""Words of a test group."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Html, Say


def confirm_wipe(say: Say, *, name: str, people: int, sent: int) -> Html:
    return say(
        "<b>Wipe {name}?</b>\n\nEverything of this test group goes for good: {people}, {sent}, sessions and "
        "diaries. Your other groups are not touched.",
        name=name,
        people=say.n("{count} place", "{count} places", people),
        sent=say.n("{count} submission", "{count} submissions", sent),
    )


def wiped(say: Say, *, name: str) -> Html:
    return say("✅ <b>{name}</b> is wiped. Nothing of it is left.", name=name)


def trial_button(say: Say) -> str:
    return say.label("🧪 Test group")


def wipe_button(say: Say) -> str:
    return say.label("🧪 Wipe this test group")


def wipe_for_good_button(say: Say) -> str:
    return say.label("Wipe for good")
