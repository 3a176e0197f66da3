"""The kit's rows on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.filings import Filing, FilingDeed, FilingState, Upload, UploadState
from mentoring.ids import FilingId, GroupId, PersonId
from mentoring.kit import CONTRACT, Code, DocumentChoice, Toolbar, Visibility
from mentoring.papers import PaperKind, PaperLanguage, SignerState
from mentoring.people import Language, Role
from mentoring.rules import Rules
from mentoring.slots import SlotKey, SlotState
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.people import Person
    from storage.engine import Database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.begin() as connection:
        yield SqlRecord(connection, NOW, Rules())


def nova(record: SqlRecord) -> tuple[Group, Person]:
    programme = record.programmes.add(name="P", organisation="O", language=Language.BG, zone="Europe/Sofia", now=NOW)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=Language.BG, now=NOW)
    person = record.people.add(telegram_id=7, name="Мария", language=Language.BG, zone="Europe/Sofia", now=NOW)
    return group, person


def contract_of(group: Group) -> SlotKey:
    return SlotKey(group_id=group.id, code=CONTRACT)


def test_a_slot_is_there_once_however_often_it_is_added(record: SqlRecord) -> None:
    group, maria = nova(record)
    key = SlotKey(group_id=group.id, code=Code("T01"), person_id=maria.id)

    first = record.slots.add(key, due_on=date(2026, 3, 9), now=NOW)
    second = record.slots.add(key, due_on=date(2027, 1, 1), now=NOW)

    assert first == second
    assert (first.key, first.state, first.day) == (key, SlotState.OPEN, date(2026, 3, 9))
    assert record.slots.of_group(group.id) == [first]
    assert record.slots.of_person(maria.id) == [first]
    assert record.slots.by_id(first.id) == first


def test_only_one_of_two_changes_of_a_slot_holds(record: SqlRecord) -> None:
    group, maria = nova(record)
    slot = record.slots.add(contract_of(group), due_on=None, now=NOW)
    waived = replace(slot, state=SlotState.WAIVED, reason="one of us", decided_by=maria.id, since=NOW)
    submitted = replace(slot, state=SlotState.SUBMITTED)

    assert record.slots.change(slot, waived)
    assert not record.slots.change(slot, submitted)
    assert record.slots.by_key(slot.key) == waived


def test_a_managers_choice_takes_the_place_of_the_one_before(record: SqlRecord) -> None:
    group, maria = nova(record)
    first = DocumentChoice(code=CONTRACT, in_use=False)
    second = DocumentChoice(code=CONTRACT, in_use=True, titles={Language.BG: "Споразумение"})

    for choice in (first, second):
        record.document_choices.save(group.programme_id, choice, by=maria.id, now=NOW)

    assert record.document_choices.of_programme(group.programme_id) == [second]


def test_a_paper_is_found_by_its_record_id_and_no_other(record: SqlRecord) -> None:
    group, maria = nova(record)
    slot = record.slots.add(contract_of(group), due_on=None, now=NOW)
    papers = [
        record.papers.issue(
            code=CONTRACT,
            group_id=group.id,
            slot_id=slot.id,
            person_id=maria.id,
            session_id=None,
            kind=PaperKind.COUNTERPART,
            language=PaperLanguage.BOTH,
            form_version="1",
            by=maria.id,
            now=NOW,
        )
        for _ in range(3)
    ]

    assert len({one.record_id for one in papers}) == len(papers)
    assert [record.papers.by_record_id(one.record_id) for one in papers] == papers
    assert record.papers.of_slot(slot.id) == papers


def test_a_signer_signs_once(record: SqlRecord) -> None:
    group, maria = nova(record)
    slot = record.slots.add(contract_of(group), due_on=None, now=NOW)
    signer = record.signers.add(
        slot.id, person_id=maria.id, role=Role.MENTEE, as_guardian=False, name="Мария Нова", now=NOW
    )
    signed = replace(signer, state=SignerState.SIGNED, since=NOW + timedelta(hours=1), settled_by=maria.id)

    assert record.signers.change(signer, signed)
    assert not record.signers.change(signer, replace(signer, state=SignerState.SENT))
    assert record.signers.of_slot(slot.id) == [signed]
    assert record.signers.by_id(signer.id) == signed
    assert record.signers.of_person(maria.id) == [signed]


def a_filing(group_id: GroupId, by: PersonId, name: str) -> Filing:
    return Filing(
        id=FilingId(0),
        group_id=group_id,
        toolbar=Toolbar.MANAGING,
        code=CONTRACT,
        slot_id=None,
        person_id=None,
        session_id=None,
        submission_id=None,
        attachment_id=None,
        scan_id=None,
        name=name,
        version=1,
        visibility=Visibility.GROUP,
        state=FilingState.FILED,
        filed_by=by,
        filed_at=NOW,
    )


def test_what_is_filed_is_found_until_it_is_withdrawn_and_kept_after(record: SqlRecord) -> None:
    group, maria = nova(record)
    contract = record.filings.add(a_filing(group.id, maria.id, "T04_Nova_2026-03-02_v1.pdf"))
    withdrawn = replace(contract, state=FilingState.WITHDRAWN, changed_by=maria.id, changed_at=NOW, reason="twice")

    assert record.filings.of_group(group.id, [FilingState.FILED]) == [contract]
    assert record.filings.change(contract, withdrawn)
    record.filings.log(contract.id, FilingDeed.WITHDRAW, by=maria.id, reason="twice", now=NOW)

    assert record.filings.of_group(group.id, [FilingState.FILED]) == []
    assert record.filings.by_id(contract.id) == withdrawn
    assert not record.filings.change(contract, replace(contract, state=FilingState.REPLACED))


def test_an_upload_is_filed_once(record: SqlRecord) -> None:
    group, maria = nova(record)
    upload = record.uploads.add(maria.id, group_id=group.id, now=NOW)
    filed = replace(upload, state=UploadState.FILED, code=CONTRACT, toolbar=Toolbar.MANAGING, about_id=maria.id)

    assert upload == Upload(id=upload.id, person_id=maria.id, state=UploadState.OPEN, sent_at=NOW, group_id=group.id)
    assert record.uploads.change(upload, filed)
    assert not record.uploads.change(upload, replace(upload, state=UploadState.DROPPED))
    assert record.uploads.by_id(upload.id) == filed
