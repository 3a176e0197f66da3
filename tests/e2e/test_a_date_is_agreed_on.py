"""The mentor proposes two times, everybody says which they can, and one of them becomes the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    speaks: Language
    plan: str
    kind: str
    place: str
    another: str
    ask: str
    asked: str
    noted: str
    count: str
    chosen: str
    planned: str
    decided: str


WORDS = (
    Words(
        speaks=Language.EN,
        plan="Plan a session",
        kind="Employability",
        place="In the group's chat",
        another="Propose another time as well",
        ask="Ask the group which suits",
        asked="Press every time at which you can.",
        noted="Noted: you can then.",
        count="1 of 2 can",
        chosen="28 Nov, 18:00 (1)",
        planned="A new session of Nova",
        decided="The question when Nova can meet is closed.",
    ),
    Words(
        speaks=Language.BG,
        plan="Насрочване на среща",
        kind="Заетост",
        place="В чата на групата",
        another="И друг възможен час",
        ask="Въпрос до групата кога може",
        asked="Натиснете всеки час, в който можете.",
        noted="Отбелязано: тогава можете.",
        count="могат 1 от 2",
        chosen="28.11, 18:00 (1)",
        planned="Нова среща на Nova",
        decided="Въпросът кога може да се срещне Nova е приключен.",
    ),
)


@pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])
async def test_a_group_agrees_on_one_of_two_times(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.speaks)
    await nova.anton.says("/sessions")
    await nova.anton.presses(words.plan)
    await nova.anton.presses(words.kind)
    for key in ("27", "18:00", words.place, words.another, "28", "18:00", words.ask):
        await nova.anton.presses(key)

    for person in (nova.vera, nova.ilya):
        await person.sees(words.asked)
    await nova.ilya.sees_no("A new session")
    toast = await nova.vera.presses("28")
    assert toast.text == words.noted
    await nova.anton.sees(words.count, in_=nova.chat)
    await all_is_handled(house)
    await nova.anton.presses(words.chosen)

    for person in (nova.vera, nova.ilya):
        card = await person.sees(words.planned)
        assert "28" in card.text
    await nova.vera.sees(words.decided, in_=nova.chat)
