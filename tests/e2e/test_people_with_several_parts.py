"""Roles belong to groups, not to people: two groups, two roles, a manager who mentors; and languages that change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from simulator.attachments import pdf
from tests.e2e.a_group import ZONE, a_nova

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.a_group import Nova
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def a_second_group(house: House, nova: Nova, *, mentor: Person, mentee: Person) -> Person:
    """“Start”, of the same programme; whoever manages the programme is told."""
    maria = house.person("Maria")

    def start(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        group = record.groups.add(programme_id=programme.id, name="Start", language=Language.EN, now=now)
        for user, role in ((mentor, Role.MENTOR), (mentee, Role.MENTEE)):
            person = record.people.by_telegram_id(user.id)
            assert person is not None
            listed = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
            record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))
        manager = record.people.add(telegram_id=maria.id, name="Maria", language=Language.EN, zone=ZONE, now=now)
        record.managers.add(manager.id, programme.id, now)

    await house.bot.changes.make(start)
    await maria.starts()
    assert nova.chat.id
    return maria


async def test_a_mentee_of_two_groups_is_asked_and_only_that_mentor_gets_it(house: House) -> None:
    nova = await a_nova(house)
    await a_second_group(house, nova, mentor=nova.ilya, mentee=nova.vera)

    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("For which group is it?")
    await nova.anton.sees_no("S-1001")
    await nova.vera.presses("Start")

    card = await nova.ilya.sees("S-1001 from Vera")
    assert "Start" in card.text
    await nova.anton.sees_no("S-1001")


async def test_a_mentor_in_one_group_is_a_mentee_in_another(house: House) -> None:
    nova = await a_nova(house)
    await a_second_group(house, nova, mentor=nova.ilya, mentee=nova.vera)

    said = await nova.ilya.says("/home")
    menu = await nova.ilya.sees("Hello, Ilya", after=said)
    labels = " ".join(label for row in menu.buttons for label in row)
    assert "Send a document" in labels
    assert "To review" in labels

    await nova.ilya.sends_document("own.pdf", PDF)
    await nova.ilya.presses("Nova", on=await nova.ilya.sees("For which group is it?"))
    assert "Nova" in (await nova.anton.sees("S-1001 from Ilya")).text
    toast = await nova.ilya.presses_raw(await nova.ilya.sees("S-1001 has arrived"), "sa:1:1")
    assert toast.text == "This isn't open to you. Nothing was changed."


async def test_a_manager_may_look_but_not_decide(house: House) -> None:
    nova = await a_nova(house)
    maria = await a_second_group(house, nova, mentor=nova.ilya, mentee=nova.anton)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.anton.sees("S-1001 from Vera")

    await maria.says("/inbox")
    await maria.presses("S-1001 · Vera")
    card = await maria.sees("S-1001 from Vera")

    assert not any("Accept" in label for row in card.buttons for label in row)
    toast = await maria.presses_raw(card, "sa:1:1")
    assert toast.text == "This isn't open to you. Nothing was changed."


async def test_whoever_changes_the_language_goes_on_in_the_new_one(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")
    await nova.anton.sees("S-1001 from Vera")

    await nova.vera.says("/language")
    await nova.vera.presses("Български")
    await nova.vera.sees("Променено")
    await nova.anton.presses("Return with comment")
    await nova.anton.sees("What should be corrected?")
    await nova.anton.says("The date is missing")

    card = await nova.vera.sees("Поправете, моля, S-1001")
    assert "Anton: The date is missing" in card.text
    await nova.anton.sees("went back for correction")


async def test_a_removed_mentee_can_do_nothing_any_more_and_a_file_is_not_taken(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf", PDF)
    card = await nova.vera.sees("S-1001 has arrived")

    def removed(record: SqlRecord, _: datetime) -> None:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        for one in record.memberships.of_person(vera.id):
            record.memberships.save(replace(one, state=MembershipState.REMOVED))

    await house.bot.changes.make(removed)

    toast = await nova.vera.presses("Take it back", on=card)
    sent = await nova.vera.sends_document("more.pdf", PDF)

    assert toast.text == "This isn't open to you. Nothing was changed."
    await nova.vera.sees("This isn't open to you", after=sent)
    await nova.anton.sees_no("more.pdf")
