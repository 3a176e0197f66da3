"""What a person attaches to a message."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    kind: str
    content: bytes = b""
    name: str = ""
    mime: str = ""
    caption: str = ""
    size: int | None = None
    """Claimed instead of the content's: a file of 40 MB needs no 40 MB here."""
    duration: int = 0
    emoji: str = ""


def document(
    name: str, content: bytes = b"-", *, mime: str = "", caption: str = "", size: int | None = None
) -> Attachment:
    return Attachment(kind="document", name=name, content=content, mime=mime, caption=caption, size=size)


def photo(content: bytes | None = None, *, caption: str = "") -> Attachment:
    return Attachment(kind="photo", content=picture() if content is None else content, caption=caption)


def picture(width: int = 64, height: int = 48) -> bytes:
    """A real PNG of one grey."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
