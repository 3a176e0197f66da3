"""The table of methods: each has a typed form of its parameters and one function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

import msgspec
import orjson

from simulator.errors import ApiError, bad_request
from simulator.files import File
from simulator.keyboards import Strict
from simulator.uploads import check_upload
from simulator.wire import Wire
from simulator.world import World

A = TypeVar("A", bound=Strict)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One request: where it acts, and the files that came with it."""

    world: World
    uploads: Mapping[str, Upload]

    def file(self, value: str, kind: str, field: str) -> File:
        """The file a parameter names: an upload, an attachment, or one that was sent before."""
        upload = self.uploads.get(value.removeprefix("attach://")) if value.startswith("attach://") else None
        if upload is not None:
            return self._stored(upload, kind)
        if not value or value.startswith("attach://"):
            raise bad_request(f"there is no {field} in the request")
        if value.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        file = self.world.files.find(value)
        if file.kind != kind and "photo" in {file.kind, kind}:
            raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
        return file

    def _stored(self, upload: Upload, kind: str) -> File:
        check_upload(upload.name, upload.content, kind)
        return self.world.files.add(kind, upload.content, name=upload.name, mime=upload.mime)


Answer = Callable[[Call, Strict], object]


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    form: type[Strict]
    answer: Answer
    json_fields: frozenset[str]

    def read(self, raw: Mapping[str, object]) -> Wire:
        """The parameters with their JSON-encoded ones decoded."""
        return {name: self._decoded(name, value) for name, value in raw.items()}

    def _decoded(self, name: str, value: object) -> object:
        if name not in self.json_fields or not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def perform(self, call: Call, params: Wire) -> object:
        """What it answers, or an awaitable of it."""
        return self.answer(call, self._filled(params))

    def _filled(self, params: Wire) -> Strict:
        try:
            return msgspec.convert(params, self.form, strict=False)
        except msgspec.ValidationError as error:
            raise _refusal(str(error)) from None


METHODS: dict[str, Method] = {}
"""By lower-case name: Telegram does not mind the case."""

_SCALARS = (msgspec.inspect.StrType, msgspec.inspect.IntType, msgspec.inspect.FloatType, msgspec.inspect.BoolType)
_EMPTY = {"chat_id": "chat_id is empty", "text": "message text is empty", "from_chat_id": "from_chat_id is empty"}


def answers(form: type[A]) -> Callable[[Callable[[Call, A], R]], Callable[[Call, A], R]]:
    """Registers a function as the answer to the method its form is named after."""

    def register(answer: Callable[[Call, A], R]) -> Callable[[Call, A], R]:
        name = form.__name__[0].lower() + form.__name__[1:]
        METHODS[name.lower()] = Method(name, form, cast("Answer", answer), _json_fields(form))
        return answer

    return register


def _json_fields(form: type[Strict]) -> frozenset[str]:
    described = msgspec.inspect.type_info(form)
    assert isinstance(described, msgspec.inspect.StructType)  # noqa: S101 - every form is a struct
    return frozenset(field.encode_name for field in described.fields if not _is_scalar(field.type))


def _is_scalar(kind: msgspec.inspect.Type) -> bool:
    if isinstance(kind, msgspec.inspect.UnionType):
        return all(_is_scalar(part) for part in kind.types if not isinstance(part, msgspec.inspect.NoneType))
    return isinstance(kind, _SCALARS)


def _refusal(reason: str) -> ApiError:
    """Telegram forgives unknown fields and some wrong types; here they fail, so that a test sees them."""
    missing = reason.removeprefix("Object missing required field `").partition("`")[0]
    if missing in _EMPTY:
        return bad_request(_EMPTY[missing])
    if missing != reason.partition("`")[0]:
        return bad_request(f'parameter "{missing}" is required')
    return ApiError(400, f"Bad Request: {reason}", strict=True)
