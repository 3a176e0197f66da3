"""Quiet for a day: the home card says until when, work still arrives, and one button ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import a_nova

if TYPE_CHECKING:
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: (
        "Help",
        "More help",
        "Quiet for a while",
        "1 day",
        "Quiet until Tue 24 Nov, 11:00",
        "Wake me now",
        "Home",
    ),
    Language.BG: (
        "Помощ",
        "Още помощ",
        "Тишина за",
        "1 ден",
        "Тишина до вт, 24.11, 11:00",
        "Край на тишината",
        "Начало",
    ),
}


@pytest.mark.parametrize("language", Language)
async def test_a_mentor_is_left_in_peace_until_they_wake(house: House, language: Language) -> None:
    nova = await a_nova(house, speaks=language)
    help_door, more, door, day, quiet, wake, home = WORDS[language]
    for label in (help_door, more, door, day):
        await nova.anton.presses(label)
    await nova.anton.sees(quiet)

    await nova.vera.sends_document("essay.pdf")
    card = await nova.anton.sees("essay.pdf")
    assert card.message.is_silent
    await nova.anton.presses(home, on=card)
    asleep = await nova.anton.sees(quiet, after=card)
    await nova.anton.presses(wake)
    await house.sim.all_confirmed()

    await nova.vera.sends_document("second.pdf")
    second = await nova.anton.sees("second.pdf", after=asleep)
    assert not second.message.is_silent
