"""What follows people into another group or another row of theirs keeps its contract on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from mentoring.filings import Filing, FilingState, UploadState
from mentoring.ids import FilingId
from mentoring.kit import CONTRACT, Code, Toolbar, Visibility
from mentoring.papers import PaperKind, PaperLanguage, SignerState
from mentoring.people import Language, Role
from mentoring.rules import Rules
from mentoring.slots import SlotKey, SlotState
from mentoring.submissions import State
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentoring.groups import Group
    from mentoring.papers import Signer
    from mentoring.people import Person
    from mentoring.slots import Slot
    from storage.engine import Database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROFILE = Code("T01")


@pytest.fixture
def record(database: Database) -> Iterator[SqlRecord]:
    with database.writing.connect() as connection:
        yield SqlRecord(connection, NOW, Rules())


def two_groups(record: SqlRecord) -> tuple[Group, Group]:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=NOW)
    nova, start = (
        record.groups.add(programme_id=programme.id, name=name, language=Language.EN, now=NOW)
        for name in ("Nova", "Start")
    )
    return nova, start


def a_person(record: SqlRecord, name: str, telegram_id: int) -> Person:
    return record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone="UTC", now=NOW)


def a_slot(record: SqlRecord, group: Group, person: Person | None, state: SlotState = SlotState.OPEN) -> Slot:
    code = CONTRACT if person is None else PROFILE
    key = SlotKey(group_id=group.id, code=code, person_id=None if person is None else person.id)
    slot = record.slots.add(key, due_on=date(2026, 3, 9), now=NOW)
    record.slots.change(slot, replace(slot, state=state))
    return replace(slot, state=state)


def a_signer(record: SqlRecord, slot: Slot, person: Person, state: SignerState = SignerState.MISSING) -> Signer:
    signer = record.signers.add(
        slot.id, person_id=person.id, role=Role.MENTEE, as_guardian=False, name=person.name, now=NOW
    )
    record.signers.change(signer, replace(signer, state=state))
    return replace(signer, state=state)


def a_filing(record: SqlRecord, group: Group, person: Person | None, slot: Slot | None = None) -> Filing:
    by = person or a_person(record, "M", 99)
    return record.filings.add(
        Filing(
            id=FilingId(0),
            group_id=group.id,
            toolbar=Toolbar.MANAGING,
            code=PROFILE,
            slot_id=None if slot is None else slot.id,
            person_id=None if person is None else person.id,
            session_id=None,
            submission_id=None,
            attachment_id=None,
            scan_id=None,
            name="T01.pdf",
            version=1,
            visibility=Visibility.LEADERS,
            state=FilingState.FILED,
            filed_by=by.id,
            filed_at=NOW,
        )
    )


def a_paper(record: SqlRecord, slot: Slot, person: Person) -> str:
    paper = record.papers.issue(
        code=slot.key.code,
        group_id=slot.key.group_id,
        slot_id=slot.id,
        person_id=person.id,
        session_id=None,
        kind=PaperKind.WHOLE,
        language=PaperLanguage.EN,
        form_version="",
        by=person.id,
        now=NOW,
    )
    return paper.record_id


def test_a_slot_goes_into_another_group_with_its_papers_and_filings(record: SqlRecord) -> None:
    (nova, start), vera, ilya = two_groups(record), a_person(record, "V", 4), a_person(record, "I", 5)
    slot, other = a_slot(record, nova, vera, SlotState.FILED), a_slot(record, nova, ilya)
    paper, filing = a_paper(record, slot, vera), a_filing(record, nova, vera, slot)
    upload = record.uploads.add(ilya.id, group_id=nova.id, now=NOW)
    record.uploads.change(upload, replace(upload, about_id=vera.id))

    record.slots.regroup([vera.id], old=nova.id, new=start.id)

    moved = record.slots.by_key(replace(slot.key, group_id=start.id))
    assert moved == replace(slot, key=replace(slot.key, group_id=start.id), due_on=None)
    assert record.slots.of_group(nova.id) == [other]
    assert record.filings.of_group(start.id, [FilingState.FILED]) == [replace(filing, group_id=start.id)]
    known = [record.papers.of_slot(slot.id)[0].record_id, record.papers.of_slot(slot.id)[0].group_id]
    assert known == [paper, start.id]
    sent = record.uploads.by_id(upload.id)
    assert sent is not None
    assert (sent.group_id, sent.state) == (start.id, UploadState.OPEN)


def test_of_what_is_owed_in_both_groups_one_slot_stays_with_all_that_names_it(record: SqlRecord) -> None:
    (nova, start), vera = two_groups(record), a_person(record, "V", 4)
    old, kept = a_slot(record, nova, vera, SlotState.SUBMITTED), a_slot(record, start, vera)
    a_paper(record, old, vera)
    submission = record.submissions.add(mentee_id=vera.id, group_id=nova.id, state=State.WAITING, now=NOW)
    record.submissions.change(submission, replace(submission, slot_id=old.id))
    rows = a_signer(record, old, vera, SignerState.SENT), a_signer(record, kept, vera)

    record.slots.regroup([vera.id], old=nova.id, new=start.id)

    [slot] = record.slots.of_person(vera.id)
    assert (slot.id, slot.state) == (kept.id, SlotState.SUBMITTED)
    assert [one.slot_id for one in record.papers.of_slot(kept.id)] == [kept.id]
    assert [one.id for one in record.submissions.for_slot(kept.id, vera.id)] == [submission.id]
    assert [(one.id, one.state) for one in record.signers.of_slot(kept.id)] == [(rows[1].id, SignerState.SENT)]


def test_two_rows_of_one_person_owe_and_sign_once(record: SqlRecord) -> None:
    (nova, _), vera, double = two_groups(record), a_person(record, "V", 4), a_person(record, "W", 5)
    contract = a_slot(record, nova, None, SlotState.SIGNING)
    mine, theirs = a_slot(record, nova, vera), a_slot(record, nova, double, SlotState.ACCEPTED)
    signer = a_signer(record, contract, vera)
    a_signer(record, contract, double, SignerState.SIGNED)
    paper, filing = a_paper(record, theirs, double), a_filing(record, nova, double, theirs)

    record.people.merge(double.id, into=vera.id)

    assert record.slots.of_person(vera.id) == [replace(mine, state=SlotState.ACCEPTED)]
    assert record.slots.by_key(mine.key) == replace(mine, state=SlotState.ACCEPTED)
    assert record.signers.of_slot(contract.id) == [replace(signer, state=SignerState.SIGNED)]
    assert [(one.record_id, one.person_id) for one in record.papers.of_slot(mine.id)] == [(paper, vera.id)]
    assert [(one.id, one.person_id) for one in record.filings.of_slot(mine.id)] == [(filing.id, vera.id)]


def test_a_slot_of_somebody_known_by_another_row_takes_their_name(record: SqlRecord) -> None:
    (nova, _), written, known = two_groups(record), a_person(record, "P", 4), a_person(record, "Petar", 5)
    slot, contract = a_slot(record, nova, written), a_slot(record, nova, None, SlotState.SIGNING)
    signer = a_signer(record, contract, written)
    record.submissions.add(mentee_id=written.id, group_id=nova.id, state=State.WAITING, now=NOW)

    record.people.merge(written.id, into=known.id)

    assert record.slots.of_person(written.id) == []
    assert record.slots.by_key(replace(slot.key, person_id=known.id)) is not None
    assert [line.number for line in record.submissions.of_mentee(known.id)] == [1001]
    assert record.signers.of_person(known.id) == [replace(signer, person_id=known.id)]


def test_all_that_is_filed_goes_along_but_for_those_who_stay_to_read_theirs(record: SqlRecord) -> None:
    (nova, start), vera, ilya = two_groups(record), a_person(record, "V", 4), a_person(record, "I", 5)
    of_all, hers, his = (a_filing(record, nova, who) for who in (None, vera, ilya))

    record.filings.regroup(old=nova.id, new=start.id, but=[ilya.id])

    assert [one.id for one in record.filings.of_group(start.id, [FilingState.FILED])] == [of_all.id, hers.id]
    assert record.filings.of_group(nova.id, [FilingState.FILED]) == [his]
    record.filings.regroup(old=nova.id, new=start.id, but=[])
    assert record.filings.of_group(nova.id, [FilingState.FILED]) == []


def test_what_somebody_sent_of_a_slot_is_found_without_drafts(record: SqlRecord) -> None:
    (nova, _), vera, ilya = two_groups(record), a_person(record, "V", 4), a_person(record, "I", 5)
    contract = a_slot(record, nova, None)
    for mentee, state in ((vera, State.WAITING), (vera, State.SCANNING), (ilya, State.WAITING), (vera, State.ACCEPTED)):
        one = record.submissions.add(mentee_id=mentee.id, group_id=nova.id, state=state, now=NOW)
        record.submissions.change(one, replace(one, slot_id=contract.id))
    record.submissions.add(mentee_id=vera.id, group_id=nova.id, state=State.WAITING, now=NOW)

    found = record.submissions.for_slot(contract.id, vera.id)

    assert [one.state for one in found] == [State.WAITING, State.ACCEPTED]
