"""Managers and mentors have working hours: whoever writes to them is told, in their own time and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_managed_group import a_managed_nova

if TYPE_CHECKING:
    from tests.e2e.conftest import House

WORDS = {
    Language.EN: {
        "help": "Help",
        "person": "Talk to a person",
        "to": "Write to Anton",
        "open": "on working days between 09:00 and 18:00",
        "later": "You can expect one from Tue 24 Nov, 09:00",
        "passed": "I have passed it on",
        "concern": "Raise a concern",
        "send": "Send it",
        "receipt": "Your concern C-1",
    },
    Language.BG: {
        "help": "Помощ",
        "person": "Разговор с човек",
        "to": "До Anton",
        "open": "в работни дни между 09:00 и 18:00 ч.",
        "later": "Може да очаквате отговор от вт, 24.11, 09:00 ч.",
        "passed": "Предадох го на",
        "concern": "Сигнал до ръководител",
        "send": "Изпращане",
        "receipt": "Вашият сигнал C-1",
    },
}


@pytest.mark.parametrize("language", Language)
async def test_in_the_evening_the_next_working_morning_is_named(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    for door in ("help", "person", "to"):
        await nova.vera.presses(words[door])
    asked = await nova.vera.sees(words["open"])
    assert words["later"] not in asked.text

    await house.passes(hours=9)
    await nova.vera.says("?")
    passed = await nova.vera.sees(words["passed"])

    assert words["open"] in passed.text
    assert words["later"] in passed.text


@pytest.mark.parametrize("language", Language)
async def test_the_receipt_of_a_concern_says_when_somebody_reads_it(house: House, language: Language) -> None:
    nova, words = await a_managed_nova(house, speaks=language), WORDS[language]
    await nova.vera.presses(words["help"])
    await nova.vera.presses(words["concern"])
    await nova.vera.says("I am worried")
    await nova.vera.presses(words["send"])

    assert words["open"] in (await nova.vera.sees(words["receipt"])).text
