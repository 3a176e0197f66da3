"""The contract of six people on a phone: issued, signed, photographed, sent back, chased, filed, and a copy each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import FilePayload, Locator, Page, expect

from mentoring.ids import GroupId
from mentoring.people import Language, MembershipState, Role
from simulator.clock import Clock
from simulator.groups import Group
from simulator.persons import Person
from simulator.server import Simulator
from tests.browser.seeing import phone, write
from tests.e2e import paper_forms
from tests.e2e.a_group import ZONE, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.test_a_contract_is_signed import page_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime
    from pathlib import Path

    from simulator.phones import Phones
    from storage.record import SqlRecord
    from tests.browser.conftest import PageAt

BOARD = "от 6 подписа"
CARD = "Има ли подпис на нея?"
ASKED = "нужен е Вашият подпис"
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
fixture = pytest_asyncio.fixture(loop_scope="session")


@dataclass(frozen=True, kw_only=True)
class Circle:
    house: House
    page: Page
    maria: Person
    anton: Person
    vera: Person
    ilya: Person
    petya: Person
    ivan: Person
    chat: Group

    async def photographs(self, on: Locator, *, page_of_whom: Person, shade: int = 0) -> None:
        """The page that was issued for them, sent; `shade` makes it another picture."""
        paper = await page_of(self.house, page_of_whom.name)
        photo = paper_forms.as_photograph(paper) + b"\x00" * shade
        await attaches(on, FilePayload(name="page.jpg", mimeType="image/jpeg", buffer=photo))
        await press(saying(on, "1 страница, още не е изпратена"), "📨 Изпращане")


@fixture
async def house(phones: Phones, tmp_path: Path) -> AsyncIterator[House]:
    async with (
        Simulator.start(clock=Clock(stands_at=A_MONDAY), extend=phones.extend) as sim,
        bot_on(sim, tmp_path) as bot,
    ):
        yield House(sim=sim, bot=bot, folder=tmp_path)
        assert [(refused.method, refused.reason) for refused in sim.rejected if refused.strict] == []


async def test_six_people_sign_a_contract_on_their_phones(house: House, page_at: PageAt) -> None:
    circle = await a_circle(house, page_at)
    await maria_issues(circle)
    await vera_sends_somebody_elses_page_first(circle)
    await anton_cannot_read_it(circle)
    await vera_sends_it_again(circle)
    await maria_reminds_and_ilya_signs(circle)
    await maria_scans_the_paper_of_the_others(circle)
    await maria_files_it_all(circle)
    await everybody_has_a_copy(circle)
    await the_group_is_told(circle)


async def maria_issues(circle: Circle) -> None:
    of_maria = await opens(circle.page, circle.maria)
    await write(of_maria, "Файлове")
    await press(of_maria, "Формуляри")
    await press(of_maria, "T04")
    await press(of_maria, "Даване за подпис")
    await expect(saying(of_maria, "необходими са подписите на")).to_contain_text(circle.ivan.name)
    await press(of_maria, "По страница за всеки")
    await expect(saying(of_maria, f"0 {BOARD}")).to_be_visible()


async def vera_sends_somebody_elses_page_first(circle: Circle) -> None:
    of_vera = await opens(circle.page, circle.vera)
    await expect(saying(of_vera, ASKED)).to_be_visible()
    await press(saying(of_vera, ASKED), "Моята страница")
    await expect(saying(of_vera, "Ще позная листа по номера").locator("a.document")).to_contain_text("T04")
    await press(saying(of_vera, "Ще позная листа по номера"), "Как да снимам")
    await expect(of_vera).to_contain_text("Поставете страницата на равна маса")
    await circle.photographs(of_vera, page_of_whom=circle.ilya)
    mistaken = saying(of_vera, "Кой документ е това?")
    await expect(mistaken).to_contain_text("S-1001 пристигна")
    await press(mistaken, "Отмяна")
    await expect(saying(of_vera, "Кой документ е това?")).to_have_count(0)
    await circle.photographs(of_vera, page_of_whom=circle.vera)
    await expect(saying(of_vera, "S-1002 пристигна")).to_contain_text("Договор")
    await expect(of_vera).to_contain_text("страницата Ви е получена")


async def anton_cannot_read_it(circle: Circle) -> None:
    of_anton = await opens(circle.page, circle.anton)
    await expect(saying(of_anton, BOARD)).to_contain_text("🟡 Вера Димова, участник: за преглед")
    await press(saying(of_anton, BOARD), circle.vera.name)
    await expect(saying(of_anton, CARD)).to_contain_text(circle.vera.name)
    await press(saying(of_anton, CARD), "Не се чете")
    await expect(saying(of_anton, BOARD)).to_contain_text("Вера Димова, участник: върната")


async def vera_sends_it_again(circle: Circle) -> None:
    of_vera = await opens(circle.page, circle.vera)
    await expect(of_vera).to_contain_text("страницата Ви се върна")
    await press(saying(of_vera, "S-1002 не се чете"), "Поправена версия")
    await expect(of_vera).to_contain_text("Изпратете поправения файл сега")
    await circle.photographs(of_vera, page_of_whom=circle.vera, shade=1)
    await expect(of_vera).to_contain_text("страницата Ви е получена")
    of_anton = await opens(circle.page, circle.anton)
    await expect(saying(of_anton, BOARD)).to_contain_text("🟡 Вера Димова, участник: за преглед")
    await press(saying(of_anton, BOARD), circle.vera.name)
    await press(saying(of_anton, CARD), "Има подпис")
    await expect(saying(of_anton, f"1 {BOARD}")).to_be_visible()
    of_vera = await opens(circle.page, circle.vera)
    await expect(of_vera).to_contain_text("подписът Ви е налице")


async def maria_reminds_and_ilya_signs(circle: Circle) -> None:
    of_maria = await opens(circle.page, circle.maria)
    await press(saying(of_maria, f"1 {BOARD}"), "Напомняне до липсващите")
    await expect(of_maria.get_by_test_id("toast")).to_contain_text("души")
    of_ilya = await opens(circle.page, circle.ilya)
    await expect(saying(of_ilya, ASKED)).to_be_visible()
    await circle.photographs(of_ilya, page_of_whom=circle.ilya)
    await expect(of_ilya).to_contain_text("страницата Ви е получена")
    of_maria = await opens(circle.page, circle.maria)
    await expect(saying(of_maria, BOARD)).to_contain_text("🟡 Илия Колев")
    await press(saying(of_maria, BOARD), circle.ilya.name)
    await press(saying(of_maria, CARD), "Има подпис")
    await expect(saying(of_maria, f"2 {BOARD}")).to_be_visible()


async def maria_scans_the_paper_of_the_others(circle: Circle) -> None:
    of_maria = phone(circle.page, circle.maria.id)
    scan = FilePayload(name="dogovor.pdf", mimeType="application/pdf", buffer=paper_forms.a_pdf())
    await attaches(of_maria, scan)
    kept = saying(of_maria, "Запазих dogovor.pdf")
    await expect(kept).to_contain_text("Какво е това?")
    await press(kept, "T04 Договор")
    await expect(saying(of_maria, "чии подписи има на този лист?")).to_be_visible()
    await press(saying(of_maria, "чии подписи има на този лист?"), "Всички")
    await expect(of_maria.locator("[data-button='☑ Иван Стоянов']")).to_be_visible()
    await press(saying(of_maria, "чии подписи има на този лист?"), "📁 Добавяне")
    await expect(saying(of_maria, f"6 {BOARD}")).to_be_visible()


async def maria_files_it_all(circle: Circle) -> None:
    of_maria = phone(circle.page, circle.maria.id)
    await press(saying(of_maria, f"6 {BOARD}"), "Добавяне на всички страници")
    await expect(of_maria).to_contain_text("Всички страници са добавени")


async def everybody_has_a_copy(circle: Circle) -> None:
    for person in (circle.vera, circle.ilya, circle.petya, circle.ivan, circle.anton, circle.maria):
        of_them = await opens(circle.page, person)
        await expect(saying(of_them, "Това е Вашето копие").locator("a.document")).to_be_visible()
        for name in ("Vera-Dimova_2026-11-23_v1.pdf", "Ilia-Kolev_2026-11-23_v1.pdf"):
            await expect(of_them.locator("a.document", has_text=f"T04_Nova_{name}").last).to_be_visible()


async def the_group_is_told(circle: Circle) -> None:
    of_anton = await opens(circle.page, circle.anton)
    await expect(saying(of_anton, f"6 {BOARD}")).to_contain_text("Всички страници са добавени")
    await expect(saying(of_anton, ASKED)).to_have_count(0)
    await expect(of_anton).to_contain_text("подписът Ви е налице")
    await of_anton.get_by_test_id("back").click()
    await of_anton.locator("[data-title='Нова']").click()
    await expect(saying(of_anton, "„Договор“ е с подписите на всички")).to_have_count(1)


async def a_circle(house: House, page_at: PageAt) -> Circle:
    names = ("Мария Петрова", "Антон Иванов", "Вера Димова", "Илия Колев", "Петя Христова", "Иван Стоянов")
    maria, anton, *mentees = (house.person(name, speaks=Language.BG) for name in names)
    chat = house.sim.group("Нова", owner=anton, members=mentees, supergroup=True)
    await house.bot.changes.make(lambda record, now: are_known(record, now, maria, anton, mentees, chat_id=chat.id))
    chat.adds_bot(by=anton)
    chat.promotes_bot(by=anton)
    for person in (maria, anton, *mentees):
        await person.starts()
    await all_is_handled(house)
    vera, ilya, petya, ivan = mentees
    page = await page_at(house.sim, 390, 844, language="bg-BG", at=f"{maria.id}")
    return Circle(
        house=house, page=page, maria=maria, anton=anton, vera=vera, ilya=ilya, petya=petya, ivan=ivan, chat=chat
    )


def are_known(
    record: SqlRecord, now: datetime, manager: Person, mentor: Person, mentees: list[Person], *, chat_id: int
) -> None:
    programme = record.programmes.add(
        name="Първи стъпки", organisation="Отворени врати", language=Language.BG, zone=ZONE, now=now
    )
    group = record.groups.add(programme_id=programme.id, name="Нова", language=Language.BG, now=now)
    record.groups.save(replace(group, chat_id=chat_id))
    known = record.people.add(telegram_id=manager.id, name=manager.name, language=Language.BG, zone=ZONE, now=now)
    record.managers.add(known.id, programme.id, now)
    for user in (mentor, *mentees):
        role = Role.MENTOR if user is mentor else Role.MENTEE
        person = record.people.add(telegram_id=user.id, name=user.name, language=Language.BG, zone=ZONE, now=now)
        listed = record.memberships.expect(group_id=GroupId(1), role=role, name=user.name, now=now)
        record.memberships.save(replace(listed, person_id=person.id, state=MembershipState.ACTIVE))


async def opens(page: Page, person: Person) -> Locator:
    """A small screen shows one phone; the strip of people changes it."""
    await page.locator(f".people [data-person='{person.id}']").click()
    of_them = phone(page, person.id)
    await of_them.locator("[data-chat='bot']").click()
    return of_them


def saying(on: Locator, words: str) -> Locator:
    return on.locator("[data-message]", has_text=words).last


async def press(on: Locator, label: str) -> None:
    await on.locator(f"[data-button*='{label}']").last.click()


async def attaches(on: Locator, file: FilePayload) -> None:
    await on.get_by_test_id("attach-input").set_input_files([file])
    await on.get_by_test_id("send-files").click()
