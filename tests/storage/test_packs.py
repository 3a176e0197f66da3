"""Evidence packs on both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.filings import Filing, FilingState
from mentoring.ids import FilingId, GroupId, PersonId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.people import Language
from mentoring.prints import GIVEN_UP_AFTER
from mentoring.rules import Rules
from mentoring.schedule import DueKind
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


def nova(record: SqlRecord) -> tuple[GroupId, PersonId]:
    programme = record.programmes.add(name="P", organisation="O", language=Language.BG, zone="UTC", now=NOW)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=Language.BG, now=NOW)
    person = record.people.add(telegram_id=7, name="Мария", language=Language.BG, zone="UTC", now=NOW)
    return group.id, person.id


def a_filing(record: SqlRecord, toolbar: Toolbar, code: str | None, state: FilingState = FilingState.FILED) -> FilingId:
    group_id, person_id = GroupId(1), PersonId(1)
    filing = Filing(
        id=FilingId(0),
        group_id=group_id,
        toolbar=toolbar,
        code=None if code is None else Code(code),
        slot_id=None,
        person_id=person_id,
        session_id=None,
        submission_id=None,
        attachment_id=None,
        scan_id=None,
        name="file.pdf",
        version=1,
        visibility=Visibility.GROUP,
        state=state,
        filed_by=person_id,
        filed_at=NOW,
    )
    return record.filings.add(filing).id


def test_packs_are_made_in_the_order_in_which_they_were_asked_for(record: SqlRecord) -> None:
    group_id, person_id = nova(record)
    later = record.packs.add(group_id, person_id, language=Language.EN, now=NOW + timedelta(minutes=1))
    first = record.packs.add(group_id, person_id, language=Language.BG, now=NOW)

    assert record.packs.touched
    assert record.packs.next() == first
    assert record.packs.finish(first.id, NOW, failed=False)
    assert record.packs.next() == later
    assert record.packs.under_way(group_id, person_id) == later
    assert record.packs.under_way(GroupId(99), person_id) is None


def test_progress_is_kept_until_it_is_finished_and_then_no_more(record: SqlRecord) -> None:
    pack = record.packs.add(*nova(record), language=Language.EN, now=NOW)

    assert record.packs.note_progress(pack.id, done=40, total=400)
    assert record.packs.finish(pack.id, NOW, failed=True)
    assert not record.packs.note_progress(pack.id, done=80, total=400)
    assert not record.packs.finish(pack.id, NOW, failed=False)

    kept = record.packs.by_id(pack.id)
    assert kept is not None
    assert (kept.done, kept.total, kept.failed, kept.finished_at) == (40, 400, True, NOW)


def test_filings_come_in_the_order_of_toolbars_and_documents_and_what_is_none_last(record: SqlRecord) -> None:
    group_id, _ = nova(record)
    other = a_filing(record, Toolbar.MANAGING, None)
    monitoring = a_filing(record, Toolbar.MONITORING, "T07")
    goals = a_filing(record, Toolbar.MANAGING, "T02", FilingState.REPLACED)
    profile = a_filing(record, Toolbar.MANAGING, "T01")

    found = record.packs.filings_of(group_id)

    assert [one.filing.id for one in found] == [profile, goals, other, monitoring]
    assert {(one.file_id, one.sha256, one.size, one.screening) for one in found} == {(None, None, 0, None)}


def test_a_print_pack_waits_until_it_is_finished_once(record: SqlRecord) -> None:
    group_id, person_id = nova(record)
    record.packs.prints.ask(group_id, person_id, NOW)
    assert record.packs.touched

    [order] = record.packs.prints.waiting()

    assert (order.group_id, order.person_id, order.asked_at) == (group_id, person_id, NOW)
    assert record.packs.prints.under_way(group_id, person_id)
    assert not record.packs.prints.under_way(group_id, PersonId(99))
    assert record.packs.prints.finish(order)
    assert not record.packs.prints.finish(order)
    assert record.packs.prints.waiting() == []
    record.packs.prints.ask(group_id, person_id, NOW)
    assert record.packs.prints.under_way(group_id, person_id)


def test_what_nobody_prints_in_time_is_the_clocks(record: SqlRecord) -> None:
    record.packs.prints.ask(*nova(record), NOW)
    assert record.schedule.claim(NOW + GIVEN_UP_AFTER - timedelta(seconds=1), at_most=5).dues == []

    [due] = record.schedule.claim(NOW + GIVEN_UP_AFTER, at_most=5).dues

    assert due.kind is DueKind.PRINT_PACK
    assert record.packs.prints.waiting() == []
