"""The check of requests itself: it must be able to fail."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.simulator.conforms import assert_request_conforms, assert_update_conforms


def test_a_good_request_passes_encoded_or_not() -> None:
    keyboard = {"inline_keyboard": [[{"text": "b", "callback_data": "x"}]]}
    assert_request_conforms("sendMessage", {"chat_id": 1, "text": "[1]", "reply_markup": keyboard})
    assert_request_conforms("sendMessage", {"chat_id": "1", "text": "x", "reply_markup": '{"force_reply":true}'})


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendTelepathy", {}),
        ("sendMessage", {"chat_id": 1, "text": "x", "colour": "red"}),
        ("sendMessage", {"chat_id": 1}),
        (
            "sendMessage",
            {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "b", "colour": 1}]]}},
        ),
    ],
)
def test_a_bad_request_does_not(method: str, params: dict[str, object]) -> None:
    with pytest.raises((AssertionError, ValidationError)):
        assert_request_conforms(method, params)


def test_an_update_with_a_field_of_ours_does_not() -> None:
    with pytest.raises(AssertionError):
        assert_update_conforms({"update_id": 1, "news": {}})
