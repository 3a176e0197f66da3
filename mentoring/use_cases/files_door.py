"""The Files door: the toolbars, shelf by shelf, as whoever looks may see them at that moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.filings import Filing
from mentoring.ids import GroupId
from mentoring.kit import Code, Kit, Per, Toolbar, Visibility
from mentoring.notices.kit import Titled
from mentoring.notices.toolbars import (
    NO_DOCUMENT,
    FilesDoor,
    FilingLine,
    GroupCount,
    Section,
    SectionCount,
    SectionGroups,
    SectionShelves,
    Shelf,
    ShelfCount,
)
from mentoring.people import Person
from mentoring.permissions import LEADING, Actor, Standing, authorise, standings_of
from mentoring.use_cases import things_door
from mentoring.use_cases.filing_prompts import listen_for_search
from mentoring.use_cases.interview_doors import may_read_filed
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.paging import paged
from mentoring.use_cases.upload_questions import titled

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record

#: More is not looked through; the newest come first.
MOST = 5_000
_TOOLBARS = {Section.MANAGING: Toolbar.MANAGING, Section.MONITORING: Toolbar.MONITORING}


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenFiles:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSection:
    """`group_id` None lets whoever has several groups choose."""

    by: Acting
    section: Section
    group_id: GroupId | None = None
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenShelf:
    by: Acting
    section: Section
    group_id: GroupId
    code: Code
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Readable:
    """What somebody may read now, and what they are to each group."""

    person: Person
    readers: dict[GroupId, Actor]
    filings: Sequence[Filing]

    def of(self, section: Section) -> Sequence[Filing]:
        return [one for one in self.filings if self._is_in(section, one)]

    def _is_in(self, section: Section, filing: Filing) -> bool:
        standings = self.readers[filing.group_id].standings
        match section:
            case Section.OWN:
                return filing.person_id == self.person.id
            case Section.GROUP:
                return Standing.MENTEE in standings and filing.visibility is Visibility.GROUP
            case _:
                return bool(standings & LEADING) and filing.toolbar is _TOOLBARS[section]


def readable(record: Record, person: Person) -> Readable:
    groups = things_door.groups_of(record, person)
    readers = {one: Actor(person=person, standings=standings_of(record, person, group_id=one)) for one in groups}
    filed = record.filings.of_groups([*groups], MOST) if groups else ()
    return Readable(
        person=person,
        readers=readers,
        filings=[one for one in filed if may_read_filed(record, readers[one.group_id], one)],
    )


def open_files(record: Record, command: OpenFiles, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_FILES)
    found = readable(record, actor.known())
    hands_in, leads = bool(actor.standings & {Standing.MENTEE, Standing.RESTING}), bool(actor.standings & LEADING)
    sections = [Section.MANAGING, Section.MONITORING] if leads else []
    sections += [Section.GROUP, Section.OWN] if hands_in else []
    counts = tuple(SectionCount(section=one, count=len(found.of(one))) for one in sections)
    listen_for_search(record, command.by, now)
    places = {one: reader.standings for one, reader in found.readers.items()}
    posted = len(things_door.readable(record, found.person, places))
    door = FilesDoor(sections=counts, hands_in=hands_in, leads=leads, things=posted)
    notices.answer(record, beside_cards(record, command.by), actor.person, door)


def open_section(record: Record, command: OpenSection, now: datetime) -> None:
    person = authorise(record, command.by, Act.OPEN_FILES, group_id=command.group_id).known()
    found = readable(record, person)
    here = found.of(command.section)
    counts = Counter(one.group_id for one in here)
    if command.group_id is None and len(counts) != 1:
        lines = [
            GroupCount(group_id=one, name=record.groups.by_id(one).name, count=count) for one, count in counts.items()
        ]
        shown, more = paged(lines, command.page)
        groups = SectionGroups(section=command.section, groups=shown, page=command.page, more=more)
        return notices.answer(record, command.by, person, groups)
    group_id = command.group_id or next(iter(counts))
    group, kit = record.groups.by_id(group_id), kit_of_group(record, record.groups.by_id(group_id))
    by_code = Counter(one.code or NO_DOCUMENT for one in here if one.group_id == group_id)
    shelves = [ShelfCount(document=title_of(kit, code), count=by_code[code]) for code in sorted(by_code)]
    shown_shelves, more = paged(shelves, command.page)
    card = SectionShelves(
        section=command.section,
        group_id=group_id,
        group=group.name,
        shelves=shown_shelves,
        page=command.page,
        more=more,
    )
    return notices.answer(record, command.by, person, card)


def open_shelf(record: Record, command: OpenShelf, now: datetime) -> None:
    person = authorise(record, command.by, Act.OPEN_FILES, group_id=command.group_id).known()
    here = [
        one
        for one in readable(record, person).of(command.section)
        if one.group_id == command.group_id and (one.code or NO_DOCUMENT) == command.code
    ]
    group = record.groups.by_id(command.group_id)
    shown, more = paged(here, command.page)
    card = Shelf(
        section=command.section,
        group_id=group.id,
        group=group.name,
        document=title_of(kit_of_group(record, group), command.code),
        lines=lines_of(record, shown),
        count=len(here),
        page=command.page,
        more=more,
    )
    notices.answer(record, command.by, person, card)


def lines_of(record: Record, filings: Sequence[Filing]) -> tuple[FilingLine, ...]:
    """With the names of whom they are about, each group and session read once."""
    kits: dict[GroupId, Kit] = {}
    names: dict[tuple[GroupId, int | None], str] = {}
    for group_id in {one.group_id for one in filings}:
        kits[group_id] = kit_of_group(record, record.groups.by_id(group_id))
        names |= {(group_id, one.person_id): one.name for one in record.memberships.of_group(group_id)}
    ids = {one.session_id for one in filings if one.session_id is not None}
    numbers = {one.id: one.number for one in (record.sessions.by_ids([*ids]) if ids else ())}
    return tuple(
        FilingLine(
            filing_id=one.id,
            name=one.name,
            document=title_of(kits[one.group_id], one.code or NO_DOCUMENT),
            person=names.get((one.group_id, one.person_id), "") if one.person_id is not None else "",
            session=numbers.get(one.session_id) if one.session_id is not None else None,
            version=one.version,
            at=one.filed_at,
        )
        for one in filings
    )


def title_of(kit: Kit, code: Code) -> Titled | None:
    document = kit.find(code)
    if document is not None and document.per is not Per.NOBODY:
        return titled(document)
    return None if code == NO_DOCUMENT else Titled(code=code, en=code, bg=code)
