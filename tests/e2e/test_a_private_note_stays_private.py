"""A private note to the mentor stands in no message to the group, to another mentee or to the manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.test_a_session_from_plan_to_digest import plans

if TYPE_CHECKING:
    from tests.e2e.conftest import House

DIARY, NOTE = "We wrote my CV", "I am afraid of interviews"


async def test_neither_the_diary_nor_its_private_note_comes_into_the_group(house: House) -> None:
    nova = await a_managed_nova(house)
    await nova.anton.says("/home")
    await plans(nova.anton)
    await nova.ilya.sees("Fri 27 Nov", in_=nova.chat)
    await house.passes(days=4, hours=8, minutes=20)

    await nova.vera.presses("Write the diary", on=await nova.vera.sees("How was it?"))
    for number in range(1, 5):
        await nova.vera.sees(f"Question {number} of 5")
        await nova.vera.says(DIARY)
    await nova.vera.sees("Question 5 of 5")
    await nova.vera.presses("4")
    await nova.vera.sees("anything that only your mentor should know?")
    await nova.vera.says(NOTE)
    await nova.vera.sees("Your diary of")
    await nova.vera.presses("Send to mentor")
    assert NOTE in (await nova.anton.sees("Diary of Vera")).text
    await house.passes(days=7)
    await all_is_handled(house)
    await house.sim.all_confirmed()

    others = [*nova.ilya.messages(nova.chat), *nova.ilya.messages(), *nova.maria.messages()]
    assert [seen.text for seen in others if NOTE in seen.text or DIARY in seen.text] == []
