"""An update is stored in the words in which it came, and filed under the chat it belongs to."""

from __future__ import annotations

import json

import pytest

from bot import raw_updates
from bot.raw_updates import UnreadableAnswerError


def test_updates_keep_the_words_in_which_they_came() -> None:
    updates = ['{"update_id":1, "message" : {"text":"\\u041fлан"}}', '{ "update_id":2}']

    assert raw_updates.split(f'{{"ok":true,"result":[{",".join(updates)}]}}'.encode()) == updates


@pytest.mark.parametrize("poison", [r'"\ud83d"', "99999999999999999999999", "NaN", "1e999"])
def test_an_update_with_something_unspeakable_leaves_its_batch_readable(poison: str) -> None:
    body = f'{{"ok":true,"result":[{{"update_id":1,"x":{poison}}},{{"update_id":2}}]}}'.encode()

    assert [raw_updates.as_update(raw_updates.parse(raw)) is not None for raw in raw_updates.split(body)] == [
        True,
        True,
    ]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"],}":', "}")])
def test_an_update_nested_beyond_measure_leaves_its_batch_readable_and_keeps_its_number(
    opening: str, closing: str
) -> None:
    deep = f'{{"update_id":2,"x":{opening * 3000}1{closing * 3000}}}'
    body = f'{{"ok":true,"result":[{{"update_id":1,"x":"\\"]"}},{deep},{{"update_id":3}}]}}'.encode()

    filed = [raw_updates.filed(raw) for raw in raw_updates.split(body)]
    assert filed == [(1, {"x": '"]'}), (2, {}), (3, {})]
    with pytest.raises(UnreadableAnswerError):
        raw_updates.read(deep)
    with pytest.raises(UnreadableAnswerError):
        raw_updates.split(body[:-3])


def test_bytes_that_are_no_text_leave_the_batch_readable() -> None:
    body = b'{"ok":true,"result":[{"update_id":1,"x":"\xff"},{"update_id":2}]}'

    assert [json.loads(raw)["update_id"] for raw in raw_updates.split(body)] == [1, 2]


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"<html>", b'{"ok":true}', b'{"ok":false,"result":[]}', b'{"ok":true,"result":']
)
def test_what_is_no_answer_is_not_taken_for_one(body: bytes) -> None:
    with pytest.raises(UnreadableAnswerError):
        raw_updates.split(body)


@pytest.mark.parametrize("number", ["true", '"7"', "-1", "1.5", "9223372036854775808", "null", "[]"])
def test_only_a_number_that_fits_is_one_to_file_under(number: str) -> None:
    assert raw_updates.as_update(raw_updates.parse(f'{{"update_id":{number}}}')) is None


@pytest.mark.parametrize(
    ("content", "lane"),
    [
        ('"message":{"from":{"id":7},"chat":{"id":-100}}', -100),
        ('"callback_query":{"from":{"id":7},"message":{"chat":{"id":-100}}}', -100),
        ('"callback_query":{"from":{"id":7},"inline_message_id":"x"}', 7),
        ('"poll_answer":{"user":{"id":7}}', 7),
        ('"message_reaction":{"chat":{"id":-100},"user":{"id":7}}', -100),
        ('"message":{"chat":{"id":"x"},"from":{"id":99999999999999999999}}', 0),
        ('"message":[]', 0),
    ],
)
def test_an_update_belongs_to_its_chat_or_else_to_its_person(content: str, lane: int) -> None:
    filed = raw_updates.as_update(raw_updates.parse(f'{{"update_id":1,{content}}}'))

    assert filed is not None
    assert raw_updates.lane_of(filed[1]) == lane


def test_what_nobody_could_store_or_send_is_read_as_a_question_mark() -> None:
    update = raw_updates.read(r'{"update_id":1,"message":{"text":"Plan \ud83d, \ud83d\ude00","weight":1e999}}')

    assert update["message"]["text"] == "Plan ?, 😀"


def test_a_batch_that_only_a_lenient_reader_understands_keeps_what_was_said() -> None:
    [raw] = raw_updates.split(rb'{"ok":true,"result":[{"update_id":1,"text":"\ud83d","n":99999999999999999999}]}')

    assert raw == r'{"update_id": 1, "text": "\ud83d", "n": 99999999999999999999}'


def test_no_nul_is_carried_further_than_the_inbox() -> None:
    read = raw_updates.read(r'{"update_id": 1, "message": {"text": "a\u0000b \\u0000"}}')

    assert read["message"]["text"] == "a\ufffdb \\ufffd"
