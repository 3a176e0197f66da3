"""A mentee's file becomes a submission, is receipted, and reaches the mentors."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind, Unfit
from mentoring.notices.common import Stranger
from mentoring.notices.files import UploadQuestion
from mentoring.notices.sending import (
    CorrectionQuestion,
    FileRefused,
    GroupQuestion,
    HandedOver,
    HandOverQuestion,
    NotSent,
    RepeatedQuestion,
)
from mentoring.notices.submissions import FileShown, ReviewCard, ReviewFiles, SubmissionCard
from mentoring.people import Role
from mentoring.refusals import Why
from mentoring.submissions import MoveKind, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.sending import SendFile, send_file
from mentoring.use_cases.settling import (
    ChooseGroupOfDraft,
    HandOverDraft,
    NameCorrected,
    SendDraftAgain,
    choose_group,
    hand_over,
    name_corrected,
    send_again,
)
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, unreachable

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def test_a_document_is_numbered_receipted_and_routed_at_once(nova: Nova) -> None:
    nova.sends(nova.vera, caption="My first one")

    told = nova.desk.told()
    receipt, first_review, second_review = (one.notice for one in told)
    assert isinstance(receipt, SubmissionCard)
    assert isinstance(first_review, ReviewCard)
    assert [one.chat_id for one in told] == [4, 2, 3]
    assert first_review == second_review
    sheet = receipt.sheet
    assert (sheet.number, sheet.version, sheet.state) == (1001, 1, State.WAITING)
    assert sheet.files == (FileShown(kind=FileKind.DOCUMENT, file_id="id-u1", name="essay.pdf"),)
    assert (sheet.note, sheet.group, sheet.mentee) == ("My first one", "Nova", "Vera")
    assert sheet.mentors == ("Anton", "Boyana")
    assert sheet.since == nova.desk.now
    assert receipt.withdraw_until is not None
    assert first_review.can_review


def test_numbers_follow_one_another(nova: Nova) -> None:
    for unique_id in ("a", "b", "c"):
        nova.sends(nova.vera, unique_id)

    numbers = [told.notice.sheet.number for told in nova.desk.told(to=4) if isinstance(told.notice, SubmissionCard)]
    assert numbers == [1001, 1002, 1003]


def test_the_copy_of_a_file_is_wanted_from_the_start(nova: Nova) -> None:
    nova.sends(nova.vera)

    [fetching] = nova.desk.record.attachments.to_fetch(nova.desk.now, 10)
    assert (fetching.file_id, fetching.tries) == ("id-u1", 0)


def test_a_file_that_is_too_large_is_handed_on_by_reference_and_said_so(nova: Nova) -> None:
    large = replace(nova.file(chat=4), size=34 * 1024 * 1024)

    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=large))

    assert nova.last(nova.vera, SubmissionCard).sheet.files[0].too_large
    assert nova.desk.record.attachments.to_fetch(nova.desk.now, 10) == []


@pytest.mark.parametrize(
    ("kind", "name", "size", "why"),
    [
        (FileKind.STICKER, "", None, Unfit.KIND),
        (FileKind.VIDEO, "", None, Unfit.KIND),
        (FileKind.OTHER, "", None, Unfit.KIND),
        (FileKind.VOICE, "", 100, Unfit.VOICE),
        (FileKind.DOCUMENT, "all.zip", 100, Unfit.ARCHIVE),
        (FileKind.DOCUMENT, "setup.exe", 100, Unfit.PROGRAM),
        (FileKind.DOCUMENT, "essay.pdf", 0, Unfit.EMPTY),
    ],
)
def test_what_is_no_work_is_refused_counted_and_not_kept(
    nova: Nova, kind: FileKind, name: str, size: int | None, why: Unfit
) -> None:
    file = replace(nova.file(chat=4), kind=kind, file_name=name, size=size, mime="")

    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file))

    assert nova.last(nova.vera, FileRefused).why is why
    assert nova.desk.record.tallies.on(f"file_refused:{why}", nova.desk.now) == 1
    assert nova.desk.record.submissions.of_mentee(nova.vera.id) == []


def test_a_strangers_file_is_not_kept(nova: Nova) -> None:
    nova.desk.does(send_file, SendFile(by=nova.by(99), file=nova.file(chat=99)))

    assert [told.notice for told in nova.desk.told()] == [Stranger()]


def test_a_mentor_and_a_manager_are_asked_what_their_files_are(nova: Nova) -> None:
    nova.sends(nova.anton)
    nova.sends(nova.maria, "u2")

    assert [type(told.notice) for told in nova.desk.told()] == [UploadQuestion, UploadQuestion]


def test_a_mentee_of_two_groups_is_asked_for_which_one(nova: Nova) -> None:
    start = nova.second_group()
    nova.joins(start, nova.vera, Role.MENTEE)
    nova.sends(nova.vera)
    question = nova.last(nova.vera, GroupQuestion)
    assert [choice.name for choice in question.groups] == ["Nova", "Start"]

    command = ChooseGroupOfDraft(by=nova.by(nova.vera, pressed=7), draft_id=question.submission_id, group_id=start.id)
    nova.desk.does(choose_group, command)

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.group, card.sheet.number, card.sheet.mentors) == ("Start", 1001, ())


def test_a_group_that_is_not_theirs_can_not_be_chosen(nova: Nova) -> None:
    start, foreign = nova.second_group(), nova.second_group()
    nova.joins(start, nova.vera, Role.MENTEE)
    nova.sends(nova.vera)
    question = nova.last(nova.vera, GroupQuestion)

    command = ChooseGroupOfDraft(by=nova.by(nova.vera), draft_id=question.submission_id, group_id=foreign.id)

    assert nova.desk.refuses(choose_group, command) == Why.NOT_ALLOWED


def test_the_same_file_again_is_asked_about_and_can_be_left(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.sends(nova.vera)
    question = nova.last(nova.vera, RepeatedQuestion)
    assert question.number == 1001

    nova.desk.does(send_again, SendDraftAgain(by=nova.by(nova.vera), draft_id=question.submission_id, yes=False))

    assert nova.last(nova.vera, NotSent) == NotSent()
    assert len(nova.desk.record.submissions.of_mentee(nova.vera.id)) == 1


def test_the_same_file_can_be_sent_again_anyway_by_a_typed_yes(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.sends(nova.vera)

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="да"))

    assert nova.last(nova.vera, SubmissionCard).sheet.number == 1002


def test_somebody_elses_same_file_is_nothing_to_ask_about(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.sends(nova.ilya)

    assert nova.last(nova.ilya, SubmissionCard).sheet.number == 1002


def returned(nova: Nova, unique_id: str = "u1") -> SubmissionCard:
    nova.sends(nova.vera, unique_id)
    sheet = nova.last(nova.anton, ReviewCard).sheet
    command = Decide(
        by=nova.by(nova.anton), submission_id=sheet.submission_id, version=1, decision=MoveKind.NOT_READABLE
    )
    nova.desk.does(decide, command)
    return nova.last(nova.vera, SubmissionCard)


def test_a_file_after_something_came_back_may_be_its_next_version(nova: Nova) -> None:
    sheet = returned(nova).sheet
    nova.sends(nova.vera, "better")
    question = nova.last(nova.vera, CorrectionQuestion)
    assert [one.number for one in question.open] == [1001]

    by = nova.by(nova.vera, pressed=8)
    nova.desk.does(name_corrected, NameCorrected(by=by, draft_id=question.submission_id, of=sheet.submission_id))

    told = nova.desk.told()
    [review] = [one.notice for one in told if one.chat_id == 2 and isinstance(one.notice, ReviewCard)]
    assert (review.sheet.number, review.sheet.version, review.sheet.state) == (1001, 2, State.WAITING)
    assert review.sheet.files[0].file_id == "id-better"
    assert nova.desk.record.submissions.by_id(question.submission_id) is None
    moves = nova.desk.record.submissions.moves(sheet.submission_id)
    assert [(move.version, move.kind) for move in moves if move.files] == [(1, MoveKind.SEND), (2, MoveKind.CORRECT)]


def test_a_file_after_something_came_back_may_also_be_something_new(nova: Nova) -> None:
    returned(nova)
    nova.sends(nova.vera, "other")
    question = nova.last(nova.vera, CorrectionQuestion)

    nova.desk.does(name_corrected, NameCorrected(by=nova.by(nova.vera), draft_id=question.submission_id, of=None))

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.number, card.sheet.version) == (1002, 1)


def test_yes_and_no_are_understood_when_typed(nova: Nova) -> None:
    sheet = returned(nova).sheet
    nova.sends(nova.vera, "better")
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="hmm"))
    nova.last(nova.vera, CorrectionQuestion)

    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="Да."))

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.submission_id, card.sheet.version) == (sheet.submission_id, 2)


def test_a_draft_can_not_correct_what_is_not_ones_own(nova: Nova) -> None:
    returned(nova)
    nova.sends(nova.vera, "better")
    question = nova.last(nova.vera, CorrectionQuestion)
    nova.sends(nova.ilya, "his")
    his = nova.last(nova.ilya, SubmissionCard).sheet.submission_id

    command = NameCorrected(by=nova.by(nova.vera), draft_id=question.submission_id, of=his)

    assert nova.desk.refuses(name_corrected, command) == Why.NOT_ALLOWED


def test_a_file_in_the_group_is_only_asked_about_and_only_in_private(nova: Nova) -> None:
    nova.posts(nova.vera)

    [told] = nova.desk.told()
    assert told.chat_id == 4
    assert isinstance(told.notice, HandOverQuestion)
    assert (told.notice.group, told.notice.asked) == ("Nova", None)
    assert nova.desk.record.attachments.to_fetch(nova.desk.now, 10) == []


def test_a_file_from_the_group_is_handed_over_after_a_yes(nova: Nova) -> None:
    nova.posts(nova.vera)
    question = nova.last(nova.vera, HandOverQuestion)

    nova.desk.does(hand_over, HandOverDraft(by=nova.by(nova.vera), draft_id=question.submission_id, yes=True))

    assert nova.last(nova.vera, SubmissionCard).sheet.number == 1001
    assert len(nova.desk.record.attachments.to_fetch(nova.desk.now, 10)) == 1


def test_a_file_from_the_group_is_forgotten_after_a_no(nova: Nova) -> None:
    nova.posts(nova.vera)
    question = nova.last(nova.vera, HandOverQuestion)

    nova.desk.does(hand_over, HandOverDraft(by=nova.by(nova.vera), draft_id=question.submission_id, yes=False))

    assert nova.desk.record.submissions.by_id(question.submission_id) is None
    assert nova.desk.record.submissions.of_mentee(nova.vera.id) == []


def test_who_has_no_private_chat_is_asked_in_the_group_and_only_they_can_answer(nova: Nova) -> None:
    vera = unreachable(nova, nova.vera)
    nova.posts(vera)
    [question] = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, HandOverQuestion)]
    assert question.asked == "Vera"
    of = question.submission_id

    others = HandOverDraft(by=nova.by(nova.ilya, chat=NOVA_CHAT), draft_id=of, yes=True)
    assert nova.desk.refuses(hand_over, others) == Why.FOR_SOMEBODY_ELSE

    nova.desk.does(hand_over, HandOverDraft(by=nova.by(vera, chat=NOVA_CHAT, pressed=9), draft_id=of, yes=True))
    told_now = nova.desk.told()
    assert [one.notice for one in told_now if one.chat_id == NOVA_CHAT] == [HandedOver(number=1001, asked="Vera")]
    assert sorted(one.chat_id for one in told_now if isinstance(one.notice, ReviewCard)) == [2, 3]


def test_files_of_mentors_managers_and_outsiders_in_the_group_are_nobodys_business(nova: Nova) -> None:
    for person in (nova.anton, nova.maria):
        nova.posts(person)

    assert nova.desk.told() == []


def test_an_album_is_one_submission_when_it_has_been_quiet(nova: Nova) -> None:
    for unique_id in ("p1", "p2", "p3"):
        nova.sends(nova.vera, unique_id, album="g1", caption="Pages" if unique_id == "p2" else "")
    assert nova.desk.told() == []

    nova.passes(timedelta(seconds=3))

    told = nova.desk.told()
    files, card = [one.notice for one in told if one.chat_id == 2]
    assert isinstance(files, ReviewFiles)
    assert isinstance(card, ReviewCard)
    assert [file.file_id for file in files.files] == ["id-p1", "id-p2", "id-p3"]
    assert card.sheet.note == "Pages"
    assert [one.chat_id for one in told if isinstance(one.notice, SubmissionCard)] == [4]


def test_an_album_that_came_in_private_is_asked_about_nowhere_else(nova: Nova) -> None:
    """Not even in the chat of an account that was theirs when they sent it."""
    nova.joins(nova.second_group(), nova.vera, Role.MENTEE)
    for unique_id in ("p1", "p2"):
        nova.sends(nova.vera, unique_id, album="g1")
    nova.desk.record.people.save(replace(unreachable(nova, nova.vera), telegram_id=77))

    nova.passes(timedelta(seconds=3))

    [told] = nova.desk.told()
    assert isinstance(told.notice, GroupQuestion)
    assert told.chat_id == 77


def test_a_late_part_joins_its_album_and_both_cards(nova: Nova) -> None:
    nova.sends(nova.vera, "p1", album="g1")
    nova.passes(timedelta(seconds=3))
    nova.desk.told()

    nova.sends(nova.vera, "p2", album="g1")
    nova.passes(timedelta(seconds=3))

    told = nova.desk.told()
    receipts = [one.notice for one in told if isinstance(one.notice, SubmissionCard)]
    reviews = [one.notice for one in told if one.chat_id == 2 and isinstance(one.notice, ReviewCard)]
    assert [len(card.sheet.files) for card in receipts] == [2]
    assert [len(card.sheet.files) for card in reviews] == [2]
    assert receipts[0].sheet.number == 1001


def test_an_album_settles_once(nova: Nova) -> None:
    nova.sends(nova.vera, "p1", album="g1")
    nova.passes(timedelta(seconds=3))
    nova.desk.told()

    nova.passes(timedelta(seconds=3))

    assert nova.desk.told() == []


def test_an_album_with_one_unfit_part_keeps_the_others(nova: Nova) -> None:
    nova.sends(nova.vera, "p1", album="g1")
    bad = nova.file("x", chat=4, name="x.exe")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=bad, album="g1"))
    nova.passes(timedelta(seconds=3))

    assert [file.name for file in nova.last(nova.vera, SubmissionCard).sheet.files] == ["essay.pdf"]


def test_an_album_in_the_group_is_asked_about_once(nova: Nova) -> None:
    nova.posts(nova.vera, "p1", album="g1")
    nova.posts(nova.vera, "p2", album="g1")
    nova.passes(timedelta(seconds=3))

    [told] = nova.desk.told()
    assert isinstance(told.notice, HandOverQuestion)
    assert len(told.notice.files) == 2
    assert nova.desk.record.attachments.to_fetch(nova.desk.now, 10) == []
