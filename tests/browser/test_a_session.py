"""A session in the group's chat as five people see it on their phones: from its beginning to the minutes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from docx import Document
from playwright.async_api import Locator, expect

from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from tests.browser.seeing import button, deed, open_actions, phone, write
from tests.browser.test_journey import attach, saying
from tests.e2e.a_group import all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.test_a_session_is_held import five

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.persons import Person
    from simulator.phones import Phones
    from tests.browser.conftest import PageAt

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
fixture = pytest_asyncio.fixture(loop_scope="session")


@dataclass(frozen=True, kw_only=True)
class Words:
    """What people read, press and write, in one language."""

    speaks: Language
    page: str
    begin: str
    has_begun: str
    kept: str
    here: str
    noted: str
    here_are: str
    says: str
    mistyped: str
    meant: str
    end: str
    not_open: str
    points: tuple[str, str]
    over: str
    was_there: str
    turned: tuple[str, str]
    so_it_was: str
    counted: str
    missed: str
    minutes: str
    look: str
    title: str


WORDS = (
    Words(
        speaks=Language.EN,
        page="en-GB",
        begin="▶️ Begin the session",
        has_begun="The session of Nova has begun",
        kept="Until the end, what members of the group write here is kept for the minutes",
        here="✋ I'm here",
        noted="Thank you, it is noted.",
        here_are="Here (3 of 5): Anton, Vera, Dora",
        says="I send my CV",
        mistyped="I have wrote to the bakery",
        meant="I wrote to the bakery",
        end="⏹ End the session",
        not_open="This isn't open to you. Nothing was changed.",
        points=("How is everybody?", "The topic of the day"),
        over="From now on nothing that is written here is kept.",
        was_there="Who was at session 1 of Nova?",
        turned=("✅ Ilya: there", "⏰ Ilya: late"),
        so_it_was="✅ So it was",
        counted="4 of 5 were there.",
        missed="You were missed at the session of Nova",
        minutes="📝 Minutes",
        look="📄 Look at it in Word",
        title="Session record",
    ),
    Words(
        speaks=Language.BG,
        page="bg-BG",
        begin="▶️ Начало на срещата",
        has_begun="Срещата на Nova започна",
        kept="До края на срещата написаното тук от членовете на групата се пази за протокола",
        here="✋ Тук съм",
        noted="Благодаря, отбелязано е.",
        here_are="Тук са (3 от 5): Anton, Vera, Dora",
        says="Пращам си автобиографията",
        mistyped="Писах на пикарната",
        meant="Писах на пекарната",
        end="⏹ Край на срещата",
        not_open="Нямате достъп до това. Нищо не е променено.",
        points=("Как сме?", "Темата днес"),
        over="Отсега нататък написаното тук не се пази.",
        was_there="Кой беше на среща 1 на Nova?",
        turned=("✅ Ilya: присъства", "⏰ Ilya: със закъснение"),
        so_it_was="✅ Така беше",
        counted="Присъстваха 4 от 5.",
        missed="Липсвахте ни на срещата на Nova",
        minutes="📝 Протокол",
        look="📄 Преглед в Word",
        title="Протокол от срещата",
    ),
)


@fixture
async def house(phones: Phones, tmp_path: Path) -> AsyncIterator[House]:
    clock = Clock(stands_at=A_MONDAY)
    async with Simulator.start(clock=clock, extend=phones.extend) as sim, bot_on(sim, tmp_path) as bot:
        yield House(sim=sim, bot=bot, folder=tmp_path)
        assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []


@pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])
async def test_a_session_is_begun_held_and_put_into_minutes(house: House, page_at: PageAt, words: Words) -> None:
    group = await five(house, words.speaks)
    anton, vera, ilya = group.nova.anton, group.nova.vera, group.nova.ilya
    await house.passes(minutes=30)

    async def look(person: Person, chat: int | str) -> Locator:
        page = await page_at(house.sim, 390, 844, language=words.page, at=f"{person.id}@{chat}")
        return phone(page, person.id)

    alone = await look(anton, "bot")
    of_anton, of_vera, of_dora, of_ilya = [
        await look(person, group.nova.chat.id) for person in (anton, vera, group.dora, ilya)
    ]

    await button(alone, words.begin).click()
    post = saying(of_vera, words.has_begun)
    await expect(post).to_contain_text(words.kept)
    house.sim.clock.advance(timedelta(seconds=5))
    for of_mentee in (of_vera, of_dora):
        await button(of_mentee, words.here).click()
        await expect(of_mentee.get_by_test_id("toast")).to_have_text(words.noted)
    await expect(saying(of_anton, words.has_begun)).to_contain_text(words.here_are)

    await they_write(of_vera, of_dora, of_ilya, words)
    await answer(saying(of_anton, words.says).last, of_anton, "+")
    await expect(saying(of_vera, words.has_begun)).to_contain_text(f"📌 Vera: {words.says}")
    await button(of_ilya, words.end).click()
    await expect(of_ilya.get_by_test_id("alert")).to_have_text(words.not_open)

    for point in words.points:
        await button(alone, f"☐ {point}").click()
        await expect(button(alone, f"☑ {point}")).to_be_visible()
        await expect(post).to_contain_text(f"☑ {point}")
    await all_is_handled(house)
    await button(alone, words.end).click()
    await expect(of_vera).to_contain_text(words.over)

    await the_mentor_says_who_was_there(alone, words)
    await expect(await look(group.emil, "bot")).to_contain_text(words.missed)
    await button(alone, words.minutes).click()
    await button(alone, words.look).click()
    await the_minutes_hold_what_was_said(alone, words)


async def they_write(of_vera: Locator, of_dora: Locator, of_ilya: Locator, words: Words) -> None:
    await write(of_vera, words.says)
    await write(of_dora, words.mistyped)
    await open_actions(saying(of_dora, words.mistyped))
    await deed(of_dora, "edit").click()
    await write(of_dora, words.meant)
    await expect(saying(of_vera, words.meant)).to_be_visible()
    await attach(of_ilya, "sample-photo")
    await expect(of_vera.locator(".photo img")).to_have_count(1)
    await of_ilya.get_by_test_id("attach").click()
    await of_ilya.get_by_test_id("sample-voice").click()
    await expect(of_vera.locator("audio")).to_have_count(1)


async def answer(message: Locator, on: Locator, text: str) -> None:
    await open_actions(message)
    await deed(on, "reply").click()
    await write(on, text)


async def the_mentor_says_who_was_there(alone: Locator, words: Words) -> None:
    card = saying(alone, words.was_there)
    before, after = words.turned
    await expect(card).to_contain_text(before)
    await button(card, "✅ Ilya").click()
    await expect(card).to_contain_text(after)
    await button(card, words.so_it_was).click()
    await expect(alone).to_contain_text(words.counted)


async def the_minutes_hold_what_was_said(alone: Locator, words: Words) -> None:
    sheet = saying(alone, words.title).last.locator("a.document")
    async with alone.page.expect_download() as started:
        await sheet.click()
    download = await started.value
    assert download.suggested_filename.endswith(".docx")
    written = "\n".join(Document(io.BytesIO((await download.path()).read_bytes())).element.body.itertext())
    assert [one for one in (words.says, words.meant, "Ilya", "Emil") if one not in written] == []
    assert words.mistyped not in written
