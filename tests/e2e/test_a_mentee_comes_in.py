"""From the link to standing in the Telegram group: counted, with every mistake people make on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.watching import until
from tests.e2e.door import BG, BOTH, EN, MENTEES, a_chat, code_of_nova, comes_in, link_of, to_the_names, to_the_notice
from tests.e2e.setting_up import a_group, a_manager

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from mentoring.groups import Invitation
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House
    from tests.e2e.door import Words

languages = pytest.mark.parametrize("words", BOTH, ids=["en", "bg"])
UNKNOWN = {"en": "I don't know you yet", "bg": "Още не Ви познавам"}
STALE = {"en": "This is no longer there", "bg": "Това вече го няма"}
RUN_OUT = {"en": "This invitation has run out", "bg": "Срокът на тази покана е изтекъл"}


@languages
async def test_a_mentee_is_in_the_telegram_group_after_six_actions(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    chat = await a_chat(house, maria)
    await link_of(house, chat)
    vera = house.person("Vera Dimova", speaks=words.speaks)

    async def presses_request_in_telegram() -> None:
        button = await vera.presses(words.chat, on=await vera.sees(words.welcome))
        await vera.joins(button.url or "")

    actions: list[tuple[int, Callable[[], Awaitable[object]], str]] = [
        (1, lambda: vera.starts(links.mentees), ""),
        (1, lambda: vera.presses(words.language), words.which),
        (1, lambda: vera.presses("Vera Dimova"), words.privacy),
        (1, lambda: vera.presses(words.agree), words.welcome),
        # The button on the card, and Telegram's own one that asks to be let in.
        (2, presses_request_in_telegram, ""),
    ]
    for _, act, answer in actions:
        await act()
        await vera.sees(answer)

    await maria.sees("Welcome to Nova, Vera Dimova!", in_=chat)
    assert sum(count for count, _, _ in actions) == 6


@languages
async def test_a_link_opened_twice_begins_again_and_lets_in_once(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_notice(vera, links.mentees, words)

    await comes_in(vera, links.mentees, words)
    said = await vera.starts(links.mentees)

    assert "Vera Dimova" in (await vera.sees("Vera Dimova", after=said)).text
    await vera.sees_no(UNKNOWN[words.speaks])


@languages
async def test_typing_instead_of_pressing_leads_in_as_well(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)

    await vera.starts(links.mentees)
    await vera.says(words.language)
    await vera.sees(words.which)
    said = await vera.says("what is this?")
    await vera.sees(words.which, after=said)
    await vera.says("Вера Димова")
    await vera.sees(words.privacy)
    said = await vera.says("hm")
    await vera.sees(words.privacy, after=said)
    await vera.says("ok" if words is EN else "da")

    await vera.sees(words.welcome)


@languages
async def test_old_buttons_and_second_presses_on_the_way_in_change_nothing(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_notice(vera, links.mentees, words)
    card = await vera.sees(words.privacy)
    await vera.presses(words.agree, on=card)
    await vera.sees(words.welcome)

    again = await vera.presses_raw(card, "ja")
    other = await vera.presses_raw(card, "jn:3")

    assert STALE[words.speaks] in (again.text or "")
    assert STALE[words.speaks] in (other.text or "")
    seats = await house.bot.changes.make(lambda record, now: [one.max_uses - one.uses for one in live(record, now)])
    assert sorted(seats) == [1, 2]


def live(record: SqlRecord, now: datetime) -> Sequence[Invitation]:
    programme = record.programmes.first()
    assert programme is not None
    [group] = record.groups.of_programme(programme.id)
    return record.invitations.live_of(group.id, now)


@languages
async def test_the_wrong_name_can_be_given_back_before_agreeing(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    ilya = house.person("Ilya", speaks=words.speaks)
    await to_the_notice(ilya, links.mentees, words, name="Vera Dimova")

    await ilya.presses("◀")
    await ilya.sees(words.which)
    await ilya.presses("Ilya Kolev")
    await ilya.presses(words.agree)

    assert "Ilya Kolev" in (await ilya.sees(words.welcome)).text


@languages
async def test_a_link_that_has_run_out_says_so_and_the_code_leads_to_the_manager(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    await house.passes(days=15)
    vera = house.person("Vera", speaks=words.speaks)

    await vera.starts(links.mentees)
    await vera.sees(RUN_OUT[words.speaks])
    await vera.says(await code_of_nova(house))
    await vera.presses(words.language)
    await vera.sees(words.own_name)
    await vera.says("Vera D.")
    await vera.sees(words.waiting)
    question = await maria.sees("Vera D.")
    await maria.presses("Vera Dimova", on=question)
    await vera.presses(words.agree)

    assert "Vera Dimova" in (await vera.sees(words.welcome)).text


@languages
async def test_a_typed_code_and_a_forwarded_link_lead_to_the_same_names(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    typing, forwarded = house.person("Typing", speaks=words.speaks), house.person("Forwarded", speaks=words.speaks)
    code = await code_of_nova(house)

    await typing.says(f"{code.lower()} ")
    await typing.presses(words.language)
    by_code = await typing.sees(words.which)
    await to_the_names(forwarded, links.mentees, words)

    assert by_code.buttons == (await forwarded.sees(words.which)).buttons


@languages
async def test_a_request_to_join_reaches_them_privately_and_opens_the_door_by_itself(
    house: House, words: Words
) -> None:
    maria = await a_manager(house)
    await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    chat = await a_chat(house, maria)
    vera = house.person("Vera", speaks=words.speaks)

    assert not await vera.joins(await link_of(house, chat))
    await maria.sees("Vera (")
    await starts_at_the_door(vera, words)
    await vera.presses("Vera Dimova")
    await vera.presses(words.agree)
    await vera.sees(words.welcome)

    await maria.sees("Welcome to Nova, Vera Dimova!", in_=chat)
    await maria.sees("Let into the Telegram group")


async def starts_at_the_door(person: Person, words: Words) -> None:
    button = await person.presses("Start" if words is EN else "Започни")
    assert button.url is not None
    await person.starts(button.url.split("start=")[1])
    await person.presses(words.language)
    await person.sees(words.which)


@languages
async def test_whoever_takes_an_hour_to_answer_at_the_door_goes_on_all_the_same(house: House, words: Words) -> None:
    maria = await a_manager(house)
    await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    chat = await a_chat(house, maria)
    vera = house.person("Vera", speaks=words.speaks)
    await vera.joins(await link_of(house, chat))
    await vera.sees("join the group's chat" if words is EN else "влезете в чата на групата")
    await house.passes(hours=1)

    await starts_at_the_door(vera, words)
    await vera.says("Vera Dimova")
    await vera.says("yes")

    await maria.sees("Welcome to Nova, Vera Dimova!", in_=chat)
    await vera.sees(words.welcome)


@languages
async def test_start_pressed_again_on_the_way_in_asks_the_open_question_again(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_notice(vera, links.mentees, words)

    said = await vera.starts()

    await vera.sees(words.privacy, after=said)
    await vera.sees_no(UNKNOWN[words.speaks])


async def test_of_two_languages_in_the_group_the_welcome_speaks_both(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    chat = await a_chat(house, maria)
    link = await link_of(house, chat)
    for name, words in (("Ilya Kolev", EN), ("Vera Dimova", BG)):
        person = house.person(name, speaks=words.speaks)
        await comes_in(person, links.mentees, words, name=name)
        await person.joins(link)

    welcome = await maria.sees("Welcome to Nova, Ilya Kolev, Vera Dimova!", in_=chat)

    assert "Добре дошли в Nova, Ilya Kolev, Vera Dimova!" in welcome.text
    world = house.sim.world
    assert await until(world, lambda: len([one for one in maria.messages(chat) if "Welcome" in one.text]) == 1)


@languages
async def test_three_things_are_shown_on_one_card_that_can_be_put_away(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    await link_of(house, await a_chat(house, maria))
    vera = house.person("Vera", speaks=words.speaks)
    await comes_in(vera, links.mentees, words)

    card = await vera.sees("Three things to know" if words is EN else "Три важни неща")
    await vera.presses("👍", on=card)

    await vera.sees("You will find all of it again" if words is EN else "Ще намерите всичко това отново")
    await vera.sees_no("Three things to know" if words is EN else "Три важни неща")
    assert any(words.chat in label for row in (await vera.sees(words.welcome)).buttons for label in row)


@languages
async def test_a_mentor_comes_in_with_words_of_their_own(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    anton = house.person("Anton", speaks=words.speaks)

    await to_the_names(anton, links.mentor, words)
    await anton.presses("Anton Ivanov")
    notice = await anton.sees(words.privacy)
    await anton.presses(words.agree)

    assert ("Your mentees see your name" if words is EN else "Вашите участници виждат името Ви") in notice.text
    await anton.sees("You are mentor of Nova" if words is EN else "Вие сте ментор на Nova")
    await anton.sees("To review." if words is EN else "За преглед.")
