"""Chats that are lost and found again: what waited goes where it belongs, once, and nothing to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Reachability
from mentoring.use_cases import boards
from simulator.attachments import pdf
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.setting_up import a_group, a_manager, happened, joins

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.groups import Group as TelegramGroup
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

PDF = pdf("essay")


async def a_connected_group(house: House) -> tuple[Person, Person, TelegramGroup]:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova", "Ilya Kolev"])
    vera = house.person("Vera Dimova")
    await joins(vera, links.mentees)
    chat = house.sim.group("Nova chat", owner=maria)
    await maria.presses("Connect the Telegram group")
    await maria.presses("Pick or create a group")
    await maria.presses("Choose the Telegram group", choose=chat)
    await maria.sees("I can invite people")
    await maria.sees("Mentees: Vera Dimova", in_=chat)
    return maria, vera, chat


async def joined_by_ilya(house: House, maria: Person) -> None:
    """The board of the group's chat has news."""
    said = await maria.says("/home")
    await maria.sees("Hello", after=said)
    await maria.presses("Groups")
    await maria.presses("Nova")
    await maria.presses("Links and posters")
    await maria.presses("New link for mentees")
    poster = await maria.sees("Nova: for the mentees", after=said)
    await joins(house.person("Ilya Kolev"), poster.text.split("?start=")[1].split()[0])


async def test_what_waits_for_a_group_follows_it_to_its_new_number(house: House) -> None:
    maria, _, chat = await a_connected_group(house)
    old = chat.id
    house.sim.faults.order(kind="429", chat=old, times=1, retry_after=1)
    await joined_by_ilya(house, maria)

    chat.migrates()

    await maria.sees("Mentees: Vera Dimova, Ilya Kolev", in_=chat)
    await happened(house, lambda record: record.groups.by_chat(chat.id))
    said_after = [seen for seen in house.sim.world.chats[old].messages.values() if "Ilya" in seen.text]
    assert said_after == []


async def test_a_group_that_moved_unnoticed_is_followed_when_something_is_sent_there(house: House) -> None:
    maria, _, chat = await a_connected_group(house)
    await all_is_handled(house)
    old = chat.id
    house.sim.faults.order(method="getUpdates", kind="hang", times=100)
    await house.sim.world.updates.polled()
    chat.migrates()

    def news(record: SqlRecord, now: datetime) -> None:
        group = record.groups.by_chat(old)
        assert group is not None
        boards.show(record, group, now)

    await house.bot.changes.make(news)

    await maria.sees("I remind of meetings and take documents", in_=chat)
    await happened(house, lambda record: record.groups.by_chat(chat.id))
    assert await house.bot.changes.make(lambda record, _: record.groups.by_chat(old)) is None


async def test_people_are_still_let_in_after_the_group_has_moved(house: House) -> None:
    _, _, chat = await a_connected_group(house)
    await happened(house, lambda record: (group := record.groups.by_chat(chat.id)) and group.invite_link)

    chat.migrates()

    await happened(house, lambda record: (group := record.groups.by_chat(chat.id)) and group.invite_link)


async def test_a_bot_that_was_removed_and_added_again_goes_on_in_the_same_group(house: House) -> None:
    maria, vera, chat = await a_connected_group(house)
    chat.removes_bot(by=maria)
    await maria.sees("I was removed from “Nova chat”")

    sent = await vera.sends_document("essay.pdf", PDF)
    await vera.sees("S-1001 has arrived", after=sent)
    chat.adds_bot(by=maria, rights=["can_invite_users", "can_pin_messages"])
    await maria.presses("Yes, for Nova again")

    await maria.sees("is connected with")
    await happened(house, lambda record: record.groups.by_chat(chat.id))
    vera_in_chat = await house.bot.changes.make(lambda record, _: record.groups.by_chat(chat.id))
    assert vera_in_chat is not None
    assert vera_in_chat.name == "Nova"


async def test_a_mentor_who_blocks_the_bot_finds_the_work_when_they_come_back(house: House) -> None:
    nova = await a_nova(house)
    nova.anton.blocks_bot()
    await happened(house, lambda record: _is_blocked(record, nova.anton))

    await nova.vera.sends_document("essay.pdf", PDF)
    await nova.vera.sees("S-1001 has arrived")
    nova.anton.unblocks_bot()

    await nova.anton.sees("You have missed")
    await nova.anton.presses("▶ Review")
    card = await nova.anton.sees("Waiting for you since")
    await nova.anton.presses("Accept", on=card)
    await nova.vera.sees("S-1001 is accepted")


async def test_a_block_that_nobody_told_of_is_noticed_when_something_is_sent(house: House) -> None:
    nova = await a_nova(house)
    nova.anton.user.blocked = True

    await nova.vera.sends_document("essay.pdf", PDF)

    await nova.vera.sees("S-1001 has arrived")
    await happened(house, lambda record: _is_blocked(record, nova.anton))
    nova.anton.user.blocked = False
    said = await nova.anton.starts()
    await nova.anton.sees("Welcome back, Anton", after=said)
    await nova.anton.sees("1 submission waits for your review", after=said)


def _is_blocked(record: SqlRecord, person: Person) -> bool:
    known = record.people.by_telegram_id(person.id)
    return known is not None and known.reachability is Reachability.BLOCKED
