"""What is as long as a Telegram message is never lost: a card shows its beginning, and one press shows all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from tests.e2e.conftest import House

LABELS = {
    Language.EN: ("Return with comment", "Read it all", "S-1001 from Vera"),
    Language.BG: ("Връщане с коментар", "Целият текст", "S-1001 от Vera"),
}
#: Nearly as much as a person can type in one message, and a last word that only whoever reads all of it sees.
COMMENT = "Please look at the second page once more. " * 96 + "The end."


@pytest.mark.parametrize("language", Language)
async def test_a_comment_as_long_as_a_message_is_read_in_whole(house: House, language: Language) -> None:
    give_back, read_it_all, arrived = LABELS[language]
    nova = await a_nova(house, speaks=language)
    await nova.vera.sends_document("essay.pdf")
    await nova.anton.sees(arrived)
    await nova.anton.presses(give_back)
    await nova.anton.says(COMMENT)
    await nova.vera.sees("Please look at the second page once more")
    await all_is_handled(house)
    await nova.vera.sees_no("The end.")

    await nova.vera.presses(read_it_all)

    await nova.vera.sees("The end.")
