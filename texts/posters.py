"""Posters: the link that is passed on by phone, and the sheet that hangs on a wall. Plain words, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role

if TYPE_CHECKING:
    from texts.say import Html, Say


def sheets(say: Say, *, group_name: str) -> Html:
    return say("🖨 <b>{group}</b>: the posters to print, on A4 paper.", group=group_name)


def code_line(say: Say, *, code: str) -> Html:
    return say("The link does not open? Write me this code: <code>{code}</code>", code=code)


def for_whom(say: Say, role: Role) -> str:
    return say.label("For the mentor") if role is Role.MENTOR else say.label("For the mentees")


def steps(say: Say) -> tuple[str, ...]:
    return (
        say.label("Point your phone's camera at the square and tap the link that appears."),
        say.label("Telegram opens. Press Start and choose your language."),
        say.label("Tap your own name. That is all: the bot shows you what comes next."),
    )


def without_camera(say: Say) -> str:
    return say.label("No camera? Open this address and write the code to the bot:")


def install(say: Say) -> str:
    return say.label("Telegram is a free app for messages: telegram.org")


def until(say: Say, *, day: str) -> str:
    return say.label("You can join until {day}.", day=day)
