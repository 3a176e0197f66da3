"""Evidence packs: asked for by whoever leads a group, made in the background, sent as they are now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import Filing, FilingState
from mentoring.ids import GroupId, PackId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.packs import PackCard, PackStage, PackVolume
from mentoring.packs import Pack, PackContents, PackedFiling, StoredFiling
from mentoring.people import Language
from mentoring.permissions import Actor, authorise, standings_of
from mentoring.permissions import Standing as As
from mentoring.readiness import shown_of
from mentoring.use_cases.interview_doors import may_read_filed
from mentoring.use_cases.readiness import is_missing, story
from mentoring.use_cases.slot_cards import shelf, titled_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.use_cases.slot_cards import Shelf

_MAY = frozenset({As.MENTOR, As.MANAGER})


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPack:
    by: Acting
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class MakePack:
    by: Acting
    group_id: GroupId
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Volume:
    """A ZIP that is in the store of files."""

    name: str
    sha256: str


def ask_pack(record: Record, command: AskPack, now: datetime) -> None:
    """In which language, unless there is only one or a pack is being made already."""
    reader = authorise(record, command.by, Act.MAKE_PACK, group_id=command.group_id).known()
    group = record.groups.by_id(command.group_id)
    languages = record.programmes.by_id(group.programme_id).languages or record.rules.languages
    under_way = record.packs.under_way(group.id, reader.id)
    if under_way is None and len(languages) == 1:
        under_way = record.packs.add(group.id, reader.id, language=languages[0], now=now)
    card = PackCard(group_id=group.id, group_name=group.name, stage=PackStage.ASKING, languages=tuple(languages))
    notices.answer(record, command.by, reader, card if under_way is None else _making(group, under_way))


def make_pack(record: Record, command: MakePack, now: datetime) -> None:
    """Pressed again while one is being made, that one is shown."""
    reader = authorise(record, command.by, Act.MAKE_PACK, group_id=command.group_id).known()
    group = record.groups.by_id(command.group_id)
    pack = record.packs.under_way(group.id, reader.id)
    if pack is None:
        pack = record.packs.add(group.id, reader.id, language=command.language, now=now)
    notices.answer(record, command.by, reader, _making(group, pack))


def contents_of(record: Record, pack_id: PackId, now: datetime) -> PackContents | None:
    """As its reader may see it now; None, and the pack is given up, where they lead that group no more."""
    pack = record.packs.by_id(pack_id)
    if pack is None or pack.finished_at is not None:
        return None
    reader = record.people.by_id(pack.person_id)
    actor = _reading(record, reader, pack.group_id)
    if not actor.standings & _MAY:
        record.packs.finish(pack.id, now, failed=True)
        return None
    manages, group = As.MANAGER in actor.standings, record.groups.by_id(pack.group_id)
    on = shelf(record, group, now)
    may = [one for one in record.packs.filings_of(group.id) if may_read_filed(record, actor, one.filing)]
    owed = shown_of(record.slots.of_group(group.id), on.kit, manages=manages)
    packed = _Named(record, on)
    return PackContents(
        pack=pack,
        group_name=group.name,
        programme=on.programme.name,
        zone=on.programme.zone,
        on=on.today,
        filed=tuple(packed.filing(one) for one in may if one.filing.state is FilingState.FILED),
        former=tuple(packed.filing(one) for one in may if one.filing.state is not FilingState.FILED),
        missing=tuple(story(on, slot, reasons=True) for slot in owed if is_missing(slot) or slot.reason),
        posted=tuple(record.session_things.on_record(group.id)),
    )


def _reading(record: Record, reader: Person, group_id: GroupId) -> Actor:
    return Actor(person=reader, standings=standings_of(record, reader, group_id=group_id))


class _Named:
    """Each person is looked up once."""

    def __init__(self, record: Record, on: Shelf) -> None:
        self._record = record
        self._shelf = on
        self._names: dict[PersonId, str] = dict(on.names)

    def filing(self, stored: StoredFiling) -> PackedFiling:
        filing = stored.filing
        return PackedFiling(
            stored=stored,
            title=None if filing.code is None else titled_code(self._shelf.kit, filing.code),
            person=self._name(filing.person_id),
            session=self._session(filing),
            filed_by=self._name(filing.filed_by) or "",
            accepted_by=self._name(stored.accepted_by),
            changed_by=self._name(filing.changed_by),
        )

    def _name(self, person_id: PersonId | None) -> str | None:
        if person_id is None:
            return None
        if person_id not in self._names:
            self._names[person_id] = self._record.people.by_id(person_id).name
        return self._names[person_id]

    def _session(self, filing: Filing) -> int | None:
        if filing.session_id is None:
            return None
        if filing.session_id not in self._shelf.sessions:
            found = self._record.sessions.by_ids([filing.session_id])
            self._shelf.sessions.update({one.id: one.number for one in found})
        return self._shelf.sessions.get(filing.session_id)


def note_progress(record: Record, pack: Pack, *, done: int, total: int) -> None:
    if record.packs.note_progress(pack.id, done=done, total=total):
        card = _making(record.groups.by_id(pack.group_id), replace(pack, done=done, total=total))
        notices.tell(record, record.people.by_id(pack.person_id), card, PLAIN)


def pack_made(
    record: Record, contents: PackContents, volumes: Sequence[Volume], now: datetime, *, left_out: int
) -> None:
    """Sent only to whoever still leads the group."""
    pack, reader = contents.pack, record.people.by_id(contents.pack.person_id)
    may = bool(_reading(record, reader, pack.group_id).standings & _MAY)
    if not record.packs.finish(pack.id, now, failed=not may) or not may:
        return
    group = record.groups.by_id(pack.group_id)
    card = PackCard(
        group_id=group.id,
        group_name=group.name,
        stage=PackStage.READY,
        total=len(contents.filed),
        done=len(contents.filed) - left_out,
        left_out=left_out,
        missing=sum(one.waits_for is not None for one in contents.missing),
    )
    notices.tell(record, reader, card, PLAIN)
    for part, volume in enumerate(volumes, 1):
        sent = PackVolume(
            group_name=group.name,
            on=contents.on,
            name=volume.name,
            sha256=volume.sha256,
            part=part,
            parts=len(volumes),
        )
        notices.tell(record, reader, sent, AT_THE_BOTTOM)


def pack_failed(record: Record, pack: Pack, now: datetime) -> None:
    if record.packs.finish(pack.id, now, failed=True):
        group = record.groups.by_id(pack.group_id)
        card = PackCard(group_id=group.id, group_name=group.name, stage=PackStage.FAILED)
        notices.tell(record, record.people.by_id(pack.person_id), card, AT_THE_BOTTOM)


def _making(group: Group, pack: Pack) -> PackCard:
    return PackCard(group_id=group.id, group_name=group.name, stage=PackStage.MAKING, done=pack.done, total=pack.total)
