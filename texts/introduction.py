"""How the bot introduces itself in Telegram: its profile and its list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.menus import MenuCommand

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


def command(say: Say, of: MenuCommand) -> str:
    """Behind the menu button in a private chat; everything is there as buttons, too."""
    match of:
        case MenuCommand.HOME:
            return say.label("What's next, and everything else")
        case MenuCommand.INBOX:
            return say.label("What waits for your review")
        case MenuCommand.SEND:
            return say.label("Send a document")
        case MenuCommand.SESSIONS:
            return say.label("My sessions")
        case MenuCommand.GROUPS:
            return say.label("The mentoring groups")
        case MenuCommand.STATUS:
            return say.label("How the groups are doing")
        case MenuCommand.DOCUMENTS:
            return say.label("My documents")
        case MenuCommand.HELP:
            return say.label("Help, and a person to write to")
        case MenuCommand.SETTINGS:
            return say.label("Language, time zone, quiet hours")
        case _:
            assert_never(of)


def group_help(say: Say) -> str:
    """In a group, where the answer comes in private."""
    return say.label("What I do; the answer comes in our private chat")


def group_bind(say: Say) -> str:
    """For a group's administrators."""
    return say.label("Connect this group, with the code that I gave you")
