"""Strange groups, strangers' fingers, blocked chats: nothing is kept, nobody is left without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mentoring.notices.groups import LeaveChat
from mentoring.people import Reachability
from simulator.watching import until
from storage.tables.outbox import outbox
from tests.e2e.setting_up import a_group, a_manager, happened, joins

if TYPE_CHECKING:
    from simulator.groups import Group as TelegramGroup
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

MENTEES = ["Vera Dimova", "Ilya Kolev"]


async def a_mentee(house: House, maria: Person) -> Person:
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)
    return vera


async def a_connected_group(house: House, maria: Person) -> TelegramGroup:
    chat = house.sim.group("Nova chat", owner=maria)
    await maria.presses("Connect the Telegram group")
    await maria.presses("Pick or create a group")
    await maria.presses("Choose the Telegram group", choose=chat)
    await maria.sees("I can invite people")
    return chat


async def a_minute_goes_by(house: House) -> None:
    """So long the bot waits for the code that may come with it, where a group awaits its Telegram group."""
    await house.sim.all_confirmed()
    await house.passes(minutes=1)
    house.bot.delivery.wake()


def waiting_to_leave(record: SqlRecord) -> int:
    return record.connection.scalar(select(func.count()).where(outbox.c.kind == LeaveChat.__name__)) or 0


def reachability(record: SqlRecord, person: Person) -> Reachability | None:
    known = record.people.by_telegram_id(person.id)
    return known.reachability if known else None


async def test_strange_groups_hear_once_what_the_bot_needs_and_are_left_within_ten_seconds(house: House) -> None:
    oleg = house.person("Oleg")
    chats = [house.sim.group(f"Strange {number}", owner=oleg) for number in range(20)]

    for chat in chats:
        chat.adds_bot(by=oleg)
        await oleg.says("/start", in_=chat)
    await happened(house, lambda record: waiting_to_leave(record) == len(chats))
    await house.passes(minutes=10 / 60)
    house.bot.delivery.wake()
    world = house.sim.world

    assert await until(world, lambda: not any(chat.chat.member(world.bot).is_present for chat in chats))
    said = [[seen.text for seen in oleg.messages(chat) if seen.sender == "ementor" and seen.text] for chat in chats]
    assert {len(words) for words in said} == {1}
    assert all("needs a code" in text and "нужен код" in text for [text] in said)
    assert await house.bot.changes.make(lambda record, _: record.people.by_telegram_id(oleg.id)) is None


async def test_a_manager_who_adds_the_bot_is_asked_which_group_it_is_for(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    chat = house.sim.group("Nova chat", owner=maria)

    chat.adds_bot(by=maria, rights=["can_invite_users"])
    await a_minute_goes_by(house)
    await maria.presses("Nova", on=await maria.sees("You have added me to “Nova chat”"))

    await maria.sees("I remind of meetings and take documents", in_=chat)


async def test_the_question_comes_though_another_group_is_being_connected(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    await maria.presses("Connect the Telegram group")
    await maria.sees("/bind")
    chat = house.sim.group("Family", owner=maria)

    chat.adds_bot(by=maria)
    await house.sim.all_confirmed()
    await maria.sees_no("You have added me")
    await a_minute_goes_by(house)

    await maria.sees("You have added me to “Family”")


async def test_a_manager_can_send_the_bot_out_again(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    chat = house.sim.group("Family", owner=maria)

    chat.adds_bot(by=maria)
    await a_minute_goes_by(house)
    await maria.presses("None, leave that chat")

    await maria.sees("I have left that chat")


async def test_somebody_who_blocked_the_bot_is_shown_to_the_manager_and_welcomed_back(house: House) -> None:
    maria = await a_manager(house)
    vera = await a_mentee(house, maria)
    await maria.sees("✅ Vera Dimova")

    vera.blocks_bot()
    await happened(house, lambda record: reachability(record, vera) is Reachability.BLOCKED)
    await maria.says("/help")
    await maria.sees("I am a bot")
    await maria.says("/home")
    await maria.presses("Groups")
    await maria.presses("Nova · 1 of 3")
    await maria.sees("📵 Vera Dimova")
    vera.unblocks_bot()

    await vera.sees("Welcome back, Vera Dimova")
    await happened(house, lambda record: reachability(record, vera) is Reachability.OK)


async def test_what_was_missed_is_counted(house: House) -> None:
    maria = await a_manager(house)
    vera = await a_mentee(house, maria)
    await vera.presses("Help")
    await vera.presses("Talk to a person")
    await vera.presses("Write to Maria Petrova")
    await vera.sees("What shall I pass on")
    await vera.says("Are we meeting?")
    await maria.sees("Are we meeting?")
    vera.blocks_bot()
    await happened(house, lambda record: reachability(record, vera) is Reachability.BLOCKED)

    await maria.presses("Reply")
    await maria.sees("What shall I pass on to Vera Dimova")
    await maria.says("Yes, at six")
    await maria.sees("I can't reach Vera Dimova")
    vera.unblocks_bot()

    await vera.sees("You have missed 1 message")


async def test_a_command_in_the_group_is_answered_in_private(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    chat = await a_connected_group(house, maria)
    oleg = house.person("Oleg")
    chat.adds(oleg)

    said = await maria.says("/home")
    await maria.sees("Hello, Maria Petrova", after=said)
    await maria.says("/help", in_=chat)
    await oleg.says("/help", in_=chat)

    await oleg.sees("I do this in our private chat", in_=chat)


async def test_a_strangers_tap_is_refused_over_the_button(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    oleg = house.person("Oleg")
    await oleg.starts()
    card = await oleg.sees("I don't know you yet")

    toast = await oleg.presses_raw(card, "go:1")

    assert toast.text == "This isn't open to you. Nothing was changed."


async def test_talk_in_a_connected_group_is_not_stored(house: House) -> None:
    maria = await a_manager(house)
    await a_mentee(house, maria)
    chat = await a_connected_group(house, maria)

    await maria.says("canary words between people", in_=chat)
    await house.sim.all_confirmed()

    stored = b"".join(file.read_bytes() for file in house.folder.glob("ementor.db*"))
    assert b"canary words" not in stored


async def test_nothing_that_is_said_in_a_strange_group_is_stored(house: House) -> None:
    oleg = house.person("Oleg")
    chat = house.sim.group("Strange", owner=oleg)
    chat.adds_bot(by=oleg, rights=["can_pin_messages"])
    for said in ("canary words", "/note canary words", "/start@ementor_bot", "@ementor_bot canary words"):
        await oleg.says(said, in_=chat)
    await oleg.sends_document("canary words.pdf", b"canary words", in_=chat)
    await oleg.sends_photo(caption="canary words", in_=chat)
    await happened(house, lambda record: waiting_to_leave(record) == 1)
    await house.sim.all_confirmed()

    stored = b"".join(file.read_bytes() for file in house.folder.rglob("*") if file.is_file())
    assert b"canary words" not in stored
    assert [seen for seen in oleg.messages(chat) if seen.sender == "ementor" and seen.text] == []
