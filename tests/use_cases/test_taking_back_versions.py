"""Taking back a corrected version leaves the submission as it was before that version came."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.common import Refused
from mentoring.notices.sending import CorrectionQuestion
from mentoring.notices.submissions import ReviewCard, SubmissionCard, VersionTakenBack, Wanted
from mentoring.refusals import Why
from mentoring.submissions import MoveKind, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.own_submissions import AskForMore, TakeBack, ask_for_more, take_back
from mentoring.use_cases.reviewing import AskForComment, Decide, ask_for_comment, decide
from mentoring.use_cases.sending import SendFile, edit_sent
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.files import Received
    from mentoring.ids import SubmissionId
    from mentoring.notices import Notice
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def work(nova: Nova) -> Submission:
    found = nova.desk.record.submissions.by_id(_first(nova))
    assert found is not None
    return found


def _first(nova: Nova) -> SubmissionId:
    return nova.desk.record.submissions.of_mentee(nova.vera.id)[-1].submission_id


def comments(nova: Nova, version: int, wanted: Wanted, text: str) -> None:
    command = AskForComment(
        by=nova.by(nova.anton, pressed=50), submission_id=_first(nova), version=version, wanted=wanted
    )
    nova.desk.does(ask_for_comment, command)
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=text))


def corrects(nova: Nova, unique_id: str) -> Received:
    nova.desk.does(
        ask_for_more,
        AskForMore(by=nova.by(nova.vera, pressed=60), submission_id=_first(nova), wanted=Wanted.CORRECTION),
    )
    return nova.sends(nova.vera, unique_id)


def takes_back(nova: Nova, version: int) -> Notice | None:
    command = TakeBack(by=nova.by(nova.vera, pressed=60), submission_id=_first(nova), version=version)
    return nova.desk.does(take_back, command)


def returned_and_corrected(nova: Nova) -> Submission:
    """As it stood when it was returned."""
    nova.sends(nova.vera, "u1")
    comments(nova, 1, Wanted.RETURN, "Fix the date")
    before = work(nova)
    nova.desk.now += timedelta(hours=1)
    corrects(nova, "u2")
    nova.desk.told()
    return before


def test_it_is_returned_again_and_waits_for_the_mentee(nova: Nova) -> None:
    before = returned_and_corrected(nova)

    assert takes_back(nova, 2) == VersionTakenBack(version=2)

    assert work(nova) == before
    card = nova.last(nova.vera, SubmissionCard)
    assert (card.sheet.state, card.sheet.version, card.withdraw_until) == (State.RETURNED, 1, None)
    assert [file.file_id for file in card.sheet.files] == ["id-u1"]
    assert card.sheet.said is not None
    assert card.sheet.said.text == "Fix the date"


def test_every_mentor_sees_both_cards_set_right(nova: Nova) -> None:
    returned_and_corrected(nova)

    takes_back(nova, 2)

    told = [(one.chat_id, one.notice) for one in nova.desk.told() if isinstance(one.notice, ReviewCard)]
    seen = [(chat, card.card(), card.sheet.state, card.sheet.files[0].file_id) for chat, card in told]
    number = work(nova).id
    assert seen == [
        (2, f"review:{number}:2", State.WITHDRAWN, "id-u2"),
        (3, f"review:{number}:2", State.WITHDRAWN, "id-u2"),
        (2, f"review:{number}:1", State.RETURNED, "id-u1"),
        (3, f"review:{number}:1", State.RETURNED, "id-u1"),
    ]


def test_a_second_tap_finds_it_done(nova: Nova) -> None:
    before = returned_and_corrected(nova)
    takes_back(nova, 2)

    assert takes_back(nova, 2) == Refused(why=Why.ALREADY_DONE)

    assert work(nova) == before


def test_the_next_version_has_a_number_of_its_own_so_that_no_stale_button_decides_on_it(nova: Nova) -> None:
    returned_and_corrected(nova)
    takes_back(nova, 2)

    corrects(nova, "u3")

    assert (work(nova).state, work(nova).version) == (State.WAITING, 3)
    stale = Decide(by=nova.by(nova.anton, pressed=50), submission_id=_first(nova), version=2, decision=MoveKind.ACCEPT)
    assert nova.desk.does(decide, stale) == Refused(why=Why.ALREADY_DONE)
    review = nova.last(nova.anton, ReviewCard)
    assert [file.file_id for file in review.sheet.files] == ["id-u3"]
    takes_back(nova, 3)
    assert (work(nova).state, work(nova).version) == (State.RETURNED, 1)


def test_what_was_asked_about_it_is_gone_with_it(nova: Nova) -> None:
    returned_and_corrected(nova)
    comments(nova, 2, Wanted.QUESTION, "Which year?")
    assert work(nova).state is State.ASKED

    takes_back(nova, 2)

    card = nova.last(nova.vera, SubmissionCard)
    assert card.sheet.said is not None
    assert (card.sheet.state, card.sheet.said.text) == (State.RETURNED, "Fix the date")


def test_its_file_may_be_sent_again_without_being_called_a_repetition(nova: Nova) -> None:
    returned_and_corrected(nova)
    takes_back(nova, 2)
    nova.desk.told()

    nova.sends(nova.vera, "u2")

    nova.last(nova.vera, CorrectionQuestion)


def test_a_version_that_came_by_an_edit_leaves_the_first_one_waiting_as_before(nova: Nova) -> None:
    sent = nova.sends(nova.vera, "u1")
    before = work(nova)
    nova.desk.now += timedelta(minutes=2)
    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=replace(sent, file_id="id-u2", unique_id="u2")))
    assert work(nova).version == 2
    nova.desk.told()

    takes_back(nova, 2)

    assert work(nova) == before
    review = nova.last(nova.anton, ReviewCard)
    assert (review.sheet.version, review.can_review) == (1, True)
    takes_back(nova, 1)
    assert work(nova).state is State.WITHDRAWN


def test_its_message_edited_again_is_new_work(nova: Nova) -> None:
    returned_and_corrected(nova)
    takes_back(nova, 2)
    message = nova.desk.record.submissions.moves(_first(nova))[2].files[0].message_id
    other = replace(nova.file("u3", chat=4), message_id=message)

    nova.desk.does(edit_sent, SendFile(by=nova.by(nova.vera), file=other))

    nova.last(nova.vera, CorrectionQuestion)


def test_a_late_part_of_its_album_is_no_comment(nova: Nova) -> None:
    nova.sends(nova.vera, "u1")
    comments(nova, 1, Wanted.RETURN, "Fix the date")
    nova.desk.does(
        ask_for_more,
        AskForMore(by=nova.by(nova.vera, pressed=60), submission_id=_first(nova), wanted=Wanted.CORRECTION),
    )
    nova.sends(nova.vera, "p1", album="g1")
    nova.passes(timedelta(seconds=3))
    assert takes_back(nova, 2) == VersionTakenBack(version=2)
    nova.desk.told()

    nova.sends(nova.vera, "p2", album="g1")
    nova.passes(timedelta(seconds=3))

    assert nova.desk.told() == []
