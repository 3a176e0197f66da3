"""From the operator's code to a group with everybody in it, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.setting_up import a_group, a_manager, joins, manager_code, payload_on

if TYPE_CHECKING:
    from tests.e2e.conftest import House

MENTEES = ["Vera Dimova", "Ilya Kolev", "Petya Hristova", "Ivan Stoyanov"]


async def test_a_poster_shows_a_code_to_scan_and_says_what_to_do(house: House) -> None:
    maria = await a_manager(house)
    await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)

    poster = await maria.sees("Nova: for the mentees")

    assert poster.file is not None
    assert poster.file.content is not None
    assert poster.file.content.startswith(b"\x89PNG")
    assert "Scan the code" in poster.text
    assert "Open Doors" in poster.text


async def test_five_taps_bring_a_mentee_in_and_the_manager_sees_it(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Вера", speaks="bg")

    await vera.starts(links.mentees)
    asked = await vera.sees("Кой език предпочитате")
    await vera.presses("Български")
    await vera.sees("Кое е Вашето име")
    await vera.presses("Vera Dimova")
    await vera.sees("шест реда")
    await vera.presses("Да, включвам се")

    await vera.sees("Добре дошли, Vera Dimova")
    assert asked.buttons[0] == ("🇧🇬 Български",)
    await maria.sees("✅ Vera Dimova")


async def test_the_last_one_to_join_is_told_to_the_manager_once(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])

    await joins(house.person("Anton Ivanov"), links.mentor)
    await joins(house.person("Vera Dimova"), links.mentees)

    complete = await maria.sees("✅ Vera Dimova")
    await maria.says("thank you")
    await maria.sees("connect Nova with its Telegram group", after=complete)
    assert len([seen for seen in maria.messages() if "👥 Nova\n" in seen.text]) == 1


async def test_somebody_who_is_not_listed_is_let_in_by_the_manager(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    olga = house.person("Olga")

    await olga.starts(links.mentees)
    await olga.presses("English")
    await olga.presses("I'm not on the list")
    await olga.sees("first and family name")
    await olga.says("Olga Marinova")
    await olga.sees("I have asked the manager")
    await maria.sees("wants to join Nova and is not on your list")
    await maria.presses("Let in")
    await olga.presses("I agree")

    await olga.sees("Welcome, Olga Marinova")
    await maria.sees("Olga Marinova may join Nova")


async def test_whoever_declines_leaves_no_trace(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    oleg = house.person("Oleg")

    await oleg.starts(links.mentees)
    await oleg.presses("English")
    await oleg.presses("Vera Dimova")
    await oleg.presses("Full text")
    await oleg.sees("Who answers for it")
    await oleg.presses("No, thanks")

    await oleg.sees("I keep nothing about you")
    await house.passes(hours=1)
    known = await house.bot.changes.make(
        lambda record, now: (record.people.by_telegram_id(oleg.id), record.prompts.of(oleg.id, now))
    )
    assert known == (None, None)


async def test_yes_can_be_typed_in_either_language(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    ivan = house.person("Ivan Stoyanov", speaks="bg")

    await ivan.starts(links.mentees)
    await ivan.says("Български")
    await ivan.sees("Кое е Вашето име")
    await ivan.says("ivan stoyanov")
    await ivan.sees("шест реда")
    await ivan.says("Да!")

    await ivan.sees("Добре дошли, Ivan Stoyanov")


async def test_words_that_answer_nothing_show_the_home_card(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)

    said = await vera.says("what now?")

    await vera.sees("Hello, Vera Dimova", after=said)


async def test_words_reach_a_human_and_come_back(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)

    await vera.presses("Help")
    await vera.presses("Talk to a person")
    await vera.presses("Write to Maria Petrova")
    await vera.sees("What shall I pass on")
    await vera.says("I am ill today")
    await maria.sees("I am ill today")
    await maria.presses("Reply")
    await maria.sees("What shall I pass on to Vera Dimova")
    await maria.says("Get well soon")

    await vera.sees("Get well soon")


async def test_an_old_button_says_so_and_shows_the_way_on(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)
    card = await vera.sees("Welcome")

    toast = await vera.presses_raw(card, "nothing:of:ours")

    assert toast.text is not None
    assert "This button is old" in toast.text
    await vera.sees("Hello, Vera Dimova")


async def test_the_whole_set_up_speaks_bulgarian(house: House) -> None:
    maria, anton = house.person("Мария Петрова", speaks="bg"), house.person("Антон Иванов", speaks="bg")
    await maria.starts(manager_code(house))
    await maria.presses("Български")
    await maria.presses("Мария Петрова")
    await maria.sees("Коя организация")
    await maria.says("Отворени врати")
    await maria.sees("Как се казва новата група")
    await maria.says("Нова")
    await maria.sees("Кой е менторът на Нова")
    await maria.says("Антон Иванов")
    await maria.sees("Кои са участниците в Нова")
    await maria.says("Вера Димова\nИлия Колев")
    await maria.sees("Вера Димова – още не е в групата")
    await maria.presses("Връзки и плакати")
    poster = await maria.sees("Нова: за ментора")

    await joins(anton, payload_on(poster), bulgarian=True)

    await maria.sees("✅ Антон Иванов")
    await anton.sees("Вие сте ментор на Нова")
