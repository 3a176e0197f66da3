"""Whoever finds the bot by chance learns what it is and how to be invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_a_stranger_is_answered_in_their_language(house: House) -> None:
    oleg = house.person("Олег", speaks="bg")
    jane = house.person("Jane")

    await oleg.starts()
    await jane.starts()

    await oleg.sees("Още не Ви познавам")
    await jane.sees("I don't know you yet")
