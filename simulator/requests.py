"""Reading a request as Telegram does: from the query, a form, JSON or multipart; and what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from simulator.errors import ApiError, bad_request
from simulator.methods.table import Upload
from simulator.wire import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    method: str
    params: Wire
    uploads: dict[str, Upload]
    time: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    method: str
    params: Wire
    time: datetime
    code: int
    reason: str
    strict: bool
    """Telegram would have let it pass: an unknown parameter, a wrong type."""


async def read(request: web.Request) -> tuple[Wire, dict[str, Upload]]:
    """Parameters as they came, and the uploaded files by field name."""
    params: Wire = dict(parse_qsl(request.query_string, keep_blank_values=True)) if request.query_string else {}
    uploads: dict[str, Upload] = {}
    match request.content_type:
        case "application/json":
            params |= _json(await request.read())
        case "multipart/form-data":
            await _read_parts(request, params, uploads)
        case _:
            body = (await request.read()).decode()
            params |= parse_qsl(body, keep_blank_values=True, encoding="utf-8", errors="strict")
    return params, uploads


def _json(body: bytes) -> Wire:
    try:
        params = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON-encoded request") from None
    if not isinstance(params, dict):
        raise bad_request("JSON object expected")
    return params


async def _read_parts(request: web.Request, params: Wire, uploads: dict[str, Upload]) -> None:
    try:
        parts = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    for name, value in parts.items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            params.setdefault(name, f"attach://{name}")
        else:
            params[name] = value if isinstance(value, str) else bytes(value).decode()
    for name in uploads:
        if params.get(name) == f"attach://{name}" and _is_named_elsewhere(params, name):
            del params[name]


def _is_named_elsewhere(params: Wire, name: str) -> bool:
    """`attach://name` inside another parameter makes the part an attachment, not a parameter."""
    return any(f"attach://{name}" in str(value) for key, value in params.items() if key != name)
