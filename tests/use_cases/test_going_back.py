"""What has come back three times is talked about: both sides are offered it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.submissions import ReviewCard, SubmissionCard, Wanted
from mentoring.submissions import MoveKind
from mentoring.use_cases.own_submissions import AskForMore, ask_for_more
from mentoring.use_cases.reviewing import Decide, UndoDecision, decide, undo_decision
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    nova = a_nova(desk)
    nova.sends(nova.vera)
    return nova


def goes_back(nova: Nova) -> ReviewCard:
    """Its present version, and the next one comes."""
    before = nova.last(nova.anton, ReviewCard).sheet
    command = Decide(
        by=nova.by(nova.anton, pressed=7),
        submission_id=before.submission_id,
        version=before.version,
        decision=MoveKind.NOT_READABLE,
    )
    nova.desk.does(decide, command)
    return nova.last(nova.anton, ReviewCard)


def comes_again(nova: Nova, of: ReviewCard, unique_id: str) -> None:
    by = nova.by(nova.vera, pressed=8)
    nova.desk.does(ask_for_more, AskForMore(by=by, submission_id=of.sheet.submission_id, wanted=Wanted.CORRECTION))
    nova.sends(nova.vera, unique_id)


def test_each_return_counts_until_the_work_is_accepted(nova: Nova) -> None:
    counted = []
    for number in range(3):
        back = goes_back(nova)
        counted.append(back.sheet.times_back)
        comes_again(nova, back, f"v{number}")

    assert counted == [1, 2, 3]
    assert nova.last(nova.anton, ReviewCard).sheet.times_back == 3


def test_both_sides_see_it(nova: Nova) -> None:
    back = goes_back(nova)
    comes_again(nova, back, "v2")
    before = nova.last(nova.anton, ReviewCard).sheet
    command = Decide(
        by=nova.by(nova.anton, pressed=7),
        submission_id=before.submission_id,
        version=before.version,
        decision=MoveKind.NOT_READABLE,
    )
    nova.desk.does(decide, command)

    told = [one.notice for one in nova.desk.told()]
    assert {one.sheet.times_back for one in told if isinstance(one, SubmissionCard | ReviewCard)} == {2}


def test_what_was_taken_back_does_not_count(nova: Nova) -> None:
    back = goes_back(nova)
    nova.desk.now += timedelta(minutes=1)
    undo = UndoDecision(by=nova.by(nova.anton, pressed=7), submission_id=back.sheet.submission_id, version=1)
    nova.desk.does(undo_decision, undo)

    assert nova.last(nova.anton, ReviewCard).sheet.times_back == 0
