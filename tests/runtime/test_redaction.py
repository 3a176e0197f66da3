"""Neither the token nor a name nor anything written by a person reaches a log, in whatever form it gets there."""

from __future__ import annotations

import io
import json
import logging
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import current_update
from bot.logs import redacting_handler
from bot.redaction import Redaction
from storage.inbox import Arrival

TOKEN = "1234567890:AAF3x_YkR-8dQ0pL2mN5vB7cZ9aS1wE4rTy"
NAMES = ["Вера Петрова", "Ilya O'Connor", "Анна-Мария Йосифова", "José Núñez", "Zoë", "Li"]
WORDS = ["Вера", "Петрова", "Ilya", "Connor", "Анна", "Мария", "Йосифова", "José", "Núñez", "Zoë", "Li"]
UPDATE: dict[str, object] = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "from": {"id": 42, "first_name": "Рада", "last_name": "Mc Allister", "username": "rada_1990"},
        "chat": {"id": -100, "type": "supergroup", "title": "Звездичка 3"},
        "text": 'My "doctor" said\tso: \\o/\nI can\'t come on Tuesday 😀 / във вторник.',
        "document": {"file_id": "BQACAgIAAx", "file_name": "болничен лист.pdf"},
    },
}


def written(redaction: Redaction, message: object, *args: object, error: BaseException | None = None) -> str:
    stream = io.StringIO()
    trace = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("some.library", logging.DEBUG, __file__, 1, message, args, trace)
    redacting_handler(redaction, stream).handle(record)
    return stream.getvalue()


def while_handling(update: dict[str, object]) -> None:
    arrival = Arrival(update_id=1, lane=1, raw=json.dumps(update), received_at=datetime(2026, 3, 2, tzinfo=UTC))
    current_update.begin(arrival)


@pytest.fixture(autouse=True)
def _handling_nothing() -> None:
    while_handling({})


def raised(error: BaseException, *, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    ("message", "args"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/sendMessage", ()),
        ("GET %s", (f"/file/bot{TOKEN}/documents/file_1.pdf",)),
        ("headers %r", ({"url": TOKEN, "raw": TOKEN.encode()},)),
        (quote(TOKEN), ()),
    ],
)
def test_a_token_in_a_message_is_not_written(message: str, args: tuple[object, ...]) -> None:
    line = written(Redaction(), message, *args)
    assert "[token]" in line
    assert TOKEN.partition(":")[2] not in line


def test_a_token_in_a_chain_of_causes_is_not_written() -> None:
    cause = raised(ConnectionError(f"https://api.telegram.org/bot{TOKEN}/getMe"))
    line = written(Redaction(), "failed", error=raised(RuntimeError(f"gave up on {TOKEN}"), cause=cause))
    assert line.count("[token]") == 2
    assert "ConnectionError" in line
    assert TOKEN not in line


@pytest.mark.parametrize("form", [str, repr, json.dumps, str.upper, quote, lambda name: str(name.encode())])
@pytest.mark.parametrize("name", NAMES)
def test_a_known_name_is_not_written_in_any_form(form: type[str], name: str) -> None:
    redaction = Redaction()
    redaction.know(NAMES)
    line = written(redaction, "%s", form(name), error=raised(KeyError(form(name))))
    assert [word for word in WORDS if word.casefold() in line.casefold().split("some.library")[0]] == []
    assert "[name]" in line


def test_a_name_is_not_written_inside_a_file_name() -> None:
    redaction = Redaction()
    redaction.know(NAMES)
    assert "Ilya" not in written(redaction, "cannot open %s", "essay_Ilya2.docx")


def test_what_an_update_says_is_not_written_while_it_is_handled() -> None:
    while_handling(UPDATE)
    line = written(Redaction(), "failed on %r", UPDATE, error=raised(ValueError(json.dumps(UPDATE))))
    private = [
        "Рада",
        "Mc",
        "Allister",
        "rada_1990",
        "Звездичка",
        "doctor",
        "said",
        "come",
        "Tuesday",
        "вторник",
        "болничен",
    ]
    assert [word for word in private if word in line] == []
    assert "BQACAgIAAx" in line
    assert "-100" in line


def test_the_next_update_is_not_mistaken_for_the_one_before() -> None:
    while_handling(UPDATE)
    while_handling({"update_id": 8})
    assert "Tuesday" in written(Redaction(), "the digest is due on Tuesday")


def test_a_secret_of_any_shape_is_not_written() -> None:
    redaction = Redaction()
    redaction.keep_secret("hunter2", "")
    assert "connecting with [secret]" in written(redaction, "connecting with hunter2")


def test_a_person_called_info_does_not_break_the_log() -> None:
    redaction = Redaction()
    redaction.know(["Info Event"])
    assert json.loads(written(redaction, "ready"))["level"] == "debug"


def test_a_line_that_cannot_be_formatted_names_its_place_and_nothing_else() -> None:
    line = written(Redaction(), "%d people", "Вера")
    assert line.startswith("A log line of some.library, test_redaction.py:")
    assert "Вера" not in line


@given(st.text())
def test_no_text_can_break_the_redaction(text: str) -> None:
    redaction = Redaction()
    redaction.know(["Вера"])
    while_handling({"message": {"text": text}})
    assert "Вера" not in redaction.clean(f"{text} Вера {text!r}")
    redaction.clean(text).encode()
