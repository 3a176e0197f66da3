"""Pages and scans on both engines: what waits to be joined, and what is taken for its answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind, Keeping, Received
from mentoring.ids import AttachmentId
from mentoring.inspection_ports import Inspected
from mentoring.people import Language
from mentoring.rules import Rules
from mentoring.scan_ports import Made, PageFile
from mentoring.scans import Page, ScanState, Verdict
from mentoring.submissions import MoveKind, NewMove, State
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.ids import MoveId
    from mentoring.submissions import Submission
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.connect() as connection:
        yield SqlRecord(connection, NOW, Rules())
        connection.rollback()


def photographed(record: SqlRecord, *, count: int = 2) -> tuple[Submission, MoveId, list[AttachmentId]]:
    vera = record.people.add(telegram_id=4, name="Vera", language=Language.BG, zone="UTC", now=NOW)
    draft = record.submissions.add(mentee_id=vera.id, group_id=None, state=State.SCANNING, now=NOW)
    move = record.submissions.log(draft, NewMove(kind=MoveKind.SEND, person_id=vera.id), NOW)
    files = [
        record.attachments.add(
            move,
            Received(kind=FileKind.PHOTO, file_id=f"f{number}", unique_id=f"u{number}", chat_id=4, message_id=number),
            NOW,
        )
        for number in range(count)
    ]
    for place, file in enumerate(files, 1):
        record.scans.put(Page(attachment_id=file.id, place=place))
    record.scans.ask(move, "u0:0,u1:0", NOW)
    return draft, move, [file.id for file in files]


def is_stored(record: SqlRecord, of: AttachmentId) -> None:
    assert record.attachments.stored(of, sha256=f"{of:064}", size=1, now=NOW)


def test_a_scan_waits_until_all_its_files_are_there_and_have_been_looked_into(record: SqlRecord) -> None:
    _, _, (first, second) = photographed(record)
    is_stored(record, first)
    assert record.scans.waiting(5) == []
    is_stored(record, second)
    record.inspections.ask(second, NOW)
    assert record.scans.waiting(5) == []

    record.inspections.keep(Inspected(attachment_id=second, verdict=Verdict.FINE), NOW)

    [scan] = record.scans.waiting(5)
    assert scan.pages == (PageFile(sha256=f"{first:064}", turns=0), PageFile(sha256=f"{second:064}", turns=0))


def test_a_file_that_is_only_in_telegram_is_a_page_without_content(record: SqlRecord) -> None:
    _, _, (only,) = photographed(record, count=1)
    assert record.attachments.give_up(only, Keeping.LOST)

    [scan] = record.scans.waiting(5)

    assert scan.pages == (PageFile(sha256=None, turns=0),)


def test_pages_keep_their_places_and_turns_and_what_is_left_out_is_not_joined(record: SqlRecord) -> None:
    _, move, (first, second) = photographed(record)
    for of in (first, second):
        is_stored(record, of)
    pages = (
        Page(attachment_id=second, place=1, turns=3),
        Page(attachment_id=first, place=2, left_out=True),
    )
    for page in pages:
        record.scans.put(page)

    assert tuple(record.scans.pages(move)) == pages
    assert record.scans.waiting(5)[0].pages == (PageFile(sha256=f"{second:064}", turns=3),)
    assert (record.scans.is_page(first), record.scans.is_page(AttachmentId(first + 100))) == (True, False)


def test_only_the_answer_to_the_present_order_counts_and_only_once(record: SqlRecord) -> None:
    _, move, _ = photographed(record)
    scan = record.scans.of_move(move)
    assert scan is not None
    old = Made(scan_id=scan.id, order=scan.order, pages=2, size=9, sha256="a" * 64, preview_sha256="b" * 64)
    record.scans.ask(move, "u1:0,u0:0", NOW)
    new = Made(scan_id=scan.id, order="u1:0,u0:0", pages=2, size=8, sha256="c" * 64, preview_sha256="d" * 64)

    assert [record.scans.made(one) for one in (old, new, new)] == [False, True, False]
    record.scans.sent("c" * 64, "telegrams")

    kept = record.scans.of_move(move)
    assert kept is not None
    assert kept == record.scans.by_id(scan.id)
    assert (kept.state, kept.pages, kept.size, kept.file_id) == (ScanState.READY, 2, 8, "telegrams")


def test_a_scan_that_is_asked_for_anew_keeps_its_picture_but_not_its_pdf(record: SqlRecord) -> None:
    _, move, _ = photographed(record)
    scan = record.scans.of_move(move)
    assert scan is not None
    record.scans.made(
        Made(scan_id=scan.id, order=scan.order, pages=2, size=9, sha256="a" * 64, preview_sha256="b" * 64)
    )

    record.scans.ask(move, "u0:1,u1:0", NOW)

    again = record.scans.of_move(move)
    assert again is not None
    assert (again.state, again.sha256, again.preview_sha256) == (ScanState.PENDING, None, "b" * 64)


def test_what_failed_is_waited_for_no_longer(record: SqlRecord) -> None:
    _, move, (first, second) = photographed(record)
    for of in (first, second):
        is_stored(record, of)
    [scan] = record.scans.waiting(5)

    assert [record.scans.fail(scan.scan_id, order) for order in ("other", scan.order, scan.order)] == [
        False,
        True,
        False,
    ]
    assert record.scans.waiting(5) == []
    record.scans.forget(move)
    assert (record.scans.of_move(move), record.scans.pages(move)) == (None, [])


def test_the_newest_photographs_that_are_not_sent_are_somebodys_draft(record: SqlRecord) -> None:
    draft, _, _ = photographed(record)
    assert record.scans.draft_of(draft.mentee_id) == draft
    record.submissions.drop(draft)
    assert record.scans.draft_of(draft.mentee_id) is None


def test_pages_that_are_to_be_filed_take_their_scan_along_but_not_what_was_left_out(record: SqlRecord) -> None:
    draft, move, (first, second) = photographed(record)
    record.scans.put(Page(attachment_id=second, place=2, left_out=True))
    record.scans.ask(move, "u0:0", NOW)
    is_stored(record, first)
    is_stored(record, second)
    [scan] = record.scans.waiting(5)
    made = Made(scan_id=scan.scan_id, order=scan.order, pages=1, size=5, sha256="a" * 64, preview_sha256="b" * 64)
    assert record.scans.made(made)
    upload = record.uploads.add(draft.mentee_id, group_id=None, now=NOW)

    record.uploads.take_files_of(draft, upload.id)
    record.submissions.drop(draft)

    assert [one.id for one in record.uploads.files(upload.id)] == [first]
    assert record.filings.scan_of_upload(upload.id) == scan.scan_id
    record.scans.forget_of_upload(upload.id)
    assert record.filings.scan_of_upload(upload.id) is None
    assert not record.scans.is_page(first)
