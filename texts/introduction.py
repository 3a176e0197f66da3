"""How the bot introduces itself in Telegram: its profile and its list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Say


def short_description(say: Say) -> str:
    """At most 120 characters; stands in the profile."""
    return say.label("I remind mentoring groups of their sessions and carry documents from mentees to mentors.")


def description(say: Say) -> str:
    """At most 512 characters; stands in the empty chat, above the Start button."""
    return say.label(
        "I am the bot of a mentoring programme. I remind you of your sessions, take your documents to your mentor and "
        "bring back the answer.\n\nTo begin, open the link or the QR code that you were given, and press Start."
    )


def commands(say: Say) -> dict[str, str]:
    """What stands behind the menu button in a private chat; everything is there as buttons, too."""
    return {
        "home": say.label("What's next, and everything else"),
        "help": say.label("Help, and a person to write to"),
        "language": say.label("English or Bulgarian"),
    }
