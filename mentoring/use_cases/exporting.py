"""Everything that is kept about somebody, as ZIPs that Telegram takes: what is written of them, and their files."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import export_names, export_pages, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices import PLAIN
from mentoring.notices.own_data import AllMyData, MyFile, Packed
from mentoring.own_data_ports import OwnFile
from mentoring.permissions import authorise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from mentoring.export_pages import Row
    from mentoring.ports import Record

#: Bots may send 50 MB; the rest is room for the names and for what is written.
PART_BYTES = 45 * 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stored:
    file: OwnFile
    name: str
    part: int


def export(record: Record, command: Export, now: datetime) -> None:
    """What has no copy of ours follows as Telegram has it."""
    person = authorise(record, command.by, Act.OWN_DATA).known()
    own = record.own_data.of_person(person.id)
    stored = _placed([one for one in own.files if one.sha256 is not None])
    others = [one for one in own.files if one.sha256 is None]
    parts = max([one.part for one in stored], default=1)
    index = {**own.rows, "files": _listed(own.files, stored)}
    for part in range(1, parts + 1):
        archive = AllMyData(
            on=now.date(),
            part=part,
            parts=parts,
            content=json.dumps(index, ensure_ascii=False, indent=1) if part == 1 else "",
            sections=export_pages.sections(index) if part == 1 else (),
            packed=tuple(Packed(name=one.name, sha256=one.file.sha256 or "") for one in stored if one.part == part),
            follow=len(others),
        )
        notices.answer(record, replace(command.by, pressed=None), person, archive)
    for file in others:
        notices.tell(record, person, MyFile(kind=file.kind, file_id=file.file_id, name=file.name), PLAIN)


def _placed(files: Sequence[OwnFile]) -> Sequence[_Stored]:
    """In their order; a new part where the last one is full."""
    names = export_names.all_different((one.name for one in files), taken=(export_names.INDEX, export_names.PAGE))
    return [
        _Stored(file=file, name=name, part=part)
        for file, name, part in zip(files, names, _parts(one.size for one in files), strict=True)
    ]


def _parts(sizes: Iterable[int]) -> Iterator[int]:
    part, full = 1, 0
    for size in sizes:
        if full and full + size > PART_BYTES:
            part, full = part + 1, 0
        full += size
        yield part


def _listed(files: Sequence[OwnFile], stored: Sequence[_Stored]) -> Sequence[Row]:
    places = {one.file.number: one for one in stored}
    return [
        {
            "name": one.name,
            "caption": one.caption,
            "received_at": one.received_at.isoformat(),
            "size": one.size,
            "in_archive": places[one.number].name if one.number in places else None,
            "archive": places[one.number].part if one.number in places else None,
        }
        for one in files
    ]
