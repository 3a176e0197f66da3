"""Which document a submission is, whoever says so, and who may not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.guessing import codes_in, guesses
from mentoring.inspection_ports import Inspected
from mentoring.kit import Code, kit_of
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.papers import Paper, PaperKind, PaperLanguage
from mentoring.record_ids import new_record_id
from mentoring.scans import Verdict
from mentoring.slots import Slot, SlotState
from mentoring.submissions import NO_SLOT, Submission
from mentoring.use_cases import filing_for, labelling, slot_planning
from mentoring.use_cases.keeping_files import FileStored, file_stored
from mentoring.use_cases.recognising import FileFound, file_found
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_on_paper import adds, files, filing, petar

if TYPE_CHECKING:
    from mentoring.ids import AttachmentId, SlotId
    from mentoring.people import Person
    from mentoring.record_ids import RecordId
    from tests.use_cases.conftest import Desk

PROFILE, GOALS = Code("T01"), Code("T02")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def slot_of(nova: Nova, person: Person, code: Code) -> Slot:
    return next(one for one in nova.desk.record.slots.of_person(person.id) if one.key.code == code)


CARDS = SubmissionCard | ReviewCard


def sent(nova: Nova, unique_id: str = "u1") -> Submission:
    """By Vera, under a name that says nothing."""
    nova.sends(nova.vera, unique_id)
    line = nova.desk.record.submissions.of_mentee(nova.vera.id)[0]
    submission = nova.desk.record.submissions.by_id(line.submission_id)
    assert submission is not None
    return submission


def stored(nova: Nova, submission: Submission) -> AttachmentId:
    [move] = nova.desk.record.submissions.moves(submission.id)
    file = move.files[0]
    command = FileStored(attachment_id=file.id, sha256="0" * 64, size=9, file_id=file.file_id)
    file_stored(nova.desk.record, command, nova.desk.now)
    return file.id


def found(nova: Nova, submission: Submission, *papers: Paper, codes: tuple[str, ...] = ()) -> Submission:
    """The worker has looked into its file."""
    ids: tuple[RecordId, ...] = tuple(one.record_id for one in papers)
    command = FileFound(attachment_id=stored(nova, submission), verdict=Verdict.FINE, record_ids=ids, codes=codes)
    file_found(nova.desk.record, command, nova.desk.now)
    after = nova.desk.record.submissions.by_id(submission.id)
    assert after is not None
    return after


def paper(nova: Nova, slot: Slot, *, form_version: str = "") -> Paper:
    return nova.desk.record.papers.issue(
        code=slot.key.code,
        group_id=slot.key.group_id,
        slot_id=slot.id,
        person_id=slot.key.person_id,
        session_id=None,
        kind=PaperKind.WHOLE,
        language=PaperLanguage.EN,
        form_version=form_version,
        by=nova.maria.id,
        now=nova.desk.now,
    )


def labels(nova: Nova, person: Person, submission: Submission, slot_id: SlotId) -> None:
    command = labelling.Label(by=nova.by(person, pressed=1), submission_id=submission.id, slot_id=slot_id)
    nova.desk.does(labelling.label, command)


def test_the_receipt_asks_about_the_likely_documents_and_no_more_than_four(nova: Nova) -> None:
    sent(nova)
    told = [one.notice for one in nova.desk.told()]
    [card] = [one for one in told if isinstance(one, SubmissionCard)]

    assert 1 < len(card.likely) <= 4
    assert card.likely[0].title.code == PROFILE
    assert [one.likely for one in told if isinstance(one, ReviewCard)] == [(), ()]


def test_an_answer_labels_both_cards_and_takes_the_slot(nova: Nova) -> None:
    submission, slot = sent(nova), slot_of(nova, nova.vera, PROFILE)
    labels(nova, nova.vera, submission, slot.id)

    after = slot_of(nova, nova.vera, PROFILE)
    assert (after.state, after.submission_id) == (SlotState.SUBMITTED, submission.id)
    document = nova.last(nova.anton, ReviewCard).sheet.document
    assert document is not None
    assert document.title.code == PROFILE


def test_another_answer_gives_the_first_slot_back(nova: Nova) -> None:
    submission = sent(nova)
    for code in (PROFILE, GOALS):
        labels(nova, nova.vera, submission, slot_of(nova, nova.vera, code).id)

    assert slot_of(nova, nova.vera, PROFILE).state is SlotState.OPEN
    assert slot_of(nova, nova.vera, GOALS).submission_id == submission.id


def test_something_else_is_remembered(nova: Nova) -> None:
    submission = sent(nova)
    labels(nova, nova.vera, submission, NO_SLOT)

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.likely, card.sheet.document, card.can_label) == ((), None, True)


def test_nobody_labels_anothers_work_or_with_anothers_slot(nova: Nova) -> None:
    submission = sent(nova)
    own, others = slot_of(nova, nova.vera, PROFILE), slot_of(nova, nova.ilya, PROFILE)

    theirs = labelling.Label(by=nova.by(nova.ilya, pressed=1), submission_id=submission.id, slot_id=own.id)
    wrong = labelling.Label(by=nova.by(nova.vera, pressed=1), submission_id=submission.id, slot_id=others.id)
    managers = labelling.Label(by=nova.by(nova.maria, pressed=1), submission_id=submission.id, slot_id=own.id)

    assert nova.desk.refuses(labelling.label, theirs) == "not_allowed"
    assert nova.desk.refuses(labelling.label, wrong) == "gone"
    assert nova.desk.refuses(labelling.label, managers) == "not_allowed"


def test_a_paper_tells_whose_and_which_it_is(nova: Nova) -> None:
    slot = slot_of(nova, nova.vera, GOALS)

    assert found(nova, sent(nova), paper(nova, slot)).slot_id == slot.id


@pytest.mark.parametrize(("form_version", "earlier"), [("", False), ("abcdef01", True)])
@pytest.mark.parametrize("named", [False, True], ids=["known by its number", "named before"])
def test_a_paper_of_an_earlier_form_is_taken_and_both_cards_say_so(
    nova: Nova, form_version: str, *, earlier: bool, named: bool
) -> None:
    slot = slot_of(nova, nova.vera, GOALS)
    submission = sent(nova)
    if named:
        labels(nova, nova.vera, submission, slot.id)

    assert found(nova, submission, paper(nova, slot, form_version=form_version)).slot_id == slot.id

    told = [one.notice for one in nova.desk.told()]
    cards = [one for one in told if isinstance(one, SubmissionCard | ReviewCard)]
    assert {one.sheet.earlier_form for one in cards if one.sheet.document is not None} == {earlier}


def test_somebody_elses_paper_says_nothing(nova: Nova) -> None:
    assert found(nova, sent(nova), paper(nova, slot_of(nova, nova.ilya, GOALS))).slot_id is None


def test_both_cards_say_that_it_is_somebody_elses_until_somebody_says_what_it_is(nova: Nova) -> None:
    submission = found(nova, sent(nova), paper(nova, slot_of(nova, nova.ilya, GOALS)))
    told = {one.chat_id: one.notice.sheet.is_anothers for one in nova.desk.told() if isinstance(one.notice, CARDS)}
    labels(nova, nova.vera, submission, slot_of(nova, nova.vera, GOALS).id)

    assert told == {2: True, 3: True, 4: True}
    assert nova.last(nova.vera, SubmissionCard).sheet.is_anothers is False


def test_two_papers_in_one_picture_are_asked_about(nova: Nova) -> None:
    papers = (paper(nova, slot_of(nova, nova.vera, code)) for code in (PROFILE, GOALS))

    assert found(nova, sent(nova), *papers).slot_id is None


def test_a_number_that_nobody_gave_out_says_nothing_not_even_by_its_title(nova: Nova) -> None:
    known = paper(nova, slot_of(nova, nova.vera, PROFILE))
    stranger = replace(known, record_id=new_record_id())

    assert found(nova, sent(nova), stranger, codes=("T01",)).slot_id is None


def test_what_was_named_by_hand_is_not_named_again_by_the_bot(nova: Nova) -> None:
    submission = sent(nova)
    labels(nova, nova.vera, submission, NO_SLOT)

    assert found(nova, submission, codes=("T01",)).slot_id == NO_SLOT


def test_a_look_is_kept_once(nova: Nova) -> None:
    record, file = nova.desk.record, stored(nova, sent(nova))
    first = Inspected(attachment_id=file, verdict=Verdict.FINE, pages=2)

    assert [one.attachment_id for one in record.inspections.waiting(9)] == [file]
    assert record.inspections.keep(first, nova.desk.now)
    assert not record.inspections.keep(replace(first, pages=3), nova.desk.now)
    assert record.inspections.of([file]) == [first]
    assert record.inspections.waiting(9) == []


KIT = kit_of(rules_of(load_programme()).documents)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("T04_Nova_Maria.pdf", ["T04"]),
        ("Т04 договор.pdf", ["T04"]),
        ("my t 07.docx", ["T07"]),
        ("X06.pdf", ["X06"]),
        ("T99.pdf", []),
        ("IMG_20261123_T1000.jpg", []),
        ("scan.pdf", []),
        ("Профил на участника - Мария.docx", ["T01"]),
        ("personal goals and objectives final.docx", ["T02"]),
        ("goals.docx", []),
    ],
)
def test_a_file_name_tells_a_document_only_when_it_is_certain(name: str, codes: list[str]) -> None:
    assert list(codes_in(KIT, name)) == codes


def test_what_is_settled_is_not_guessed(nova: Nova) -> None:
    record, slot = nova.desk.record, slot_of(nova, nova.vera, PROFILE)
    record.slots.change(slot, replace(slot, state=SlotState.WAIVED))
    left = guesses(KIT, record.slots.of_person(nova.vera.id), "T01.pdf")

    assert left.sure is None
    assert PROFILE not in {one.key.code for one in left.likely}


def test_a_paper_that_was_seen_before_it_was_said_whose_it_is_is_known_all_the_same(nova: Nova) -> None:
    adds(nova, nova.anton)
    record, place = nova.desk.record, petar(nova)
    assert place.person_id is not None
    slot_planning.follow(record, {nova.group.id}, nova.desk.now)
    slot = slot_of(nova, record.people.by_id(place.person_id), PROFILE)
    question = files(nova, nova.anton)
    draft = record.submissions.by_id(question.submission_id)
    assert draft is not None
    found(nova, draft, paper(nova, slot))

    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, question))

    after = record.slots.by_id(slot.id)
    assert after is not None
    assert (after.state, after.submission_id) == (SlotState.SUBMITTED, draft.id)
