"""What stands on the buttons around submissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.submissions import reference

if TYPE_CHECKING:
    from datetime import datetime

    from texts.say import Say


def withdraw_button(say: Say, *, until: datetime) -> str:
    """Says how long it works: the card isn't changed again just because time has passed."""
    return say.label("↶ Take it back (until {time})", time=say.clock(until))


def take_back_button(say: Say) -> str:
    return say.label("↶ Take it back")


def join_button(say: Say, number: int) -> str:
    return say.label("🔗 Join with {name}", name=reference(number))


def version_button(say: Say, number: int) -> str:
    return say.label("🔄 New version of {name}", name=reference(number))


def note_button(say: Say) -> str:
    return say.label("📝 Add a note")


def correction_button(say: Say) -> str:
    return say.label("📎 Send corrected version")


def answer_button(say: Say) -> str:
    return say.label("✍️ Answer")


def cancel_button(say: Say) -> str:
    return say.label("✖ Cancel")


def read_all_button(say: Say) -> str:
    return say.label("📖 Read it all")


def accept_button(say: Say) -> str:
    return say.label("✅ Accept")


def return_button(say: Say) -> str:
    return say.label("↩️ Return with comment")


def question_button(say: Say) -> str:
    return say.label("❓ Ask a question")


def not_readable_button(say: Say) -> str:
    return say.label("🔍 Not readable")


def take_button(say: Say) -> str:
    return say.label("✋ I take it")


def take_over_button(say: Say) -> str:
    return say.label("✋ Take over")


def undo_button(say: Say, *, until: datetime) -> str:
    return say.label("↶ Undo (until {time})", time=say.clock(until))


def comment_is_return_button(say: Say) -> str:
    return say.label("↩️ For correction")


def comment_is_question_button(say: Say) -> str:
    return say.label("❓ It is a question")


def hand_over_button(say: Say) -> str:
    return say.label("✅ Yes, send it")


def leave_it_button(say: Say) -> str:
    return say.label("No")


def send_again_button(say: Say) -> str:
    return say.label("📤 Send again anyway")


def that_is_all_right_button(say: Say) -> str:
    return say.label("👌 That's all right")


def one_correction_button(say: Say) -> str:
    return say.label("✅ Yes, the corrected version")


def correction_of_button(say: Say, number: int) -> str:
    return say.label("It corrects {name}", name=reference(number))


def something_new_button(say: Say) -> str:
    return say.label("🆕 No, something new")
