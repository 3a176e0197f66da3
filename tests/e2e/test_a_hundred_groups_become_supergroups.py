"""Groups become supergroups at random moments, a hundred of them: before posts, among them, and while one is sent."""

from __future__ import annotations

import random
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from tests.e2e.a_group import all_is_handled
from tests.e2e.moving_groups import Moving, bound, groups_with_bots, post
from tests.e2e.setting_up import happened

if TYPE_CHECKING:
    from tests.e2e.conftest import House

GROUPS, POSTS = 100, 5
UNDER_WAY = (ParcelStatus.NEW, ParcelStatus.SENDING)


class Manner(StrEnum):
    """How the bot comes to know: by Telegram's word, by a refusal alone, or by a refusal of what is on its way."""

    TOLD = "told"
    UNTOLD = "untold"
    WHILE_SENDING = "while sending"


async def posts(house: House, group: Moving) -> None:
    await house.bot.changes.make(lambda record, now: post(record, now, group))


async def moves(house: House, group: Moving, manner: Manner) -> None:
    match manner:
        case Manner.TOLD:
            group.moves()
        case Manner.UNTOLD:
            group.moves_untold(house.sim)
        case Manner.WHILE_SENDING:
            slow = house.sim.faults.order(method="sendMessage", kind="delay", chat=group.chat.id, seconds=0.02)
            await posts(house, group)
            await happened(house, lambda _: slow.happened)
            group.moves_untold(house.sim)


async def all_is_sent(house: House) -> None:
    waiting = select(func.count()).where(outbox.c.status.in_(UNDER_WAY))
    await all_is_handled(house)
    await happened(house, lambda record: record.connection.scalar(waiting) == 0)


@pytest.mark.timeout(180)
async def test_nothing_is_lost_and_nothing_comes_twice_or_to_the_old_number(house: House) -> None:
    chance = random.Random(2026)
    chats = groups_with_bots(house.sim, GROUPS)
    await all_is_handled(house)
    groups = await house.bot.changes.make(lambda record, now: bound(record, now, chats))
    steps: list[tuple[Moving, Manner | None]] = [(group, None) for group in groups * POSTS]
    steps += [(group, chance.choice([*Manner])) for group in groups]
    chance.shuffle(steps)

    for group, manner in steps:
        await (posts(house, group) if manner is None else moves(house, group, manner))
    for group in groups:
        await posts(house, group)
    await all_is_sent(house)

    arrived = {room: len(group.copies(room)) for group in groups for room in group.told}
    assert {room: times for room, times in arrived.items() if times != 1} == {}
    refusals = Counter(group.refused(house.sim) for group in groups)
    assert {*refusals} == {0, 1}
    assert refusals[1] > GROUPS / 4
    chat_ids = await house.bot.changes.make(lambda record, _: record.groups.bound_chats())
    assert sorted(chat_ids) == sorted(group.chat.id for group in groups)
    for group in groups:
        await _the_new_chat_is_complete(house, group)


async def _the_new_chat_is_complete(house: House, group: Moving) -> None:
    """One board, pinned, and a new invite link."""
    assert [group.boards(), len(group.boards())] == [group.chat.chat.pinned, 1]
    known = await house.bot.changes.make(lambda record, _: record.groups.by_id(group.id))
    assert known.invite_link in group.chat.chat.links
