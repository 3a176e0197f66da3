"""Files, photographs and voices of recorded sessions, on both engines."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select

from mentoring.chat_records import LineKind
from mentoring.files import FETCH_LIMIT_BYTES, FileKind, Keeping, Received, SentLately
from mentoring.minutes import MinutesState
from mentoring.people import Language
from mentoring.session_things import Copy
from mentoring.sessions import Place, SessionKind
from storage.files import known_hashes
from storage.tables.meetings import minutes, session_lines
from storage.tables.submissions import attachments
from tests.storage.test_documents import NOW, nova, record

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.ids import LineId
    from mentoring.people import Person
    from mentoring.session_things import Thing
    from mentoring.sessions import Session
    from storage.record import SqlRecord

__all__ = ["record"]
HASH, OTHER_HASH = "a" * 64, "b" * 64


class World:
    """A session of Nova in which Maria posts."""

    def __init__(self, record: SqlRecord) -> None:
        self.record = record
        self.group, self.maria = nova(record)
        self.session = a_session(record, self.group, self.maria)

    def posts(self, number: int, *, kind: LineKind = LineKind.FILE, size: int = 9, by: Person | None = None) -> LineId:
        person = by or self.maria
        line_id = self.record.chat_records.keep(
            session_id=self.session.id,
            message_id=number,
            person_id=person.id,
            name=person.name,
            kind=kind,
            text="words",
            said_at=NOW + timedelta(minutes=number),
            file_id=f"f{number}" if kind is not LineKind.TEXT else None,
            unique_id=f"u{number}",
            file_name="a.pdf",
            size=size,
        )
        assert line_id is not None
        if kind is not LineKind.TEXT:
            self.record.attachments.add_to_line(line_id, a_file(number, size), NOW)
        return line_id

    def thing(self, line_id: LineId) -> Thing:
        found = self.record.session_things.by_id(line_id)
        assert found is not None
        return found

    def copies(self, line_id: LineId, sha256: str = HASH) -> None:
        of = self.thing(line_id).attachment_id
        assert of is not None
        assert self.record.attachments.stored(of, sha256=sha256, size=77, now=NOW)
        self.record.session_things.note_copy(line_id, sha256=sha256, size=77)

    def count(self) -> int:
        return self.record.connection.scalar(select(func.count()).select_from(attachments)) or 0


def a_session(record: SqlRecord, group: Group, maria: Person) -> Session:
    return record.sessions.add(
        group_id=group.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
        wall_time=NOW.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=maria.id,
        now=NOW,
    )


def a_file(number: int, size: int = 9) -> Received:
    return Received(
        kind=FileKind.DOCUMENT,
        file_id=f"f{number}",
        unique_id=f"u{number}",
        file_name="a.pdf",
        size=size,
        chat_id=-1001,
        message_id=number,
    )


@pytest.fixture
def world(record: SqlRecord) -> World:
    return World(record)


def test_a_thing_is_its_line_with_its_copy(world: World) -> None:
    line_id = world.posts(3)
    assert (world.thing(line_id).copy, world.thing(line_id).number) == (Copy.COMING, 1)

    world.copies(line_id)

    kept = world.thing(line_id)
    assert (kept.copy, kept.sha256, kept.size, kept.text, kept.sent_as) == (
        *(Copy.KEPT, HASH, 77, "words"),
        FileKind.DOCUMENT,
    )
    assert kept.attachment_id is not None
    assert world.record.session_things.of_file(kept.attachment_id) == kept
    assert known_hashes(world.record.connection) == {HASH}


def test_words_are_no_things_and_the_newest_come_first(world: World) -> None:
    first, _, last = world.posts(3), world.posts(4, kind=LineKind.TEXT), world.posts(5)

    of_session = [one.line_id for one in world.record.session_things.of_session(world.session.id)]
    of_group = [one.line_id for one in world.record.session_things.of_groups([world.group.id], 9)]
    newest = [one.line_id for one in world.record.session_things.of_groups([world.group.id], 1)]

    assert (of_session, of_group, newest) == ([first, last], [last, first], [last])
    assert world.record.session_things.of_groups([], 9) == ()


def test_it_is_held_back_once(world: World) -> None:
    line_id = world.posts(3)

    held = [world.record.session_things.hold_back(line_id, NOW) for _ in range(2)]

    assert (held, world.thing(line_id).withheld_at) == ([True, False], NOW)


def test_another_file_takes_the_place_of_the_first(world: World) -> None:
    line_id = world.posts(3)
    world.copies(line_id)

    world.record.session_things.change_file(line_id, a_file(8), kind=LineKind.PHOTO, file_name=None)

    changed = world.thing(line_id)
    assert (changed.kind, changed.file_id, changed.sha256, changed.copy) == (LineKind.PHOTO, "f8", None, Copy.REFUSED)
    assert (world.count(), known_hashes(world.record.connection)) == (0, frozenset())


def test_only_what_takes_room_counts_against_a_day(world: World) -> None:
    world.posts(3)
    world.posts(4, size=FETCH_LIMIT_BYTES + 1)

    sent = world.record.session_things.sent_since(world.maria.id, NOW)

    assert sent == SentLately(files=2, size=9)
    assert world.record.session_things.sent_since(world.maria.id, NOW + timedelta(hours=1)) == SentLately(
        files=0, size=0
    )


def test_a_pack_has_only_those_whose_minutes_have_the_record(world: World) -> None:
    line_id, held = world.posts(3), world.posts(4)
    world.record.session_things.hold_back(held, NOW)
    assert list(world.record.session_things.on_record(world.group.id)) == []

    row = {"session_id": world.session.id, "state": MinutesState.ACCEPTED, "with_record": True, "changed_at": NOW}
    words = dict.fromkeys(("summary", "decisions", "next_steps"), "")
    world.record.connection.execute(insert(minutes).values(**row, **words))

    assert [one.line_id for one in world.record.session_things.on_record(world.group.id)] == [line_id]


def test_whoever_is_erased_leaves_no_file_and_nobody_else_loses_one(world: World) -> None:
    other = world.record.people.add(telegram_id=None, name="Olga", language=Language.EN, zone="UTC", now=NOW)
    mine, theirs = world.posts(3, by=other), world.posts(4)
    world.copies(mine)
    world.copies(theirs, OTHER_HASH)

    world.record.erasing.erase(other.id, name="former mentee 2", now=NOW)

    assert (world.thing(theirs).copy, world.count()) == (Copy.KEPT, 1)
    assert HASH in world.record.erasing.forgotten
    assert known_hashes(world.record.connection) == {OTHER_HASH}
    row = world.record.connection.execute(select(session_lines).where(session_lines.c.id == mine)).one()
    assert (row.name, row.text, row.file_id, row.file_name, row.sha256) == ("former mentee 2", "", None, None, None)


def test_own_data_has_what_one_posted(world: World) -> None:
    line_id = world.posts(3)
    world.copies(line_id)

    [file] = world.record.own_data.of_person(world.maria.id).files

    assert (file.name, file.sha256, file.size) == ("a.pdf", HASH, 77)


def test_a_wiped_test_group_takes_its_files_along(world: World) -> None:
    world.copies(world.posts(3))

    world.record.trial_groups.wipe(world.group)

    assert (world.count(), known_hashes(world.record.connection)) == (0, frozenset())


def test_what_is_too_large_has_no_copy(world: World) -> None:
    line_id = world.posts(3, size=FETCH_LIMIT_BYTES + 1)

    assert (world.thing(line_id).keeping, world.thing(line_id).copy) == (Keeping.BY_REFERENCE, Copy.TOO_LARGE)
