"""Words when a session changes its place, when somebody can't come, and when it was put off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.notices.sessions import SessionSeen
    from texts.say import Html, Say


def ask_place(say: Say, session: SessionSeen) -> Html:
    return say(
        "<b>Where does the session of {group} take place now?</b>\n🕕 {at}\n\nSend the new link or address. "
        "I tell those who are coming at once.",
        group=session.group,
        at=say.moment(session.starts_at),
    )


def ask_why_not(say: Say, session: SessionSeen) -> Html:
    return say(
        "<b>Why can't you come to the session of {group}?</b>\n🕕 {at}\n\nOnly your mentors read it. "
        "You need not say anything.",
        group=session.group,
        at=say.moment(session.starts_at),
    )


def place_button(say: Say) -> str:
    return say.label("📍 Another place or link")


def why_not_button(say: Say) -> str:
    return say.label("💬 Say why, to the mentors only")


def later_button(say: Say) -> str:
    return say.label("🔄 Put off")


def say_nothing_button(say: Say) -> str:
    return say.label("✖ Leave it")
