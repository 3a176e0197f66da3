"""Words about people who can't be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Reachability

if TYPE_CHECKING:
    from mentoring.notices.reachability import NotReached
    from texts.say import Html, Say


def not_reached(say: Say, notice: NotReached) -> Html:
    if notice.reachability is Reachability.GONE:
        return say(
            "📵 The Telegram account of <b>{name}</b> · {group} is no more, so my messages don't arrive there.\n\n"
            "Please reach them another way; with a new account the manager can give them their place back.",
            name=notice.name,
            group=notice.group,
        )
    return say(
        "📵 My messages don't reach <b>{name}</b> · {group} at the moment. What must arrive waits for them.\n\n"
        "Please ask them in another way to open our chat.",
        name=notice.name,
        group=notice.group,
    )


def open_our_chat(say: Say) -> Html:
    return say(
        "📬 Do you get no messages from me? Please open our chat and press Start; what waits for you comes then."
    )


def open_button(say: Say) -> str:
    return say.label("📬 Open our chat")
