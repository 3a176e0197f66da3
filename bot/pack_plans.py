"""Where each file of an evidence pack stands: in which ZIP, in which folder, under which name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentoring.file_names import latin
from mentoring.ids import FilingId
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
    filing_id: FilingId
    source: Source
    volume: int
    place: str


def planned(contents: PackContents, sources: Mapping[FilingId, Source], say: Say) -> Sequence[Planned]:
    """In the order of the index, numbered in each folder."""
    numbers: dict[str, int] = {}
    there = [one.stored.filing for one in contents.filed if one.stored.filing.id in sources]
    volumes = in_volumes(sources[one.id].size for one in there)
    found = []
    for filing, volume in zip(there, volumes, strict=True):
        folder = "_".join(latin(word) for word in pack_index.toolbar_folder(say, filing.toolbar).split("_"))
        numbers[folder] = numbers.get(folder, 0) + 1
        place = place_name(folder, numbers[folder], filing.name)
        found.append(Planned(filing_id=filing.id, source=sources[filing.id], volume=volume, place=place))
    return found


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
    several = len(volumes_of(plan)) > 1
    return {
        one.filing_id: f"{one.volume}: {one.place}" if several else one.place for one in plan if one.place not in but
    }


def pack_name(contents: PackContents, say: Say) -> str:
    words = (latin(pack_index.pack_name(say)), latin(contents.group_name)[:40], contents.on.isoformat())
    return "_".join(word for word in words if word)


def index_name(say: Say) -> str:
    return f"0_{latin(pack_index.index_name(say))}"
