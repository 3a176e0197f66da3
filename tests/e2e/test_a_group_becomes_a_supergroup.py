"""A group moves to a new id, and the bot learns it the hard way: from a refusal while it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId
from mentoring.use_cases import boards
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.conftest import A_MONDAY, House, bot_on
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from pathlib import Path

    from mentoring.groups import Group
    from storage.record import SqlRecord


async def test_a_file_posted_after_the_move_is_asked_about_as_before(house: House) -> None:
    nova = await a_nova(house)
    before = nova.chat.id

    nova.chat.migrates()
    await nova.vera.sends_document("essay.pdf", in_=nova.chat)
    await nova.vera.sees("You posted essay.pdf in Nova")
    await all_is_handled(house)

    bound = await house.bot.changes.make(lambda record, _: record.groups.bound_chats())
    assert nova.chat.id != before
    assert bound == [nova.chat.id]


async def test_what_was_posted_before_the_move_is_still_heard_after_it_is_known(tmp_path: Path) -> None:
    """The bot was away; when it comes back, a refusal tells of the move before Telegram's own words do."""
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path))
            await sim.all_confirmed()
        await nova.vera.sends_document("essay.pdf", in_=nova.chat)
        nova.chat.promotes_bot(by=nova.anton)
        nova.chat.migrates()
        async with bot_on(sim, tmp_path, polling=False) as bot:
            await bot.changes.make(lambda record, now: boards.show(record, group_of(record), now))
            await nova.ilya.sees("📌 Nova", in_=nova.chat)
            house = House(sim=sim, bot=bot, folder=tmp_path)
            await happened(house, lambda record: list(record.groups.bound_chats()) == [nova.chat.id])

        async with bot_on(sim, tmp_path) as bot:
            house = House(sim=sim, bot=bot, folder=tmp_path)
            await nova.vera.sees("You posted essay.pdf in Nova")
            await all_is_handled(house)
            await house.passes(minutes=1)
            assert await bot.changes.make(lambda record, _: record.groups.bound_chats()) == [nova.chat.id]
        assert nova.chat.chat.member(sim.world.bot).is_present


def group_of(record: SqlRecord) -> Group:
    return record.groups.by_id(GroupId(1))
