"""Troubles come when ordered, and limits bite when asked to."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from simulator.clock import Clock
    from simulator.faults import Kind
    from simulator.groups import Group
    from simulator.persons import Person
    from simulator.server import Simulator
    from tests.simulator.api import Api


@pytest.fixture
async def vera(sim: Simulator) -> Person:
    person = sim.person("Вера")
    await person.starts()
    return person


@pytest.fixture
def group(sim: Simulator, vera: Person) -> Group:
    group = sim.group("Nova", owner=vera)
    group.adds_bot()
    return group


def shown(vera: Person) -> list[str]:
    return [view.text for view in vera.messages() if view.sender == "ementor"]


@pytest.mark.parametrize("kind", ["400", "401", "403", "404", "409", "500", "502", "503"])
async def test_an_ordered_refusal_comes_once_and_nothing_is_sent(api: Api, vera: Person, kind: Kind) -> None:
    order = api.simulator.faults.order(method="sendMessage", kind=kind)

    code, _ = await api.refusal("sendMessage", chat_id=vera.id, text="refused")
    await api("sendMessage", chat_id=vera.id, text="sent")
    assert (code, order.happened, shown(vera)) == (int(kind), 1, ["sent"])


async def test_a_flood_wait_says_how_long_and_hits_only_its_chat(api: Api, vera: Person, group: Group) -> None:
    api.simulator.faults.order(method="sendMessage", chat=group.id, kind="429", retry_after=7, times=2)

    await api("sendMessage", chat_id=vera.id, text="sent")
    for _ in range(2):
        async with api.session.post(api.address("sendMessage"), json={"chat_id": group.id, "text": "x"}) as response:
            assert (await response.json())["parameters"] == {"retry_after": 7}
    assert await api("sendMessage", chat_id=group.id, text="x")


@pytest.mark.parametrize(("kind", "sent"), [("reset_before", []), ("reset_after", ["text"])])
async def test_a_connection_is_cut_before_or_after_the_message_was_taken(
    api: Api, vera: Person, kind: Kind, sent: list[str]
) -> None:
    api.simulator.faults.order(method="sendMessage", kind=kind)

    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=vera.id, text="text")
    assert shown(vera) == sent


@pytest.mark.parametrize(
    ("kind", "sent"), [("html", []), ("garbage", []), ("html_after", ["x"]), ("garbage_after", ["x"])]
)
async def test_an_answer_may_be_no_json(api: Api, vera: Person, kind: Kind, sent: list[str]) -> None:
    api.simulator.faults.order(method="sendMessage", kind=kind)

    with pytest.raises(ValueError, match="unexpected"):
        await api("sendMessage", chat_id=vera.id, text="x")
    assert shown(vera) == sent


async def test_a_hanging_request_is_let_go_with_a_cut(api: Api, vera: Person) -> None:
    order = api.simulator.faults.order(method="sendMessage", kind="hang_after")
    async with asyncio.TaskGroup() as tasks:
        request = tasks.create_task(_is_cut(api, vera))
        await vera.sees("x")
        assert (order.happened, request.done()) == (1, False)
        api.simulator.faults.clear()

    assert request.result()


async def _is_cut(api: Api, vera: Person) -> bool:
    try:
        await api("sendMessage", chat_id=vera.id, text="x")
    except aiohttp.ClientError:
        return True
    return False


@pytest.mark.parametrize(("kind", "texts"), [("duplicate", ["1", "2", "1", "2"]), ("reorder", ["2", "1"])])
async def test_updates_come_twice_or_in_the_wrong_order(sim: Simulator, api: Api, kind: Kind, texts: list[str]) -> None:
    anton = sim.person("Антон")
    await anton.says("1")
    await anton.says("2")
    sim.faults.order(method="getUpdates", kind=kind)

    assert [update["message"]["text"] for update in await api("getUpdates")] == texts


async def test_limits_are_off_unless_enforced(api: Api, vera: Person) -> None:
    for _ in range(40):
        await api("sendMessage", chat_id=vera.id, text="x")

    assert len(shown(vera)) == 40


async def test_a_private_chat_takes_three_at_once_and_one_each_second(api: Api, vera: Person, clock: Clock) -> None:
    api.simulator.limits.enforced = True
    for _ in range(3):
        await api("sendMessage", chat_id=vera.id, text="x")

    assert await api.refusal("sendMessage", chat_id=vera.id, text="x") == (429, "Too Many Requests: retry after 1")
    clock.advance(timedelta(seconds=1))
    assert await api("sendMessage", chat_id=vera.id, text="x")


async def test_a_group_takes_twenty_a_minute(api: Api, group: Group, clock: Clock) -> None:
    api.simulator.limits.enforced = True
    for _ in range(20):
        await api("sendMessage", chat_id=group.id, text="x")
        clock.advance(timedelta(seconds=1))

    assert await api.refusal("sendMessage", chat_id=group.id, text="x") == (429, "Too Many Requests: retry after 40")
    clock.advance(timedelta(seconds=40))
    assert await api("sendMessage", chat_id=group.id, text="x")


async def test_all_chats_together_take_thirty_a_second(sim: Simulator, api: Api, clock: Clock) -> None:
    people = [sim.person(str(number)) for number in range(31)]
    for person in people:
        await person.starts()
    sim.limits.enforced = True
    for person in people[:30]:
        await api("sendMessage", chat_id=person.id, text="x")

    code, _ = await api.refusal("sendMessage", chat_id=people[30].id, text="x")
    clock.advance(timedelta(seconds=1))
    assert (code, bool(await api("sendMessage", chat_id=people[30].id, text="x"))) == (429, True)
