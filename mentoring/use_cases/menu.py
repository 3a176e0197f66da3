"""The menu is one message that changes as its reader moves through it; a submission's card never becomes a menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.ports import Record


#: Keys of the cards that stay what they are.
_STAYING = (
    "submission:",
    "review:",
    "said:",
    "session:",
    "minutes:",
    "monitoring:",
    "diary:",
    "digest",
    "bundle:",
    "concern:",
    "own_concern:",
    "question:",
    "round",
    "gap:",
    "catch_up:",
)


def beside_cards(record: Record, by: Acting) -> Acting:
    """A press on a card that must stay opens the menu below it instead of in its place."""
    return replace(by, pressed=None) if pressed_card(record, by).startswith(_STAYING) else by


def pressed_card(record: Record, by: Acting) -> str:
    """The key of the card whose button was pressed, empty where that is none."""
    key = record.notices.card_at(by.chat_id, by.pressed) if by.pressed is not None else None
    return key or ""
