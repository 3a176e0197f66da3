"""Slots follow whoever comes and goes, what is planned and held, and what a manager switches on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.kit import DIARY, Code, DocumentChoice
from mentoring.people import MembershipState, Role
from mentoring.sessions import Coming, Place, Session, SessionKind
from mentoring.slots import SlotState
from mentoring.use_cases import slot_planning
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.ids import PersonId
    from tests.use_cases.conftest import Desk

PROFILE, MENTORS_LAST = Code("T01"), Code("T14")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    follow(nova)
    return nova


def follow(nova: Nova) -> None:
    slot_planning.follow(nova.desk.record, {nova.group.id}, nova.desk.now)


def states(nova: Nova, code: Code) -> dict[PersonId | None, SlotState]:
    slots = nova.desk.record.slots.of_group(nova.group.id)
    return {slot.key.person_id: slot.state for slot in slots if slot.key.code == code}


def held(nova: Nova) -> Session:
    record, now = nova.desk.record, nova.desk.now
    begins = now - timedelta(hours=3)
    return record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.INITIAL,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=begins,
    )


def leaves(nova: Nova, person_id: PersonId) -> None:
    record = nova.desk.record
    [place] = record.memberships.of_person(person_id)
    record.memberships.save(replace(place, state=MembershipState.LEFT))


def test_each_mentee_owes_a_profile_and_the_group_one_contract(nova: Nova) -> None:
    assert states(nova, PROFILE) == {nova.vera.id: SlotState.OPEN, nova.ilya.id: SlotState.OPEN}
    assert states(nova, Code("T04")) == {None: SlotState.OPEN}
    assert states(nova, MENTORS_LAST) == {}


def test_planning_again_changes_nothing(nova: Nova) -> None:
    before = nova.desk.record.slots.of_group(nova.group.id)
    nova.passes(timedelta(hours=1))
    follow(nova)

    assert nova.desk.record.slots.of_group(nova.group.id) == before


def test_whoever_leaves_owes_nothing_and_owes_it_again_when_they_come_back(nova: Nova) -> None:
    leaves(nova, nova.vera.id)
    follow(nova)
    assert states(nova, PROFILE)[nova.vera.id] is SlotState.NOT_NEEDED

    [place] = nova.desk.record.memberships.of_person(nova.vera.id)
    nova.desk.record.memberships.save(replace(place, state=MembershipState.ACTIVE))
    follow(nova)
    assert states(nova, PROFILE)[nova.vera.id] is SlotState.OPEN


def test_a_diary_is_owed_by_those_who_were_there_and_is_in_when_it_is_sent(nova: Nova) -> None:
    session = held(nova)
    record, now = nova.desk.record, nova.desk.now
    record.sessions.answer(session.id, nova.ilya.id, Coming.NO, now)
    follow(nova)
    assert states(nova, DIARY) == {nova.vera.id: SlotState.OPEN}

    record.diaries.send(record.diaries.begin(session.id, nova.vera.id, now), now)
    assert record.changed_groups() == {nova.group.id}
    follow(nova)
    assert states(nova, DIARY) == {nova.vera.id: SlotState.SUBMITTED}


def test_a_document_that_is_switched_on_is_asked_for_and_laid_aside_when_switched_off(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    for in_use, expected in ((True, SlotState.OPEN), (False, SlotState.NOT_NEEDED)):
        choice = DocumentChoice(code=MENTORS_LAST, in_use=in_use)
        record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=now)
        slot_planning.follow(record, (), now, programmes=record.changed_programmes())
        assert set(states(nova, MENTORS_LAST).values()) == {expected}


def test_a_longer_programme_moves_the_last_days_but_not_what_was_extended(nova: Nova) -> None:
    record = nova.desk.record
    record.programmes.save(replace(nova.programme, begins_on=date(2026, 11, 1), ends_on=date(2027, 4, 30)))
    follow(nova)
    last = [slot for slot in record.slots.of_group(nova.group.id) if slot.key.code == Code("T08")]
    first, second = last
    record.slots.change(first, replace(first, extended_to=date(2027, 5, 20)))

    record.programmes.save(replace(nova.programme, begins_on=date(2026, 11, 1), ends_on=date(2027, 6, 30)))
    follow(nova)

    days = {slot.id: slot.day for slot in record.slots.of_group(nova.group.id)}
    assert (days[first.id], days[second.id]) == (date(2027, 5, 20), date(2027, 7, 7))


def test_groups_that_are_older_than_the_kit_are_planned_once(desk: Desk) -> None:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.begin(desk.record, desk.now)

    assert set(states(nova, PROFILE)) == {nova.vera.id, nova.ilya.id}
    assert desk.record.slots.groups_without(10) == []


def test_a_mentor_who_joins_in_a_programme_with_their_questionnaire_owes_it(nova: Nova) -> None:
    record, now = nova.desk.record, nova.desk.now
    choice = DocumentChoice(code=MENTORS_LAST, in_use=True)
    record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=now)
    newcomer = record.people.add(
        telegram_id=99, name="Гергана", language=nova.vera.language, zone="Europe/Sofia", now=now
    )
    nova.joins(nova.group, newcomer, Role.MENTOR)
    follow(nova)

    assert set(states(nova, MENTORS_LAST)) == {nova.anton.id, nova.boyana.id, newcomer.id}
