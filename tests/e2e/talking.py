"""Writing to a human through the bot, from the help card on, in the language of whoever writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.persons import Person

_BULGARIAN = ("Аз съм бот", "Разговор с човек")
_ENGLISH = ("I am a bot", "Talk to a person")


async def writes_to(person: Person, whom: str, words: str) -> None:
    """Until the words are on their way; what comes of them is for the story to see."""
    about_me, to_a_person = _BULGARIAN if person.user.language_code == "bg" else _ENGLISH
    card = await person.sees(about_me, after=await person.says("/help"))
    await person.presses(to_a_person, on=card)
    await person.presses(whom)
    await person.sees(whom)
    await person.says(words)
