"""Mentors decide, comment and ask; mentees answer and correct; each sees at once whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind
from mentoring.notices.common import Refused
from mentoring.notices.sending import FileRefused, GroupQuestion
from mentoring.notices.submissions import (
    AllWords,
    Documents,
    Inbox,
    ReviewCard,
    Sheet,
    SpokenOrMarked,
    SubmissionCard,
    Wanted,
    WhatIsThisComment,
)
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.submissions import MoveKind, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.own_submissions import (
    AskForMore,
    StopAsking,
    TakeBack,
    ask_for_more,
    stop_asking,
    take_back,
)
from mentoring.use_cases.reviewing import (
    AskForComment,
    Decide,
    UndoDecision,
    ask_for_comment,
    decide,
    say_what_comment_is,
    undo_decision,
)
from mentoring.use_cases.sending import SendFile, edit_sent, send_file
from mentoring.use_cases.submission_lists import (
    Look,
    OpenOne,
    open_inbox,
    open_my_documents,
    open_submission,
    read_all,
)
from mentoring.use_cases.taking import TakeSubmission, take
from tests.use_cases.a_group import Nova, a_nova, shows

if TYPE_CHECKING:
    from mentoring.notices import Notice
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def handed_in(nova: Nova, unique_id: str = "u1") -> Sheet:
    nova.sends(nova.vera, unique_id)
    return nova.last(nova.anton, ReviewCard).sheet


def press(nova: Nova, person: Person, sheet: Sheet, decision: MoveKind = MoveKind.ACCEPT) -> Notice | None:
    command = Decide(
        by=nova.by(person, pressed=50),
        submission_id=sheet.submission_id,
        version=sheet.version,
        decision=decision,
    )
    return nova.desk.does(decide, command)


def asks(nova: Nova, person: Person, sheet: Sheet, wanted: Wanted) -> Notice | None:
    command = AskForComment(
        by=nova.by(person, pressed=50), submission_id=sheet.submission_id, version=sheet.version, wanted=wanted
    )
    return nova.desk.does(ask_for_comment, command)


def says(nova: Nova, person: Person, text: str, *, replies_to: int | None = None) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person), text=text, replies_to=replies_to))


def wants(nova: Nova, sheet: Sheet, wanted: Wanted) -> Notice | None:
    command = AskForMore(by=nova.by(nova.vera, pressed=60), submission_id=sheet.submission_id, wanted=wanted)
    return nova.desk.does(ask_for_more, command)


def comes_back(nova: Nova, comment: str = "Fix the date") -> Sheet:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    says(nova, nova.anton, comment)
    return nova.last(nova.vera, SubmissionCard).sheet


def test_accepting_is_one_tap_and_everybody_sees_it(nova: Nova) -> None:
    sheet = handed_in(nova)

    assert press(nova, nova.anton, sheet) is None

    told = {one.chat_id: one.notice for one in nova.desk.told()}
    mine, colleagues, mentees = told[2], told[3], told[4]
    assert isinstance(mine, ReviewCard)
    assert isinstance(colleagues, ReviewCard)
    assert isinstance(mentees, SubmissionCard)
    assert {mine.sheet.state, colleagues.sheet.state, mentees.sheet.state} == {State.ACCEPTED}
    assert mine.undo_until is not None
    assert colleagues.undo_until is None
    assert mentees.withdraw_until is None


def test_a_double_tap_is_one_decision(nova: Nova) -> None:
    sheet = handed_in(nova)
    press(nova, nova.anton, sheet)

    assert press(nova, nova.anton, sheet) == Refused(why=Why.ALREADY_DONE)

    kinds = [move.kind for move in nova.desk.record.submissions.moves(sheet.submission_id)]
    assert kinds == [MoveKind.SEND, MoveKind.ACCEPT]


def test_of_two_mentors_the_first_decides_and_the_other_gets_a_fresh_card(nova: Nova) -> None:
    sheet = handed_in(nova)
    press(nova, nova.anton, sheet, MoveKind.NOT_READABLE)
    nova.desk.told()

    assert press(nova, nova.boyana, sheet) == Refused(why=Why.ALREADY_DONE)

    assert nova.last(nova.boyana, ReviewCard).sheet.state is State.UNREADABLE


def test_a_mentee_an_outsider_and_a_mere_manager_can_not_review(nova: Nova) -> None:
    sheet = handed_in(nova)

    for person in (nova.vera, nova.ilya, nova.maria, 99):
        command = Decide(by=nova.by(person), submission_id=sheet.submission_id, version=1, decision=MoveKind.ACCEPT)
        assert nova.desk.refuses(decide, command) == Why.NOT_ALLOWED


def test_a_mentor_of_another_group_can_not_review(nova: Nova) -> None:
    sheet = handed_in(nova)
    other = nova.second_group()
    nova.joins(other, nova.ilya, Role.MENTOR)

    command = Decide(by=nova.by(nova.ilya), submission_id=sheet.submission_id, version=1, decision=MoveKind.ACCEPT)

    assert nova.desk.refuses(decide, command) == Why.NOT_ALLOWED


def test_a_mentor_who_has_left_can_not_review(nova: Nova) -> None:
    sheet = handed_in(nova)
    [mine] = nova.desk.record.memberships.of_person(nova.anton.id)
    nova.desk.record.memberships.save(replace(mine, state=MembershipState.LEFT))

    command = Decide(by=nova.by(nova.anton), submission_id=sheet.submission_id, version=1, decision=MoveKind.ACCEPT)

    assert nova.desk.refuses(decide, command) == Why.NOT_ALLOWED


def test_a_typed_comment_returns_the_work_and_is_read_on_the_mentees_card(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    assert nova.last(nova.anton, ReviewCard).wanted is Wanted.RETURN

    says(nova, nova.anton, "Fix the date")

    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.state is State.RETURNED
    assert card.sheet.said is not None
    assert (card.sheet.said.author, card.sheet.said.text) == ("Anton", "Fix the date")
    assert nova.desk.record.prompts.of(2, nova.desk.now) is None


def test_a_spoken_comment_travels_beside_the_card(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    nova.desk.told()
    voice = replace(nova.file("v1", chat=2), kind=FileKind.VOICE, file_name="")

    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=voice))

    spoken, card = [told.notice for told in nova.desk.told(to=4)]
    assert isinstance(spoken, SpokenOrMarked)
    assert isinstance(card, SubmissionCard)
    assert (spoken.number, spoken.author, spoken.file.kind) == (1001, "Anton", FileKind.VOICE)
    assert card.sheet.said is not None
    assert card.sheet.said.voice_or_file


def test_a_marked_up_file_is_a_comment_and_a_sticker_is_not(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    sticker = replace(nova.file("s", chat=2), kind=FileKind.STICKER)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=sticker))
    nova.last(nova.anton, FileRefused)

    nova.sends(nova.anton, "marks", caption="See page 2")

    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.state is State.RETURNED
    assert card.sheet.said is not None
    assert card.sheet.said.text == "See page 2"
    assert card.sheet.files[0].file_id == "id-u1"


def test_several_marked_up_photos_all_reach_the_mentee(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    nova.desk.told()

    for unique_id in ("m1", "m2"):
        nova.sends(nova.anton, unique_id, album="g9")
    nova.passes(timedelta(seconds=3))

    files = [told.notice.file.file_id for told in nova.desk.told(to=4) if isinstance(told.notice, SpokenOrMarked)]
    assert files == ["id-m1", "id-m2"]


def test_a_question_leaves_the_work_undecided_and_moves_the_turn(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.QUESTION)
    says(nova, nova.anton, "Which year?")
    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.state is State.ASKED

    wants(nova, card.sheet, Wanted.ANSWER)
    says(nova, nova.vera, "2026")

    review = nova.last(nova.anton, ReviewCard)
    assert review.sheet.state is State.WAITING
    assert review.sheet.said is not None
    assert (review.sheet.said.author, review.sheet.said.text) == ("Vera", "2026")


def test_an_answer_may_be_a_file_sent_as_a_reply(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.QUESTION)
    says(nova, nova.anton, "Where is page 2?")
    shows(nova, nova.vera, f"submission:{sheet.submission_id}", 70)
    nova.desk.told()

    file = nova.file("page2", chat=4)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file, replies_to=70))

    spoken = nova.last(nova.anton, SpokenOrMarked)
    assert spoken.file.file_id == "id-page2"
    submission = nova.desk.record.submissions.by_id(sheet.submission_id)
    assert submission is not None
    assert (submission.state, submission.version) == (State.WAITING, 1)


def test_a_spoken_question_can_be_answered_by_replying_to_it(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.QUESTION)
    voice = replace(nova.file("v1", chat=2), kind=FileKind.VOICE, file_name="")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=voice))
    shows(nova, nova.vera, nova.last(nova.vera, SpokenOrMarked).card(), 74)

    says(nova, nova.vera, "In spring", replies_to=74)

    said = nova.last(nova.anton, ReviewCard).sheet.said
    assert said is not None
    assert said.text == "In spring"


def test_words_that_come_after_the_work_was_taken_back_say_that_it_is_gone(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    nova.desk.does(take_back, TakeBack(by=nova.by(nova.vera), submission_id=sheet.submission_id, version=1))
    nova.desk.told()

    says(nova, nova.anton, "Fix the date")

    assert [told.notice for told in nova.desk.told()] == [Refused(why=Why.GONE)]
    assert nova.desk.record.prompts.of(2, nova.desk.now) is None


def test_cancelling_a_comment_gives_the_card_back(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)

    nova.desk.does(stop_asking, StopAsking(by=nova.by(nova.anton), submission_id=sheet.submission_id))

    assert nova.last(nova.anton, ReviewCard).wanted is None
    assert nova.desk.record.prompts.of(2, nova.desk.now) is None


def test_a_comment_that_comes_too_late_changes_nothing_and_says_so(nova: Nova) -> None:
    sheet = handed_in(nova)
    asks(nova, nova.anton, sheet, Wanted.RETURN)
    nova.desk.does(take, TakeSubmission(by=nova.by(nova.boyana, pressed=50), submission_id=sheet.submission_id))
    press(nova, nova.boyana, sheet)
    nova.desk.told()

    says(nova, nova.anton, "Fix the date")

    notices = [told.notice for told in nova.desk.told(to=2)]
    assert Refused(why=Why.ALREADY_DONE) in notices
    submission = nova.desk.record.submissions.by_id(sheet.submission_id)
    assert submission is not None
    assert submission.state is State.ACCEPTED


def test_a_reply_to_a_waiting_card_is_kept_until_its_author_says_what_it_is(nova: Nova) -> None:
    sheet = handed_in(nova)
    shows(nova, nova.anton, f"review:{sheet.submission_id}:1", 71)
    says(nova, nova.anton, "The date is missing", replies_to=71)
    question = nova.last(nova.anton, WhatIsThisComment)
    assert question.number == 1001

    command = AskForComment(
        by=nova.by(nova.anton, pressed=72), submission_id=sheet.submission_id, version=1, wanted=Wanted.RETURN
    )
    nova.desk.does(say_what_comment_is, command)

    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.state is State.RETURNED
    assert card.sheet.said is not None
    assert card.sheet.said.text == "The date is missing"
    assert nova.desk.refuses(say_what_comment_is, command) == Why.GONE


def test_a_voice_reply_is_kept_as_well(nova: Nova) -> None:
    sheet = handed_in(nova)
    shows(nova, nova.anton, f"review:{sheet.submission_id}:1", 71)
    voice = replace(nova.file("v1", chat=2), kind=FileKind.VOICE, file_name="")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.anton), file=voice, replies_to=71))

    command = AskForComment(
        by=nova.by(nova.anton, pressed=72), submission_id=sheet.submission_id, version=1, wanted=Wanted.QUESTION
    )
    nova.desk.does(say_what_comment_is, command)

    assert nova.last(nova.vera, SpokenOrMarked).file.file_id == "id-v1"


def test_a_reply_to_a_decided_card_is_passed_on_as_a_remark(nova: Nova) -> None:
    sheet = handed_in(nova)
    press(nova, nova.anton, sheet)
    shows(nova, nova.anton, f"review:{sheet.submission_id}:1", 71)

    says(nova, nova.anton, "Very good work", replies_to=71)

    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.state is State.ACCEPTED
    assert card.sheet.said is not None
    assert card.sheet.said.text == "Very good work"


def test_a_mentees_reply_to_what_came_back_reaches_the_mentor(nova: Nova) -> None:
    sheet = comes_back(nova)
    shows(nova, nova.vera, f"submission:{sheet.submission_id}", 73)

    says(nova, nova.vera, "I don't understand which date", replies_to=73)

    review = nova.last(nova.anton, ReviewCard)
    assert review.sheet.state is State.RETURNED
    assert review.sheet.said is not None
    assert review.sheet.said.text == "I don't understand which date"


def test_the_corrected_version_needs_no_question(nova: Nova) -> None:
    sheet = comes_back(nova)
    wants(nova, sheet, Wanted.CORRECTION)

    nova.sends(nova.vera, "better")

    review = nova.last(nova.anton, ReviewCard)
    assert (review.sheet.number, review.sheet.version, review.sheet.state) == (1001, 2, State.WAITING)
    assert review.sheet.files[0].file_id == "id-better"
    assert review.sheet.said is not None
    assert review.sheet.said.text == "Fix the date"


def test_a_corrected_album_is_one_version(nova: Nova) -> None:
    sheet = comes_back(nova)
    wants(nova, sheet, Wanted.CORRECTION)
    for unique_id in ("q1", "q2"):
        nova.sends(nova.vera, unique_id, album="g2")
    nova.desk.told()

    nova.passes(timedelta(seconds=3))

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.version, len(card.sheet.files)) == (2, 2)
    assert len(nova.desk.record.submissions.of_mentee(nova.vera.id)) == 1


def test_a_file_as_a_reply_to_ones_card_is_the_next_version(nova: Nova) -> None:
    sheet = comes_back(nova)
    shows(nova, nova.vera, f"submission:{sheet.submission_id}", 73)

    file = nova.file("better", chat=4)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=file, replies_to=73))

    assert nova.last(nova.vera, SubmissionCard).sheet.version == 2


def test_a_button_of_an_older_version_decides_nothing(nova: Nova) -> None:
    first = handed_in(nova)
    press(nova, nova.anton, first, MoveKind.NOT_READABLE)
    wants(nova, first, Wanted.CORRECTION)
    nova.sends(nova.vera, "better")
    nova.desk.told()

    assert press(nova, nova.anton, first) == Refused(why=Why.ALREADY_DONE)

    fresh = nova.last(nova.anton, ReviewCard)
    assert (fresh.sheet.version, fresh.sheet.state) == (2, State.WAITING)


def test_a_mentee_can_take_it_back_within_ten_minutes(nova: Nova) -> None:
    sheet = handed_in(nova)
    command = TakeBack(by=nova.by(nova.vera, pressed=60), submission_id=sheet.submission_id, version=1)
    nova.passes(timedelta(minutes=10))

    assert nova.desk.does(take_back, command) is None

    told = {one.chat_id: one.notice for one in nova.desk.told()}
    assert isinstance(told[2], ReviewCard)
    assert told[2].sheet.state is State.WITHDRAWN
    assert press(nova, nova.anton, sheet) == Refused(why=Why.GONE)


def test_after_ten_minutes_or_a_decision_it_is_too_late_to_take_it_back(nova: Nova) -> None:
    sheet = handed_in(nova)
    command = TakeBack(by=nova.by(nova.vera, pressed=60), submission_id=sheet.submission_id, version=1)
    nova.passes(timedelta(minutes=10, seconds=1))
    assert nova.desk.does(take_back, command) == Refused(why=Why.TOO_LATE)

    press(nova, nova.anton, sheet)
    assert nova.desk.does(take_back, command) == Refused(why=Why.ALREADY_DONE)
    assert nova.last(nova.vera, SubmissionCard).withdraw_until is None


def test_nobody_else_can_take_it_back(nova: Nova) -> None:
    sheet = handed_in(nova)

    for person in (nova.ilya, nova.anton, 99):
        command = TakeBack(by=nova.by(person), submission_id=sheet.submission_id, version=1)
        assert nova.desk.refuses(take_back, command) == Why.NOT_ALLOWED


def test_a_decision_can_be_undone_for_five_minutes_by_whoever_made_it(nova: Nova) -> None:
    sheet = handed_in(nova)
    waiting_since = sheet.since
    nova.passes(timedelta(minutes=1))
    press(nova, nova.anton, sheet)
    nova.passes(timedelta(minutes=5))
    command = UndoDecision(by=nova.by(nova.boyana, pressed=50), submission_id=sheet.submission_id, version=1)
    assert nova.desk.does(undo_decision, command) == Refused(why=Why.ALREADY_DONE)

    mine = replace(command, by=nova.by(nova.anton, pressed=50))
    assert nova.desk.does(undo_decision, mine) is None

    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.state, card.sheet.since) == (State.WAITING, waiting_since)


def test_after_five_minutes_a_decision_stands(nova: Nova) -> None:
    sheet = handed_in(nova)
    press(nova, nova.anton, sheet)
    nova.passes(timedelta(minutes=5, seconds=1))

    command = UndoDecision(by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1)

    assert nova.desk.does(undo_decision, command) == Refused(why=Why.TOO_LATE)


def test_an_undone_return_takes_its_comment_with_it(nova: Nova) -> None:
    sheet = comes_back(nova)

    command = UndoDecision(by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1)
    nova.desk.does(undo_decision, command)

    assert nova.last(nova.vera, SubmissionCard).sheet.said is None


def test_a_note_joins_the_caption_on_both_cards(nova: Nova) -> None:
    nova.sends(nova.vera, caption="Draft")
    sheet = nova.last(nova.vera, SubmissionCard).sheet
    wants(nova, sheet, Wanted.NOTE)

    says(nova, nova.vera, "Page 2 follows")

    assert nova.last(nova.anton, ReviewCard).sheet.note == "Draft\nPage 2 follows"


def test_an_edited_caption_changes_the_note(nova: Nova) -> None:
    file = nova.sends(nova.vera, caption="Draft")
    nova.desk.told()

    edited = SendFile(by=nova.by(nova.vera), file=replace(file, caption="Final"))
    nova.desk.does(edit_sent, edited)

    assert nova.last(nova.anton, ReviewCard).sheet.note == "Final"


def test_a_file_replaced_by_an_edit_is_a_new_version_with_the_other_pages(nova: Nova) -> None:
    files = [nova.sends(nova.vera, unique_id, album="g1") for unique_id in ("p1", "p2")]
    nova.passes(timedelta(seconds=3))
    nova.desk.told()

    replaced = replace(files[0], unique_id="p9", file_id="id-p9")
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=replaced, album="g1"))

    sheet = nova.last(nova.anton, ReviewCard).sheet
    assert sheet.version == 2
    assert sorted(file.file_id for file in sheet.files) == ["id-p2", "id-p9"]


def test_an_edit_of_what_was_refused_may_be_taken(nova: Nova) -> None:
    bad = nova.file("x", chat=4, name="x.zip")
    nova.desk.does(send_file, SendFile(by=nova.by(nova.vera), file=replace(bad, mime="application/zip")))

    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=replace(bad, file_name="x.pdf", unique_id="y")))

    assert nova.last(nova.vera, SubmissionCard).sheet.number == 1001


def test_the_inbox_holds_what_waits_the_longest_first_and_only_for_those_who_answer_for_it(nova: Nova) -> None:
    first = handed_in(nova, "a")
    nova.passes(timedelta(hours=1))
    handed_in(nova, "b")
    third = handed_in(nova, "c")
    press(nova, nova.anton, third)

    for person in (nova.anton, nova.maria):
        nova.desk.does(open_inbox, Look(by=nova.by(person)))
        inbox = nova.last(person, Inbox)
        assert [line.number for line in inbox.lines] == [1001, 1002]
        assert (inbox.lines[0].mentee, inbox.lines[0].group, inbox.lines[0].since) == ("Vera", "Nova", first.since)
    assert nova.desk.refuses(open_inbox, Look(by=nova.by(nova.vera))) == Why.NOT_ALLOWED


def test_a_manager_sees_a_submission_without_the_mentors_buttons(nova: Nova) -> None:
    sheet = handed_in(nova)

    nova.desk.does(open_submission, OpenOne(by=nova.by(nova.maria), submission_id=sheet.submission_id))

    assert not nova.last(nova.maria, ReviewCard).can_review
    other = OpenOne(by=nova.by(nova.ilya), submission_id=sheet.submission_id)
    assert nova.desk.refuses(open_submission, other) == Why.NOT_ALLOWED


def test_a_mentees_documents_show_every_state_and_open_again(nova: Nova) -> None:
    sheet = comes_back(nova)
    nova.desk.does(open_my_documents, Look(by=nova.by(nova.vera)))
    [line] = nova.last(nova.vera, Documents).lines
    assert (line.number, line.state, line.file) == (1001, State.RETURNED, "essay.pdf")

    nova.desk.does(open_submission, OpenOne(by=nova.by(nova.vera), submission_id=sheet.submission_id))

    assert nova.last(nova.vera, SubmissionCard).sheet.state is State.RETURNED


def test_a_long_comment_can_be_read_whole(nova: Nova) -> None:
    long = "word " * 500
    sheet = comes_back(nova, long)

    nova.desk.does(read_all, OpenOne(by=nova.by(nova.vera), submission_id=sheet.submission_id))

    assert nova.last(nova.vera, AllWords).text == long


def test_a_draft_has_no_words_to_be_read_whole(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.vera, Role.MENTEE)
    nova.sends(nova.vera)
    draft = nova.last(nova.vera, GroupQuestion).submission_id

    forged = OpenOne(by=nova.by(nova.vera, pressed=1), submission_id=draft)
    assert nova.desk.refuses(read_all, forged) == Why.GONE
