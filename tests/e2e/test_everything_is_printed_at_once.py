"""All forms of the first session come in one file, with everybody's names, for whoever leads the group."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from doc_templates.reading import read_back
from mentoring.people import Language
from tests.e2e.a_group import a_nova
from tests.e2e.leading_nova import a_manager

if TYPE_CHECKING:
    from simulator.persons import Person
    from simulator.views import View
    from tests.e2e.conftest import House


def forms_in(sent: View) -> dict[str, bytes]:
    assert sent.file is not None
    with zipfile.ZipFile(io.BytesIO(sent.file.content or b"")) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


async def opens_templates(person: Person, *, bg: bool = False) -> View:
    said = await person.says("/home")
    await person.presses("Още" if bg else "More")
    await person.presses("🗂 Файлове" if bg else "🗂 Files")
    files = await person.sees("За да намерите нещо" if bg else "To find something", after=said)
    await person.presses("Формуляри" if bg else "Templates", on=files)
    return await person.sees("Вземете формуляр" if bg else "Take a form")


async def test_a_mentor_prints_for_everybody_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.anton.presses("🖨 Печат за първата среща", on=await opens_templates(nova.anton, bg=True))
    card = await nova.anton.sees("За печат за първата среща на Nova")
    assert "T04 Договор × 4" in card.text
    await nova.anton.presses("🖨 Подготвяне", on=card)

    sent = await nova.anton.sees("10 формуляра за печат", timeout=45)

    assert sent.file is not None
    assert sent.file.name == "Za-Pechat_Nova_2026-11-23.zip"
    forms = forms_in(sent)
    assert [*forms][:3] == [
        "001_T03_Nova_2026-11-23_v1.docx",
        "002_T04_Nova_2026-11-23_v1.docx",
        "003_T04_Nova_Anton_2026-11-23_v1.docx",
    ]
    assert {read_back(content).code for content in forms.values()} == {"T02", "T03", "T04", "T05", "T07"}
    assert all(read_back(content).identity is not None for content in forms.values())
    await nova.anton.sees("10 формуляра са готови")


async def test_a_manager_of_two_groups_chooses_one_and_asks_again(house: House) -> None:
    nova = await a_nova(house)
    maria = await a_manager(house)
    await house.bot.changes.make(
        lambda record, now: record.groups.add(
            programme_id=record.programmes.managed_by(record.people.by_telegram_id(maria.id).id)[0].id,  # type: ignore[union-attr]  # she is known
            name="Start",
            language=Language.EN,
            now=now,
        )
    )
    await maria.presses("🖨 Print for the first session", on=await opens_templates(maria))
    await maria.presses("Nova", on=await maria.sees("For which group?"))
    await maria.presses("🖨 Make it", on=await maria.sees("of Nova"))
    first = await maria.sees("11 forms to print", timeout=45)

    await maria.presses("🖨 Print for the first session", on=await opens_templates(maria))
    await maria.presses("Nova", on=await maria.sees("For which group?"))
    await maria.presses("🖨 Make it", on=await maria.sees("of Nova"))
    again = await maria.sees("11 forms to print", timeout=45, after=first)

    assert forms_in(again) == forms_in(first)
    [own] = [content for name, content in forms_in(first).items() if "_T04_Nova_Vera_" in name]
    assert "Vera" in _words(own)
    await nova.vera.sees_no("forms to print")


def _words(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as word:
        return word.read("word/document.xml").decode()
