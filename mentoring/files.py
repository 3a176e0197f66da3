"""Which files are accepted as work or as comments, and what they are called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import AttachmentId
from mentoring.scans import Screening

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What a bot may fetch; larger files stay in Telegram and are handed on by reference.
FETCH_LIMIT_BYTES = 20 * 1024 * 1024
LONGEST_NAME = 120


class FileKind(StrEnum):
    """The kind of message that carried it; OTHER stands for everything without a file to keep."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"
    STICKER = "sticker"
    OTHER = "other"


#: What may be kept, as work, as a comment or in a diary.
SENDABLE = frozenset({FileKind.DOCUMENT, FileKind.PHOTO, FileKind.VOICE})


class Keeping(StrEnum):
    """Where the bytes are. BY_REFERENCE and LOST are only in Telegram: too large to fetch, or not to be had."""

    PENDING = "pending"
    STORED = "stored"
    BY_REFERENCE = "by_reference"
    LOST = "lost"


class Unfit(StrEnum):
    """Why a file isn't accepted; each has one text."""

    EMPTY = "empty"
    ARCHIVE = "archive"
    PROGRAM = "program"
    KIND = "kind"
    VOICE = "voice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """A file as it came; `file_name` and `mime` are whatever the sender's side claims. `seconds` of what is heard."""

    kind: FileKind
    file_id: str = ""
    unique_id: str = ""
    file_name: str = ""
    mime: str = ""
    size: int | None = None
    caption: str = ""
    chat_id: int = 0
    message_id: int = 0
    seconds: int = 0

    @property
    def name(self) -> str:
        return clean_name(self.file_name) or _DEFAULT_NAMES.get(self.kind, "document")

    @property
    def kept_size(self) -> int:
        """What it takes of our disk."""
        return (self.size or 0) if self.keeping is Keeping.PENDING else 0

    @property
    def keeping(self) -> Keeping:
        return Keeping.BY_REFERENCE if (self.size or 0) > FETCH_LIMIT_BYTES else Keeping.PENDING


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """`name` is already cleaned; `screening` is None where no virus scanner looks at it."""

    id: AttachmentId
    kind: FileKind
    file_id: str
    unique_id: str
    name: str
    caption: str
    keeping: Keeping
    chat_id: int
    message_id: int
    screening: Screening | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SentLately:
    """By one person into one chat. `size` in bytes, of what has a copy."""

    files: int
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetching:
    """A file whose copy is still to be made. `tries` have failed since `received_at`."""

    id: AttachmentId
    file_id: str
    size: int | None
    received_at: datetime
    tries: int


_DEFAULT_NAMES: Mapping[FileKind, str] = {
    FileKind.PHOTO: "photo.jpg",
    FileKind.VOICE: "voice.ogg",
    FileKind.VIDEO: "video.mp4",
    FileKind.AUDIO: "audio.mp3",
}

DOCUMENTS = frozenset({"pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "txt", "rtf"})
PICTURES = frozenset({"jpg", "jpeg", "png", "heic", "heif", "webp", "tif", "tiff", "bmp"})
ARCHIVES = frozenset({"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "zst", "cab", "iso", "dmg", "img"})
PROGRAMS = frozenset(
    {
        "exe", "msi", "bat", "cmd", "com", "scr", "pif", "ps1", "vbs", "vbe", "js", "jse", "jar", "apk", "ipa",
        "app", "deb", "rpm", "sh", "bash", "run", "bin", "elf", "dll", "py", "pl", "rb", "php", "lnk", "reg",
        "hta", "wsf", "docm", "dotm", "xlsm", "xltm", "pptm", "html", "htm", "svg", "url", "command", "desktop",
        "appimage"
    }
)  # fmt: skip
_MIMES = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "text/plain": "txt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/heic": "heic",
    "image/webp": "webp",
}
_PROGRAM_MIMES = frozenset(
    {
        "application/x-msdownload",
        "application/x-msdos-program",
        "application/x-executable",
        "application/vnd.microsoft.portable-executable",
        "application/vnd.android.package-archive",
        "application/java-archive",
        "application/x-sh",
        "text/x-shellscript",
        "text/html",
    }
)
_ARCHIVE_MIMES = frozenset(
    {"application/zip", "application/x-zip-compressed", "application/vnd.rar", "application/x-7z-compressed"}
)


def unfit_for_work(file: Received) -> Unfit | None:
    """None when a mentee may hand it in."""
    if file.kind is FileKind.VOICE:
        return Unfit.VOICE
    return _unfit(file)


def unfit_for_comment(file: Received) -> Unfit | None:
    """A comment may also be spoken."""
    return None if file.kind is FileKind.VOICE else _unfit(file)


def _unfit(file: Received) -> Unfit | None:
    if file.kind not in {FileKind.DOCUMENT, FileKind.PHOTO}:
        return Unfit.KIND
    if file.size == 0:
        return Unfit.EMPTY
    return None if file.kind is FileKind.PHOTO else _unfit_document(_ending(file.file_name), file.mime.lower())


def _unfit_document(written: str, mime: str) -> Unfit | None:
    ending = written or _MIMES.get(mime, "")
    if ending in PROGRAMS or mime in _PROGRAM_MIMES:
        return Unfit.PROGRAM
    if ending in ARCHIVES or (mime in _ARCHIVE_MIMES and ending not in DOCUMENTS):
        return Unfit.ARCHIVE
    return None if ending in DOCUMENTS | PICTURES else Unfit.KIND


def is_photograph(file: Received | Attachment) -> bool:
    """A picture of which there is a copy, or will be: it can become a page."""
    is_picture = file.kind is FileKind.PHOTO or (file.kind is FileKind.DOCUMENT and _ending(file.name) in PICTURES)
    return is_picture and file.keeping in {Keeping.PENDING, Keeping.STORED}


def _ending(name: str) -> str:
    """After the last dot of the cleaned name, so that hidden characters can't disguise it."""
    return clean_name(name).rpartition(".")[2].lower() if "." in clean_name(name) else ""


#: How programs begin: Windows, Linux, macOS, scripts.
_PROGRAM_BEGINNINGS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
#: As many bytes of a file as `is_program` looks at.
BEGINNING_BYTES = 4


def is_program(beginning: bytes) -> bool:
    """Whatever its name says. No document or picture that we accept begins like this."""
    return beginning.startswith(_PROGRAM_BEGINNINGS)


_UNSAFE = re.compile(r'[/\\:*?"<>|]+')


def clean_name(name: str) -> str:
    """For showing and for saving: no controls or reordering marks, no path, at most 120 characters, ending kept."""
    visible = "".join(char for char in unicodedata.normalize("NFC", name) if _is_visible(char))
    flat = _UNSAFE.sub("_", " ".join(visible.split())).strip(" .")
    if len(flat) <= LONGEST_NAME:
        return flat
    stem, dot, ending = flat.rpartition(".")
    kept = f"{dot}{ending}" if stem and len(ending) <= 10 else ""  # noqa: PLR2004  longer is no ending
    return flat[: LONGEST_NAME - len(kept)].rstrip(" .") + kept


def _is_visible(char: str) -> bool:
    """Spaces of every kind are kept; control, format, surrogate and unassigned characters are not."""
    return char.isspace() or unicodedata.category(char)[0] != "C"
