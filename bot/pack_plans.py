"""Where each file of an evidence pack stands: in which ZIP, in which folder, under which name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring.file_names import latin
from mentoring.ids import FilingId, LineId
from mentoring.packs import in_volumes, place_name
from texts import pack_index

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from mentoring.packs import PackContents
    from texts.say import Say

#: Put in at a time, so that progress can be told and the workshop is free for others.
_FILES_AT_A_TIME, _BYTES_AT_A_TIME = 25, 16 * 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """`size` in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """What is filed, or what was posted in a session."""

    source: Source
    volume: int
    place: str
    filing_id: FilingId | None = None
    line_id: LineId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    folder: str
    name: str
    source: Source
    filing_id: FilingId | None = None
    line_id: LineId | None = None


def planned(
    contents: PackContents, sources: Mapping[FilingId, Source], say: Say, posted: Mapping[LineId, Source]
) -> Sequence[Planned]:
    """In the order of the index, numbered in each folder."""
    numbers: dict[str, int] = {}
    parts = [*_filed(contents, sources, say), *_posted(contents, posted, say)]
    found = []
    for part, volume in zip(parts, in_volumes(one.source.size for one in parts), strict=True):
        numbers[part.folder] = numbers.get(part.folder, 0) + 1
        place = place_name(part.folder, numbers[part.folder], part.name)
        found.append(
            Planned(filing_id=part.filing_id, line_id=part.line_id, source=part.source, volume=volume, place=place)
        )
    return found


def _filed(contents: PackContents, sources: Mapping[FilingId, Source], say: Say) -> Iterator[_Part]:
    for filing in (one.stored.filing for one in contents.filed):
        if filing.id in sources:
            folder = _folder(pack_index.toolbar_folder(say, filing.toolbar))
            yield _Part(folder=folder, name=filing.name, source=sources[filing.id], filing_id=filing.id)


def _posted(contents: PackContents, sources: Mapping[LineId, Source], say: Say) -> Iterator[_Part]:
    """No name of a person is in a name of ours: the index tells who posted it."""
    folder = _folder(pack_index.sessions_folder(say))
    for thing in contents.posted:
        if thing.line_id in sources:
            stem, dot, ending = (thing.kept_as or "").rpartition(".")
            name = "_".join(word for word in (f"{thing.number:02}", latin(stem or ending)) if word)
            yield _Part(
                folder=folder,
                name=f"{name}.{ending}" if dot else name,
                source=sources[thing.line_id],
                line_id=thing.line_id,
            )


def _folder(called: str) -> str:
    return "_".join(latin(word) for word in called.split("_"))


def handfuls(plan: Sequence[Planned]) -> Iterator[Sequence[Planned]]:
    """Files of one volume that are put in together."""
    handful: list[Planned] = []
    for one in plan:
        size = sum(other.source.size for other in handful)
        is_full = len(handful) >= _FILES_AT_A_TIME or size + one.source.size > _BYTES_AT_A_TIME
        if handful and (is_full or handful[0].volume != one.volume):
            yield handful
            handful = []
        handful.append(one)
    if handful:
        yield handful


def volumes_of(plan: Sequence[Planned]) -> Sequence[int]:
    """Also where there is nothing but the index."""
    return range(1, max([one.volume for one in plan], default=1) + 1)


def names_of(plan: Sequence[Planned], *, but: Container[str] = ()) -> Mapping[FilingId, str]:
    """With the volume before them where there are several; `but` are places that stayed empty."""
    there = _there(plan, but)
    return {one.filing_id: place for one, place in there if one.filing_id is not None}


def posted_names(plan: Sequence[Planned], *, but: Container[str] = ()) -> Mapping[LineId, str]:
    return {one.line_id: place for one, place in _there(plan, but) if one.line_id is not None}


def _there(plan: Sequence[Planned], but: Container[str]) -> Iterator[tuple[Planned, str]]:
    several = len(volumes_of(plan)) > 1
    return ((one, f"{one.volume}: {one.place}" if several else one.place) for one in plan if one.place not in but)


def pack_name(contents: PackContents, say: Say) -> str:
    words = (latin(pack_index.pack_name(say)), latin(contents.group_name)[:40], contents.on.isoformat())
    return "_".join(word for word in words if word)


def index_name(say: Say) -> str:
    return f"0_{latin(pack_index.index_name(say))}"
