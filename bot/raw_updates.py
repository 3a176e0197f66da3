"""Reads just enough of an update as it came: the whole is understood later, by whoever handles it."""

from __future__ import annotations

import json
import re
from typing import Any, TypeAlias

import msgspec
import orjson

#: What an update carries beside its number.
RawUpdate: TypeAlias = dict[object, object]

_LARGEST_ID = 2**63 - 1
_NOBODYS_LANE = 0
_NUMBER_FIRST = re.compile(r'\s*{\s*"update_id"\s*:\s*(\d{1,19})\b', re.ASCII)
_ANSWER_BEGINS = re.compile(r'\s*{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{},]', re.DOTALL)


class UnreadableAnswerError(Exception):
    """What came back is not a Bot API answer with updates in it."""


class _Answer(msgspec.Struct):
    ok: bool
    result: list[msgspec.Raw]


_decoder = msgspec.json.Decoder(_Answer)


def split(body: bytes) -> list[str]:
    """The updates of a getUpdates answer, each in the words in which it came."""
    try:
        return _split_strictly(body)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return _split_leniently(body)


def _split_strictly(body: bytes) -> list[str]:
    answer = _decoder.decode(body)
    if not answer.ok:
        raise UnreadableAnswerError
    return [bytes(raw).decode() for raw in answer.result]


def _split_leniently(body: bytes) -> list[str]:
    """Half of a surrogate pair in somebody's name must not hold up the whole batch."""
    text = body.decode(errors="replace")
    try:
        match json.loads(text):
            case {"ok": True, "result": list(updates)}:
                return [json.dumps(update) for update in updates]
            case _:
                raise UnreadableAnswerError
    except RecursionError:
        return _split_by_brackets(text)
    except ValueError:
        raise UnreadableAnswerError from None


def _split_by_brackets(text: str) -> list[str]:
    """One update that is nested deeper than any parser goes must not hold it up either."""
    begin = _ANSWER_BEGINS.match(text)
    if begin is None:
        raise UnreadableAnswerError
    updates, depth, start = [], 0, begin.end()
    for mark in _MARKS.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(mark[0], 0)
        if depth < 0 or (depth == 0 and mark[0] == ","):
            updates.append(text[start : mark.start()])
            start = mark.end()
        if depth < 0:
            return updates
    raise UnreadableAnswerError


def parse(raw: str | bytes) -> object:
    """None where it is no JSON at all, or nested too deeply to be understood."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _parse_leniently(raw if isinstance(raw, str) else raw.decode(errors="replace"))


def _parse_leniently(text: str) -> object:
    """Takes what the strict parser refuses: NaN, numbers too large, and half a surrogate pair, which becomes a question
    mark because no table and no message could hold it."""
    try:
        return json.loads(json.dumps(json.loads(text), ensure_ascii=False).encode(errors="replace"))
    except (ValueError, RecursionError):
        return None


def read(raw: str) -> dict[str, Any]:
    """A stored update, for python-telegram-bot to understand. PostgreSQL holds no NUL, so nothing may carry one in."""
    parsed = parse(raw.replace("\\u0000", "\\ufffd"))
    if not isinstance(parsed, dict):
        raise UnreadableAnswerError
    return parsed


def filed(raw: str) -> tuple[int, RawUpdate] | None:
    """Its number and what it carries; None where there is no `update_id` to file it under.

    Telegram puts the number first, so it can be told even of what cannot be understood.
    """
    parsed = parse(raw)
    number = _NUMBER_FIRST.match(raw) if parsed is None else None
    return as_update(parsed if number is None else {"update_id": int(number[1])})


def as_update(parsed: object) -> tuple[int, RawUpdate] | None:
    """None where there is no `update_id` to file it under."""
    match parsed:
        case {"update_id": bool()}:
            return None
        case {"update_id": int(update_id), **content} if 0 <= update_id <= _LARGEST_ID:
            return update_id, content
        case _:
            return None


def lane_of(update: RawUpdate) -> int:
    """The chat it belongs to, else the person: one chat's updates keep their order, presses among messages.

    An update carries one thing; of which kind it is does not matter here.
    """
    content = next(iter(update.values()), None)
    if not isinstance(content, dict):
        return _NOBODYS_LANE
    message = content.get("message")
    places = (content.get("chat"), message.get("chat") if isinstance(message, dict) else None)
    return next(filter(None, map(_id_of, (*places, content.get("from"), content.get("user")))), _NOBODYS_LANE)


def _id_of(place: object) -> int:
    match place:
        case {"id": int(number)} if abs(number) <= _LARGEST_ID:
            return int(number)
        case _:
            return _NOBODYS_LANE
