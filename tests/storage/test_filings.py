"""Filings, their history, uploads and what they refer to, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from mentoring.files import FileKind, Received
from mentoring.filings import FiledFile, FilingDeed, FilingState, UploadState
from mentoring.ids import GroupId
from mentoring.kit import CONTRACT
from mentoring.papers import PaperLanguage
from mentoring.scans import ScanState
from mentoring.submissions import MoveKind, NewMove, State
from storage.files import known_hashes
from storage.own_copies import copies_of
from storage.tables.documents import own_templates, scans
from storage.tables.submissions import attachments
from tests.storage.test_documents import NOW, a_filing, nova, record

if TYPE_CHECKING:
    from mentoring.ids import MoveId
    from storage.record import SqlRecord

__all__ = ["record"]
FILE = Received(kind=FileKind.DOCUMENT, file_id="f", unique_id="u", file_name="a.pdf", chat_id=7, message_id=5)


def a_move(record: SqlRecord) -> MoveId:
    group, maria = nova(record)
    draft = record.submissions.add(mentee_id=maria.id, group_id=group.id, state=State.NEEDS_GROUP, now=NOW)
    return record.submissions.log(draft, NewMove(kind=MoveKind.SEND, person_id=maria.id), NOW)


def test_the_history_of_a_filing_is_in_order(record: SqlRecord) -> None:
    group, maria = nova(record)
    filing = record.filings.add(a_filing(group.id, maria.id, "a.pdf"))
    for number, deed in enumerate((FilingDeed.FILE, FilingDeed.MOVE, FilingDeed.WITHDRAW)):
        at = NOW + timedelta(minutes=number)
        record.filings.log(filing.id, deed, by=maria.id, reason=str(number), now=at)

    logged = [(one.deed, one.reason, one.by_id) for one in record.filings.deeds(filing.id)]
    assert logged == [
        (FilingDeed.FILE, "0", maria.id),
        (FilingDeed.MOVE, "1", maria.id),
        (FilingDeed.WITHDRAW, "2", maria.id),
    ]


def test_what_stands_in_toolbars_now_comes_the_newest_first_and_no_more_than_asked_for(record: SqlRecord) -> None:
    group, maria = nova(record)
    made = [record.filings.add(a_filing(group.id, maria.id, "a.pdf")) for _ in range(4)]
    record.filings.change(made[1], replace(made[1], state=FilingState.WITHDRAWN))

    assert [one.id for one in record.filings.of_groups([group.id], 2)] == [made[3].id, made[2].id]
    assert len(record.filings.of_groups([group.id], 10)) == 3
    assert record.filings.of_groups([], 10) == []


def test_files_that_came_as_a_draft_belong_to_the_upload_and_outlive_the_draft(record: SqlRecord) -> None:
    move = a_move(record)
    record.attachments.add(move, FILE, NOW)
    record.attachments.add(move, replace(FILE, message_id=6, unique_id="v"), NOW)
    draft = record.submissions.of_move(move)
    upload = record.uploads.add(draft.mentee_id, group_id=None, now=NOW)
    record.uploads.take_files_of(draft, upload.id)
    record.submissions.drop(draft)

    files = record.uploads.files(upload.id)
    assert [one.message_id for one in files] == [5, 6]
    assert record.uploads.of_message(7, 6) == (upload, files[1])
    assert record.uploads.of_message(7, 99) is None
    assert record.uploads.of_file(files[0].id) == upload
    assert record.submissions.by_id(draft.id) is None


def test_only_one_of_two_answers_about_an_upload_holds(record: SqlRecord) -> None:
    group, maria = nova(record)
    upload = record.uploads.add(maria.id, group_id=group.id, now=NOW)

    assert record.uploads.change(upload, replace(upload, state=UploadState.FILED))
    assert not record.uploads.change(upload, replace(upload, state=UploadState.DROPPED))


def a_scan(record: SqlRecord, move: MoveId, *, state: ScanState = ScanState.READY) -> None:
    row = {
        "move_id": move,
        "state": state,
        "order": "",
        "asked_at": NOW,
        "pages": 1,
        "size": 9,
        "sha256": "b" * 64,
        "preview_sha256": "c" * 64,
        "advice": (),
    }
    record.connection.execute(insert(scans).values(**row))


def test_the_joined_pages_of_a_version_are_found_once_they_are_made(record: SqlRecord) -> None:
    move = a_move(record)
    assert record.filings.scan_of_move(move) is None
    a_scan(record, move)
    scan_id = record.filings.scan_of_move(move)
    assert scan_id is not None

    submission = record.submissions.of_move(move)
    group, person = record.groups.by_id(submission.group_id or GroupId(0)), record.people.by_id(submission.mentee_id)
    filing = record.filings.add(replace(a_filing(group.id, person.id, "a.pdf"), scan_id=scan_id, attachment_id=None))
    assert record.filings.file_of(filing) == FiledFile(kind=FileKind.DOCUMENT, file_id=None, sha256="b" * 64)
    assert copies_of(record.connection, ["b" * 64, "z"]) == {"b" * 64: "b" * 64}


def test_every_hash_that_a_row_names_is_known_so_that_its_copy_is_never_swept(record: SqlRecord) -> None:
    move = a_move(record)
    kept = record.attachments.add(move, FILE, NOW)
    record.attachments.stored(kept.id, sha256="a" * 64, size=1, now=NOW)
    a_scan(record, move)
    submission = record.submissions.of_move(move)
    group = record.groups.by_id(submission.group_id or GroupId(0))
    row = {"programme_id": group.programme_id, "code": CONTRACT, "language": PaperLanguage.BG, "sha256": "d" * 64}
    row |= {"size": 1, "name": "own.docx", "sent_by": submission.mentee_id, "sent_at": NOW}
    record.connection.execute(insert(own_templates).values(**row))

    assert known_hashes(record.connection) == {letter * 64 for letter in "abcd"}
    assert record.connection.scalar(select(attachments.c.sha256)) == "a" * 64
    assert copies_of(record.connection, ["f"]) == {"f": "a" * 64}
