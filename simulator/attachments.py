"""What a person attaches to a message."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_PAGE = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
)


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
    name: str, content: bytes | None = None, *, mime: str = "", caption: str = "", size: int | None = None
) -> Attachment:
    """Without content, something that opens where the name says a PDF or a picture."""
    content = _something(name) if content is None else content
    return Attachment(kind="document", name=name, content=content, mime=mime, caption=caption, size=size)


def _something(name: str) -> bytes:
    match name.lower().rpartition(".")[2]:
        case "pdf":
            return pdf(name)
        case "png" | "jpg" | "jpeg":
            return picture()
        case _:
            return b"-"


def photo(content: bytes | None = None, *, caption: str = "") -> Attachment:
    return Attachment(kind="photo", content=picture() if content is None else content, caption=caption)


def picture(width: int = 64, height: int = 48) -> bytes:
    """A real PNG of one grey."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def pdf(words: str) -> bytes:
    """A real PDF of one page. The `words` are a comment in it: they tell one file from another."""
    body, offsets = b"%PDF-1.7\n%" + words.encode() + b"\n", []
    for number, item in enumerate(_PAGE, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(_PAGE) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(body))
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
