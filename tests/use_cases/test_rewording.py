"""Words that are edited after they were sent change on every card that shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind
from mentoring.notices.submissions import ReviewCard, SubmissionCard, Wanted
from mentoring.people import MembershipState
from mentoring.refusals import Why
from mentoring.submissions import MoveKind, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.own_submissions import AskForMore, ask_for_more
from mentoring.use_cases.reviewing import AskForComment, ask_for_comment, say_what_comment_is
from mentoring.use_cases.rewording import EditWords, edit_words
from mentoring.use_cases.sending import SendFile, send_file
from storage import cards
from storage.cards import Card
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.notices.submissions import Sheet
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

MESSAGE = 500


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def handed_in(nova: Nova) -> Sheet:
    nova.sends(nova.vera)
    return nova.last(nova.anton, ReviewCard).sheet


def says(nova: Nova, person: Person, text: str, *, message: int = MESSAGE, replies_to: int | None = None) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person), text=text, message_id=message, replies_to=replies_to))


def edits(nova: Nova, person: Person | int, text: str, *, message: int = MESSAGE) -> None:
    nova.desk.does(edit_words, EditWords(by=nova.by(person), text=text, message_id=message, written_at=nova.desk.now))


def asks(nova: Nova, sheet: Sheet, wanted: Wanted, question: str) -> None:
    command = AskForComment(
        by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1, wanted=wanted
    )
    nova.desk.does(ask_for_comment, command)
    says(nova, nova.anton, question)


def wants(nova: Nova, sheet: Sheet, wanted: Wanted) -> None:
    command = AskForMore(by=nova.by(nova.vera, pressed=60), submission_id=sheet.submission_id, wanted=wanted)
    nova.desk.does(ask_for_more, command)


def said(sheet: Sheet) -> str:
    assert sheet.said is not None
    return sheet.said.text


def test_an_edited_comment_is_read_by_the_mentee_and_the_other_mentor(nova: Nova) -> None:
    asks(nova, handed_in(nova), Wanted.RETURN, "Fix the dat")

    edits(nova, nova.anton, "Fix the date")

    card = nova.last(nova.vera, SubmissionCard)
    assert (said(card.sheet), card.sheet.state) == ("Fix the date", State.RETURNED)
    edits(nova, nova.anton, "Fix both dates")
    assert said(nova.last(nova.boyana, ReviewCard).sheet) == "Fix both dates"


def test_an_edited_answer_is_read_by_the_mentor(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, sheet, Wanted.QUESTION, "Which year?")
    wants(nova, sheet, Wanted.ANSWER)
    says(nova, nova.vera, "2062", message=501)

    edits(nova, nova.vera, "2026", message=501)

    review = nova.last(nova.anton, ReviewCard)
    assert (said(review.sheet), review.sheet.state) == ("2026", State.WAITING)


def test_of_several_notes_the_edited_one_changes(nova: Nova) -> None:
    nova.sends(nova.vera, caption="My first one")
    sheet = nova.last(nova.anton, ReviewCard).sheet
    for number, text in enumerate(["Page 2 is coming", "So is page 3"]):
        wants(nova, sheet, Wanted.NOTE)
        says(nova, nova.vera, text, message=MESSAGE + number)

    edits(nova, nova.vera, "Page 2 follows")

    assert nova.last(nova.anton, ReviewCard).sheet.note == "My first one\nPage 2 follows\nSo is page 3"


def test_a_comment_that_is_only_held_goes_out_as_it_was_edited(nova: Nova) -> None:
    sheet = handed_in(nova)
    shown = Card(
        chat_id=2, card_key="review:1:1", message_id=70, has_file=False, content_hash="", sent_at=nova.desk.now
    )
    cards.keep(nova.desk.connection, shown)
    says(nova, nova.anton, "Fix the dat", replies_to=70)

    edits(nova, nova.anton, "Fix the date")

    back = AskForComment(
        by=nova.by(nova.anton, pressed=80), submission_id=sheet.submission_id, version=1, wanted=Wanted.RETURN
    )
    nova.desk.does(say_what_comment_is, back)
    assert said(nova.last(nova.vera, SubmissionCard).sheet) == "Fix the date"
    edits(nova, nova.anton, "Fix both dates")
    assert said(nova.last(nova.vera, SubmissionCard).sheet) == "Fix both dates"


def test_words_that_were_no_remark_are_edited_in_silence(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, sheet, Wanted.RETURN, "Fix the date")
    nova.desk.told()

    edits(nova, nova.anton, "Something else", message=999)
    edits(nova, nova.boyana, "Not mine")
    edits(nova, nova.anton, " \u200b")
    edits(nova, 99, "A stranger")

    assert nova.desk.told() == []
    assert [move.text for move in nova.desk.record.submissions.moves(sheet.submission_id)] == ["", "Fix the date"]


def test_whoever_has_left_changes_nothing_any_more(nova: Nova) -> None:
    asks(nova, handed_in(nova), Wanted.RETURN, "Fix the date")
    [seat] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(seat, state=MembershipState.LEFT))

    command = EditWords(by=nova.by(nova.anton), text="Never mind", message_id=MESSAGE, written_at=nova.desk.now)

    assert nova.desk.refuses(edit_words, command) == Why.NOT_ALLOWED


def test_a_spoken_comment_has_no_words_to_edit(nova: Nova) -> None:
    sheet = handed_in(nova)
    command = AskForComment(
        by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1, wanted=Wanted.RETURN
    )
    nova.desk.does(ask_for_comment, command)
    voice = replace(nova.file("v1", chat=2), kind=FileKind.VOICE, file_name="")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=voice))

    edits(nova, nova.anton, "Words", message=voice.message_id)

    moves = nova.desk.record.submissions.moves(sheet.submission_id)
    assert [(move.kind, move.text) for move in moves] == [(MoveKind.SEND, ""), (MoveKind.RETURN, "")]
