"""What Telegram would never send must fail at the door: deeper inside it would be found only when it is needed."""

from __future__ import annotations

import pytest
from telegram import Update

from handlers.acting import acting
from handlers.files import received

NO_NUMBERS = ["", "7", 1.5, True, [], {"id": 7}]
NO_WORDS = [7, 1.5, True, ["a"], {"a": "b"}]


def an_update(part: str, field: str, value: object) -> Update:
    """A document that Vera sends in private, but for one field."""
    message: dict[str, dict[str, object]] = {
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "Vera"},
        "document": {"file_id": "F", "file_unique_id": "U", "file_name": "essay.pdf", "file_size": 20},
    }
    own: dict[str, object] = {"message_id": 1, "date": 0, "caption": "here"}
    (own if part == "message" else message[part])[field] = value
    return Update.de_json({"update_id": 1, "message": {**message, **own}}, None)


def received_in(update: Update) -> None:
    assert update.message is not None
    received(update.message)


@pytest.mark.parametrize("value", NO_NUMBERS)
@pytest.mark.parametrize(("part", "field"), [("chat", "id"), ("from", "id"), ("message", "message_id")])
def test_nobody_acts_under_a_number_that_is_none(part: str, field: str, value: object) -> None:
    with pytest.raises(ValueError, match="no number"):
        acting(an_update(part, field, value))


@pytest.mark.parametrize("value", NO_NUMBERS)
@pytest.mark.parametrize(("part", "field"), [("chat", "id"), ("message", "message_id"), ("document", "file_size")])
def test_no_file_is_kept_under_a_number_that_is_none(part: str, field: str, value: object) -> None:
    with pytest.raises(ValueError, match="no number"):
        received_in(an_update(part, field, value))


@pytest.mark.parametrize("value", NO_WORDS)
@pytest.mark.parametrize(("part", "field"), [("document", "file_name"), ("message", "caption")])
def test_no_file_is_kept_under_a_name_that_is_no_text(part: str, field: str, value: object) -> None:
    with pytest.raises(ValueError, match="no text"):
        received_in(an_update(part, field, value))


def test_as_telegram_sends_it_all_is_well() -> None:
    update = an_update("message", "caption", "Here it is")
    assert acting(update).telegram_id == 7
    received_in(update)
