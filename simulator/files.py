"""Files both ways: identifiers, claimed sizes, and download links that expire."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import struct
from dataclasses import dataclass, field

from simulator.errors import bad_request
from simulator.wire import Wire, present

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
LINK_LIFETIME = 3600
PHOTO_SIDES = 10_000

PNG_HEADER = 24
MARKER = 0xFF
FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "audio": "music",
    "voice": "voice",
    "sticker": "stickers",
    "animation": "animations",
    "video_note": "video_notes",
}
_PREFIXES = {
    "photo": "AgACAgI",
    "document": "BQACAgI",
    "video": "BAACAgI",
    "audio": "CQACAgI",
    "voice": "AwACAgI",
    "sticker": "CAACAgI",
    "animation": "CgACAgI",
    "video_note": "DQACAgI",
}
_MIME = {
    "voice": "audio/ogg",
    "photo": "image/jpeg",
    "sticker": "image/webp",
    "video": "video/mp4",
    "audio": "audio/mpeg",
}


@dataclass(slots=True, eq=False, kw_only=True)
class File:
    kind: str
    file_id: str
    unique_id: str
    name: str
    mime: str
    size: int
    content: bytes | None
    """None when only the size was claimed."""
    width: int = 0
    height: int = 0
    duration: int = 0
    emoji: str = ""
    smaller: list[File] = field(default_factory=list)
    """The reduced sizes of a photo, smallest first."""

    def wire(self) -> object:
        """What stands in a message under the name of its kind."""
        if self.kind == "photo":
            return [size.size_wire() for size in (*self.smaller, self)]
        return self._identity() | self._details()

    def size_wire(self) -> Wire:
        return self._identity() | {"width": self.width, "height": self.height}

    def _identity(self) -> Wire:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}

    def _details(self) -> Wire:
        named = present({"file_name": self.name, "mime_type": self.mime})
        match self.kind:
            case "voice":
                return {"duration": self.duration, "mime_type": self.mime}
            case "audio":
                return named | {"duration": self.duration}
            case "video" | "animation":
                return named | {"duration": self.duration, "width": self.width, "height": self.height}
            case "video_note":
                return {"duration": self.duration, "length": self.width}
            case "sticker":
                shape: Wire = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
                return shape | present({"emoji": self.emoji})
            case _:
                return named


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= PNG_HEADER:
        width, height = struct.unpack(">II", content[16:PNG_HEADER])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content) and content[at] == MARKER:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in FRAME_MARKERS:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


@dataclass(slots=True)
class FileStore:
    salt: str
    by_id: dict[str, File] = field(default_factory=dict)
    _links: dict[str, tuple[File, float]] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def add(
        self,
        kind: str,
        content: bytes | None,
        *,
        name: str = "",
        mime: str = "",
        size: int | None = None,
        duration: int = 0,
        emoji: str = "",
    ) -> File:
        width, height = picture_size(content or b"") or (1280, 960)
        file = self._one(kind, content, name=name, mime=mime, size=size, width=width, height=height)
        file.duration, file.emoji = duration, emoji
        if kind == "photo":
            file.smaller = [self._reduced(file, side) for side in (90, 320) if side < max(width, height)]
        return file

    def _one(
        self, kind: str, content: bytes | None, *, name: str, mime: str, size: int | None, width: int, height: int
    ) -> File:
        self._count += 1
        digest = hashlib.blake2b(f"{self.salt}:{self._count}".encode(), digest_size=33).digest()
        text = base64.urlsafe_b64encode(digest).decode()
        file = File(
            kind=kind,
            file_id=f"{_PREFIXES[kind]}{text}",
            unique_id=f"AgAD{text[:12]}",
            name=name,
            mime=mime or _MIME.get(kind) or mimetypes.guess_type(name)[0] or "application/octet-stream",
            size=len(content or b"") if size is None else size,
            content=content,
            width=width,
            height=height,
        )
        self.by_id[file.file_id] = file
        return file

    def _reduced(self, file: File, side: int) -> File:
        longest = max(file.width, file.height)
        width, height = max(file.width * side // longest, 1), max(file.height * side // longest, 1)
        return self._one("photo", file.content, name="", mime=file.mime, size=file.size, width=width, height=height)

    def find(self, file_id: str) -> File:
        file = self.by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return file

    def link(self, file: File, now: float) -> str:
        """A path that can be downloaded for an hour from now."""
        path = self._paths.get(file.file_id)
        if path is None:
            ending = mimetypes.guess_extension(file.mime) or ""
            ending = f".{file.name.rpartition('.')[2]}" if "." in file.name else ending
            path = self._paths[file.file_id] = (
                f"{FOLDERS[file.kind]}/file_{len(self._paths)}{ending if ending.isascii() else ''}"
            )
        self._links[path] = (file, now + LINK_LIFETIME)
        return path

    def open(self, path: str, now: float) -> File | None:
        file, until = self._links.get(path, (None, 0.0))
        return file if now <= until else None
