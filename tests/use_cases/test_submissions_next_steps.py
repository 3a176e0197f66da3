"""The home card names the one thing about submissions that somebody waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.next_steps import Doing, NextStep, next_step
from mentoring.notices.submissions import ReviewCard, SubmissionCard, Wanted
from mentoring.submissions import MoveKind
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.reviewing import AskForComment, Decide, ask_for_comment, decide
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def step_of(nova: Nova, person: Person) -> NextStep:
    return next_step(nova.desk.record, person, nova.desk.now)


def test_a_mentor_reviews_what_waits_the_longest(nova: Nova) -> None:
    nova.sends(nova.vera, "a")
    nova.sends(nova.ilya, "b")

    step = step_of(nova, nova.anton)

    assert (step.doing, step.count, step.reference, step.who) == (Doing.REVIEW_WAITING, 2, "S-1001", "Vera")
    assert step_of(nova, nova.vera).doing is Doing.NOTHING


def test_a_mentee_corrects_what_came_back(nova: Nova) -> None:
    nova.sends(nova.vera)
    sheet = nova.last(nova.anton, ReviewCard).sheet
    nova.desk.does(
        decide,
        Decide(by=nova.by(nova.anton), submission_id=sheet.submission_id, version=1, decision=MoveKind.NOT_READABLE),
    )

    step = step_of(nova, nova.vera)

    assert (step.doing, step.reference, step.subject_id) == (Doing.FIX_RETURNED, "S-1001", sheet.submission_id)
    assert step_of(nova, nova.anton).doing is Doing.PLAN_SESSION


def test_a_mentee_answers_what_was_asked(nova: Nova) -> None:
    nova.sends(nova.vera)
    sheet = nova.last(nova.anton, ReviewCard).sheet
    command = AskForComment(
        by=nova.by(nova.anton), submission_id=sheet.submission_id, version=1, wanted=Wanted.QUESTION
    )
    nova.desk.does(ask_for_comment, command)
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text="Which year?"))

    assert step_of(nova, nova.vera).doing is Doing.ANSWER_QUESTION


def test_a_mentee_finishes_what_was_only_half_sent(nova: Nova) -> None:
    nova.sends(nova.vera)
    nova.last(nova.vera, SubmissionCard)
    nova.sends(nova.vera)

    step = step_of(nova, nova.vera)

    assert (step.doing, step.reference) == (Doing.FINISH_SENDING, "essay.pdf")


def test_a_mentee_is_led_to_their_first_document_and_only_until_it_is_sent(nova: Nova) -> None:
    assert step_of(nova, nova.vera) == NextStep(doing=Doing.SEND_FIRST)

    nova.sends(nova.vera)

    assert step_of(nova, nova.vera).doing is Doing.NOTHING
    assert step_of(nova, nova.ilya).doing is Doing.SEND_FIRST


def test_somebody_who_is_no_mentee_is_not_asked_for_a_document(nova: Nova) -> None:
    assert [step_of(nova, person).doing for person in (nova.anton, nova.maria)] == [
        Doing.PLAN_SESSION,
        Doing.NOTHING,
    ]
