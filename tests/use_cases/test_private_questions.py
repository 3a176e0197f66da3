"""What may not be asked or answered: by whom, where, and when; and what the group is never told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.concerns import Way
from mentoring.group_deeds import GroupDeed
from mentoring.ids import QuestionId
from mentoring.notices.questions import (
    AnswerWriting,
    HowToAsk,
    PrivateQuestionPosted,
    QuestionAsked,
    QuestionSent,
    QuestionWriting,
)
from mentoring.people import MembershipState
from mentoring.refusals import Why
from mentoring.use_cases import group_life, private_answers, private_questions
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova, unreachable

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def chosen(nova: Nova, person: Person, way: Way) -> private_questions.ChooseWay:
    return private_questions.ChooseWay(by=nova.by(person), group_id=nova.group.id, way=way)


def asks(nova: Nova, person: Person, way: Way, words: str = "Why?") -> None:
    nova.desk.does(private_questions.choose_way, chosen(nova, person, way))
    nova.desk.does(answer, Answer(by=nova.by(person), text=words))
    nova.desk.does(private_questions.send_question, private_questions.SendQuestion(by=nova.by(person)))


def answering(nova: Nova, person: Person, way: Way) -> private_answers.AnswerQuestion:
    return private_answers.AnswerQuestion(by=nova.by(person), question_id=QuestionId(1), way=way)


def test_only_mentors_hear_who_asks_and_the_group_nothing_but_the_words(nova: Nova) -> None:
    asks(nova, nova.vera, Way.TO_GROUP)

    told = nova.desk.told()
    assert {one.chat_id for one in told if isinstance(one.notice, QuestionAsked)} == {2, 3}
    [post] = [one for one in told if isinstance(one.notice, PrivateQuestionPosted)]
    assert post.chat_id == NOVA_CHAT
    assert "Vera" not in str(post)


@pytest.mark.parametrize("state", [MembershipState.PAUSED, MembershipState.LEFT, MembershipState.REMOVED])
def test_whoever_pauses_or_has_gone_cannot_ask(nova: Nova, state: MembershipState) -> None:
    nova.desk.does(private_questions.choose_way, chosen(nova, nova.vera, Way.TO_MENTOR))
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="Why?"))
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=state))

    sending = private_questions.SendQuestion(by=nova.by(nova.vera))
    assert nova.desk.refuses(private_questions.send_question, sending) == Why.NOT_ALLOWED
    opening = private_questions.OpenAsking(by=nova.by(nova.vera))
    assert nova.desk.refuses(private_questions.open_asking, opening) == Why.NOT_ALLOWED


def test_without_a_chat_there_is_no_way_to_the_group(nova: Nova) -> None:
    nova.desk.record.groups.save(replace(nova.group, chat_id=None))

    nova.desk.does(private_questions.open_asking, private_questions.OpenAsking(by=nova.by(nova.vera)))

    assert [one.has_chat for one in nova.last(nova.vera, HowToAsk).groups] == [False]
    refused = nova.desk.refuses(private_questions.choose_way, chosen(nova, nova.vera, Way.TO_GROUP))
    assert refused == Why.GONE


def test_what_was_asked_of_the_mentor_alone_is_not_answered_before_the_group(nova: Nova) -> None:
    asks(nova, nova.vera, Way.TO_MENTOR)

    refused = nova.desk.refuses(private_answers.answer_question, answering(nova, nova.anton, Way.TO_GROUP))
    assert refused == Why.NOT_ALLOWED
    for other in (nova.ilya, nova.vera, nova.maria):
        refused = nova.desk.refuses(private_answers.answer_question, answering(nova, other, Way.TO_MENTOR))
        assert refused == Why.NOT_ALLOWED


def test_nothing_is_sent_twice(nova: Nova) -> None:
    asks(nova, nova.vera, Way.TO_MENTOR)

    again = private_questions.SendQuestion(by=nova.by(nova.vera))
    assert nova.desk.refuses(private_questions.send_question, again) == Why.GONE
    sending = private_answers.SendAnswer(by=nova.by(nova.anton))
    assert nova.desk.refuses(private_answers.send_answer, sending) == Why.GONE


def test_empty_words_are_asked_for_again(nova: Nova) -> None:
    nova.desk.does(private_questions.choose_way, chosen(nova, nova.vera, Way.TO_MENTOR))
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="\u200b"))

    assert nova.last(nova.vera, QuestionWriting).words == ""


def test_whoever_asks_hears_when_no_mentor_can_be_reached(nova: Nova) -> None:
    for mentor in (nova.anton, nova.boyana):
        unreachable(nova, mentor)

    asks(nova, nova.vera, Way.TO_MENTOR)

    assert not nova.last(nova.vera, QuestionSent).reached


def test_after_a_merge_the_mentors_who_go_on_can_answer_what_was_asked_before(nova: Nova) -> None:
    asks(nova, nova.vera, Way.TO_MENTOR)
    other = nova.second_group()
    asking = group_life.AskAboutGroup(
        by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.MERGE, into_id=other.id
    )
    nova.desk.does(group_life.ask_about_group, asking)
    merging = group_life.ConfirmGroupDeed(by=nova.by(nova.maria), group_id=nova.group.id, deed=GroupDeed.MERGE)
    nova.desk.does(group_life.confirm_group_deed, merging)

    nova.desk.does(private_answers.answer_question, answering(nova, nova.anton, Way.TO_MENTOR))

    assert nova.last(nova.anton, AnswerWriting).group == other.name
