"""The buttons of the minutes of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.minutes import part_name

if TYPE_CHECKING:
    from mentoring.minutes import Part
    from texts.say import Say


def minutes_button(say: Say) -> str:
    return say.label("📝 Minutes")


def write_button(say: Say, part: Part) -> str:
    return f"✏️ {part_name(say, part)}"


def chat_button(say: Say, *, put: bool) -> str:
    return say.label("💬 Put the chat in") if put else say.label("💬 Leave the chat out")


def look_button(say: Say) -> str:
    return say.label("📄 Look at it in Word")


def accept_button(say: Say) -> str:
    return say.label("✅ Accept and file")


def correct_button(say: Say) -> str:
    return say.label("✏️ Correct the minutes")


def add_button(say: Say, *, adds: bool) -> str:
    return say.label("➕ Add to it instead") if adds else say.label("🔁 Write it anew instead")


def after_button(say: Say) -> str:
    return say.label("➕ Put mine after it")


def instead_button(say: Say) -> str:
    return say.label("🔁 Take mine instead")


def leave_button(say: Say) -> str:
    return say.label("↩ Leave it as it is")


def back_button(say: Say) -> str:
    return say.label("↩ Back to the minutes")
