"""Updates are forgotten exactly when Telegram would forget them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.server import Simulator
    from tests.simulator.api import Api


async def numbers(api: Api, **params: int) -> list[int]:
    return [update["update_id"] for update in await api("getUpdates", **params)]


@pytest.fixture
async def first(sim: Simulator) -> int:
    """Five messages wait; the number of the first update."""
    vera = sim.person("Вера")
    for number in range(5):
        await vera.says(str(number))
    return sim.world.updates.waiting()[0].update_id


async def test_what_was_fetched_comes_again_until_a_higher_offset_confirms_it(api: Api, first: int) -> None:
    assert await numbers(api, offset=0) == list(range(first, first + 5))
    assert await numbers(api, offset=first) == list(range(first, first + 5))
    assert await numbers(api, offset=first + 2) == [first + 2, first + 3, first + 4]
    assert (api.simulator.confirmed, len(api.simulator.world.updates)) == (2, 3)


async def test_the_limit_counts_from_the_oldest(api: Api, first: int) -> None:
    assert await numbers(api, offset=first, limit=2) == [first, first + 1]


async def test_asking_for_the_same_offset_again_at_once_yields_one_update(api: Api, first: int) -> None:
    await numbers(api, offset=first)

    assert await numbers(api, offset=first) == [first]


async def test_an_offset_far_beyond_the_queue_confirms_nothing(api: Api, first: int) -> None:
    assert await numbers(api, offset=first + 1000) == list(range(first, first + 5))


async def test_a_negative_offset_drops_all_but_the_last(api: Api, first: int) -> None:
    assert await numbers(api, offset=-1) == [first + 4]
    assert (api.simulator.confirmed, api.simulator.dropped) == (0, 4)


async def test_a_message_expires_after_a_day_and_a_press_after_two_and_a_half_minutes(
    sim: Simulator, api: Api, clock: Clock
) -> None:
    vera = sim.person("Вера")
    await vera.starts()
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}
    await api("sendMessage", chat_id=vera.id, text="Card", reply_markup=keyboard)
    toast = await vera.presses("Go", timeout=0)

    clock.advance(timedelta(seconds=150))
    assert [list(update)[1] for update in await api("getUpdates")] == ["message"]
    clock.advance(timedelta(days=1))
    await sim.all_confirmed()
    assert (toast.text, sim.dropped) == (None, 2)


async def test_a_press_cannot_be_answered_late_or_twice(sim: Simulator, api: Api, clock: Clock) -> None:
    vera = sim.person("Вера")
    await vera.starts()
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "x"}]]}
    await api("sendMessage", chat_id=vera.id, text="Card", reply_markup=keyboard)
    too_old = (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    await vera.presses("Go", timeout=0)
    await vera.presses("Go", timeout=0)
    prompt, late = [query["id"] for query in await api.fresh("callback_query")]

    assert await api("answerCallbackQuery", callback_query_id=prompt)
    assert await api.refusal("answerCallbackQuery", callback_query_id=prompt) == too_old
    clock.advance(timedelta(seconds=150))
    assert await api.refusal("answerCallbackQuery", callback_query_id=late) == too_old


async def test_a_long_poll_ends_with_the_first_update(sim: Simulator, api: Api) -> None:
    vera = sim.person("Вера")
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(numbers(api, timeout=30))
        await sim.world.updates.polled()
        await vera.starts()

    assert len(poll.result()) == 1


async def test_a_second_poller_ends_the_first_with_a_conflict(sim: Simulator, api: Api) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(api.refusal("getUpdates", timeout=30))
        await sim.world.updates.polled()
        second = tasks.create_task(numbers(api, offset=1, timeout=30))
        code, reason = await first
        await sim.person("Вера").starts()

    assert (code, reason.partition(";")[0]) == (409, "Conflict: terminated by other getUpdates request")
    assert len(second.result()) == 1


async def test_only_the_kinds_asked_for_are_queued(sim: Simulator, api: Api) -> None:
    maria, vera = sim.person("Мария"), sim.person("Вера")
    group = sim.group("Nova", owner=maria, supergroup=True)
    group.adds_bot(rights=["can_invite_users"])
    await api.updates()
    group.adds(vera)
    assert [list(update)[1] for update in await api.updates(allowed_updates=["chat_member"])] == ["message"]

    await vera.leaves(group)

    assert [list(update)[1] for update in await api.updates()] == ["chat_member"]


async def test_polling_is_refused_while_a_webhook_is_set(api: Api) -> None:
    await api("setWebhook", url="https://example.org/hook")

    code, reason = await api.refusal("getUpdates")
    assert (code, reason.partition(";")[0]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active",
    )
    await api("deleteWebhook")
