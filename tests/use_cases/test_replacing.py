"""A mentor is replaced: what was arranged for the places that change hands ends with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.concerns import Way
from mentoring.notices.absences import StandInOver
from mentoring.notices.handing_over import NewMentorOf, QuestionLine
from mentoring.people import Language, MembershipState, Role
from mentoring.places import Deed
from mentoring.schedule import DueKind
from mentoring.use_cases import going_away, places, private_answers, private_questions, replacing
from mentoring.use_cases.answering import Answer, answer
from storage.tables.schedule import PENDING, appointments
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import QuestionId
    from mentoring.people import Membership, Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def place(nova: Nova, person: Person) -> Membership:
    return nova.desk.record.memberships.of_person(person.id)[0]


def pauses(nova: Nova, person: Person) -> None:
    until = nova.desk.now + timedelta(days=7)
    paused = replace(place(nova, person), state=MembershipState.PAUSED, paused_until=until, changed_at=nova.desk.now)
    nova.desk.record.memberships.save(paused)
    places.set_clock(nova.desk.record, paused)


def replaces(nova: Nova, old: Person, successor: Person) -> None:
    by, of = nova.by(nova.maria, pressed=1), place(nova, old).id
    choice = replacing.ChooseSuccessor(by=by, membership_id=of, person_id=successor.id)
    nova.desk.does(replacing.choose_successor, choice)
    nova.desk.does(replacing.confirm, replacing.Confirm(by=by, membership_id=of, token=""))


def pause_ends(nova: Nova) -> list[int]:
    return pending(nova, DueKind.PAUSE_END)


def pending(nova: Nova, kind: DueKind) -> list[int]:
    of_kind = select(appointments.c.subject_id).where(PENDING, appointments.c.kind == kind)
    return list(nova.desk.connection.scalars(of_kind))


def goes_away(nova: Nova) -> None:
    """Anton, in three days for two, with Boyana in his place."""
    by, today = nova.by(nova.anton, pressed=1), nova.desk.now.date()
    nova.desk.does(going_away.go_away, going_away.GoAway(by=by))
    for command in (
        going_away.ChooseAway(by=by, day=today + timedelta(days=3)),
        going_away.ChooseAway(by=by, day=today + timedelta(days=5)),
        going_away.ChooseAway(by=by, deputy_id=nova.boyana.id),
    ):
        nova.desk.does(going_away.choose_away, command)
    nova.desk.does(going_away.confirm_away, going_away.ConfirmAway(by=by, token=""))


def test_no_absence_of_a_replaced_mentor_is_left_to_begin_or_to_end(nova: Nova) -> None:
    goes_away(nova)
    assert len(pending(nova, DueKind.ABSENCE_BEGIN) + pending(nova, DueKind.ABSENCE_END)) == 2

    replaces(nova, nova.anton, nova.boyana)

    assert pending(nova, DueKind.ABSENCE_BEGIN) + pending(nova, DueKind.ABSENCE_END) == []


def overs(nova: Nova, person: Person) -> list[StandInOver]:
    return [one.notice for one in nova.desk.told(to=person.telegram_id) if isinstance(one.notice, StandInOver)]


@pytest.mark.parametrize("begun", [False, True])
def test_a_deputy_hears_once_that_their_standing_in_is_over(nova: Nova, *, begun: bool) -> None:
    goes_away(nova)
    nova.desk.now += timedelta(days=4 if begun else 0)
    nova.desk.told()

    replaces(nova, nova.anton, nova.maria)

    assert len(overs(nova, nova.boyana)) == 1
    assert nova.desk.record.absences.of_absent(nova.anton.id) == []
    assert nova.desk.record.absences.stood_in_by(nova.boyana.id) == []


def test_a_deputy_who_follows_for_good_hears_that_and_not_that_it_is_over(nova: Nova) -> None:
    goes_away(nova)
    nova.desk.told()

    replaces(nova, nova.anton, nova.boyana)

    assert overs(nova, nova.boyana) == []


@pytest.mark.parametrize("deed", [Deed.LEAVE, Deed.REMOVE])
def test_a_mentor_who_goes_has_no_absence_left_to_begin(nova: Nova, deed: Deed) -> None:
    goes_away(nova)
    nova.desk.told()
    by = nova.anton if deed is Deed.LEAVE else nova.maria

    places.change(nova.desk.record, place(nova, nova.anton), places.Change(deed=deed, by=by), nova.desk.now)

    assert len(overs(nova, nova.boyana)) == 1
    assert pending(nova, DueKind.ABSENCE_BEGIN) + pending(nova, DueKind.ABSENCE_END) == []
    assert nova.desk.record.absences.of_absent(nova.anton.id) == []


def test_no_pause_of_a_replaced_mentor_is_left_to_end(nova: Nova) -> None:
    pauses(nova, nova.anton)
    assert pause_ends(nova) == [place(nova, nova.anton).id]

    replaces(nova, nova.anton, nova.boyana)

    assert place(nova, nova.anton).state is MembershipState.LEFT
    assert pause_ends(nova) == []


def test_no_pause_of_a_successor_is_left_to_end(nova: Nova) -> None:
    nova.joins(second := nova.second_group(), nova.boyana, place(nova, nova.boyana).role)
    assert second.id != nova.group.id
    pauses(nova, nova.boyana)

    replaces(nova, nova.anton, nova.boyana)

    assert place(nova, nova.boyana).state is MembershipState.ACTIVE
    assert pause_ends(nova) == []


def asks(nova: Nova, person: Person, words: str, way: Way) -> QuestionId:
    by = nova.by(person)
    nova.desk.does(private_questions.choose_way, private_questions.ChooseWay(by=by, group_id=nova.group.id, way=way))
    nova.desk.does(answer, Answer(by=by, text=words))
    nova.desk.does(private_questions.send_question, private_questions.SendQuestion(by=by))
    return nova.desk.record.questions.of_person(person.id)[-1].id


def answers(nova: Nova, person: Person, question_id: QuestionId) -> None:
    by = nova.by(person)
    opened = private_answers.AnswerQuestion(by=by, question_id=question_id, way=Way.TO_MENTOR)
    nova.desk.does(private_answers.answer_question, opened)
    nova.desk.does(answer, Answer(by=by, text="Like this"))
    nova.desk.does(private_answers.send_answer, private_answers.SendAnswer(by=by))


def test_the_successor_is_named_the_private_questions_that_nobody_has_answered(nova: Nova) -> None:
    answered = asks(nova, nova.vera, "Where is it?", Way.TO_MENTOR)
    waiting = asks(nova, nova.vera, "May I come late?", Way.TO_MENTOR)
    openly = asks(nova, nova.ilya, "What is due?", Way.TO_GROUP)
    answers(nova, nova.boyana, answered)
    petya = nova.desk.record.people.add(
        telegram_id=9, name="Petya", language=Language.BG, zone="UTC", now=nova.desk.now
    )
    nova.joins(nova.second_group(), petya, Role.MENTOR)

    replaces(nova, nova.anton, petya)

    told = nova.last(petya, NewMentorOf)
    assert told.questions == (
        QuestionLine(question_id=waiting, name="Vera", words="May I come late?", way=Way.TO_MENTOR),
        QuestionLine(question_id=openly, name="Ilya", words="What is due?", way=Way.TO_GROUP),
    )
    answers(nova, petya, waiting)
    assert [one.id for one in nova.desk.record.questions.waiting_in(nova.group.id)] == [openly]


def test_the_first_answer_counts(nova: Nova) -> None:
    question = asks(nova, nova.vera, "Where is it?", Way.TO_MENTOR)
    answers(nova, nova.boyana, question)
    first = nova.desk.now
    nova.passes(timedelta(hours=1))

    answers(nova, nova.anton, question)

    kept = nova.desk.record.questions.by_id(question)
    assert kept is not None
    assert kept.answered_at == first
