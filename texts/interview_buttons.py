"""What stands on the buttons of talks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from texts.say import Say


def talks_button(say: Say) -> str:
    return say.label("🗣 Monitoring talks")


def talks_of_button(say: Say, group: str) -> str:
    return say.label("🗣 Talks of {group}", group=group)


def final_button(say: Say) -> str:
    return say.label("👥 Final discussion")


def skip_question_button(say: Say, *, answered: bool) -> str:
    return say.label("▶ Next") if answered else say.label("⏭ Skip it")


def nothing_agreed_button(say: Say) -> str:
    return say.label("➖ Nothing was agreed")


def leave_open_button(say: Say) -> str:
    return say.label("⏭ Not said")


def back_one_button(say: Say) -> str:
    return say.label("◀ Question before")


def stop_button(say: Say) -> str:
    return say.label("⏸ Stop for now")


def go_on_button(say: Say) -> str:
    return say.label("▶ Go on with the talk")


def finish_button(say: Say) -> str:
    return say.label("✅ Finish the talk")


def correct_button(say: Say) -> str:
    return say.label("✏️ Put an answer right")


def sheet_button(say: Say) -> str:
    return say.label("📄 As a Word file")


def file_button(say: Say) -> str:
    return say.label("🗂 File it in Monitoring")


def again_button(say: Say) -> str:
    return say.label("🔁 A new talk")


def all_talks_button(say: Say) -> str:
    return say.label("🗣 All talks")


def until_button(say: Say, day: date) -> str:
    return say.date(day)
