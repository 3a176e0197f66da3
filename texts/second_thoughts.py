"""What a card asks or offers beside the work itself: a second file for one document, and help after many returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.going_back import OFTEN
from mentoring.submissions import TO_CORRECT, State
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.submissions import Sheet
    from texts.say import Say


def needs_help(sheet: Sheet) -> bool:
    """The mentee who has to correct it once more, and the mentor also when its next version has come."""
    return sheet.times_back >= OFTEN and sheet.state in TO_CORRECT | {State.WAITING}


def for_mentee(say: Say, sheet: Sheet) -> Html:
    if sheet.beside is not None:
        other = f"S-{sheet.beside.number}"
        return say(
            "❔ <b>{other}</b> is the same document and is with your mentor already. Is this its new version?",
            other=other,
        )
    if not needs_help(sheet) or sheet.state is State.WAITING:
        return Html("")
    return say(
        "🤝 It has come back {count} times. A short talk often helps more than another try: your mentor or your "
        "manager can go through it with you.",
        count=sheet.times_back,
    )


def for_mentor(say: Say, sheet: Sheet) -> Html:
    if sheet.beside is not None:
        return say("🔁 <b>{other}</b> is the same document and still open.", other=f"S-{sheet.beside.number}")
    if not needs_help(sheet):
        return Html("")
    return say(
        "🤝 It has gone back {count} times. A short call may help more than another version, and the manager can help "
        "too.",
        count=sheet.times_back,
    )
