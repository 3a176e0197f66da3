"""No sign of life: kind words at most three times, and then a question to the manager; nobody is removed by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.silence import SilenceNudge, SomebodySilent
from mentoring.people import MembershipState, Person, Reachability, Role
from mentoring.refusals import Why
from mentoring.rules import Rules
from mentoring.sessions import Coming, Place, Session, SessionKind
from mentoring.silence import patience
from mentoring.submissions import MoveKind
from mentoring.use_cases import silence
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.reviewing import Decide, decide
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def a_session(nova: Nova) -> Session:
    begins = nova.desk.now + timedelta(hours=2)
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


def passes(nova: Nova, days: int) -> None:
    """Day by day, as the bot does it."""
    for _ in range(days):
        nova.desk.now += timedelta(days=1)
        claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=1_000)
        do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
        silence.look(nova.desk.record, nova.desk.now)


def nudges(nova: Nova, person: Person) -> int:
    return sum(isinstance(one.notice, SilenceNudge) for one in nova.desk.told(to=person.telegram_id))


def questions(nova: Nova) -> list[SomebodySilent]:
    told = [one.notice for one in nova.desk.told(to=nova.maria.telegram_id)]
    return [one for one in told if isinstance(one, SomebodySilent)]


def waiting(nova: Nova, person: Person) -> silence.WaitLonger:
    [place] = nova.desk.record.memberships.of_person(person.id)
    return silence.WaitLonger(by=nova.by(nova.maria), membership_id=place.id)


def test_a_silent_mentee_is_nudged_three_times_and_no_more(nova: Nova) -> None:
    a_session(nova)

    passes(nova, 60)

    assert nudges(nova, nova.vera) == 3


def test_nobody_is_nudged_on_a_public_holiday(nova: Nova) -> None:
    a_session(nova)
    nudged_on = nova.desk.now.date() + timedelta(days=6)
    nova.desk.rules = replace(nova.desk.rules, days_off={nudged_on, nudged_on + timedelta(days=1)})

    passes(nova, 7)
    assert nudges(nova, nova.vera) == 0

    passes(nova, 1)
    assert nudges(nova, nova.vera) == 1


def test_then_the_manager_is_asked_once_and_nobody_is_removed(nova: Nova) -> None:
    a_session(nova)

    passes(nova, 60)

    asked = questions(nova)
    assert sorted((one.name, one.role) for one in asked) == [("Ilya", Role.MENTEE), ("Vera", Role.MENTEE)]
    states = {one.state for one in nova.desk.record.memberships.of_group(nova.group.id)}
    assert states == {MembershipState.ACTIVE}


def test_any_sign_of_life_begins_the_count_anew(nova: Nova) -> None:
    session = a_session(nova)
    passes(nova, 12)
    assert nudges(nova, nova.vera) == 2

    nova.desk.record.sessions.answer(session.id, nova.vera.id, Coming.YES, nova.desk.now)
    passes(nova, 4)
    assert nudges(nova, nova.vera) == 0
    passes(nova, 3)

    assert nudges(nova, nova.vera) == 1


def test_a_mentor_with_whom_work_waits_is_nudged_and_then_asked_about(nova: Nova) -> None:
    nova.sends(nova.vera)

    passes(nova, 9)
    told = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, SilenceNudge)]
    assert sorted(told) == [2, 2, 3, 3]
    passes(nova, 2)

    assert {(one.name, one.role) for one in questions(nova)} == {("Anton", Role.MENTOR), ("Boyana", Role.MENTOR)}


def test_while_a_mentor_is_away_the_deputy_is_nudged(nova: Nova) -> None:
    [boyana] = nova.desk.record.memberships.of_person(nova.boyana.id)
    nova.desk.record.memberships.save(replace(boyana, state=MembershipState.LEFT))
    nova.joins(nova.second_group(), nova.boyana, Role.MENTOR)
    nova.desk.record.absences.add(
        role=Role.MENTOR,
        programme_id=nova.programme.id,
        group_id=nova.group.id,
        absent_id=nova.anton.id,
        deputy_id=nova.boyana.id,
        begins_at=nova.desk.now,
        ends_at=nova.desk.now + timedelta(days=60),
    )
    nova.sends(nova.vera)

    passes(nova, 9)

    told = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, SilenceNudge)]
    assert set(told) == {nova.boyana.telegram_id}


def test_a_mentee_to_whom_work_went_back_is_nudged(nova: Nova) -> None:
    nova.sends(nova.vera)
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    command = Decide(
        by=nova.by(nova.anton), submission_id=line.submission_id, version=1, decision=MoveKind.NOT_READABLE
    )
    nova.desk.does(decide, command)
    nova.desk.told()

    passes(nova, 6)

    told = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, SilenceNudge)]
    assert told == [nova.vera.telegram_id]


def test_where_nothing_is_expected_nobody_is_silent(nova: Nova) -> None:
    passes(nova, 40)

    assert nova.desk.told() == []


@pytest.mark.parametrize("state", [MembershipState.PAUSED, MembershipState.LEFT, MembershipState.COMPLETED])
def test_whoever_takes_no_part_is_left_in_peace(nova: Nova, state: MembershipState) -> None:
    a_session(nova)
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=state))

    passes(nova, 30)

    told = nova.desk.told()
    assert nova.vera.telegram_id not in {one.chat_id for one in told}
    assert [one.notice.name for one in told if isinstance(one.notice, SomebodySilent)] == ["Ilya"]


def test_whoever_cannot_be_reached_is_not_written_to(nova: Nova) -> None:
    a_session(nova)
    nova.desk.record.people.save(replace(nova.vera, reachability=Reachability.BLOCKED))

    passes(nova, 16)

    assert nudges(nova, nova.vera) == 0


def test_the_manager_may_wait_and_is_asked_again_if_nothing_comes(nova: Nova) -> None:
    a_session(nova)
    passes(nova, 23)
    assert len(questions(nova)) == 2

    nova.desk.does(silence.wait_longer, waiting(nova, nova.vera))
    [waits] = questions(nova)
    assert waits.waiting_until == nova.desk.now + timedelta(days=14)
    passes(nova, 13)
    assert questions(nova) == []
    passes(nova, 2)

    assert [(one.name, one.waiting_until) for one in questions(nova)] == [("Vera", None)]


def test_nobody_waits_for_somebody_who_has_been_heard_of(nova: Nova) -> None:
    assert nova.desk.refuses(silence.wait_longer, waiting(nova, nova.vera)) == Why.ALREADY_DONE
    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    by_mentor = silence.WaitLonger(by=nova.by(nova.anton), membership_id=place.id)
    assert nova.desk.refuses(silence.wait_longer, by_mentor) == Why.NOT_ALLOWED


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_nobody_is_nudged_more_than_three_times(role: Role) -> None:
    held = patience(role, Rules())

    due = {held.nudge_due(timedelta(days=days)) for days in range(200)}

    assert 0 < len(due - {None}) <= 3
    assert held.nudge_due(held.decides) is None
