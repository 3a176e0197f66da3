"""The journey on the phones: a group is set up, people join, and a document travels there and back until it is good."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from playwright.async_api import Locator, expect

from bot.demo import put_on
from bot.demo.stage import Stage, staging
from mentoring.invitations import Door, payload
from mentoring.manager_codes import new_code, signing_key
from simulator.clock import Clock
from simulator.server import Simulator
from tests.browser.seeing import button, phone, write
from tests.e2e.setting_up import a_group, joins

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.persons import Person
    from simulator.phones import Phones
    from tests.browser.conftest import PageAt

SMALL = (390, 844)
PLANNING = ("▶ Plan the session", "Employability", "24", "18:00", "Video call", "⏭ Leave it open", "✅ Confirm")
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
fixture = pytest_asyncio.fixture(loop_scope="session")


@fixture
async def stage(sim: Simulator, tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot, which nobody has met yet."""
    async with staging(sim, tmp_path) as stage:
        yield stage
    assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []


@fixture
async def demo(stage: Stage, phones: Phones) -> Stage:
    await put_on(stage, phones)
    return stage


async def attach(on: Locator, sample: str) -> None:
    await on.get_by_test_id("attach").click()
    await on.get_by_test_id(sample).click()
    await on.get_by_test_id("send-files").click()


async def test_a_photo_is_returned_with_a_comment_and_accepted_as_version_2(demo: Stage, page_at: PageAt) -> None:
    vera, anton = demo.cast.vera, demo.cast.anton
    of_vera = phone(await page_at(demo.sim, *SMALL, language="bg-BG", at=f"{vera.id}@bot"), vera.id)
    of_anton = phone(await page_at(demo.sim, *SMALL, at=f"{anton.id}@bot"), anton.id)

    await attach(of_vera, "sample-photo")
    await button(of_vera, "📨 Изпращане").click()
    await expect(of_vera).to_contain_text("S-1005 пристигна")
    await expect(of_anton).to_contain_text("S-1005 from Вера Димова")
    await button(of_anton, "↩️ Return with comment").click()
    await expect(of_anton).to_contain_text("What should be corrected?")
    await write(of_anton, "Please add the date.")

    await expect(of_vera).to_contain_text("Поправете, моля, S-1005")
    await expect(of_vera).to_contain_text("Anton Ivanov: Please add the date.")
    await button(of_vera, "📎 Поправена версия").click()
    await expect(of_vera).to_contain_text("Изпратете поправения файл сега")
    await attach(of_vera, "sample-document")
    await expect(of_vera).to_contain_text("версия 2")
    second = of_anton.locator("[data-message]", has_text="S-1005 from").last
    await expect(second).to_contain_text("version 2")
    await button(second, "✅ Accept").click()

    await expect(of_vera).to_contain_text("S-1005 е прието")
    await expect(of_anton).to_contain_text("S-1005 from Вера Димова is accepted")


async def test_a_manager_sets_up_a_group_and_two_people_join_by_its_posters(stage: Stage, page_at: PageAt) -> None:
    maria, anton, vera = stage.cast.maria, stage.cast.anton, stage.cast.vera
    page = await page_at(stage.sim, *SMALL, language="bg-BG", at=f"{maria.id}")
    of_maria = phone(page, maria.id)

    await open_link(of_maria, manager_link(stage.sim))
    await button(of_maria, "🇧🇬 Български").click()
    await button(of_maria, "Мария Петрова").click()
    for question, answer in [
        ("Коя организация", "Отворени врати"),
        ("Как се казва новата група", "Нова"),
        ("Кой е менторът", "Anton Ivanov"),
        ("Кои са участниците", "Вера Димова\nПетя Христова"),
    ]:
        await expect(of_maria).to_contain_text(question)
        await write(of_maria, answer)
    await button(of_maria, "📨 Връзки и плакати").click()

    await take_poster(of_maria, "Нова: за ментора", anton)
    of_anton = phone(page, anton.id)
    for label in ("🇬🇧 English", "Anton Ivanov", "✅ I agree"):
        await button(of_anton, label).click()
    await expect(of_anton).to_contain_text("You are mentor of Нова")
    await show(of_anton, maria)
    await take_poster(of_maria, "Нова: за участниците", vera)
    of_vera = phone(page, vera.id)
    for label in ("🇧🇬 Български", "Вера Димова", "✅ Да, включвам се"):
        await button(of_vera, label).click()
    await expect(of_vera).to_contain_text("Вие сте в група Нова; Ваш ментор е Anton Ivanov")
    await show(of_vera, maria)
    await expect(of_maria).to_contain_text("✅ Вера Димова")


async def test_time_brings_reminders_the_diary_question_and_the_digest_to_the_right_phones(
    phones: Phones, tmp_path: Path, page_at: PageAt
) -> None:
    half_past_four = datetime(2026, 11, 23, 16, 30, tzinfo=ZoneInfo("Europe/Sofia"))
    async with (
        Simulator.start(clock=Clock(stands_at=half_past_four), extend=phones.extend) as sim,
        staging(sim, tmp_path) as stage,
    ):
        maria, anton, vera = await a_small_nova(stage)
        page = await page_at(sim, 1280, 900, at=f"{anton.id}@bot,{vera.id}@bot,{maria.id}@bot")
        of_anton, of_vera, of_maria = (phone(page, person.id) for person in (anton, vera, maria))

        for label in (
            "▶ Plan the session",
            "Employability",
            "24",
            "18:00",
            "Video call",
            "⏭ Leave it open",
            "✅ Confirm",
        ):
            await button(of_anton, label).click()
        await expect(of_vera).to_contain_text("Нова среща на Nova")
        await button(of_vera, "✅ Ще дойда").click()
        await expect(of_anton).to_contain_text("Вера Димова: ✅ Coming")

        await page.get_by_test_id("advance-day").click()
        await expect(saying(of_vera, "Наближава срещата на Nova")).to_have_count(1)
        await expect(saying(of_anton, "Nova meets soon")).to_have_count(1)
        await page.get_by_test_id("advance-hour").click()
        await expect(saying(of_vera, "Наближава срещата на Nova")).to_have_count(2)
        await expect(saying(of_anton, "Nova meets soon")).to_have_count(2)
        for _ in range(2):
            await page.get_by_test_id("advance-hour").click()
        await expect(of_vera).to_contain_text("Как мина?")
        await page.get_by_test_id("advance-week").click()
        await expect(of_maria).to_contain_text("Diary missing: Вера Димова")

        await expect(saying(of_maria, "meets soon")).to_have_count(0)
        await expect(saying(of_anton, "How was it?")).to_have_count(0)
        await expect(saying(of_anton, "Your week")).to_have_count(0)


async def a_small_nova(stage: Stage) -> tuple[Person, Person, Person]:
    """Maria manages, Anton mentors, Vera is a mentee; what it takes is tried elsewhere."""
    maria, anton, vera = stage.cast.maria, stage.cast.anton, stage.cast.vera
    await maria.starts(manager_link(stage.sim).partition("?start=")[2])
    await maria.presses("English")
    await maria.presses(maria.name)
    await maria.sees("Which organisation")
    await maria.says("Open Doors")
    await maria.sees("What is the new group called")
    links = await a_group(maria, mentor=anton.name, mentees=[vera.name])
    await joins(anton, links.mentor)
    await joins(vera, links.mentees, bulgarian=True)
    return maria, anton, vera


def saying(on: Locator, words: str) -> Locator:
    return on.locator("[data-message]", has_text=words)


def manager_link(sim: Simulator) -> str:
    """As `ementor manager-code` prints it."""
    code = payload(Door.MANAGER, new_code(signing_key(sim.token), sim.clock.now()))
    return f"https://t.me/{sim.world.bot.username}?start={code}"


async def open_link(on: Locator, link: str) -> None:
    await on.get_by_test_id("open-link").fill(link)
    await on.get_by_test_id("open-link").press("Enter")


async def take_poster(of_manager: Locator, title: str, by: Person) -> None:
    """The poster's link, opened on somebody else's phone."""
    poster = of_manager.locator("[data-message]", has_text=title).last
    await poster.get_by_test_id("open-elsewhere").click()
    await of_manager.locator(f"[data-choice='{by.name}']").click()


async def show(other: Locator, person: Person) -> None:
    """A small screen shows one phone; the strip of people changes it."""
    await other.page.locator(f".people [data-person='{person.id}']").click()
    await phone(other.page, person.id).locator("[data-chat='bot']").click()
