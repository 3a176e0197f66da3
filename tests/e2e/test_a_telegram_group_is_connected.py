"""The mentoring group and its Telegram chat: picked, linked or typed; moved, lost, and asked to be let into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from tests.e2e.a_managed_group import a_managed_nova
from tests.e2e.setting_up import a_group, a_manager, happened, joins

if TYPE_CHECKING:
    from mentoring.groups import Group
    from simulator.groups import Group as TelegramGroup
    from simulator.persons import Person
    from tests.e2e.conftest import House

RIGHTS = ("can_invite_users", "can_pin_messages")


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    connect: str
    pick: str
    choose: str
    may: tuple[str, str, str]
    not_pin: str
    board: tuple[str, str]


WORDS = {
    Language.EN: Words(
        connect="Connect the Telegram group",
        pick="Pick or create a group",
        choose="Choose the Telegram group",
        may=("✅ I see files that people post", "✅ I can pin messages", "✅ I can invite people"),
        not_pin="I can't pin messages",
        board=("Mentees: Vera Dimova", "I keep chat only while a session is recorded"),
    ),
    Language.BG: Words(
        connect="Свързване на групата в Telegram",
        pick="Избор или създаване на група",
        choose="Избор на групата в Telegram",
        may=("✅ Виждам файловете", "✅ Мога да закачам съобщения", "✅ Мога да каня хора"),
        not_pin="Не мога да закачам съобщения",
        board=("Участници: Vera Dimova", "Пазя разговори само докато се записва среща"),
    ),
}


async def a_connected_group(house: House, maria: Person, *, speaks: Language = Language.EN) -> TelegramGroup:
    chat, words = house.sim.group("Nova chat", owner=maria), WORDS[speaks]
    await maria.presses(words.connect)
    await maria.presses(words.pick)
    await maria.presses(words.choose, choose=chat)
    await maria.sees(words.may[2])
    return chat


async def a_group_with_vera(house: House, maria: Person, *, speaks: Language = Language.EN) -> Person:
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova", "Ilya Kolev"], speaks=speaks)
    vera = house.person("Vera Dimova", speaks=speaks)
    await joins(vera, links.mentees, bulgarian=speaks is Language.BG)
    await maria.sees("✅ Vera Dimova")
    return vera


async def connected(house: House, chat_id: int) -> Group:
    group = await house.bot.changes.make(lambda record, _: record.groups.by_chat(chat_id))
    assert group is not None
    return group


async def invite_link(house: House, chat_id: int) -> str:
    """Telegram is asked for it after the binding, and its answer is stored after that."""
    await happened(house, lambda record: (group := record.groups.by_chat(chat_id)) is not None and group.invite_link)
    link = (await connected(house, chat_id)).invite_link
    assert link is not None
    return link


@pytest.mark.parametrize("language", Language)
async def test_a_manager_picks_a_group_and_sees_what_the_bot_may_do_and_may_no_longer(
    house: House, language: Language
) -> None:
    maria, words = await a_manager(house, speaks=language), WORDS[language]
    await a_group_with_vera(house, maria, speaks=language)

    chat = await a_connected_group(house, maria, speaks=language)

    for right in words.may:
        await maria.sees(right)
    for line in words.board:
        await maria.sees(line, in_=chat)
    chat.promotes_bot([], by=maria)
    await maria.sees(words.not_pin)


async def test_a_manager_creates_a_group_from_the_picker(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)

    await maria.presses("Connect the Telegram group")
    await maria.presses("Pick or create a group")
    await maria.presses("Choose the Telegram group", create="Brand new")

    await maria.sees("connected with “Brand new”")


async def test_the_add_to_group_link_connects_it(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    await maria.presses("Connect the Telegram group")
    card = await maria.sees("/bind")
    code = card.text.split("/bind ")[1].split()[0]
    chat = house.sim.group("Nova chat", owner=maria)

    chat.adds_bot(by=maria, rights=RIGHTS, payload=f"c_{code}")

    await maria.sees("I can invite people")
    await maria.sees("Mentor: –", in_=chat)


async def test_a_typed_code_connects_it_in_any_letters(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    await maria.presses("Connect the Telegram group")
    card = await maria.sees("/bind")
    code = card.text.split("/bind ")[1].split()[0]
    chat = house.sim.group("Nova chat", owner=maria)

    chat.adds_bot(by=maria)
    await maria.says(f"/bind {code.lower()}", in_=chat)

    await maria.sees("I can't pin messages")
    await maria.sees("choose me with")


async def test_an_anonymous_administrator_is_told_how_to_be_recognised(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    await maria.presses("Connect the Telegram group")
    card = await maria.sees("/bind")
    code = card.text.split("/bind ")[1].split()[0]
    chat = house.sim.group("Nova chat", owner=maria)
    chat.adds_bot(by=maria)
    chat.hides(maria)

    await maria.says(f"/bind {code}", in_=chat)

    await maria.sees("anonymous administrator", in_=chat)
    await maria.sees_no("is connected with")


async def test_members_are_let_into_the_chat_and_others_asked_about(house: House) -> None:
    maria = await a_manager(house)
    vera = await a_group_with_vera(house, maria)
    chat = await a_connected_group(house, maria)
    oleg = house.person("Oleg")
    link = await invite_link(house, chat.id)

    assert not await vera.joins(link)
    assert not await oleg.joins(link)
    await maria.sees("asks to join the Telegram group of Nova")
    await maria.presses("Don't")

    await maria.sees("Not let into the Telegram group")
    await vera.sees("I remind of meetings and take documents", in_=chat)


async def test_a_bot_that_was_removed_tells_the_manager_and_goes_on_in_private(house: House) -> None:
    maria = await a_manager(house)
    vera = await a_group_with_vera(house, maria)
    chat = await a_connected_group(house, maria)

    chat.removes_bot(by=maria)

    lost = await maria.sees("I was removed from “Nova chat”")
    assert lost.buttons == (("↩ Add me back",), ("💬 Connect the Telegram group",))
    said = await vera.says("hello")
    await vera.sees("Hello, Vera Dimova", after=said)


async def test_a_group_that_becomes_a_supergroup_stays_connected(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    chat = await a_connected_group(house, maria)
    before = chat.id

    chat.migrates()
    await happened(house, lambda record: record.groups.by_chat(chat.id) is not None)

    assert chat.id != before
    assert (await connected(house, chat.id)).name == "Nova"


async def test_connecting_another_chat_asks_and_moves(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    await a_connected_group(house, maria)
    new = house.sim.group("Second chat", owner=maria)

    await maria.says("/home")
    await maria.presses("Groups")
    await maria.presses("Nova")
    await maria.presses("Change the group")
    await maria.presses("Another Telegram group")
    await maria.presses("Pick or create a group")
    await maria.presses("Choose the Telegram group", choose=new)
    await maria.sees("Shall it move to “Second chat”")
    await maria.presses("Yes, move")

    await maria.sees("I remind of meetings and take documents", in_=new)
    await maria.sees("is connected with “Second chat”")
    assert (await connected(house, new.id)).name == "Nova"


async def test_the_board_speaks_both_languages_where_both_are_read(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova", "Ilya Kolev"])
    await joins(house.person("Vera Dimova", speaks="bg"), links.mentees, bulgarian=True)
    await maria.sees("✅ Vera Dimova")

    chat = await a_connected_group(house, maria)

    board = await maria.sees("I remind of meetings and take documents", in_=chat)
    assert "напомням за срещите и приемам документи" in board.text


async def test_a_wrong_code_is_answered_in_private(house: House) -> None:
    maria = await a_manager(house)
    await a_group_with_vera(house, maria)
    chat = house.sim.group("Nova chat", owner=maria)
    chat.adds_bot(by=maria)

    await maria.says("/bind WRONGONE", in_=chat)

    await maria.sees("I don't know this invitation")
    await maria.sees_no("I don't know this invitation", in_=chat)


EXTRA = {
    Language.EN: ("I can invite people", "If you like: with", "I can take people out", "❌"),
    Language.BG: ("Мога да каня хора", "По желание: с", "Мога да изваждам хора", "❌"),
}


@pytest.mark.parametrize("language", Language)
async def test_the_right_to_take_people_out_is_asked_for_as_an_extra(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    all_there, extra, given, missing = EXTRA[language]

    nova.chat.promotes_bot(["can_manage_chat", *RIGHTS], by=nova.anton)

    card = await nova.maria.sees(all_there)
    assert extra in card.text
    assert missing not in card.text
    nova.chat.promotes_bot(["can_manage_chat", "can_restrict_members", *RIGHTS], by=nova.anton)
    await nova.maria.sees(given)
