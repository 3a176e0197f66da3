"""Evidence packs: all that a group has filed, in ZIPs with an index, for whoever has to show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.files import FileKind
from mentoring.filings import Filing
from mentoring.ids import FilingId, GroupId, LineId, PackId, PersonId
from mentoring.notices.kit import Titled
from mentoring.notices.readiness import SlotStory
from mentoring.people import Language
from mentoring.scans import Screening
from mentoring.session_things import Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Bots may send 50 MB; the rest is room for the index and for what a ZIP adds.
VOLUME_BYTES = 47_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """`done` of `total` files are in; a restart begins it again."""

    id: PackId
    group_id: GroupId
    person_id: PersonId
    language: Language
    asked_at: datetime
    done: int
    total: int
    finished_at: datetime | None
    failed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFiling:
    """A filing with where its bytes are. `size` in bytes; `accepted_at` where it was handed in and accepted."""

    filing: Filing
    kind: FileKind
    file_id: str | None
    sha256: str | None
    size: int
    screening: Screening | None
    accepted_by: PersonId | None
    accepted_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PackedFiling:
    """`title` is None for what belongs to no document of the kit."""

    stored: StoredFiling
    title: Titled | None
    person: str | None
    session: int | None
    filed_by: str
    accepted_by: str | None
    changed_by: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PackContents:
    """`filed` in the order of the toolbars and the kit; `former` versions are only listed; `missing` is still owed.

    `posted` is what people posted in sessions whose minutes have the record.
    """

    pack: Pack
    group_name: str
    programme: str
    zone: str
    on: date
    filed: tuple[PackedFiling, ...]
    former: tuple[PackedFiling, ...]
    missing: tuple[SlotStory, ...]
    posted: tuple[Thing, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """`head` and every row have the same length; `widths` are shares of the page."""

    name: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Index:
    """All words of it, ready to be written; nothing in it is a formula."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]


def in_volumes(sizes: Iterable[int], *, limit: int = VOLUME_BYTES) -> Iterator[int]:
    """The number of each file's volume, from 1: a new one where the last is full."""
    volume, full = 1, 0
    for size in sizes:
        if full and full + size > limit:
            volume, full = volume + 1, 0
        full += size
        yield volume


def place_name(folder: str, number: int, name: str) -> str:
    """Of the `number`-th file, in letters that every computer takes."""
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "._-") else "_" for char in name)
    return f"{folder}/{number:03d}_{plain.lstrip('.')}"


class LeftOut(StrEnum):
    """Why a file that is filed is not in the pack."""

    ONLY_TELEGRAM = "only_telegram"
    TOO_LARGE = "too_large"
    UNCHECKED = "unchecked"
    INFECTED = "infected"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`names` are places in the pack, with the volume before them where there are several."""

    names: Mapping[FilingId, str]
    left_out: Mapping[FilingId, LeftOut]
    posted: Mapping[LineId, str] = field(default_factory=dict)
