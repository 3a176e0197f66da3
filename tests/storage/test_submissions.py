"""Submissions, their files and albums keep their contract on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind, Keeping, Received
from mentoring.people import Language, MembershipState, Role
from mentoring.rules import Rules
from mentoring.submissions import MoveKind, NewMove, State, Submission
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.ids import MoveId
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.connect() as connection:
        yield SqlRecord(connection, NOW, Rules())


@pytest.fixture
def group(record: SqlRecord) -> Group:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    return record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=NOW)


@pytest.fixture
def vera(record: SqlRecord, group: Group) -> Person:
    return a_member(record, group, "Vera", 4, Role.MENTEE)


def a_member(record: SqlRecord, group: Group, name: str, telegram_id: int, role: Role) -> Person:
    person = record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone="UTC", now=NOW)
    listed = record.memberships.expect(group_id=group.id, role=role, name=f"{name} as listed", now=NOW)
    record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))
    return person


def a_file(unique_id: str = "u1", *, message_id: int = 7, size: int = 10) -> Received:
    return Received(
        kind=FileKind.DOCUMENT,
        file_id=f"id-{unique_id}",
        unique_id=unique_id,
        file_name="essay.pdf",
        size=size,
        caption="Note",
        chat_id=4,
        message_id=message_id,
    )


def handed_in(
    record: SqlRecord, group: Group, person: Person, *unique_ids: str, state: State = State.WAITING
) -> tuple[Submission, MoveId]:
    submission = record.submissions.add(mentee_id=person.id, group_id=group.id, state=state, now=NOW)
    move_id = record.submissions.log(submission, NewMove(kind=MoveKind.SEND, person_id=person.id), NOW)
    for number, unique_id in enumerate(unique_ids or ("u1",)):
        record.attachments.add(move_id, a_file(unique_id, message_id=number + 7), NOW)
    return submission, move_id


def test_what_is_handed_in_is_numbered_from_1001_and_a_draft_is_not(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    draft, _ = handed_in(record, group, vera, state=State.MAYBE_REPEATED)
    first, _ = handed_in(record, group, vera)
    second, _ = handed_in(record, group, vera)

    assert (draft.number, first.number, second.number) == (None, 1001, 1002)
    assert record.submissions.by_id(first.id) == first
    assert record.submissions.next_number() == 1003


def test_of_two_changes_from_the_same_state_one_wins(record: SqlRecord, group: Group, vera: Person) -> None:
    before, _ = handed_in(record, group, vera)
    accepted = replace(before, state=State.ACCEPTED, decided_by=vera.id)

    assert record.submissions.change(before, accepted)
    assert not record.submissions.change(before, replace(before, state=State.RETURNED))
    assert record.submissions.by_id(before.id) == accepted


def test_a_change_of_an_older_version_is_refused(record: SqlRecord, group: Group, vera: Person) -> None:
    first, _ = handed_in(record, group, vera)
    assert record.submissions.change(first, replace(first, version=2))

    assert not record.submissions.change(first, replace(first, state=State.ACCEPTED))


def test_moves_come_back_in_order_with_their_files(record: SqlRecord, group: Group, vera: Person) -> None:
    submission, _ = handed_in(record, group, vera, "p1", "p2")
    move = NewMove(kind=MoveKind.RETURN, person_id=vera.id, text="Fix it")
    record.submissions.log(submission, move, NOW + timedelta(hours=1))

    sent, returned = record.submissions.moves(submission.id)

    assert [file.file_id for file in sent.files] == ["id-p1", "id-p2"]
    assert (sent.kind, sent.words) == (MoveKind.SEND, "Note\nNote")
    assert (returned.kind, returned.words, returned.files) == (MoveKind.RETURN, "Fix it", ())


def test_a_draft_handed_to_another_submission_becomes_its_version(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    target, _ = handed_in(record, group, vera)
    draft, move_id = handed_in(record, group, vera, "better", state=State.MAYBE_CORRECTION)

    record.submissions.hand_to(draft, replace(target, version=2))

    assert record.submissions.by_id(draft.id) is None
    last = record.submissions.moves(target.id)[-1]
    assert (last.id, last.version, last.kind) == (move_id, 2, MoveKind.CORRECT)
    assert record.submissions.of_move(move_id) == target


def test_a_dropped_draft_leaves_nothing(record: SqlRecord, group: Group, vera: Person) -> None:
    draft, move_id = handed_in(record, group, vera, state=State.OFFERED)
    record.albums.open(4, "g", move_id, NOW)

    record.submissions.drop(draft)

    assert record.submissions.by_id(draft.id) is None
    assert record.submissions.moves(draft.id) == []
    assert record.attachments.by_message(4, 7) is None
    assert record.albums.move_of(4, "g") is None


def test_repeated_is_what_holds_all_the_files_and_was_not_taken_back(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    ilya = a_member(record, group, "Ilya", 5, Role.MENTEE)
    album, _ = handed_in(record, group, vera, "p1", "p2")

    assert record.submissions.concerning(vera.id, ["p1", "p2"]).repeated == album
    assert record.submissions.concerning(vera.id, ["p1"]).repeated == album
    assert record.submissions.concerning(vera.id, ["p1", "p3"]).repeated is None
    assert record.submissions.concerning(ilya.id, ["p1"]).repeated is None
    record.submissions.change(album, replace(album, state=State.WITHDRAWN))
    assert record.submissions.concerning(vera.id, ["p1"]).repeated is None


def test_to_correct_is_what_came_back_the_newest_first(record: SqlRecord, group: Group, vera: Person) -> None:
    first, _ = handed_in(record, group, vera, "a")
    second, _ = handed_in(record, group, vera, "b")
    handed_in(record, group, vera, "c")
    returned, unreadable = replace(first, state=State.RETURNED), replace(second, state=State.UNREADABLE)
    record.submissions.change(first, returned)
    record.submissions.change(second, unreadable)

    assert record.submissions.concerning(vera.id, ["new"]).to_correct == (unreadable, returned)


def test_the_circle_knows_active_mentors_and_everybodys_listed_name(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    anton = a_member(record, group, "Anton", 2, Role.MENTOR)
    gone = a_member(record, group, "Boyana", 3, Role.MENTOR)
    [theirs] = record.memberships.of_person(gone.id)
    record.memberships.save(replace(theirs, state=MembershipState.LEFT))
    record.memberships.expect(group_id=group.id, role=Role.MENTEE, name="Not here yet", now=NOW)

    circle = record.submissions.circle(group.id)

    assert (circle.group, circle.mentors) == ("Nova", (anton,))
    assert circle.names == {
        vera.id: "Vera as listed",
        anton.id: "Anton as listed",
        gone.id: "Boyana as listed",
    }


def test_a_group_without_people_is_a_circle_too(record: SqlRecord, group: Group) -> None:
    assert record.submissions.circle(group.id).mentors == ()


def test_lists_show_the_latest_versions_first_file(record: SqlRecord, group: Group, vera: Person) -> None:
    submission, _ = handed_in(record, group, vera, "p1", "p2")
    handed_in(record, group, vera, state=State.OFFERED)

    [line] = record.submissions.waiting([group.id])

    assert (line.number, line.mentee, line.group, line.file) == (1001, "Vera", "Nova", "essay.pdf")
    assert [one.submission_id for one in record.submissions.of_mentee(vera.id)][-1] == submission.id
    assert record.submissions.waiting([]) == []


def test_a_file_waits_for_its_copy_until_it_is_stored_once(record: SqlRecord, group: Group, vera: Person) -> None:
    handed_in(record, group, vera)
    [fetching] = record.attachments.to_fetch(NOW, 10)

    record.attachments.try_again(fetching.id, NOW + timedelta(minutes=1))
    assert record.attachments.to_fetch(NOW, 10) == []
    [again] = record.attachments.to_fetch(NOW + timedelta(minutes=1), 10)
    assert again.tries == 1

    assert record.attachments.stored(fetching.id, sha256="ab", size=12, now=NOW)
    assert not record.attachments.stored(fetching.id, sha256="ab", size=12, now=NOW)
    assert record.attachments.fetching(fetching.id) is None


def test_a_large_file_and_one_of_the_group_are_not_fetched_by_themselves(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    submission, move_id = handed_in(record, group, vera, "u")
    record.attachments.add(move_id, a_file("large", message_id=90, size=30 * 1024 * 1024), NOW)
    record.attachments.add(move_id, a_file("group", message_id=91), NOW, fetch=False)
    assert len(record.attachments.to_fetch(NOW, 10)) == 1

    record.attachments.fetch_now(submission.id, NOW)

    assert len(record.attachments.to_fetch(NOW, 10)) == 2
    keeping = [file.keeping for move in record.submissions.moves(submission.id) for file in move.files]
    assert keeping.count(Keeping.BY_REFERENCE) == 1


def test_the_same_content_is_found_in_an_earlier_submission_of_the_same_mentee_only(
    record: SqlRecord, group: Group, vera: Person
) -> None:
    ilya = a_member(record, group, "Ilya", 5, Role.MENTEE)
    first, _ = handed_in(record, group, vera, "a")
    handed_in(record, group, ilya, "b")
    handed_in(record, group, vera, "c")
    one, other, again = record.attachments.to_fetch(NOW, 10)
    for file in (one, other, again):
        record.attachments.stored(file.id, sha256="same", size=1, now=NOW)

    assert record.attachments.same_content(again.id) == first
    assert record.attachments.same_content(other.id) is None
    assert record.attachments.same_content(one.id) is None


def test_the_other_files_are_repeated_in_a_new_version(record: SqlRecord, group: Group, vera: Person) -> None:
    submission, move_id = handed_in(record, group, vera, "p1", "p2")
    replaced = record.submissions.moves(submission.id)[0].files[0]
    correction = record.submissions.log(
        replace(submission, version=2), NewMove(kind=MoveKind.CORRECT, person_id=vera.id), NOW
    )

    record.attachments.repeat(correction, move_id, but=replaced.id)

    assert [file.unique_id for file in record.submissions.moves(submission.id)[-1].files] == ["p2"]


def test_a_message_is_found_by_its_latest_file(record: SqlRecord, group: Group, vera: Person) -> None:
    submission, _ = handed_in(record, group, vera)
    placed = record.attachments.by_message(4, 7)
    assert placed is not None
    assert (placed.submission, placed.unique_id, placed.version) == (submission, "u1", 1)

    record.attachments.replace(placed.attachment_id, a_file("u2"), NOW)
    record.attachments.recaption(placed.attachment_id, "Other words")

    found = record.attachments.by_message(4, 7)
    assert found is not None
    assert found.unique_id == "u2"
    assert record.submissions.moves(submission.id)[0].words == "Other words"


def test_an_album_settles_when_its_time_has_come_and_once(record: SqlRecord, group: Group, vera: Person) -> None:
    _, move_id = handed_in(record, group, vera, state=State.COLLECTING)
    record.albums.open(4, "g", move_id, NOW + timedelta(seconds=2))
    record.albums.extend(4, "g", NOW + timedelta(seconds=4))
    assert record.albums.next_due() == NOW + timedelta(seconds=4)

    assert record.albums.due(NOW + timedelta(seconds=3)) == []
    assert not record.albums.settle(move_id, NOW + timedelta(seconds=3))
    assert record.albums.due(NOW + timedelta(seconds=4)) == [move_id]
    assert record.albums.settle(move_id, NOW + timedelta(seconds=4))
    assert not record.albums.settle(move_id, NOW + timedelta(seconds=9))
    assert record.albums.next_due() is None
    assert record.albums.move_of(4, "g") == move_id


def test_tallies_count_by_day(record: SqlRecord) -> None:
    for _ in range(3):
        record.tallies.count("file_refused:kind", NOW)
    record.tallies.count("file_refused:kind", NOW + timedelta(days=1))

    assert record.tallies.on("file_refused:kind", NOW) == 3
