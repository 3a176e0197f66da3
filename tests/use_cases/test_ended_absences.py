"""Whoever goes for good stands in for nobody any more, and those who relied on them hear it at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.absences import DeputyCannot, StandInOver
from mentoring.people import Language, Role
from mentoring.use_cases import own_data
from mentoring.use_cases.colleagues import LeaveProgramme, leave_programme
from mentoring.use_cases.erasing import DecideToErase, decide_to_erase
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.deputies import Absence
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def petya(nova: Nova) -> Person:
    return person(nova, 9, "Petya")


@pytest.fixture
def colleague(nova: Nova) -> Person:
    """The other manager."""
    colleague = person(nova, 10, "Galya")
    nova.desk.record.managers.add(colleague.id, nova.programme.id, nova.desk.now)
    return colleague


def person(nova: Nova, telegram_id: int, name: str) -> Person:
    now = nova.desk.now
    return nova.desk.record.people.add(
        telegram_id=telegram_id, name=name, language=Language.EN, zone="Europe/Sofia", now=now
    )


def away(nova: Nova, absent: Person, deputy: Person, *, role: Role, begins_in: int = 0) -> Absence:
    begins = nova.desk.now + timedelta(days=begins_in)
    return nova.desk.record.absences.add(
        role=role,
        programme_id=nova.programme.id,
        group_id=nova.group.id if role is Role.MENTOR else None,
        absent_id=absent.id,
        deputy_id=deputy.id,
        begins_at=begins,
        ends_at=begins + timedelta(days=7),
    )


def erases(nova: Nova, whom: Person, *, by: Person) -> None:
    nova.desk.does(own_data.erase, own_data.Erase(by=nova.by(whom), sure=True))
    nova.desk.does(decide_to_erase, DecideToErase(by=nova.by(by), person_id=whom.id, sure=True))


def leaves(nova: Nova, manager: Person) -> None:
    nova.desk.does(leave_programme, LeaveProgramme(by=nova.by(manager), programme_id=nova.programme.id, sure=True))


def goes_on(nova: Nova, absence: Absence) -> bool:
    """With nobody in their place."""
    after = nova.desk.record.absences.by_id(absence.id)
    return after is not None and (after.deputy_id, after.ended_at) == (None, None)


@pytest.mark.parametrize("begins_in", [0, 2])
@pytest.mark.parametrize("how", ["leaves", "is erased"])
def test_a_mentor_hears_that_the_manager_who_was_to_stand_in_has_gone(
    nova: Nova, colleague: Person, how: str, begins_in: int
) -> None:
    absence = away(nova, nova.anton, colleague, role=Role.MENTOR, begins_in=begins_in)

    if how == "leaves":
        leaves(nova, colleague)
    else:
        erases(nova, colleague, by=nova.maria)

    assert goes_on(nova, absence)
    told = {one.chat_id: one.notice for one in nova.desk.told() if isinstance(one.notice, DeputyCannot)}
    assert told.keys() == {nova.anton.telegram_id, nova.maria.telegram_id}
    assert "Galya" not in {one.name for notice in told.values() for one in notice.candidates}


def test_a_manager_who_mentors_on_goes_on_standing_in_for_mentors(nova: Nova, colleague: Person) -> None:
    nova.joins(nova.second_group(), colleague, Role.MENTOR)
    absence = away(nova, nova.anton, colleague, role=Role.MENTOR)

    leaves(nova, colleague)

    assert nova.desk.record.absences.by_id(absence.id) == absence


def test_a_manager_hears_that_the_deputy_who_came_for_them_is_erased(
    nova: Nova, colleague: Person, petya: Person
) -> None:
    """Who has no place of their own in the programme."""
    nova.joins(nova.second_group(), petya, Role.MENTEE)
    absence = away(nova, nova.maria, petya, role=Role.MANAGER, begins_in=2)

    erases(nova, petya, by=colleague)

    assert goes_on(nova, absence)
    assert nova.last(nova.maria, DeputyCannot).own


def test_a_deputy_hears_that_the_manager_who_is_away_manages_no_longer(
    nova: Nova, colleague: Person, petya: Person
) -> None:
    absence = away(nova, colleague, petya, role=Role.MANAGER)

    leaves(nova, colleague)

    assert nova.last(petya, StandInOver).absent == "Galya"
    after = nova.desk.record.absences.by_id(absence.id)
    assert after is not None
    assert after.ended_at == nova.desk.now
