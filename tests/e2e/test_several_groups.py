"""One person in several groups, with one part or with three: every card says which group it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova
from tests.e2e.leading_nova import a_mentor_elsewhere

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def becomes(house: House, person: Person, role: Role, *, group: str) -> None:
    """One more part, in a group of the programme that is made where it does not exist yet."""

    def join(record: SqlRecord, now: datetime) -> None:
        programme, known = record.programmes.first(), record.people.by_telegram_id(person.id)
        assert programme is not None
        assert known is not None
        if role is Role.MANAGER:
            record.managers.add(known.id, programme.id, now)
            return
        there = (one for one in record.groups.of_programme(programme.id) if one.name == group)
        of = next(there, None) or record.groups.add(
            programme_id=programme.id, name=group, language=known.language, now=now
        )
        listed = record.memberships.expect(group_id=of.id, role=role, name=person.name, now=now)
        record.memberships.save(replace(listed, person_id=known.id, state=MembershipState.ACTIVE))

    await house.bot.changes.make(join)


async def plans(person: Person, group: str, *, first: str) -> None:
    await person.says("My sessions")
    await person.presses("Plan a session")
    question = await person.sees("For which group is the session?")
    assert question.buttons[0] == (first,)
    await person.presses(group)
    await person.presses("Final")
    await person.presses("30")
    await person.presses("18:00")
    await person.presses("In the group's chat")
    await person.presses("Confirm")
    await person.sees(group)


async def test_the_picker_of_a_mentor_of_several_groups_remembers_the_last_one(house: House) -> None:
    nova = await a_nova(house)
    await becomes(house, nova.anton, Role.MENTOR, group="Start")

    await plans(nova.anton, "Start", first="Nova")
    await nova.anton.says("My sessions")
    await nova.anton.presses("Plan a session")

    question = await nova.anton.sees("For which group is the session?")
    assert question.buttons[0] == ("Start",)


async def test_a_manager_mentor_and_mentee_in_one_sees_the_group_on_every_card_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    zora = await a_mentor_elsewhere(house, "Zora", group="Start", speaks=Language.BG)
    await becomes(house, nova.ilya, Role.MENTOR, group="Luna")
    await becomes(house, nova.ilya, Role.MANAGER, group="")
    await becomes(house, nova.vera, Role.MENTEE, group="Luna")
    assert zora.id

    await nova.ilya.sends_document("own.pdf", PDF)
    await nova.ilya.presses("Nova", on=await nova.ilya.sees("За коя група е?"))
    assert "👥 Nova" in (await nova.ilya.sees("S-1001 пристигна")).text
    assert "👥 Nova" in (await nova.anton.sees("S-1001 от Ilya")).text
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.presses("Luna")

    assert "👥 Luna" in (await nova.ilya.sees("S-1002 от Vera")).text
    await nova.anton.sees_no("S-1002")
    await nova.ilya.says("/inbox")
    inbox = await nova.ilya.sees("чакат преглед")
    labels = [label for row in inbox.buttons for label in row]
    assert any("S-1001" in label and "Nova" in label for label in labels)
    assert any("S-1002" in label and "Luna" in label for label in labels)
