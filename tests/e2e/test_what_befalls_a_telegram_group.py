"""Telegram's side of a mentoring group: moved, disconnected, renamed, divided into topics, read only in part."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from mentoring.happenings import HappeningKind
from mentoring.ids import GroupId
from mentoring.people import Language
from mentoring.use_cases import boards
from simulator.watching import until
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.groups import Group as TelegramGroup
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

NOVA = GroupId(1)
BOARD = {Language.EN: "I remind of meetings and take documents", Language.BG: "напомням за срещите и приемам документи"}


async def a_hosted_nova(house: House, *, speaks: Language = Language.EN) -> Managed:
    """The bot is an administrator there, its rights are known, and the board stands."""
    nova = await a_managed_nova(house, speaks=speaks)
    await house.bot.changes.make(lambda record, now: boards.show(record, record.groups.by_id(NOVA), now))
    nova.chat.promotes_bot(by=nova.anton)
    await nova.vera.sees(BOARD[speaks], in_=nova.chat)
    await happened(house, lambda record: record.groups.by_id(NOVA).invite_link)
    assert await until(house.sim.world, lambda: bool(nova.chat.chat.pinned))
    return nova


async def opens_ways(nova: Managed) -> str:
    """To the card with the ways to connect; the code on it."""
    await nova.maria.presses("Groups")
    await nova.maria.presses("Nova")
    await nova.maria.presses("Change the group")
    await nova.maria.presses("Another Telegram group")
    card = await nova.maria.sees("/bind")
    return card.text.split("/bind ")[1].split()[0]


def kinds(record: SqlRecord) -> list[HappeningKind]:
    return [one.kind for one in record.happenings.of_group(NOVA) if one.kind in _OF_CHATS]


_OF_CHATS = {HappeningKind.CHAT_BOUND, HappeningKind.CHAT_UNBOUND}


async def comes_out(house: House, chat: TelegramGroup) -> None:
    """The bot leaves a few seconds later, when its last words and its old board are seen to."""
    await all_is_handled(house)
    await house.passes(minutes=1)
    house.bot.delivery.wake()
    assert await until(house.sim.world, lambda: not chat.chat.member(house.sim.world.bot).is_present)


async def test_binding_another_group_asks_moves_closes_the_old_link_and_says_goodbye(house: House) -> None:
    nova = await a_hosted_nova(house)
    old_link = (await house.bot.changes.make(lambda record, _: record.groups.by_id(NOVA))).invite_link
    new = house.sim.group("Second chat", owner=nova.maria)
    code = await opens_ways(nova)

    new.adds_bot(by=nova.maria, rights=["can_invite_users", "can_pin_messages"], payload=f"c_{code}")
    await nova.maria.sees("Shall it move to “Second chat”? I leave the old one then.")
    await nova.vera.sees_no("goes on in another", in_=nova.chat)
    await nova.maria.presses("Yes, move")

    await nova.maria.sees("I remind of meetings and take documents", in_=new)
    await nova.vera.sees("Nova goes on in another Telegram group", in_=nova.chat)
    await comes_out(house, nova.chat)
    assert old_link is not None
    assert nova.chat.chat.links[old_link].is_revoked
    assert [one.text for one in nova.vera.messages(nova.chat) if BOARD[Language.EN] in one.text] == []
    assert await house.bot.changes.make(lambda record, _: kinds(record)) == [
        HappeningKind.CHAT_UNBOUND,
        HappeningKind.CHAT_BOUND,
    ]


async def test_a_manager_disconnects_the_group_by_a_button_and_private_things_go_on(house: House) -> None:
    nova = await a_hosted_nova(house)
    await opens_ways(nova)

    await nova.maria.presses("Disconnect the Telegram group")
    await nova.maria.sees("Disconnect “Nova” from Nova?")
    question = await nova.maria.sees("I say goodbye there and leave")
    assert "Disconnect “Nova” from Nova?" in question.text
    await nova.maria.presses("Yes, disconnect")

    await nova.vera.sees("👋 I leave this Telegram group. Sessions and documents of Nova go on", in_=nova.chat)
    await nova.maria.sees("No Telegram group is connected yet")
    await comes_out(house, nova.chat)
    sent = await nova.vera.sends_document("essay.pdf")
    await nova.vera.sees("S-1001 has arrived", after=sent)
    toast = await nova.maria.presses_raw(question, "bu:1:1")
    assert toast.text == "This is done already."
    assert await house.bot.changes.make(lambda record, _: kinds(record)) == [HappeningKind.CHAT_UNBOUND]


async def test_a_bulgarian_group_is_disconnected_in_bulgarian(house: House) -> None:
    nova = await a_hosted_nova(house, speaks=Language.BG)
    await nova.maria.presses("Групи")
    await nova.maria.presses("Nova")
    await nova.maria.presses("Промени по групата")
    await nova.maria.presses("Друга група в Telegram")
    await nova.maria.presses("Прекъсване на връзката")
    await nova.maria.sees("Да прекъсна ли връзката на Nova с „Nova“?")
    await nova.maria.presses("Не, оставане")
    await nova.maria.presses("Промени по групата")
    await nova.maria.presses("Друга група в Telegram")
    await nova.maria.presses("Прекъсване на връзката")
    await nova.maria.presses("Да, прекъсване")

    await nova.ilya.sees("Излизам от тази група в Telegram", in_=nova.chat)


async def test_a_mentor_who_brings_the_bot_back_is_enough_and_the_manager_says_yes_in_one_tap(house: House) -> None:
    nova = await a_hosted_nova(house)
    nova.chat.removes_bot(by=nova.anton)
    lost = await nova.maria.sees("I was removed from “Nova”")
    assert "nothing is lost" in lost.text
    assert lost.buttons == (("↩ Add me back",), ("💬 Connect the Telegram group",))

    nova.chat.adds_bot(by=nova.anton, rights=["can_invite_users", "can_pin_messages"])
    await nova.maria.sees("Anton has brought me back into “Nova”")
    await nova.maria.presses("Yes, for Nova again")

    await nova.maria.sees("is connected with “Nova”")
    await house.passes(days=2)
    house.bot.delivery.wake()
    said = await nova.maria.says("hello")
    await nova.maria.sees("Hello, Maria", after=said)
    assert nova.chat.chat.member(house.sim.world.bot).is_present


async def test_brought_back_without_a_managers_word_it_leaves_after_a_day(house: House) -> None:
    nova = await a_hosted_nova(house)
    nova.chat.removes_bot(by=nova.anton)
    await nova.maria.sees("I was removed from “Nova”")
    nova.chat.adds_bot(by=nova.anton)
    await nova.maria.sees("Anton has brought me back")

    await house.passes(days=1, hours=1)
    house.bot.delivery.wake()

    assert await until(house.sim.world, lambda: not nova.chat.chat.member(house.sim.world.bot).is_present)


async def test_what_the_bot_may_do_turns_green_on_the_managers_card_where_it_stands(house: House) -> None:
    nova = await a_managed_nova(house)
    chat = house.sim.group("Second chat", owner=nova.maria)
    code = await opens_ways(nova)
    chat.adds_bot(by=nova.maria)
    await nova.maria.says(f"/bind {code}", in_=chat)
    await nova.maria.presses("Yes, move")
    card = await nova.maria.sees("❌ I can't pin messages")
    assert "choose me with “Pin messages” and “Invite users”" in card.text

    chat.promotes_bot(["can_manage_chat", "can_pin_messages"], by=nova.maria)
    assert await until(house.sim.world, lambda: "✅ I can pin messages" in card.message.text)
    chat.promotes_bot(by=nova.maria)
    assert await until(house.sim.world, lambda: "❌" not in card.message.text)

    chat.promotes_bot([], by=nova.maria)
    told = await nova.maria.sees("❌ I don't see files that people post")
    assert told.message_id > card.message_id
    assert "Everything in private works without it" in told.text


async def test_with_privacy_mode_on_the_mentor_is_told_how_to_mend_it_and_when_it_is_mended(house: House) -> None:
    nova = await a_hosted_nova(house)
    nova.chat.promotes_bot([], by=nova.anton)
    await nova.maria.sees("❌ I don't see files that people post")
    await nova.anton.sees_no("I can't see the files")

    await house.passes(minutes=11)
    house.bot.delivery.wake()
    told = await nova.anton.sees("I can't see the files that people post in “Nova”")
    assert "Edit · Administrators · Add" in told.text

    nova.chat.promotes_bot(by=nova.anton)
    assert await until(house.sim.world, lambda: "✅ I see the files" in told.message.text)


async def test_a_mentor_hears_nothing_of_rights_that_are_given_a_moment_later(house: House) -> None:
    nova = await a_hosted_nova(house)

    nova.chat.promotes_bot([], by=nova.anton)
    await nova.maria.sees("❌ I don't see files that people post")
    nova.chat.promotes_bot(by=nova.anton)
    await all_is_handled(house)
    await house.passes(minutes=11)
    house.bot.delivery.wake()
    said = await nova.anton.says("hello")
    await nova.anton.sees("Hello, Anton", after=said)

    await nova.anton.sees_no("I can't see the files")


async def test_a_group_that_was_renamed_is_called_by_its_new_name(house: House) -> None:
    nova = await a_hosted_nova(house)

    nova.chat.renames("Nova 2027")
    await happened(house, lambda record: record.groups.by_id(NOVA).chat_title == "Nova 2027")

    await nova.maria.presses("Groups")
    await nova.maria.presses("Nova")
    await nova.maria.sees("Telegram group: Nova 2027")


async def test_in_a_group_with_topics_the_bot_writes_where_it_was_connected(house: House) -> None:
    nova = await a_managed_nova(house)
    forum = house.sim.group("Forum", owner=nova.maria, forum=True)
    topic = forum.opens_topic("Mentoring")
    code = await opens_ways(nova)
    forum.adds_bot(by=nova.maria, rights=["can_invite_users", "can_pin_messages"])

    await nova.maria.says(f"/bind {code}", in_=forum, topic=topic)
    await nova.maria.presses("Yes, move")
    forum_id = forum.id
    await happened(house, lambda record: record.groups.by_id(NOVA).chat_id == forum_id)
    await nova.maria.says("/bind", in_=forum, topic=topic)
    board = await nova.maria.sees(BOARD[Language.EN], in_=forum)

    assert await until(house.sim.world, lambda: topic in _threads(nova, forum))
    assert board.message.thread_id in {topic, None}
    assert "createForumTopic" not in {one.method for one in house.sim.requests}


def _threads(nova: Managed, forum: TelegramGroup) -> list[int | None]:
    return [seen.message.thread_id for seen in nova.maria.messages(forum) if BOARD[Language.EN] in seen.text]


async def test_the_board_follows_the_manager_into_a_topic_and_out_of_one_that_is_gone(house: House) -> None:
    nova = await a_hosted_nova(house)
    nova.chat.switches_topics_on()
    first, second = nova.chat.opens_topic("Mentoring"), nova.chat.opens_topic("Other")
    told = await nova.maria.sees("has topics now")
    assert "write /bind there" in told.text
    nova.chat.adds(nova.maria)

    await nova.maria.says("/bind", in_=nova.chat, topic=first)
    assert await until(house.sim.world, lambda: _threads(nova, nova.chat) == [first])
    await nova.maria.says("/bind", in_=nova.chat, topic=second)
    assert await until(house.sim.world, lambda: _threads(nova, nova.chat) == [second])
    nova.chat.deletes_topic(second)
    await house.bot.changes.make(lambda record, now: boards.post_anew(record, record.groups.by_id(NOVA), now))
    assert await until(house.sim.world, lambda: None in _threads(nova, nova.chat))
    await happened(house, lambda record: record.groups.by_id(NOVA).topic_id is None)

    notes = [seen for seen in nova.maria.messages() if "has topics now" in seen.text]
    assert len(notes) == 1


async def test_only_a_manager_can_show_the_bot_its_topic(house: House) -> None:
    nova = await a_hosted_nova(house)
    nova.chat.switches_topics_on()
    topic = nova.chat.opens_topic("Mentoring")

    await nova.vera.says("/bind", in_=nova.chat, topic=topic)
    await nova.vera.sees("Hello, Vera")
    await all_is_handled(house)

    assert (await house.bot.changes.make(lambda record, _: record.groups.by_id(NOVA))).topic_id is None


@pytest.mark.parametrize("text", ["/start@other_bot", "/bind@other_bot ABCDEFGH", "/inbox@other_bot"])
async def test_with_two_bots_in_a_group_what_is_for_the_other_is_left_to_it(house: House, text: str) -> None:
    nova = await a_hosted_nova(house)
    before = [seen.message_id for seen in nova.vera.messages(nova.chat)]

    said = await nova.vera.says(text, in_=nova.chat)
    await all_is_handled(house)
    hello = await nova.vera.says("hello")
    await nova.vera.sees("Hello, Vera", after=hello)

    assert [seen.message_id for seen in nova.vera.messages(nova.chat)] == [*before, said.message_id]


async def test_a_command_of_somebody_the_bot_may_not_write_to_is_answered_in_both_languages(house: House) -> None:
    nova = await a_hosted_nova(house)
    await nova.ilya.says("/language")
    await nova.ilya.presses("Български")
    oleg = house.person("Oleg")
    nova.chat.adds(oleg)

    await oleg.says("/inbox", in_=nova.chat)

    shown = await oleg.sees("I do this in our private chat", in_=nova.chat)
    assert "Това правя в личния ни чат" in shown.text
    [sent] = [one for one in house.sim.requests if "I do this in our private chat" in str(one.params.get("text"))]
    assert sent.params["disable_notification"] is True


async def test_when_telegram_asks_to_wait_changes_of_the_board_are_merged_and_none_is_lost(house: House) -> None:
    nova = await a_hosted_nova(house)
    await all_is_handled(house)
    edits_before = _edits(house, nova)
    house.sim.faults.order(method="editMessageText", kind="429", chat=nova.chat.id, retry_after=1)

    for number in range(10):
        await house.bot.changes.make(partial(_renamed, name=f"Nova {number}"))

    await nova.vera.sees("📌 Nova 9", in_=nova.chat)
    assert _edits(house, nova) - edits_before <= 2


def _renamed(record: SqlRecord, now: datetime, name: str) -> None:
    group = replace(record.groups.by_id(NOVA), name=name)
    record.groups.save(group)
    boards.show(record, group, now)


def _edits(house: House, nova: Managed) -> int:
    edits = (one for one in house.sim.requests if one.method == "editMessageText")
    return sum(one.params["chat_id"] == nova.chat.id for one in edits)
