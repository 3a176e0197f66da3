"""The group's board: pinned without a sound, always as things are, in neutral words and every language read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId
from mentoring.people import Language
from mentoring.use_cases import boards
from simulator.watching import until
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.groups import Group
    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

THE_BOT_IS = "I remind of meetings and take documents"


async def a_board(house: House, *, speaks: Language = Language.EN) -> tuple[Managed, View]:
    nova = await a_managed_nova(house, speaks=speaks)
    await house.bot.changes.make(lambda record, now: boards.show(record, record.groups.by_id(GroupId(1)), now))
    return nova, await nova.vera.sees("📌 Nova", in_=nova.chat)


async def plans(mentor: Person) -> None:
    """For Friday at six, from the home card."""
    await mentor.presses("Plan the session")
    await mentor.presses("Employability")
    await mentor.presses("27")
    await mentor.presses("18:00")
    await mentor.presses("Video call")
    await mentor.says("https://meet.example/nova")
    await mentor.sees("Is it right?")
    await mentor.presses("Confirm")


async def comes_to_say(house: House, board: View, is_so: Callable[[str], bool]) -> None:
    assert await until(house.sim.world, lambda: is_so(board.message.text)), board.message.text


def can_pin(record: SqlRecord, chat: Group) -> bool:
    group = record.groups.by_chat(chat.id)
    return group is not None and group.can_pin


def times_pinned(chat: Group) -> int:
    """By what Telegram writes into the chat, which everybody there is told of."""
    return sum("pinned_message" in one.body for one in chat.chat.messages.values())


def pins(house: House, chat: Group) -> list[tuple[object, object]]:
    """Which message, and whether in silence."""
    calls = (one.params for one in house.sim.requests if one.method == "pinChatMessage")
    return [(one["message_id"], one.get("disable_notification")) for one in calls if one["chat_id"] == chat.id]


async def test_it_is_pinned_once_and_without_a_sound_when_the_bot_may(house: House) -> None:
    nova, board = await a_board(house)
    assert pins(house, nova.chat) == []

    nova.chat.promotes_bot(by=nova.anton)
    assert await until(house.sim.world, lambda: nova.chat.chat.pinned == [board.message_id])
    await plans(nova.anton)
    await comes_to_say(house, board, lambda text: "Next session" in text)

    assert pins(house, nova.chat) == [(board.message_id, True)]
    [posted] = [one for one in house.sim.requests if THE_BOT_IS in str(one.params.get("text")) and "send" in one.method]
    assert posted.params["disable_notification"] is True


async def test_it_is_pinned_again_when_the_right_comes_back_or_somebody_deletes_it(house: House) -> None:
    nova, board = await a_board(house)
    nova.chat.promotes_bot(by=nova.anton)
    assert await until(house.sim.world, lambda: nova.chat.chat.pinned == [board.message_id])
    nova.chat.promotes_bot([], by=nova.anton)
    await happened(house, lambda record: not can_pin(record, nova.chat))
    nova.chat.promotes_bot(by=nova.anton)
    assert await until(house.sim.world, lambda: times_pinned(nova.chat) == 2)

    await nova.anton.deletes(board)
    await plans(nova.anton)

    again = await nova.vera.sees("Next session", in_=nova.chat)
    assert await until(house.sim.world, lambda: again.message_id in nova.chat.chat.pinned)


async def test_it_names_the_next_session_in_everybodys_own_time_and_follows_every_change(house: House) -> None:
    nova, board = await a_board(house)
    assert "No session is planned yet" in board.text
    assert "Mentor: plan the next session" in board.text

    await plans(nova.anton)
    await comes_to_say(house, board, lambda text: "Video call: https://meet.example/nova" in text)
    shown = (await nova.vera.sees("Next session", in_=nova.chat)).html
    assert "<tg-time" in shown
    assert "18:00 (Europe/Sofia)" in shown
    assert "Mentees: say on your session card whether you are coming" in board.message.text

    await nova.anton.presses("Cancel", on=await nova.anton.sees("A new session"))
    await nova.anton.presses("Yes, cancel")
    await comes_to_say(house, board, lambda text: "No session is planned yet" in text)

    assert [seen.message_id for seen in nova.vera.messages(nova.chat) if THE_BOT_IS in seen.text] == [board.message_id]


async def test_after_a_session_it_asks_for_diaries_and_names_nobody_who_owes_one(house: House) -> None:
    nova, board = await a_board(house)
    await plans(nova.anton)
    await comes_to_say(house, board, lambda text: "Next session" in text)

    await house.passes(days=4, hours=9)

    await comes_to_say(house, board, lambda text: "a few lines in the diary of the last session" in text)
    assert "Mentor: note whether the last session took place" in board.message.text
    asked = board.message.text.split("•", 1)[1]
    assert not any(name in asked for name in ("Vera", "Ilya", "Anton"))


async def test_it_speaks_every_language_that_is_read_there(house: House) -> None:
    nova, board = await a_board(house)
    assert "напомням за срещите" not in board.text

    await nova.ilya.says("/language")
    await nova.ilya.presses("Български")
    await all_is_handled(house)
    await plans(nova.anton)

    await comes_to_say(house, board, lambda text: "Следваща среща" in text and "Next session" in text)
    await nova.vera.sees("Нова среща на Nova", in_=nova.chat)


async def test_a_bulgarian_board_is_bulgarian_alone(house: House) -> None:
    _, board = await a_board(house, speaks=Language.BG)

    assert "Ментор: Anton" in board.text
    assert "Ментор: насрочване на следващата среща" in board.text
    assert THE_BOT_IS not in board.text


async def test_whoever_is_still_to_come_finds_the_code_on_it(house: House) -> None:
    nova, board = await a_board(house)
    assert "New here?" not in board.text
    await nova.maria.presses("Groups")
    await nova.maria.presses("Nova")
    await nova.maria.presses("Change the group")
    await nova.maria.presses("Mentees")
    await nova.maria.says("Rosa Petkova")
    await nova.maria.sees("Rosa Petkova – has not joined yet")

    await comes_to_say(house, board, lambda text: "1 person is still to come" in text)
    code = (await house.bot.changes.make(lambda record, _: record.groups.by_id(GroupId(1)))).code
    assert f"Write me the code {code} in private" in board.message.text
