"""Maria talks with Vera, question by question, with every slip there is, and files what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from mentoring.places import Deed
from mentoring.use_cases.places import Change, change
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import a_managed_nova, place_of

if TYPE_CHECKING:
    from simulator.persons import Person
    from simulator.views import View
    from tests.e2e.conftest import House

SECRET = "Страх ме е да говоря пред другите"


async def opens_talks(maria: Person) -> None:
    said = await maria.says("/groups")
    await maria.presses("Nova", on=await maria.sees("Имате", after=said))
    await maria.presses("Разговори за мониторинг", on=await maria.sees("Код на групата", after=said))
    await maria.sees("С кого разговаряте?", after=said)


async def noted(maria: Person, words: str, then: str) -> View:
    """What she sees next."""
    return await maria.sees(then, after=await maria.says(words))


async def test_a_talk_is_noted_stopped_gone_on_with_and_filed_in_bulgarian(house: House) -> None:
    nova = await a_managed_nova(house, speaks=Language.BG)
    maria = nova.maria
    await opens_talks(maria)
    await maria.presses("Vera")
    first = await maria.sees("Срещате ли се по план?")
    assert "нито групата, нито другата страна ще види отговорите" in first.text

    again = await maria.sees("Тук се записват само думи", after=await maria.sends_photo(b"a photo of my notes"))
    await maria.presses("🟡", on=again)
    await maria.sees("Записано: 🟡")
    await noted(maria, "Невинаги", "Въпрос 2 от 8")
    back = await noted(maria, "назад", "Въпрос 1 от 8")
    assert "Записано: 🟡 Невинаги" in back.text
    await maria.presses("Напред", on=back)
    await maria.sees("Въпрос 2 от 8", after=again)
    await noted(maria, "Стигнах до писмото", "Въпрос 3 от 8")
    await noted(maria, "стоп", "Спряхме преди въпрос 3 от 8")

    place = await place_of(house, nova.vera)
    await house.bot.changes.make(lambda record, now: change(record, place, Change(deed=Deed.LEAVE, by=None), now))
    await opens_talks(maria)
    await maria.presses("Vera", on=await maria.sees("Vera – въпрос 3 от 8"))
    assert "Вече не е в групата" in (await maria.sees("Въпрос 3 от 8")).text
    await noted(maria, "Приятелките ѝ", "Въпрос 4 от 8")
    card = await noted(maria, f"🔴 {SECRET}", "Въпрос 5 от 8")
    for number in range(6, 9):
        await maria.presses("Пропускане", on=card)
        card = await maria.sees(f"Въпрос {number} от 8")
    await maria.presses("Пропускане", on=card)
    await maria.sees("Какво се договорихте?")
    await maria.presses("Anton", on=await noted(maria, "Първо пише, после говори", "Кой ще го направи?"))
    await maria.sees("Докога?")
    read_back = await noted(maria, "15.12", "Как върви като цяло?")
    assert "Първо пише, после говори · Anton · до вт, 15 декември" in read_back.text
    whole = await noted(maria, "червено", "Така ли е?")
    assert f"🔴 {SECRET}" in whole.text
    done = await noted(maria, "да", "✅ Готово на")
    await maria.presses("Към „Мониторинг“", on=done)

    document = await maria.sees("Само за ръководителите")
    assert document.file is not None
    assert document.file.name == "T12_Nova_Vera_2026-11-23_v1.docx"
    assert "T12_Nova_Vera_2026-11-23_v1.docx" in (await maria.sees("Добавено в „Мониторинг“")).text
    await maria.sees("искат внимание: 🔴 Vera (Nova)", after=await maria.says("/status"))

    await all_is_handled(house)
    others = [nova.anton.messages(), nova.vera.messages(), nova.ilya.messages(), nova.ilya.messages(nova.chat)]
    assert [seen.text for messages in others for seen in messages if SECRET in seen.text or "T12" in seen.text] == []
