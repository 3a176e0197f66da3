"""A whole plan as a mentor has it proposed on a phone, changes and takes it; and as a mentee then reads of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from tests.browser.seeing import button, phone, write
from tests.browser.test_journey import saying
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.persons import Person
    from simulator.phones import Phones
    from tests.browser.conftest import PageAt

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
fixture = pytest_asyncio.fixture(loop_scope="session")

#: How high a button is whose label stands in one line, in pixels, with room for the rounding.
ONE_LINE = 40


@dataclass(frozen=True, kw_only=True)
class Words:
    """What people read, press and write, in one language."""

    speaks: Language
    page: str
    propose: str
    usual: tuple[str, str, str]
    onward: str
    often: str
    place: str
    topic: str
    to_goals: str
    goals: str
    show: str
    whole: str
    second: tuple[str, str, str]
    documents: str
    other_time: str
    later: str
    take: str
    taken: str
    heard: str


WORDS = (
    Words(
        speaks=Language.EN,
        page="en-GB",
        propose="📋 Propose a plan",
        usual=("When does the group usually meet?", "Tuesdays at 6 pm", "🗓 Tu, 18:00"),
        onward="▶ Next",
        often="Every 2 weeks, until Tue 2 Feb",
        place="In the group's chat",
        topic="Job interview",
        to_goals="✅ On to the goals",
        goals="A better CV",
        show="📋 Show the plan",
        whole="The plan that I propose for Nova",
        second=("✏️ Change a session", "2. Tue 8 Dec · Job interview", "Session 2 of the plan for Nova"),
        documents="📎 Documents: Diary",
        other_time="🕕 Another time",
        later="Tue 8 Dec, 19:00",
        take="✅ Plan all of it",
        taken="Nova has its plan.",
        heard="Tue 8 Dec, 19:00",
    ),
    Words(
        speaks=Language.BG,
        page="bg-BG",
        propose="📋 Предложение за план",
        usual=("Кога се среща групата обикновено?", "вторник в 18", "🗓 вт, 18:00"),
        onward="▶ Напред",
        often="На 2 седмици, до вт, 2.02",
        place="В чата на групата",
        topic="Интервю за работа",
        to_goals="✅ Към целите",
        goals="По-добро CV",
        show="📋 Към плана",
        whole="Предлагам този план за Nova",
        second=("✏️ Промяна на среща", "2. вт, 8.12 · Интервю за работа", "Среща 2 от плана за Nova"),
        documents="📎 Документи: Дневник",
        other_time="🕕 Друг час",
        later="вт, 8.12, 19:00",
        take="✅ Насрочване на всички",
        taken="Планът на Nova е готов.",
        heard="вт, 8.12, 19:00",
    ),
)


@fixture
async def house(phones: Phones, tmp_path: Path) -> AsyncIterator[House]:
    clock = Clock(stands_at=A_MONDAY)
    async with Simulator.start(clock=clock, extend=phones.extend) as sim, bot_on(sim, tmp_path) as bot:
        yield House(sim=sim, bot=bot, folder=tmp_path)
        assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []


@pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])
async def test_a_plan_is_proposed_changed_taken_and_read(house: House, page_at: PageAt, words: Words) -> None:
    nova = await a_nova(house, speaks=words.speaks)

    async def look(person: Person) -> Locator:
        page = await page_at(house.sim, 390, 844, language=words.page, at=f"{person.id}@bot")
        return phone(page, person.id)

    anton, vera = [await look(person) for person in (nova.anton, nova.vera)]
    await write(anton, "/sessions")
    await button(anton, words.propose).click()
    asked, typed, understood = words.usual
    await expect(anton).to_contain_text(asked)
    await write(anton, typed)
    await expect(anton).to_contain_text(understood)
    for label in (words.onward, words.often, words.place, words.topic):
        await button(anton, label).click()
    await every_label_stands_in_one_line(anton, f"✔ {words.topic}")
    await button(anton, words.to_goals).click()
    await write(anton, words.goals)
    await expect(saying(anton, f"🎯 {words.goals}")).to_be_visible()
    await button(anton, words.show).click()
    await expect(anton).to_contain_text(words.whole)

    change, second, one = words.second
    await button(anton, change).click()
    await every_label_stands_in_one_line(anton, second)
    await button(anton, second).click()
    await expect(saying(anton, one)).to_contain_text(words.documents)
    await button(anton, words.other_time).click()
    await button(anton, "19:00").click()
    await expect(anton).to_contain_text(words.later)
    await all_is_handled(house)
    before = len(nova.vera.messages())

    await button(anton, words.show).click()
    await button(anton, words.take).click()
    await expect(anton).to_contain_text(words.taken)
    await expect(vera).to_contain_text(words.heard)
    await all_is_handled(house)
    assert len(nova.vera.messages()) == before + 1


async def every_label_stands_in_one_line(on: Locator, shown: str) -> None:
    """On the card that has a button `shown`."""
    await expect(button(on, shown)).to_be_visible()
    tall = []
    for one in await on.locator("[data-button]").all():
        box = await one.bounding_box()
        if box is not None and box["height"] > ONE_LINE:
            tall.append(await one.get_attribute("data-button"))
    assert tall == []
