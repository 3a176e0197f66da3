"""Of several mentors one has a submission: what waits has one person responsible, or is everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.next_steps import Doing
from mentoring.notices.digests import ReviewNudge
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.use_cases.digesting import Nudge, nudge_review
from mentoring.use_cases.home import card
from mentoring.use_cases.submission_lists import OpenOne, open_submission
from mentoring.use_cases.taking import TakeSubmission, take
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import SubmissionId
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def handed_in(nova: Nova) -> SubmissionId:
    nova.sends(nova.vera)
    return nova.last(nova.anton, ReviewCard).sheet.submission_id


def takes(nova: Nova, person: Person, submission_id: SubmissionId) -> None:
    nova.desk.does(take, TakeSubmission(by=nova.by(person, pressed=50), submission_id=submission_id))


def test_the_first_who_opens_it_has_it_and_the_second_only_looks(nova: Nova) -> None:
    of = handed_in(nova)

    for mentor in (nova.anton, nova.boyana):
        nova.desk.does(open_submission, OpenOne(by=nova.by(mentor), submission_id=of))

    assert nova.last(nova.boyana, ReviewCard).taker == "Anton"
    submission = nova.desk.record.submissions.by_id(of)
    assert submission is not None
    assert submission.taken_by == nova.anton.id


def test_next_steps_and_nudges_are_the_takers(nova: Nova) -> None:
    of = handed_in(nova)
    takes(nova, nova.boyana, of)
    nova.desk.told()

    steps = [card(nova.desk.record, mentor, nova.desk.now).step.doing for mentor in (nova.anton, nova.boyana)]
    nova.desk.does(nudge_review, Nudge(by=nova.by(nova.maria, pressed=9), group_id=nova.group.id))

    assert steps[0] is not Doing.REVIEW_WAITING
    assert steps[1] is Doing.REVIEW_WAITING
    nudged = [told.chat_id for told in nova.desk.told() if isinstance(told.notice, ReviewNudge)]
    assert nudged == [nova.boyana.telegram_id]


def test_the_mentee_sees_for_whom_it_waits(nova: Nova) -> None:
    of = handed_in(nova)

    takes(nova, nova.boyana, of)

    assert nova.last(nova.vera, SubmissionCard).sheet.mentors == ("Boyana",)


def test_nobody_but_a_mentor_of_the_group_takes_it(nova: Nova) -> None:
    of = handed_in(nova)

    for person in (nova.vera, nova.maria):
        command = TakeSubmission(by=nova.by(person, pressed=50), submission_id=of)
        assert nova.desk.refuses(take, command) == "not_allowed"
