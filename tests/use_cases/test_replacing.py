"""A mentor is replaced: what was arranged for the places that change hands ends with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.people import MembershipState
from mentoring.schedule import DueKind
from mentoring.use_cases import places, replacing
from storage.tables.schedule import PENDING, appointments
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
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
    pending = select(appointments.c.subject_id).where(PENDING, appointments.c.kind == DueKind.PAUSE_END)
    return list(nova.desk.connection.scalars(pending))


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
