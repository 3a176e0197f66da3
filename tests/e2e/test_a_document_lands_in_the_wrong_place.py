"""A manager puts a document that waits where it belongs, and each hears what concerns them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from mentoring.ids import GroupId
from mentoring.people import Language, MembershipState, Role
from mentoring.slots import SlotState
from tests.e2e import paper_forms
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.slots_of import slot_of

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    language: Language
    goals: str
    elsewhere: str
    whose: str
    another: str
    which_group: str
    which_document: str
    not_yours: str
    not_here: str
    accept: str


ENGLISH = Words(
    language=Language.EN,
    goals="Personal goals and objectives",
    elsewhere="It belongs elsewhere",
    whose="whose is it? Group: Nova",
    another="Another group",
    which_group="to which group does it belong?",
    which_document="It is put to Petya (Start)",
    not_yours="S-1001 belongs to somebody else",
    not_here="belongs to another group and is there now",
    accept="✅ Accept",
)
BULGARIAN = Words(
    language=Language.BG,
    goals="Лични цели и задачи",
    elsewhere="За друго място",
    whose="чий е документът? Група: Nova",
    another="Друга група",
    which_group="за коя група е?",
    which_document="Ще се води на Petya (Start)",
    not_yours="S-1001 е на друг човек",
    not_here="е за друга група и вече е там",
    accept="✅ Приемам",
)


@pytest.mark.parametrize("words", [ENGLISH, BULGARIAN], ids=["en", "bg"])
async def test_what_waits_goes_to_the_group_the_person_and_the_document_it_is_of(house: House, words: Words) -> None:
    nova = await a_managed_nova(house, speaks=words.language)
    galya, petya = (house.person(name, speaks=words.language) for name in ("Galya", "Petya"))
    await house.bot.changes.make(lambda record, now: start(record, now, words.language, galya, petya))
    for person in (galya, petya):
        await person.starts()
    await nova.vera.sends_document("T02_Petya.pdf", paper_forms.a_pdf())
    await nova.anton.sees("S-1001")

    await nova.maria.says("/inbox")
    await nova.maria.presses("S-1001")
    await nova.maria.presses(words.elsewhere)
    await nova.maria.sees(words.whose)
    await nova.maria.presses(words.another)
    await nova.maria.sees(words.which_group)
    await nova.maria.presses("Start")
    await nova.maria.presses("Petya")
    await nova.maria.sees(words.which_document)
    await nova.maria.presses(words.goals)

    await nova.vera.sees(words.not_yours)
    await nova.anton.sees(words.not_here)
    await petya.sees("S-1001")
    await galya.presses(words.accept)
    await petya.sees("✅")
    assert (await slot_of(house, petya, "T02")).state is SlotState.ACCEPTED
    assert (await slot_of(house, nova.vera, "T02")).state is SlotState.OPEN


def start(record: SqlRecord, now: datetime, language: Language, galya: Person, petya: Person) -> None:
    """Another group of the same programme."""
    [nova] = record.groups.of_programme(record.groups.by_id(GroupId(1)).programme_id)
    group = record.groups.add(programme_id=nova.programme_id, name="Start", language=language, now=now)
    for user, role in ((galya, Role.MENTOR), (petya, Role.MENTEE)):
        person = record.people.add(telegram_id=user.id, name=user.name, language=language, zone="UTC", now=now)
        listed = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
        record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))
