"""What Telegram checks on a file before it takes it."""

from __future__ import annotations

from simulator.errors import ApiError, bad_request
from simulator.files import PHOTO_LIMIT, PHOTO_SIDES, UPLOAD_LIMIT, picture_size


def check_upload(name: str, content: bytes, kind: str) -> None:
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        _check_photo(name, content)


def _check_photo(name: str, content: bytes) -> None:
    if len(content) > PHOTO_LIMIT:
        size = f"of size {len(content)} bytes is too big for a photo"
        raise bad_request(f'file "{name}" {size}; the maximum size is {PHOTO_LIMIT} bytes')
    sides = picture_size(content)
    if sides is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(sides) > PHOTO_SIDES or max(sides) > 20 * max(min(sides), 1):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
