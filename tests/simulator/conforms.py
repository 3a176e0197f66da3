"""Requests, answers and updates against aiogram's classes, which know the whole Bot API."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import aiogram.methods
import orjson
from aiogram.client.session.base import BaseSession  # noqa: F401 - resolves the forward references of the methods
from aiogram.types import BufferedInputFile, Update
from pydantic import BaseModel, TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ClassOfMethod = type[aiogram.methods.TelegramMethod[Any]]


@cache
def _classes() -> dict[str, ClassOfMethod]:
    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {one.__api_method__: one for one in found if isinstance(one, type) and hasattr(one, "__api_method__")}


@cache
def _answer_of(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(_classes()[method].__returning__)


def unknown_fields(value: object, path: str = "") -> Iterator[str]:
    """Where a model, at any depth, was given fields that the Bot API does not have."""
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from unknown_fields(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from unknown_fields(item, f"{path}[{index}]")


def _decoded(value: object) -> object:
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    return value


def _in_its_terms(value: object) -> object:
    """aiogram speaks a newer Bot API than the bot: a right that came since may be missing. An upload is an object."""
    match value:
        case dict():
            since: dict[str, object] = {"can_send_welcome_messages": False} if "can_delete_stories" in value else {}
            return since | {name: _in_its_terms(item) for name, item in value.items()}
        case list():
            return [_in_its_terms(item) for item in value]
        case str() if value.startswith("attach://"):
            return BufferedInputFile(b"", value.removeprefix("attach://"))
        case _:
            return value


def assert_request_conforms(method: str, params: Mapping[str, object]) -> None:
    """That the Bot API has this method and takes these parameters. JSON-encoded ones may stay encoded."""
    known = _classes().get(method)
    assert known is not None, f"The Bot API has no method {method}."
    texts = {name for name, field in known.model_fields.items() if field.annotation in {str, str | None}}
    decoded = {name: value if name in texts else _in_its_terms(_decoded(value)) for name, value in params.items()}
    request = known.model_validate(decoded)
    assert list(unknown_fields(request, method)) == []


def assert_answer_conforms(method: str, result: object) -> None:
    answer = _answer_of(method).validate_python(result)
    assert list(unknown_fields(answer, method)) == []


def assert_update_conforms(update: Mapping[str, object]) -> None:
    assert list(unknown_fields(Update.model_validate(update), "update")) == []
