"""One mentor and one mentee: nobody is told of a group where there are only two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from texts.say import Html, Say


def place(say: Say, *, role: Role, mentors: Sequence[str], mentees: Sequence[str]) -> Html:
    if role is Role.MENTOR:
        if not mentees:
            return say("You are a mentor; your mentee joins soon.")
        return say("You are the mentor of <b>{mentee}</b>.", mentee=", ".join(mentees))
    if not mentors:
        return say("You are in; your mentor joins soon.")
    return say("Your mentor is <b>{mentors}</b>.", mentors=", ".join(mentors))


def who_we_are(say: Say, *, mentors: Sequence[str], mentees: Sequence[str]) -> Html:
    return say(
        "Mentor: {mentors}\nMentee: {mentee}", mentors=", ".join(mentors) or "–", mentee=", ".join(mentees) or "–"
    )


def who_we_are_button(say: Say) -> str:
    return say.label("👥 Who we are")


def chat_button(say: Say) -> str:
    return say.label("💬 Join our chat")


def mentee_line(say: Say, names: Sequence[str]) -> Html:
    return say("Mentee: {names}", names=", ".join(names) or "–")


def completed(say: Say) -> Html:
    return say("🎓 The mentoring has completed. Thank you both!")
