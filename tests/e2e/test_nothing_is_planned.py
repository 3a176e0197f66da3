"""With no session ahead the mentor is offered a time, and the manager asks only when that came to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.a_group import all_is_handled
from tests.e2e.test_a_session_from_plan_to_digest import a_nova, plans_in_bulgarian

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_one_word_takes_the_same_time_again_and_who_puts_it_off_is_asked_by_the_manager(house: House) -> None:
    """The mentor and the mentees read Bulgarian, the manager English."""
    nova = await a_nova(house, bulgarian=True)
    await plans_in_bulgarian(nova.anton)
    await house.passes(days=5)
    await nova.anton.presses("✅ Състоя се")
    await house.passes(days=2)

    offered = await nova.anton.sees("За Nova няма насрочена среща след")
    assert "пт, 11.12, 18:00" in offered.text
    await nova.anton.says("да")
    await nova.anton.sees("Nova се среща на пт, 11.12, 18:00")
    await nova.vera.sees("Нова среща на Nova")
    await all_is_handled(house)

    await house.passes(days=12)
    await nova.anton.presses("✅ Състоя се")
    await house.passes(days=2)
    asked = await nova.anton.sees("За Nova няма насрочена среща след", after=offered)
    await nova.anton.presses("Не сега", on=asked)
    await nova.anton.sees("няма насрочена среща, ще попитам отново")
    await nova.maria.sees_no("The mentor was asked")

    await house.passes(days=7)
    await nova.maria.sees("The mentor was asked on Mon 14 Dec")
    toast = await nova.maria.presses("Ask mentor: Nova")
    assert toast.text == "1 person is asked today."
    await nova.anton.sees("Maria Petrova пита кога е следващата среща")
