"""A talk goes question by question, back and on, and goes on where it was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring import interviews
from mentoring.ids import GroupId, InterviewId, PersonId
from mentoring.interview_words import BACK, SKIP, STOP, is_word, noted, rating_said
from mentoring.interviews import (
    AGREED,
    OVERALL,
    QUESTIONS,
    WHO,
    Answer,
    Interview,
    InterviewKind,
    InterviewState,
    Rating,
)

TALK = Interview(
    id=InterviewId(1),
    group_id=GroupId(1),
    session_id=None,
    person_id=PersonId(2),
    kind=InterviewKind.MENTEE,
    state=InterviewState.OPEN,
    asked_by=PersonId(1),
    began_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
)
FINAL = replace(TALK, kind=InterviewKind.FINAL, person_id=None)
AGREED_AT = 8


def answered(talk: Interview, count: int | None = None) -> Interview:
    return replace(talk, answers=tuple(Answer(question=one, text="Yes") for one in QUESTIONS[talk.kind][:count]))


@pytest.mark.parametrize(("kind", "count"), [("mentee", 8), ("mentor", 11), ("final", 10)])
def test_each_talk_has_the_questions_of_its_form(kind: str, count: int) -> None:
    assert len(QUESTIONS[InterviewKind(kind)]) == count


def test_a_talk_goes_on_at_the_first_question_that_nobody_answered() -> None:
    assert interviews.reached(TALK) == 0
    assert interviews.reached(answered(TALK, 3)) == 3
    assert interviews.reached(replace(TALK, answers=(Answer(question="mentee_goals", text=""),))) == 0


def test_after_the_questions_it_is_asked_what_was_agreed_and_how_it_goes() -> None:
    asked = answered(TALK)
    assert interviews.step_at(asked.kind, interviews.reached(asked)) == AGREED

    agreed = replace(asked, action="Meet on Mondays")
    assert interviews.step_at(agreed.kind, interviews.reached(agreed)) == OVERALL
    assert interviews.reached(replace(agreed, rating=Rating.GREEN)) == interviews.summary(TALK.kind)


def test_what_the_whole_group_said_is_not_rated() -> None:
    assert OVERALL not in interviews.steps(InterviewKind.FINAL)
    assert answered(FINAL).is_complete


def test_where_nothing_was_agreed_nobody_is_asked_who_does_it() -> None:
    asked = answered(TALK)
    onward = interviews.onward(asked, asked, AGREED_AT)
    assert interviews.step_at(asked.kind, onward) == OVERALL
    assert interviews.backward(asked, onward) == AGREED_AT

    final = answered(FINAL, 9)
    at = interviews.steps(final.kind).index(AGREED)
    assert interviews.onward(final, final, at) == interviews.summary(final.kind)


def test_it_goes_forward_and_back_by_one() -> None:
    assert interviews.onward(TALK, answered(TALK, 1), 0) == 1
    assert interviews.backward(TALK, 1) == 0
    assert interviews.backward(TALK, 0) == 0
    agreed = replace(answered(TALK), action="Meet on Mondays")
    assert interviews.step_at(agreed.kind, interviews.onward(answered(TALK), agreed, AGREED_AT)) == WHO
    assert interviews.backward(agreed, AGREED_AT + 3) == AGREED_AT + 2


def test_what_is_put_right_afterwards_leads_back_to_the_summary() -> None:
    complete = replace(answered(TALK), rating=Rating.RED)
    summary = interviews.summary(TALK.kind)
    assert interviews.onward(complete, complete, 3) == summary
    assert interviews.onward(complete, complete, AGREED_AT) == summary
    agreed = replace(complete, action="Meet on Mondays")
    assert interviews.onward(complete, agreed, AGREED_AT) == AGREED_AT + 1
    assert interviews.onward(agreed, agreed, AGREED_AT + 1) == AGREED_AT + 2
    assert interviews.onward(agreed, agreed, AGREED_AT + 2) == summary


@pytest.mark.parametrize("who", ["", "Мария", "Вера (наставник)", "Вера\nи Илия"])
@pytest.mark.parametrize("until", [None, date(2026, 12, 1)])
def test_who_and_until_when_come_back_as_they_were_agreed(who: str, until: date | None) -> None:
    agreed = interviews.agreed_by(TALK, who=who, until=until)
    assert (agreed.who, agreed.until) == (who, until)


@pytest.mark.parametrize(
    ("typed", "words"), [("Назад", BACK), (" skip! ", SKIP), ("-", SKIP), ("СТОП.", STOP), ("stop for now", STOP)]
)
def test_a_word_stands_for_a_button(typed: str, words: frozenset[str]) -> None:
    assert is_word(typed, words)


@pytest.mark.parametrize("typed", ["Не", "Назад във времето", "Да, спря", "stopped", ""])
def test_an_answer_is_no_button(typed: str) -> None:
    assert not is_word(typed, BACK | SKIP | STOP)


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("🟢", "green"), ("Жълто", "amber"), ("red.", "red"), ("червено", "red"), ("🔴\ufe0f", "red"), ("blue", None)],
)
def test_a_colour_is_understood_in_both_languages(typed: str, rating: str | None) -> None:
    assert rating_said(typed) == rating


def test_a_coloured_mark_rates_the_words_beside_it() -> None:
    assert noted("🔴 Не се срещат") == ("Не се срещат", Rating.RED)
    assert noted("Не се срещат 🟡") == ("Не се срещат", Rating.AMBER)
    assert noted("Не се срещат") == ("Не се срещат", None)


def test_the_latest_talk_counts() -> None:
    again, held = replace(TALK, id=InterviewId(3)), (TALK, FINAL)
    assert interviews.latest((*held, again), InterviewKind.MENTEE, PersonId(2)) == again
    assert interviews.latest((*held, again), InterviewKind.FINAL, None) == FINAL
    assert interviews.latest(held, InterviewKind.MENTOR, PersonId(2)) is None
