"""What one notice looks like on a phone: the content of a message, or another call that Telegram is asked to make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias

from mentoring.archives import Archive
from mentoring.handouts import FormOrder

AttachmentKind: TypeAlias = Literal["document", "photo", "voice", "video", "audio"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What a process apart makes of `argument`: `job` is a function of a module, and both can be pickled."""

    job: Callable[[Any], bytes]
    argument: object


@dataclass(frozen=True, kw_only=True, slots=True)
class Attached:
    """A file to send: by Telegram's `file_id` where there is one, else from a local path, or as it was just made.

    What takes long to make is left to `made`, which is called beside the loop when the file is sent; an
    `archive` is packed there too, out of our own files; `work` is done in a process apart, where a `form` is filled
    too; `sha256` names a file of ours.
    """

    kind: AttachmentKind
    file_id: str | None = None
    path: Path | None = None
    content: bytes | None = None
    made: Callable[[], bytes | BinaryIO] | None = None
    archive: Archive | None = None
    form: FormOrder | None = None
    work: Work | None = None
    sha256: str | None = None
    file_name: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """`text` is Telegram HTML with every value escaped; `reply_markup` is the Bot API's own JSON.

    Of a card that is `pictured`, the file changes with the words.
    `about` is for what is no card: the beginning of a card's key, under which each of its messages can be replied to.
    """

    text: str
    reply_markup: Mapping[str, object] | None = None
    attachments: tuple[Attached, ...] = ()
    silent: bool = False
    protect: bool = False
    about: str | None = None
    pictured: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """Any other Bot API method: approving a join request, pinning, leaving a chat …"""

    method: str
    params: Mapping[str, object]


Rendering: TypeAlias = Content | Call
