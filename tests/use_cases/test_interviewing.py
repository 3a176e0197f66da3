"""A manager notes a talk question by question: typed or pressed, forward and back, stopped and gone on with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.interviews import AGREED, OVERALL, QUESTIONS, WHEN, WHO, InterviewKind, InterviewState, Rating, steps
from mentoring.notices.interviews import (
    Misread,
    TalkAgreed,
    TalkOverall,
    TalkQuestion,
    Talks,
    TalkStopped,
    TalkSummary,
    TalkToCorrect,
)
from mentoring.people import Language
from mentoring.said_dates import Doubt
from mentoring.use_cases.interview_lists import OpenTalks, open_talks
from mentoring.use_cases.interviewing import (
    Go,
    GoTo,
    OfTalk,
    SayWhen,
    SayWho,
    correct,
    finish,
    go_to,
    say_when,
    say_who,
)
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.talks import Talking

if TYPE_CHECKING:
    from mentoring.interviews import Interview
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def maria(nova: Nova) -> Talking:
    return Talking(nova=nova, leader=nova.maria)


def asked(nova: Nova) -> TalkQuestion:
    return nova.last(nova.maria, TalkQuestion)


def listed(nova: Nova, maria: Talking) -> Talks:
    nova.desk.does(open_talks, OpenTalks(by=maria.by, group_id=nova.group.id))
    return nova.last(nova.maria, Talks)


def all_asked(maria: Talking) -> Interview:
    talk = maria.begins(maria.nova.vera)
    for question in QUESTIONS[talk.kind]:
        maria.types(f"About {question}")
    return maria.of(maria.nova.vera)


def test_each_answer_leads_to_the_next_question(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    first = asked(nova)
    assert (first.question, first.place, first.count) == ("mentee_meets", 0, 8)

    maria.types("Почти винаги,\nпонякога по телефона")

    assert asked(nova).question == "mentee_goals"
    [answer] = maria.of(nova.vera).answers
    assert (answer.question, answer.text) == ("mentee_meets", "Почти винаги,\nпонякога по телефона")
    assert talk.asked_by == nova.maria.id


def test_a_mentor_is_asked_other_questions(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.anton)
    assert (asked(nova).question, talk.kind) == ("mentor_meets", InterviewKind.MENTOR)


def test_a_colour_is_noted_before_the_words_beside_them_or_alone(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    maria.rates(talk, 0, Rating.AMBER)
    rated = asked(nova)
    assert (rated.place, rated.rating, rated.said) == (0, Rating.AMBER, "")

    maria.types("Not always")
    maria.types("🔴 Nowhere yet")
    maria.types("зелено")

    noted = {one.question: (one.text, one.rating) for one in maria.of(nova.vera).answers}
    assert noted == {
        "mentee_meets": ("Not always", Rating.AMBER),
        "mentee_goals": ("Nowhere yet", Rating.RED),
        "mentee_helps": ("", Rating.GREEN),
    }
    assert asked(nova).question == "mentee_helps"


def test_words_stand_for_the_buttons(nova: Nova, maria: Talking) -> None:
    maria.begins(nova.vera)
    maria.types("пропусни")
    assert asked(nova).question == "mentee_goals"
    maria.types("назад")
    assert asked(nova).question == "mentee_meets"
    maria.types("Yes")
    maria.types("стоп")

    stopped = nova.last(nova.maria, TalkStopped)
    assert (stopped.place, stopped.count) == (1, 8)
    assert nova.desk.record.prompts.of(nova.maria.telegram_id or 0, nova.desk.now) is None


def test_what_was_noted_before_is_shown_and_kept_by_going_on(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    maria.types("Yes")
    maria.goes(talk, 1, Go.BACK)
    before = asked(nova)
    assert (before.said, before.answered) == ("Yes", True)

    maria.goes(talk, 0, Go.SKIP)

    assert maria.of(nova.vera).answers[0].text == "Yes"
    assert asked(nova).question == "mentee_goals"


def test_a_talk_goes_on_where_it_was_left_also_much_later(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    for _ in range(3):
        maria.types("Yes")
    maria.goes(talk, 3, Go.STOP)
    nova.desk.now += timedelta(days=40)

    [line] = [one for one in listed(nova, maria).lines if one.name == "Vera"]
    assert (line.begun, line.place, line.count) == (True, 3, 8)
    assert maria.begins(nova.vera).id == talk.id
    assert asked(nova).question == "mentee_hinders"


def test_whoever_was_only_opened_is_not_begun(nova: Nova, maria: Talking) -> None:
    maria.begins(nova.vera)
    assert [one.begun for one in listed(nova, maria).lines] == [False] * 4


def test_what_was_agreed_is_asked_with_who_and_by_when_and_read_back(nova: Nova, maria: Talking) -> None:
    talk = all_asked(maria)
    assert nova.last(nova.maria, TalkAgreed).step == AGREED
    maria.types("Meet on Mondays")
    who = nova.last(nova.maria, TalkAgreed)
    assert (who.step, [one.name for one in who.helpers]) == (WHO, ["Vera", "Maria", "Anton", "Boyana"])
    nova.desk.does(say_who, SayWho(by=maria.by, interview_id=talk.id, person_id=nova.anton.id))
    assert nova.last(nova.maria, TalkAgreed).step == WHEN

    maria.types("15.12")

    read_back = nova.last(nova.maria, TalkOverall).agreed
    assert (read_back.action, read_back.who, read_back.until) == ("Meet on Mondays", "Anton", date(2026, 12, 15))
    maria.types("perhaps")
    assert nova.last(nova.maria, TalkOverall).misread is Misread.COLOUR
    maria.types("жълто")
    assert nova.last(nova.maria, TalkSummary).rating is Rating.AMBER


def test_a_day_that_can_mean_two_things_is_asked_about(nova: Nova, maria: Talking) -> None:
    talk = all_asked(maria)
    maria.types("Meet on Mondays")
    maria.types("Vera and her mother")
    maria.types("3/4")
    doubted = nova.last(nova.maria, TalkAgreed)
    assert (doubted.step, doubted.doubt, len(doubted.offered)) == (WHEN, Doubt.SEVERAL, 2)

    nova.desk.does(say_when, SayWhen(by=maria.by, interview_id=talk.id, day=doubted.offered[0]))

    after = maria.of(nova.vera)
    assert (after.who, after.until) == ("Vera and her mother", doubted.offered[0])
    assert nova.desk.refuses(say_when, SayWhen(by=maria.by, interview_id=talk.id, day=date(2026, 1, 1))) == "too_late"


def test_nothing_agreed_on_is_nothing_to_ask_about(nova: Nova, maria: Talking) -> None:
    talk = all_asked(maria)
    maria.types("не")
    assert nova.last(nova.maria, TalkOverall).agreed.action == ""
    assert nova.desk.refuses(say_who, SayWho(by=maria.by, interview_id=talk.id, person_id=nova.anton.id)) == "gone"


def test_one_answer_is_put_right_and_then_it_is_finished_once(nova: Nova, maria: Talking) -> None:
    talk = all_asked(maria)
    maria.types("no")
    assert nova.desk.refuses(finish, OfTalk(by=maria.by, interview_id=talk.id)) == "gone"
    maria.rates(talk, steps(talk.kind).index(OVERALL), Rating.RED)
    nova.desk.does(correct, OfTalk(by=maria.by, interview_id=talk.id))
    assert len(nova.last(nova.maria, TalkToCorrect).questions) == 12
    nova.desk.does(go_to, GoTo(by=maria.by, interview_id=talk.id, place=2))
    maria.types("My sister")

    summary = nova.last(nova.maria, TalkSummary)
    assert {one.question: one.text for one in summary.answers}["mentee_helps"] == "My sister"
    maria.types("да")

    done = maria.of(nova.vera)
    assert (done.state, done.ended_at, done.rating) == (InterviewState.DONE, nova.desk.now, Rating.RED)
    assert nova.desk.refuses(finish, OfTalk(by=maria.by, interview_id=talk.id)) == "already_done"


def test_at_the_end_a_number_leads_to_its_question(nova: Nova, maria: Talking) -> None:
    talk = all_asked(maria)
    maria.types("no")
    maria.rates(talk, steps(talk.kind).index(OVERALL), Rating.GREEN)
    maria.types("3")
    assert asked(nova).question == "mentee_helps"
    maria.types("My sister")
    maria.types("9")
    assert nova.last(nova.maria, TalkSummary).done_at is None


def test_a_talk_that_is_done_is_shown_and_another_one_begins_only_when_it_is_wished(nova: Nova, maria: Talking) -> None:
    first = maria.is_done_with(nova.vera)
    assert maria.begins(nova.vera).id == first.id
    again = maria.begins(nova.vera, anew=True)
    assert (again.id != first.id, again.state, again.answers) == (True, InterviewState.OPEN, ())
    assert maria.begins(nova.vera, anew=True).id == again.id


def test_the_whole_group_talks_without_being_rated(nova: Nova, maria: Talking) -> None:
    talk = maria.discusses()
    for question in QUESTIONS[InterviewKind.FINAL]:
        maria.types(f"About {question}")
    maria.types("A picnic")
    maria.types("Everybody")
    maria.types("in two weeks")
    summary = nova.last(nova.maria, TalkSummary)
    assert (summary.talk.name, len(summary.answers), summary.agreed.action) == ("", 10, "A picnic")
    nova.desk.does(finish, OfTalk(by=maria.by, interview_id=talk.id))
    assert listed(nova, maria).final.done_at == nova.desk.now
    assert maria.discusses().id == talk.id


def test_what_two_managers_agreed_on_stays_both(nova: Nova, maria: Talking) -> None:
    nina = nova.desk.record.people.add(
        telegram_id=60, name="Nina", language=Language.EN, zone="Europe/Sofia", now=nova.desk.now
    )
    maria.also_manages(nina)
    talk = all_asked(maria)
    other = Talking(nova=nova, leader=nina)
    other.goes(talk, steps(talk.kind).index(AGREED) - 1, Go.SKIP)

    other.types("Nina calls the firm")
    maria.types("Vera writes to them")

    assert maria.of(nova.vera).action == "Nina calls the firm; Vera writes to them"


def test_of_two_managers_who_note_the_same_answer_neither_loses_a_word(nova: Nova, maria: Talking) -> None:
    record = nova.desk.record
    nina = record.people.add(telegram_id=60, name="Nina", language=Language.EN, zone="Europe/Sofia", now=nova.desk.now)
    maria.also_manages(nina)
    other = Talking(nova=nova, leader=nina)
    maria.begins(nova.vera)
    other.begins(nova.vera)

    other.types("Nina heard this")
    maria.types("Maria heard that")

    [answer] = maria.of(nova.vera).answers
    assert answer.text == "Nina heard this\nMaria heard that"
    assert asked(nova).question == "mentee_goals"
