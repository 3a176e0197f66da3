"""The readiness wall of a group, for whoever leads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import GroupId
from mentoring.kit import Code
from mentoring.notices.readiness import Cell, SlotStory, Wall, WallDocument, WallOf, WallPicture, WallRow, Walls
from mentoring.people import Person
from mentoring.permissions import Standing as As
from mentoring.permissions import authorise
from mentoring.readiness import counted, initials, neediest, shown_of, waits_for
from mentoring.refusals import Refusal, Why
from mentoring.slots import Slot, SlotState
from mentoring.use_cases.paging import paged
from mentoring.use_cases.slot_cards import Shelf, shelf, titled
from mentoring.use_cases.upload_questions import led_groups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.notices.kit import SlotSeen
    from mentoring.ports import Record

#: What a phone of 390 points shows of it at once.
PEOPLE_SHOWN, ROWS_SHOWN, SLOTS_SHOWN, SIGNED_SHOWN = 6, 10, 8, 4


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWalls:
    by: Acting
    page: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWall:
    by: Acting
    group_id: GroupId
    page: int = 0
    missing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWallDocument:
    by: Acting
    group_id: GroupId
    code: Code
    page: int = 0
    missing: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawWall:
    by: Acting
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class _Looking:
    reader: Person
    manages: bool
    shelf: Shelf
    slots: tuple[Slot, ...]

    @property
    def people(self) -> Sequence[PersonId]:
        """Whoever owes something, as the group lists them."""
        owing = {slot.key.person_id for slot in self.slots}
        return [person_id for person_id in self.shelf.names if person_id in owing]


def open_walls(record: Record, command: OpenWalls, now: datetime) -> None:
    """Whoever leads one group sees its wall at once."""
    person = authorise(record, command.by, Act.OPEN_WALL).known()
    led = led_groups(record, person)
    if len(led) == 1:
        return open_wall(record, OpenWall(by=command.by, group_id=led[0]), now)
    shown, more = paged(led, command.page)
    walls = tuple(_counted(_look(record, command.by, one, now)) for one in shown)
    return notices.answer(record, command.by, person, Walls(walls=walls, page=command.page, more=more))


def _counted(looking: _Looking) -> WallOf:
    group, count = looking.shelf.group, counted(looking.slots, looking.shelf.today)
    return WallOf(group_id=group.id, group_name=group.name, count=count)


def open_wall(record: Record, command: OpenWall, now: datetime) -> None:
    looking = _look(record, command.by, command.group_id, now)
    notices.answer(record, command.by, looking.reader, _wall(looking, command.page, missing=command.missing))


def open_wall_document(record: Record, command: OpenWallDocument, now: datetime) -> None:
    looking = _look(record, command.by, command.group_id, now)
    of_it = [slot for slot in looking.slots if slot.key.code == command.code]
    if not of_it:
        raise Refusal(Why.GONE)
    listed = [slot for slot in of_it if is_missing(slot)] if command.missing else of_it
    page, pages = _page_of(command.page, len(listed), SLOTS_SHOWN)
    shown = listed[page * SLOTS_SHOWN : (page + 1) * SLOTS_SHOWN]
    card = WallDocument(
        group_id=command.group_id,
        group_name=looking.shelf.group.name,
        title=titled(looking.shelf.kit, of_it[0]),
        slots=tuple(story(looking.shelf, slot, reasons=looking.manages) for slot in shown),
        page=page,
        pages=pages,
        missing=command.missing,
    )
    notices.answer(record, command.by, looking.reader, card)


def draw_wall(record: Record, command: DrawWall, now: datetime) -> None:
    """A message of its own: the card stays where it is."""
    looking = _look(record, command.by, command.group_id, now)
    if not looking.slots:
        raise Refusal(Why.GONE)
    picture = WallPicture(
        group_name=looking.shelf.group.name,
        programme=looking.shelf.programme.name,
        on=looking.shelf.today,
        count=counted(looking.slots, looking.shelf.today),
        people=tuple(looking.shelf.names[one] for one in looking.people),
        rows=_rows(looking, looking.people, missing=False),
    )
    notices.answer(record, replace(command.by, pressed=None), looking.reader, picture)


def _look(record: Record, by: Acting, group_id: GroupId, now: datetime) -> _Looking:
    """Raises Refusal unless they lead that group."""
    actor = authorise(record, by, Act.OPEN_WALL, group_id=group_id)
    manages, on = As.MANAGER in actor.standings, shelf(record, record.groups.by_id(group_id), now)
    slots = shown_of(record.slots.of_group(group_id), on.kit, manages=manages)
    return _Looking(reader=actor.known(), manages=manages, shelf=on, slots=slots)


def _wall(looking: _Looking, page: int, *, missing: bool) -> Wall:
    rows, people = _rows(looking, looking.people, missing=missing), looking.people
    down = max(1, -(-len(rows) // ROWS_SHOWN))
    across = max(1, -(-len(people) // PEOPLE_SHOWN))
    page = min(max(page, 0), down * across - 1)
    right, below = page // down * PEOPLE_SHOWN, page % down * ROWS_SHOWN
    names = [looking.shelf.names[one] for one in people]
    return Wall(
        group_id=looking.shelf.group.id,
        group_name=looking.shelf.group.name,
        count=counted(looking.slots, looking.shelf.today),
        people=tuple(names[right : right + PEOPLE_SHOWN]),
        short=initials(names)[right : right + PEOPLE_SHOWN],
        rows=tuple(_part(one, right) for one in rows[below : below + ROWS_SHOWN]),
        page=page,
        pages=down * across,
        missing=missing,
        signed=_signed(looking),
    )


def _signed(looking: _Looking) -> tuple[SlotSeen, ...]:
    slots = [slot for slot in looking.slots if slot.id in looking.shelf.signing]
    return tuple(looking.shelf.seen(slot) for slot in slots[:SIGNED_SHOWN])


def _part(row: WallRow, right: int) -> WallRow:
    """The cells of these people, and the group's own."""
    *of_people, of_group = row.cells
    return replace(row, cells=(*of_people[right : right + PEOPLE_SHOWN], of_group))


def _rows(looking: _Looking, people: Sequence[PersonId], *, missing: bool) -> tuple[WallRow, ...]:
    by_code: dict[Code, list[Slot]] = {}
    for slot in looking.slots:
        by_code.setdefault(slot.key.code, []).append(slot)
    rows = (_row(looking, people, slots) for slots in by_code.values())
    return tuple(one for one in rows if not missing or one.count.filed < one.count.total)


def _row(looking: _Looking, people: Sequence[PersonId], slots: Sequence[Slot]) -> WallRow:
    today = looking.shelf.today

    def cell(person_id: PersonId | None) -> Cell | None:
        theirs = [slot for slot in slots if slot.key.person_id == person_id]
        if not theirs:
            return None
        worst = neediest(theirs, today)
        return Cell(state=worst.state, overdue=worst.is_overdue(today))

    return WallRow(
        title=titled(looking.shelf.kit, slots[0]),
        cells=tuple(cell(one) for one in (*people, None)),
        count=counted(slots, today),
    )


def story(on: Shelf, slot: Slot, *, reasons: bool) -> SlotStory:
    return SlotStory(
        seen=on.seen(slot),
        since=slot.since,
        waits_for=waits_for(on.document(slot), slot),
        reason=slot.reason if reasons and slot.state is SlotState.WAIVED else "",
    )


def is_missing(slot: Slot) -> bool:
    return slot.state not in {SlotState.FILED, SlotState.WAIVED}


def _page_of(page: int, number: int, shown: int) -> tuple[int, int]:
    pages = max(1, -(-number // shown))
    return min(max(page, 0), pages - 1), pages
