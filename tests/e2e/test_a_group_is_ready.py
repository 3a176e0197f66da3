"""Whoever leads a group sees at a glance what is missing, and takes all that is filed away in one pack."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from PIL import Image
from sqlalchemy import update

from mentoring.files import Keeping
from mentoring.filings import FilingState
from mentoring.kit import Visibility
from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from storage.blobs import BlobStore
from storage.tables.submissions import attachments
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.filed_things import is_filed, opened

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from simulator.persons import Person
    from storage.record import SqlRecord

MY_GROUP = {Language.EN: "My group", Language.BG: "Моята група"}
MORE = {Language.EN: "☰ More", Language.BG: "☰ Още"}
FILES = {Language.EN: "🗂 Files", Language.BG: "🗂 Файлове"}
READY = {Language.EN: "📋 Readiness", Language.BG: "📋 Готовност"}
MISSING = {Language.EN: "Missing", Language.BG: "Липсващи"}
FILED_ONE = {Language.EN: "1 of ", Language.BG: "добавени 1 от "}
GOALS = {Language.EN: "T02 · 1/2 · Personal goals", Language.BG: "T02 · 1/2 · Лични цели"}
FOR_ILYA = {Language.EN: "objectives · for Ilya", Language.BG: "Лични цели и задачи · за Ilya"}
FILED_ON = {Language.EN: "filed on", Language.BG: "добавен на"}
PICTURE = {Language.EN: "🖼 As a picture", Language.BG: "🖼 Като картинка"}
PACK = {Language.EN: "🗄 Evidence pack", Language.BG: "🗄 Отчетен пакет"}
NAMED = {Language.EN: "🇬🇧 English", Language.BG: "🇧🇬 Български"}
IS_READY = {Language.EN: "is ready, with", Language.BG: "е готов, с"}
FOLDER = {Language.EN: "1_Managing", Language.BG: "1_Upravlenie"}
INDEX = {Language.EN: "0_Index", Language.BG: "0_Opis"}
INDICES = ("0_Index.docx", "0_Index.xlsx")
#: Of a file in bytes; two of them fit into a volume.
LARGE = 18_000_000
NAME = {Language.EN: "Evidence_Nova_2026-11-23", Language.BG: "Otcheten-Paket_Nova_2026-11-23"}


async def opens_the_wall(person: Person, language: Language) -> None:
    """A mentor from the card of their group, a manager from their list."""
    if person.name == "Maria":
        await person.says("/groups")
        await person.presses("👥 Nova")
    else:
        await person.says("/start")
        await person.presses(MORE[language])
        await person.presses(MY_GROUP[language])
    await person.presses(READY[language])


def words_of(document: bytes) -> str:
    """Of its paragraphs and its tables."""
    page = docx.Document(io.BytesIO(document))
    cells = (cell.text for table in page.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in page.paragraphs), *cells])


def sheets_of(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return "\n".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name)


@pytest.mark.parametrize("language", Language)
async def test_the_files_door_leads_to_the_wall(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    for leader in (nova.anton, nova.maria):
        await leader.says("/home")
        await leader.presses(MORE[language])
        await leader.presses(FILES[language])

        await leader.presses(READY[language])

        await leader.presses(MISSING[language])


@pytest.mark.parametrize("language", Language)
async def test_leaders_see_what_is_missing_and_a_mentee_does_not(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await is_filed(house, nova.vera, b"goals of Vera")

    for leader in (nova.anton, nova.maria):
        await opens_the_wall(leader, language)
        wall = await leader.sees(FILED_ONE[language])
        assert "T02 ✅ ⬜" in wall.text
        assert "Ve Vera, Il Ilya" in wall.text
        await leader.presses(GOALS[language])
        await leader.sees(FILED_ON[language])
    await nova.anton.presses("⬜ Ilya")
    await nova.anton.sees(FOR_ILYA[language])
    await nova.vera.says("/start")
    await nova.vera.presses(MORE[language])
    await nova.vera.presses(MY_GROUP[language])
    assert READY[language] not in str((await nova.vera.sees("Anton")).buttons)


@pytest.mark.parametrize("language", Language)
async def test_the_wall_comes_as_a_picture_too(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await is_filed(house, nova.vera, b"goals of Vera")
    await opens_the_wall(nova.anton, language)
    wall = await nova.anton.sees(FILED_ONE[language])

    await nova.anton.presses(PICTURE[language])

    picture = await nova.anton.sees(FILED_ONE[language], after=wall)
    assert picture.file is not None
    assert picture.file.content is not None
    with Image.open(io.BytesIO(picture.file.content)) as image:
        assert image.format == "PNG"
        assert 900 <= image.width <= 1280


@pytest.mark.parametrize("language", Language)
async def test_a_pack_holds_what_is_filed_and_an_index_of_it(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await is_filed(house, nova.vera, b"goals of Vera")
    await is_filed(house, nova.ilya, b"for managers", visibility=Visibility.MANAGERS, name="Secret.pdf")
    await is_filed(
        house,
        nova.ilya,
        b"former",
        visibility=Visibility.LEADERS,
        state=FilingState.WITHDRAWN,
        name="=Former.pdf",
    )
    await opens_the_wall(nova.maria, language)

    await nova.maria.presses(PACK[language])
    await nova.maria.presses(NAMED[language])

    card = await nova.maria.sees(IS_READY[language])
    archive = await nova.maria.sees("Nova", after=card)
    assert archive.file is not None
    assert archive.file.name == f"{NAME[language]}.zip"
    packed = opened(archive)
    files = {name: content for name, content in packed.items() if not name.startswith("0_")}
    assert files == {
        f"{FOLDER[language]}/001_T02_Nova_Vera_2026-11-23_v1.pdf": b"goals of Vera",
        f"{FOLDER[language]}/002_Secret.pdf": b"for managers",
    }
    words, sheets = words_of(packed[f"{INDEX[language]}.docx"]), sheets_of(packed[f"{INDEX[language]}.xlsx"])
    for said in ("Vera", "001_T02_Nova_Vera_2026-11-23_v1.pdf", "=Former.pdf"):
        assert said in words
        assert said in sheets
    assert "<f>" not in sheets


async def test_a_mentors_pack_holds_nothing_that_only_managers_may_read(house: House) -> None:
    nova = await a_managed_nova(house)
    await is_filed(house, nova.vera, b"goals of Vera")
    await is_filed(house, nova.ilya, b"for managers", visibility=Visibility.MANAGERS, name="Secret.pdf")
    await opens_the_wall(nova.anton, Language.EN)

    await nova.anton.presses(PACK[Language.EN])
    await nova.anton.presses(NAMED[Language.EN])

    card = await nova.anton.sees(IS_READY[Language.EN])
    packed = opened(await nova.anton.sees("Nova", after=card))
    assert [name for name in packed if not name.startswith("0_")] == ["1_Managing/001_T02_Nova_Vera_2026-11-23_v1.pdf"]
    assert "Secret" not in words_of(packed["0_Index.docx"]) + sheets_of(packed["0_Index.xlsx"])


async def asks_for_a_pack(nova: Managed, *, language: Language = Language.EN) -> None:
    await opens_the_wall(nova.maria, language)
    await nova.maria.presses(PACK[language])
    await nova.maria.presses(NAMED[language])


async def test_what_is_more_than_telegram_takes_comes_in_volumes_each_complete(house: House) -> None:
    nova = await a_managed_nova(house)
    for number in range(3):
        await is_filed(house, nova.vera, b"page %d" % number, visibility=Visibility.LEADERS, name=f"scan {number}.pdf")
    large = BlobStore(house.folder)
    with large.receive(limit=LARGE) as incoming:
        incoming.write(bytes(LARGE))
        kept = incoming.keep()
    await house.bot.writer.change(
        lambda connection: connection.execute(update(attachments).values(sha256=kept.sha256, size=kept.size))
    )

    await asks_for_a_pack(nova)

    first, second = [await nova.maria.sees(f"part {one} of 2") for one in (1, 2)]
    assert [one.file.name for one in (first, second) if one.file is not None] == [
        "Evidence_Nova_2026-11-23_1-of-2.zip",
        "Evidence_Nova_2026-11-23_2-of-2.zip",
    ]
    assert [*opened(first)] == ["1_Managing/001_scan_0.pdf", "1_Managing/002_scan_1.pdf", *INDICES]
    packed = opened(second)
    assert [*packed] == ["1_Managing/003_scan_2.pdf", *INDICES]
    assert "2: 1_Managing/003_scan_2.pdf" in words_of(packed["0_Index.docx"])


async def test_a_file_whose_copy_is_gone_is_fetched_anew_or_else_listed_as_left_out(house: House) -> None:
    nova = await a_managed_nova(house)
    await is_filed(house, nova.vera, b"goals of Vera")
    await is_filed(house, nova.ilya, b"goals of Ilya")
    lost = update(attachments).values(sha256=None, keeping=Keeping.LOST)
    await house.bot.writer.change(lambda connection: connection.execute(lost))
    await house.bot.writer.change(
        lambda connection: connection.execute(
            update(attachments).where(attachments.c.id == 2).values(file_id="BQACAgInobody-has-it")
        )
    )

    await asks_for_a_pack(nova)

    card = await nova.maria.sees("1 file could not be put in")
    packed = opened(await nova.maria.sees("Nova", after=card))
    assert packed["1_Managing/001_T02_Nova_Vera_2026-11-23_v1.pdf"] == b"goals of Vera"
    assert "not in the pack: it is only in Telegram" in words_of(packed["0_Index.docx"])


async def test_a_pack_that_a_restart_interrupts_is_made_and_sent_once(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            nova = await a_managed_nova(house)
            await is_filed(house, nova.vera, b"goals of Vera")
            await bot.supervisor.stop()
            await bot.changes.make(_wanted)
        async with bot_on(sim, tmp_path):
            archive = await nova.maria.sees("🗄 Nova,")
            assert "1_Managing/001_T02_Nova_Vera_2026-11-23_v1.pdf" in opened(archive)
    sent = [one for one in nova.maria.messages() if one.file is not None]
    assert len(sent) == 1


def _wanted(record: SqlRecord, now: datetime) -> None:
    [programme] = [record.programmes.first()]
    assert programme is not None
    [group] = record.groups.of_programme(programme.id)
    [maria] = record.managers.of_programme(programme.id)
    record.packs.add(group.id, maria.id, language=Language.EN, now=now)
