"""What the page posts: JSON, or a form with the same JSON in `fields` and any number of files."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from simulator.errors import ApiError, bad_request


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A file from the visitor's own machine."""

    name: str
    mime: str
    content: bytes

    @property
    def is_picture(self) -> bool:
        return self.mime in {"image/jpeg", "image/png"}


async def received(request: web.Request) -> tuple[bytes, list[Picked]]:
    match request.content_type:
        case "application/json":
            return await request.read(), []
        case "multipart/form-data":
            return await _form(request)
        case _:
            raise ApiError(415, "JSON or a form with files is expected here")


async def _form(request: web.Request) -> tuple[bytes, list[Picked]]:
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    fields = form.get("fields")
    if not isinstance(fields, str):
        raise bad_request("the form has no fields")
    files = [part for part in form.getall("file", []) if isinstance(part, web.FileField)]
    return fields.encode(), [_picked(part) for part in files]


def _picked(part: web.FileField) -> Picked:
    return Picked(name=part.filename, mime=part.content_type, content=part.file.read())
