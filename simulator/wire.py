"""What travels between the server and the bot: JSON objects, kept as plain mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Wire = dict[str, object]


def present(fields: Mapping[str, object]) -> Wire:
    """The fields that have a value: Telegram leaves out what is empty, and so do false flags."""
    return {name: value for name, value in fields.items() if value is not None and value is not False and value != ""}


def units(text: str) -> int:
    """Length in UTF-16 code units, which is how Telegram counts every text and entity."""
    return len(text) + sum(character > "\uffff" for character in text)
