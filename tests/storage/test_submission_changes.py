"""What becomes of submissions after they came keeps its contract on both engines: edits, pages, withdrawn versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind, Keeping, Received, SentLately
from mentoring.ids import PersonId
from mentoring.people import Language
from mentoring.rules import Rules
from mentoring.sessions import Place, SessionKind
from mentoring.submissions import MoveKind, NewMove, State, Submission
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.connect() as connection:
        yield SqlRecord(connection, NOW, Rules())


@pytest.fixture
def group(record: SqlRecord) -> Group:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


@pytest.fixture
def vera(record: SqlRecord) -> Person:
    return record.people.add(telegram_id=4, name="Vera", language=Language.EN, zone="UTC", now=NOW)


def a_file(number: int, *, size: int | None = 10) -> Received:
    return Received(
        kind=FileKind.DOCUMENT, file_id=f"id-{number}", unique_id=f"u{number}", size=size, chat_id=4, message_id=number
    )


def sent(record: SqlRecord, group: Group, person: Person, *numbers: int, at: datetime = NOW) -> Submission:
    submission = record.submissions.add(mentee_id=person.id, group_id=group.id, state=State.WAITING, now=at)
    move_id = record.submissions.log(submission, NewMove(kind=MoveKind.SEND, person_id=person.id), at)
    for number in numbers:
        record.attachments.add(move_id, a_file(number), at)
    return submission


def note(record: SqlRecord, submission: Submission, text: str, message_id: int) -> None:
    move = NewMove(kind=MoveKind.NOTE, person_id=submission.mentee_id, text=text, message_id=message_id)
    record.submissions.log(submission, move, NOW)


def test_words_are_found_by_their_message_and_author_and_can_change(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    submission = sent(record, group, vera, 1)
    note(record, submission, "Page 2 is comming", 50)

    found = record.submissions.said_in(vera.id, 50)
    assert found is not None
    record.submissions.reword(found.id, "Page 2 is coming")

    assert [move.text for move in record.submissions.moves(submission.id)] == ["", "Page 2 is coming"]
    assert record.submissions.said_in(vera.id, 51) is None
    assert record.submissions.said_in(PersonId(vera.id + 1), 50) is None


def test_a_version_that_was_taken_back_keeps_its_number_to_itself(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    first = sent(record, group, vera, 1)
    second = replace(first, version=record.submissions.next_version(first.id))
    move_id = record.submissions.log(second, NewMove(kind=MoveKind.CORRECT, person_id=vera.id), NOW)
    record.attachments.add(move_id, a_file(2), NOW)

    record.submissions.take_back_version(second)

    moves = record.submissions.moves(first.id)
    assert [(move.version, move.kind) for move in moves] == [(1, MoveKind.SEND), (2, MoveKind.TAKEN_BACK)]
    assert record.submissions.next_version(first.id) == 3
    assert record.submissions.concerning(vera.id, ["u2"]).repeated is None
    assert record.submissions.concerning(vera.id, ["u1"]).repeated == first


def test_just_before_is_the_newest_that_still_waits_in_the_same_group(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    other = record.groups.add(programme_id=group.programme_id, name="Start", language=Language.EN, now=NOW)
    sent(record, group, vera, 1, at=NOW - 9 * MINUTE)
    newest = sent(record, group, vera, 2, at=NOW - 5 * MINUTE)
    sent(record, other, vera, 3, at=NOW - 2 * MINUTE)
    decided = sent(record, group, vera, 4, at=NOW - MINUTE)
    record.submissions.change(decided, replace(decided, state=State.ACCEPTED))
    page = sent(record, group, vera, 5)

    assert record.submissions.just_before(page, NOW - 10 * MINUTE) == newest
    assert record.submissions.just_before(page, NOW - 4 * MINUTE) is None


def test_pages_that_are_handed_over_take_their_notes_and_album_along(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    whole, page = sent(record, group, vera, 1), sent(record, group, vera, 2, 3)
    note(record, page, "Pages 2 and 3", 50)
    [own, _] = record.submissions.moves(page.id)
    record.albums.open(4, "g1", own.id, NOW)

    record.submissions.hand_pages_to(page, whole)

    [first, noted] = record.submissions.moves(whole.id)
    assert ([file.unique_id for file in first.files], noted.text) == (["u1", "u2", "u3"], "Pages 2 and 3")
    assert record.albums.move_of(4, "g1") == first.id
    assert [move.files for move in record.submissions.moves(page.id)] == [()]


def test_a_page_that_stands_already_is_not_there_twice(record: SqlRecord, group: Group, vera: Person) -> None:
    whole, page = sent(record, group, vera, 1), sent(record, group, vera, 1, 2)
    [own] = record.submissions.moves(page.id)
    record.inspections.ask(own.files[0].id, NOW)

    record.submissions.hand_pages_to(page, whole)

    [move] = record.submissions.moves(whole.id)
    assert [file.unique_id for file in move.files] == ["u1", "u2"]


def test_a_joined_submission_is_remembered_and_not_listed(record: SqlRecord, group: Group, vera: Person) -> None:
    whole, page = sent(record, group, vera, 1), sent(record, group, vera, 2)

    assert record.submissions.change(page, replace(page, state=State.WITHDRAWN, joined_to=whole.id))

    found = record.submissions.by_id(page.id)
    assert found is not None
    assert found.joined_to == whole.id
    assert [line.submission_id for line in record.submissions.of_mentee(vera.id)] == [whole.id]


def test_a_spoken_answer_is_fetched_and_forgotten_with_its_diary(record: SqlRecord, group: Group, vera: Person) -> None:
    session = record.sessions.add(
        group_id=group.id,
        kind=SessionKind.FINAL,
        starts_at=NOW,
        ends_at=NOW + MINUTE,
        wall_time="2026-11-23T09:00:00",
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=vera.id,
        now=NOW,
    )
    diary = record.diaries.begin(session.id, vera.id, NOW)
    record.attachments.add_spoken(diary.id, a_file(1), NOW)

    [waiting] = record.attachments.to_fetch(NOW, 9)
    assert record.attachments.submission_of(waiting.id) is None
    assert record.attachments.give_up(waiting.id, Keeping.LOST)
    assert record.attachments.sent_since(vera.id, 4, NOW - SECOND) == SentLately(files=1, size=10)
    record.diaries.clear(diary)
    assert record.attachments.sent_since(vera.id, 4, NOW - SECOND) == SentLately(files=0, size=0)


def test_what_somebody_sent_lately_is_counted_by_message_and_without_what_has_no_copy(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    submission = sent(record, group, vera, 1)
    [move] = record.submissions.moves(submission.id)
    for number, size in ((2, 2000), (3, None), (4, 30 * 1024 * 1024)):
        record.attachments.add(move.id, a_file(number, size=size), NOW)
    corrected = record.submissions.log(submission, NewMove(kind=MoveKind.CORRECT, person_id=vera.id), NOW)
    record.attachments.repeat(corrected, move.id, but=move.files[0].id)

    nothing = SentLately(files=0, size=0)
    assert record.attachments.sent_since(vera.id, 4, NOW - SECOND) == SentLately(files=4, size=2010)
    assert record.attachments.sent_since(vera.id, 4, NOW) == nothing
    assert record.attachments.sent_since(vera.id, 5, NOW - SECOND) == nothing
    assert record.attachments.sent_since(PersonId(vera.id + 1), 4, NOW - SECOND) == nothing
