"""The readiness wall: what it counts and shows, to whom, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.kit import Code
from mentoring.notices.readiness import Cell, Wall, WallDocument, WallOf, WallPicture, Walls
from mentoring.notices.toolbars import FilesDoor
from mentoring.people import Language, Role
from mentoring.readiness import Count, WaitsFor
from mentoring.refusals import Why
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import slot_planning
from mentoring.use_cases.files_door import OpenFiles, open_files
from mentoring.use_cases.readiness import (
    DrawWall,
    OpenWall,
    OpenWallDocument,
    OpenWalls,
    draw_wall,
    open_wall,
    open_wall_document,
    open_walls,
)
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.slots import Slot
    from tests.use_cases.conftest import Desk

GOALS, PROFILE, GROUPS_GOALS, SELF_CHECK = Code("T02"), Code("T01"), Code("T03"), Code("T09")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def slot(nova: Nova, code: Code, person: Person | None) -> Slot:
    key = SlotKey(group_id=nova.group.id, code=code, person_id=None if person is None else person.id)
    return nova.desk.record.slots.by_key(key) or nova.desk.record.slots.add(key, due_on=None, now=nova.desk.now)


def becomes(nova: Nova, code: Code, person: Person | None, state: SlotState, reason: str = "") -> None:
    owed = slot(nova, code, person)
    nova.desk.record.slots.change(owed, replace(owed, state=state, since=nova.desk.now, reason=reason))


def opened(nova: Nova, by: Person, *, page: int = 0, missing: bool = False) -> Wall:
    nova.desk.does(open_wall, OpenWall(by=nova.by(by), group_id=nova.group.id, page=page, missing=missing))
    return nova.last(by, Wall)


def document(nova: Nova, by: Person, code: Code, *, page: int = 0, missing: bool = False) -> WallDocument:
    command = OpenWallDocument(by=nova.by(by), group_id=nova.group.id, code=code, page=page, missing=missing)
    nova.desk.does(open_wall_document, command)
    return nova.last(by, WallDocument)


def cells(wall: Wall, code: Code) -> tuple[Cell | None, ...]:
    return next(row.cells for row in wall.rows if row.title.code == code)


def test_the_wall_counts_what_is_filed_and_what_is_late(nova: Nova) -> None:
    before = opened(nova, nova.maria).count
    becomes(nova, GOALS, nova.vera, SlotState.FILED)
    becomes(nova, GOALS, nova.ilya, SlotState.WAIVED)
    late = slot(nova, PROFILE, nova.vera)
    nova.desk.record.slots.change(late, replace(late, due_on=(nova.desk.now - timedelta(days=2)).date()))

    wall = opened(nova, nova.maria)

    assert wall.count == Count(filed=1, total=before.total - 1, overdue=before.overdue + 1)
    assert (wall.people, wall.short) == (("Vera", "Ilya"), ("Ve", "Il"))
    assert cells(wall, PROFILE)[0] == Cell(state=SlotState.OPEN, overdue=True)
    filed, waived = (Cell(state=one, overdue=False) for one in (SlotState.FILED, SlotState.WAIVED))
    assert cells(wall, GOALS) == (filed, waived, None)


def test_what_belongs_to_the_group_stands_in_a_column_of_its_own(nova: Nova) -> None:
    becomes(nova, GROUPS_GOALS, None, SlotState.SUBMITTED)

    assert cells(opened(nova, nova.anton), GROUPS_GOALS) == (
        None,
        None,
        Cell(state=SlotState.SUBMITTED, overdue=False),
    )


def test_of_several_slots_in_one_cell_the_one_that_needs_somebody_is_shown(nova: Nova) -> None:
    diary = Code("T06")
    becomes(nova, diary, nova.vera, SlotState.FILED)
    key = replace(slot(nova, diary, nova.vera).key, session_id=None)
    assert key.session_id is None
    becomes(nova, diary, nova.ilya, SlotState.RETURNED)

    shown = cells(opened(nova, nova.maria), diary)

    assert [one.state for one in shown if one is not None] == [SlotState.FILED, SlotState.RETURNED]


def test_only_what_is_missing_is_left_where_that_is_asked_for(nova: Nova) -> None:
    for person in (nova.vera, nova.ilya):
        becomes(nova, GOALS, person, SlotState.FILED)

    codes = {row.title.code for row in opened(nova, nova.maria, missing=True).rows}

    assert GOALS not in codes
    assert PROFILE in codes


def test_whoever_owes_it_or_whose_turn_it_is_is_named_with_since_when(nova: Nova) -> None:
    becomes(nova, PROFILE, nova.vera, SlotState.ACCEPTED)
    becomes(nova, GOALS, nova.vera, SlotState.SUBMITTED)

    accepted, owed = document(nova, nova.maria, PROFILE).slots
    assert (accepted.seen.about, accepted.waits_for, accepted.since) == ("Vera", WaitsFor.MANAGER, nova.desk.now)
    assert (owed.seen.about, owed.waits_for) == ("Ilya", WaitsFor.ITS_PERSON)
    assert document(nova, nova.maria, GOALS).slots[0].waits_for is WaitsFor.MENTOR
    [of_group] = document(nova, nova.anton, GROUPS_GOALS).slots
    assert (of_group.seen.about, of_group.waits_for) == (None, WaitsFor.MENTOR)


def test_why_it_was_waived_is_told_to_managers_only(nova: Nova) -> None:
    becomes(nova, GOALS, nova.vera, SlotState.WAIVED, reason="Has left")

    assert [one.reason for one in document(nova, nova.maria, GOALS).slots] == ["Has left", ""]
    assert [one.reason for one in document(nova, nova.anton, GOALS).slots] == ["", ""]
    assert [one.seen.about for one in document(nova, nova.anton, GOALS, missing=True).slots] == ["Ilya"]


def test_what_only_managers_may_read_is_not_on_a_mentors_wall(nova: Nova) -> None:
    becomes(nova, SELF_CHECK, nova.anton, SlotState.OPEN)

    assert SELF_CHECK in {row.title.code for row in opened(nova, nova.maria).rows}
    assert SELF_CHECK not in {row.title.code for row in opened(nova, nova.anton).rows}
    command = OpenWallDocument(by=nova.by(nova.anton), group_id=nova.group.id, code=SELF_CHECK)
    assert nova.desk.refuses(open_wall_document, command) == Why.GONE


def test_a_large_group_is_shown_page_by_page_and_each_cell_once(nova: Nova) -> None:
    record = nova.desk.record
    for number in range(13):
        person = record.people.add(
            telegram_id=100 + number, name=f"Mentee {number}", language=Language.EN, zone="UTC", now=nova.desk.now
        )
        nova.joins(nova.group, person, Role.MENTEE)
    slot_planning.follow(record, {nova.group.id}, nova.desk.now)

    pages = [opened(nova, nova.maria, page=page) for page in range(3)]

    assert [one.pages for one in pages] == [3, 3, 3]
    names = [name for one in pages for name in one.people]
    assert (len(names), len({*names})) == (15, 15)
    assert [len(one.short) for one in pages] == [6, 6, 3]
    assert len({short for one in pages for short in one.short}) == 15
    assert opened(nova, nova.maria, page=99).page == 2


def test_neither_mentees_nor_people_of_other_groups_see_it(nova: Nova) -> None:
    other = nova.second_group()
    commands = [
        (open_wall, OpenWall(by=nova.by(nova.vera), group_id=nova.group.id)),
        (open_wall, OpenWall(by=nova.by(nova.anton), group_id=other.id)),
    ]

    assert [nova.desk.refuses(use_case, command) for use_case, command in commands] == [Why.NOT_ALLOWED] * 2
    drawing = DrawWall(by=nova.by(nova.vera), group_id=nova.group.id)
    assert nova.desk.refuses(draw_wall, drawing) == Why.NOT_ALLOWED
    listing = OpenWallDocument(by=nova.by(nova.vera), group_id=nova.group.id, code=GOALS)
    assert nova.desk.refuses(open_wall_document, listing) == Why.NOT_ALLOWED


def test_the_picture_shows_all_of_it_at_once(nova: Nova) -> None:
    nova.desk.does(draw_wall, DrawWall(by=nova.by(nova.maria, pressed=50), group_id=nova.group.id))

    picture = nova.last(nova.maria, WallPicture)
    assert picture.people == ("Vera", "Ilya")
    assert {len(row.cells) for row in picture.rows} == {3}
    assert picture.count == opened(nova, nova.maria).count


def test_the_files_door_leads_whoever_leads_one_group_to_its_wall_at_once(nova: Nova) -> None:
    nova.desk.does(open_files, OpenFiles(by=nova.by(nova.anton)))
    assert nova.last(nova.anton, FilesDoor).leads

    nova.desk.does(open_walls, OpenWalls(by=nova.by(nova.anton, pressed=5)))

    assert nova.last(nova.anton, Wall).group_id == nova.group.id


def test_of_several_groups_each_is_listed_with_how_far_it_is_and_one_page_after_another(nova: Nova) -> None:
    for number in range(9):
        nova.desk.record.groups.add(
            programme_id=nova.programme.id, name=f"Group {number}", language=Language.EN, now=nova.desk.now
        )
    whole = opened(nova, nova.maria).count

    nova.desk.does(open_walls, OpenWalls(by=nova.by(nova.maria, pressed=5)))
    first = nova.last(nova.maria, Walls)
    nova.desk.does(open_walls, OpenWalls(by=nova.by(nova.maria, pressed=5), page=1))

    assert (first.walls[0], len(first.walls), first.more) == (
        WallOf(group_id=nova.group.id, group_name="Nova", count=whole),
        8,
        True,
    )
    assert [one.group_name for one in nova.last(nova.maria, Walls).walls] == ["Group 7", "Group 8"]


def test_a_mentee_finds_no_wall_at_the_files_door(nova: Nova) -> None:
    nova.desk.does(open_files, OpenFiles(by=nova.by(nova.vera)))

    assert not nova.last(nova.vera, FilesDoor).leads
    assert nova.desk.refuses(open_walls, OpenWalls(by=nova.by(nova.vera, pressed=5))) == "not_allowed"
