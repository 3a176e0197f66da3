"""What stands on the buttons of sessions, diaries and digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts.say import Say


def sessions_button(say: Say) -> str:
    return say.label("🗓 My sessions")


def plan_button(say: Say) -> str:
    return say.label("➕ Plan a session")


def open_button(say: Say) -> str:
    return say.label("🗓 Open the session")


def confirm_button(say: Say) -> str:
    return say.label("✅ Confirm")


def other_day_button(say: Say) -> str:
    return say.label("🗓 Another day")


def no_address_button(say: Say) -> str:
    return say.label("⏭ Leave it open")


def give_up_button(say: Say) -> str:
    return say.label("✖ Don't change anything")


def move_button(say: Say) -> str:
    return say.label("🔄 Another time")


def cancel_button(say: Say) -> str:
    return say.label("🚫 Cancel the session")


def yes_cancel_button(say: Say) -> str:
    return say.label("🚫 Yes, cancel it")


def held_button(say: Say) -> str:
    return say.label("✅ It took place")


def not_held_button(say: Say) -> str:
    return say.label("➖ It did not")


def write_diary_button(say: Say) -> str:
    return say.label("✍️ Write the diary")


def go_on_button(say: Say) -> str:
    return say.label("✍️ Go on with the diary")


def skip_button(say: Say) -> str:
    return say.label("⏭ Skip")


def send_diary_button(say: Say) -> str:
    return say.label("📤 Send to mentor")


def send_so_button(say: Say) -> str:
    return say.label("📤 Send it as it is")


def anew_button(say: Say) -> str:
    return say.label("🔁 Begin anew")


def reply_to_button(say: Say, *, name: str) -> str:
    return say.label("↩ Reply to {name}", name=name)


def status_button(say: Say) -> str:
    return say.label("📊 Status")


def ask_diaries_button(say: Say, *, group: str) -> str:
    return say.label("🔔 Ask for diaries: {group}", group=group)


def ask_mentor_button(say: Say, *, group: str) -> str:
    return say.label("🔔 Remind the mentor: {group}", group=group)
