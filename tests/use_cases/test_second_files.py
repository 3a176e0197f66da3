"""A second file for a document that is with the mentor already: asked about, and its new version by one tap."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.ids import SubmissionId
from mentoring.kit import Code
from mentoring.notices.common import Refused
from mentoring.notices.submissions import Earlier, ReviewCard, SubmissionCard
from mentoring.refusals import Why
from mentoring.slots import Slot, SlotKey, SlotState
from mentoring.submissions import NO_SLOT, MoveKind, State
from mentoring.use_cases import labelling, own_submissions, slot_planning
from mentoring.use_cases.pages import BecomeVersion, become_version
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.sending import SendFile, send_file
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.submissions import Move, Submission
    from tests.use_cases.conftest import Desk

PROFILE = Code("T01")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def follows(nova: Nova) -> None:
    """What every unit does after its use case."""
    record = nova.desk.record
    ids = [line.submission_id for line in record.submissions.of_mentee(nova.vera.id)]
    labelling.follow_all(record, ids, nova.desk.now)


def sends(nova: Nova, unique_id: str, name: str = "T01.pdf") -> SubmissionCard:
    file = nova.file(unique_id, chat=nova.vera.telegram_id or 0, name=name)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file))
    return nova.last(nova.vera, SubmissionCard)


def slot(nova: Nova) -> Slot:
    found = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=PROFILE, person_id=nova.vera.id))
    assert found is not None
    return found


def kept(nova: Nova, card: SubmissionCard) -> Submission:
    found = nova.desk.record.submissions.by_id(card.sheet.submission_id)
    assert found is not None
    return found


def decides(nova: Nova, of: SubmissionCard, decision: MoveKind, version: int = 1) -> None:
    by = nova.by(nova.anton, pressed=7)
    command = Decide(by=by, submission_id=of.sheet.submission_id, version=version, decision=decision)
    nova.desk.does(decide, command)
    follows(nova)


def becoming(nova: Nova, newer: SubmissionCard, of: SubmissionCard, by: Person | None = None) -> BecomeVersion:
    return BecomeVersion(
        by=nova.by(by or nova.vera, pressed=8), submission_id=newer.sheet.submission_id, of=of.sheet.submission_id
    )


def becomes(nova: Nova, newer: SubmissionCard, of: SubmissionCard) -> Notice | None:
    told = nova.desk.does(become_version, becoming(nova, newer, of))
    follows(nova)
    return told


def test_a_second_file_of_one_document_asks_whether_it_is_its_new_version(nova: Nova) -> None:
    first = sends(nova, "u1")
    second = sends(nova, "u2")

    document = second.sheet.document
    assert document is not None
    assert (document.title.code, first.sheet.beside) == (PROFILE, None)
    assert second.sheet.beside == Earlier(submission_id=first.sheet.submission_id, number=1001)


def test_the_mentor_sees_which_other_it_stands_beside(nova: Nova) -> None:
    sends(nova, "u1")
    file = nova.file("u2", chat=nova.vera.telegram_id or 0, name="T01.pdf")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file))

    beside = nova.last(nova.anton, ReviewCard).sheet.beside
    assert beside is not None
    assert beside.number == 1001


def test_until_it_is_answered_the_slot_is_the_first_ones(nova: Nova) -> None:
    first = sends(nova, "u1")
    follows(nova)
    sends(nova, "u2")
    follows(nova)

    assert (slot(nova).state, slot(nova).submission_id) == (SlotState.SUBMITTED, first.sheet.submission_id)


def test_one_tap_makes_it_version_two_of_the_first_and_nothing_is_left_beside_it(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")

    assert becomes(nova, second, first) is None

    whole, gone = kept(nova, first), kept(nova, second)
    assert (whole.state, whole.version) == (State.WAITING, 2)
    assert (gone.state, gone.joined_to) == (State.WITHDRAWN, whole.id)
    files = {move.version: [file.unique_id for file in move.files] for move in story(nova, whole)}
    assert files == {1: ["u1"], 2: ["u2"]}
    assert (slot(nova).state, slot(nova).submission_id) == (SlotState.SUBMITTED, whole.id)
    told = [one.notice for one in nova.desk.told(to=nova.anton.telegram_id)]
    assert [(one.sheet.number, one.sheet.version) for one in told if isinstance(one, ReviewCard)][-1] == (1001, 2)


def story(nova: Nova, of: Submission) -> list[Move]:
    return [move for move in nova.desk.record.submissions.moves(of.id) if move.files]


def test_a_version_of_what_came_back_meanwhile_is_its_correction(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")
    decides(nova, first, MoveKind.NOT_READABLE)

    becomes(nova, second, first)

    assert (kept(nova, first).state, kept(nova, first).version) == (State.WAITING, 2)
    assert slot(nova).state is SlotState.SUBMITTED


def test_what_is_accepted_meanwhile_stands_as_it_was_accepted(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")
    decides(nova, first, MoveKind.ACCEPT)

    assert becomes(nova, second, first) == Refused(why=Why.TOO_LATE)

    assert (kept(nova, first).state, kept(nova, first).version) == (State.ACCEPTED, 1)
    assert kept(nova, second).state is State.WAITING


def test_of_two_the_accepted_one_fills_the_slot_and_taking_the_other_back_leaves_it(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")
    follows(nova)
    decides(nova, second, MoveKind.ACCEPT)
    command = own_submissions.TakeBack(
        by=nova.by(nova.vera, pressed=9), submission_id=first.sheet.submission_id, version=1
    )
    nova.desk.does(own_submissions.take_back, command)
    follows(nova)

    assert (slot(nova).state, slot(nova).submission_id) == (SlotState.ACCEPTED, second.sheet.submission_id)


def test_when_the_first_is_taken_back_the_second_takes_its_place(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")
    follows(nova)
    command = own_submissions.TakeBack(
        by=nova.by(nova.vera, pressed=9), submission_id=first.sheet.submission_id, version=1
    )
    nova.desk.does(own_submissions.take_back, command)
    follows(nova)

    assert (slot(nova).state, slot(nova).submission_id) == (SlotState.SUBMITTED, second.sheet.submission_id)


def test_when_the_first_turns_out_to_be_something_else_the_second_takes_its_place(nova: Nova) -> None:
    first, second = sends(nova, "u1"), sends(nova, "u2")
    follows(nova)
    command = labelling.Label(
        by=nova.by(nova.vera, pressed=9), submission_id=first.sheet.submission_id, slot_id=NO_SLOT
    )
    nova.desk.does(labelling.label, command)

    assert (slot(nova).state, slot(nova).submission_id) == (SlotState.SUBMITTED, second.sheet.submission_id)


def test_only_ones_own_of_one_document_become_versions_of_each_other(nova: Nova) -> None:
    first, second, other = sends(nova, "u1"), sends(nova, "u2"), sends(nova, "u3", "recipe.pdf")

    assert nova.desk.refuses(become_version, becoming(nova, second, first, by=nova.ilya)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(become_version, becoming(nova, second, first, by=nova.anton)) == Why.NOT_ALLOWED
    assert becomes(nova, other, first) == Refused(why=Why.TOO_LATE)
    assert becomes(nova, first, second) == Refused(why=Why.TOO_LATE)
    gone = BecomeVersion(
        by=nova.by(nova.vera, pressed=8), submission_id=second.sheet.submission_id, of=SubmissionId(999)
    )
    assert nova.desk.refuses(become_version, gone) == Why.GONE


def test_hours_later_the_question_still_stands(nova: Nova) -> None:
    first = sends(nova, "u1")
    follows(nova)
    nova.passes(timedelta(hours=5))

    assert sends(nova, "u2").sheet.beside == Earlier(submission_id=first.sheet.submission_id, number=1001)
