"""Reads just enough of an update as it came: the whole is understood later, by whoever handles it."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import msgspec
import orjson

#: What an update carries beside its number.
RawUpdate: TypeAlias = dict[object, object]

_LARGEST_ID = 2**63 - 1
_NOBODYS_LANE = 0


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
    match _loads(body.decode(errors="replace")):
        case {"ok": True, "result": list(updates)}:
            return [json.dumps(update) for update in updates]
        case _:
            raise UnreadableAnswerError


def parse(raw: str | bytes) -> object:
    """None where it is no JSON at all."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _cleaned(_loads(raw if isinstance(raw, str) else raw.decode(errors="replace")))


def _loads(text: str) -> object:
    """Takes what the strict parsers refuse: half a surrogate pair, NaN, numbers too large."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _cleaned(parsed: object) -> object:
    """Half a surrogate pair becomes a question mark: no table and no message could hold it."""
    return json.loads(json.dumps(parsed, ensure_ascii=False).encode(errors="replace"))


def read(raw: str) -> dict[str, Any]:
    """A stored update, for python-telegram-bot to understand."""
    parsed = parse(raw)
    if not isinstance(parsed, dict):
        raise UnreadableAnswerError
    return parsed


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
