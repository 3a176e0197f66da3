"""Words about the check for viruses: calm, and without blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.scans import Screening
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Collection

    from texts.say import Say


def held(say: Say, file: str, *, infected: bool) -> Html:
    """In the place of a file."""
    named = file or say.label("the file")
    if infected:
        return say("🛡 {file} is not passed on: the check for viruses has found something in it.", file=named)
    return say("🛡 {file} is being checked for viruses. It follows as soon as that is done.", file=named)


def upload_being_checked(say: Say) -> Html:
    return say("🛡 It is being checked for viruses. As soon as that is done, I file it by myself and tell you.")


def receipt(say: Say, found: Collection[Screening | None]) -> Html:
    """On the card of whoever sent it; empty where there is nothing to say."""
    if Screening.INFECTED in found:
        return say("🛡 Your mentor does not get the file: the check for viruses has found something in it.")
    if Screening.WAITING in found:
        return say("🛡 I check the file for viruses first; your mentor gets it as soon as that is done.")
    return Html("")


def virus_in_your_file(say: Say, file: str) -> Html:
    return say(
        "🛡 In “{file}” the check for viruses has found something, so I have not passed the file on. That happens "
        "easily and without anybody's doing. Please send the document once more, best as a photo of the page or saved "
        "anew as PDF, and have your device checked.",
        file=file,
    )


def file_held_back(say: Say, *, number: int, file: str, name: str) -> Html:
    return say(
        "🛡 S-{number}: “{file}” does not come, because it did not pass the check for viruses. {name} knows and can "
        "send it anew. There is nothing for you to do.",
        number=number,
        file=file,
        name=name,
    )


def virus_found(say: Say, latest: int) -> Html:
    return say(
        "🛡 The virus scanner has found something in a file. It was not passed on, and whoever sent it knows.\n\nPlease "
        "pass this on to whoever looks after the bot: file <code>{latest}</code>.",
        latest=latest,
    )


def scanner_away(say: Say, waiting: int) -> Html:
    return say.n(
        "🛡 The virus scanner does not answer. {count} document waits until it does; nothing is lost.\n\nPlease tell "
        "whoever looks after the bot.",
        "🛡 The virus scanner does not answer. {count} documents wait until it does; nothing is lost.\n\nPlease tell "
        "whoever looks after the bot.",
        waiting,
    )
