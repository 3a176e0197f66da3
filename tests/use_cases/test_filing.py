"""An accepted submission is filed by those who may, under its right name, and stays a fact of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import FilingState
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.notices.common import Refused
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.refusals import Why
from mentoring.slots import SlotKey, SlotState
from mentoring.submissions import MoveKind, State
from mentoring.use_cases import slot_planning
from mentoring.use_cases.filing import (
    AcceptAndFile,
    FileSubmission,
    UndoFiling,
    accept_and_file,
    file_submission,
    undo_filing,
)
from mentoring.use_cases.reviewing import Decide, UndoDecision, decide, undo_decision
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.filings import Filing
    from mentoring.ids import SubmissionId
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.slots import Slot
    from tests.use_cases.conftest import Desk

GOALS, PROFILE = Code("T02"), Code("T01")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)
    return nova


def slot(nova: Nova, code: Code) -> Slot:
    found = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=code, person_id=nova.vera.id))
    assert found is not None
    return found


def handed_in(nova: Nova, code: Code | None = None, unique_id: str = "u1") -> SubmissionId:
    """By Vera, as this document where its code is known."""
    nova.sends(nova.vera, unique_id)
    of = nova.last(nova.anton, ReviewCard).sheet.submission_id
    submission = nova.desk.record.submissions.by_id(of)
    assert submission is not None
    if code is not None:
        owed = slot(nova, code)
        nova.desk.record.submissions.change(submission, replace(submission, slot_id=owed.id))
        nova.desk.record.slots.change(owed, replace(owed, state=SlotState.SUBMITTED, submission_id=of))
    return of


def accepts(nova: Nova, of: SubmissionId) -> None:
    press = Decide(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(decide, press)


def files(nova: Nova, person: Person, of: SubmissionId, toolbar: Toolbar = Toolbar.MANAGING) -> Notice | None:
    command = FileSubmission(by=nova.by(person, pressed=50), submission_id=of, version=1, toolbar=toolbar)
    return nova.desk.does(file_submission, command)


def filed(nova: Nova, of: SubmissionId) -> Sequence[Filing]:
    return [one for one in nova.desk.record.filings.of_submission(of) if one.state is FilingState.FILED]


def test_an_accepted_document_is_filed_with_its_name_and_its_slot_is_done(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    accepts(nova, of)
    assert nova.last(nova.anton, ReviewCard).file_to == (Toolbar.MANAGING, Toolbar.MONITORING)

    files(nova, nova.anton, of)

    [filing] = filed(nova, of)
    assert (filing.name, filing.code, filing.visibility) == (
        "T02_Nova_Vera_2026-11-23_v1.pdf",
        GOALS,
        Visibility.GROUP,
    )
    assert (filing.person_id, filing.filed_by, filing.toolbar) == (nova.vera.id, nova.anton.id, Toolbar.MANAGING)
    owed = slot(nova, GOALS)
    assert (owed.state, owed.filing_id, owed.decided_by) == (SlotState.FILED, filing.id, nova.anton.id)
    sheet = nova.last(nova.vera, SubmissionCard).sheet
    assert sheet.filed is not None
    assert (sheet.accepted_by, sheet.filed.by, sheet.filed.toolbar) == ("Anton", "Anton", Toolbar.MANAGING)


def test_what_is_no_document_of_the_kit_goes_by_the_name_of_its_file(nova: Nova) -> None:
    of = handed_in(nova)
    accepts(nova, of)
    files(nova, nova.anton, of, Toolbar.MONITORING)

    [filing] = filed(nova, of)
    assert (filing.name, filing.code) == ("Essay_Nova_Vera_2026-11-23_v1.pdf", None)
    assert (filing.toolbar, filing.visibility) == (Toolbar.MONITORING, Visibility.LEADERS)


def test_accepting_and_filing_are_one_press_where_the_document_is_known(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    press = AcceptAndFile(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1)
    nova.desk.does(accept_and_file, press)

    submission = nova.desk.record.submissions.by_id(of)
    assert submission is not None
    assert (submission.state, len(filed(nova, of))) == (State.ACCEPTED, 1)
    card = nova.last(nova.anton, ReviewCard)
    assert card.unfile_until == nova.desk.now + timedelta(minutes=5)
    assert (card.file_to, card.undo_until) == ((), None)
    assert nova.desk.refuses(accept_and_file, replace(press, by=nova.by(nova.vera))) == Why.NOT_ALLOWED


def test_an_unknown_document_is_not_accepted_and_filed_at_once(nova: Nova) -> None:
    of = handed_in(nova)
    press = AcceptAndFile(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1)

    assert nova.desk.refuses(accept_and_file, press) == Why.GONE


def test_filing_twice_files_once(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    accepts(nova, of)
    files(nova, nova.anton, of)

    assert files(nova, nova.boyana, of, Toolbar.MONITORING) == Refused(why=Why.ALREADY_DONE)
    assert [one.toolbar for one in filed(nova, of)] == [Toolbar.MANAGING]


def test_what_is_not_accepted_is_not_filed(nova: Nova) -> None:
    of = handed_in(nova, GOALS)

    assert files(nova, nova.anton, of) == Refused(why=Why.ALREADY_DONE)
    assert filed(nova, of) == []


def test_whoever_filed_takes_it_out_again_within_five_minutes(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    accepts(nova, of)
    nova.desk.record.slots.change(slot(nova, GOALS), replace(slot(nova, GOALS), state=SlotState.ACCEPTED))
    files(nova, nova.anton, of)
    undo = UndoFiling(by=nova.by(nova.anton, pressed=50), submission_id=of)
    assert nova.desk.does(undo_filing, replace(undo, by=nova.by(nova.boyana))) == Refused(why=Why.ALREADY_DONE)

    nova.desk.does(undo_filing, undo)

    assert filed(nova, of) == []
    assert (slot(nova, GOALS).state, slot(nova, GOALS).filing_id) == (SlotState.ACCEPTED, None)
    files(nova, nova.anton, of)
    nova.passes(timedelta(minutes=6))
    assert nova.desk.does(undo_filing, undo) == Refused(why=Why.TOO_LATE)
    assert [one.version for one in filed(nova, of)] == [1]


def test_a_decision_is_not_taken_back_while_it_is_filed(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    accepts(nova, of)
    files(nova, nova.anton, of)
    back = UndoDecision(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1)

    assert nova.desk.does(undo_decision, back) is not None
    submission = nova.desk.record.submissions.by_id(of)
    assert submission is not None
    assert submission.state is State.ACCEPTED


def test_what_only_a_manager_files_goes_to_the_manager_once_it_is_accepted(nova: Nova) -> None:
    of = handed_in(nova, PROFILE)
    accepts(nova, of)

    assert nova.last(nova.maria, ReviewCard).file_to == (Toolbar.MANAGING, Toolbar.MONITORING)
    press = FileSubmission(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1, toolbar=Toolbar.MANAGING)
    assert nova.desk.refuses(file_submission, press) == Why.NOT_ALLOWED
    files(nova, nova.maria, of)
    sheet = nova.last(nova.vera, SubmissionCard).sheet
    assert sheet.filed is not None
    assert (sheet.accepted_by, sheet.filed.by) == ("Anton", "Maria")


def test_a_mentee_never_files_and_another_groups_mentor_does_not(nova: Nova) -> None:
    of = handed_in(nova, GOALS)
    accepts(nova, of)
    elsewhere = nova.second_group()
    stranger = nova.desk.record.people.add(
        telegram_id=88, name="Emil", language=nova.vera.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(elsewhere, stranger, next(one.role for one in nova.desk.record.memberships.of_person(nova.anton.id)))
    for person in (nova.vera, nova.ilya, stranger):
        press = FileSubmission(by=nova.by(person), submission_id=of, version=1, toolbar=Toolbar.MANAGING)
        assert nova.desk.refuses(file_submission, press) == Why.NOT_ALLOWED


def test_a_second_one_for_the_same_slot_takes_the_place_of_the_first_which_is_kept(nova: Nova) -> None:
    first, second = handed_in(nova, GOALS), None
    accepts(nova, first)
    files(nova, nova.anton, first)
    second = handed_in(nova, GOALS, "u2")
    accepts(nova, second)
    files(nova, nova.anton, second)

    of_slot = nova.desk.record.filings.of_slot(slot(nova, GOALS).id)
    assert [(one.state, one.version) for one in of_slot] == [(FilingState.FILED, 2), (FilingState.REPLACED, 1)]
    assert of_slot[0].name.endswith("_v2.pdf")


def test_each_file_of_an_album_is_filed(nova: Nova) -> None:
    for part in ("a", "b"):
        nova.sends(nova.vera, part, album="7")
    nova.passes(timedelta(seconds=3))
    of = nova.last(nova.anton, ReviewCard).sheet.submission_id
    accepts(nova, of)
    files(nova, nova.anton, of)

    assert sorted(one.name for one in filed(nova, of)) == [
        "Essay_Nova_Vera_2026-11-23_v1_1.pdf",
        "Essay_Nova_Vera_2026-11-23_v1_2.pdf",
    ]
