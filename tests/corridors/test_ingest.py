"""What Telegram may forget is stored, and nothing that it answers ends the asking."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.alarm import Trouble
from tests.corridors.update_corridor import Held, Recorder, api_of, corridor, counts, polling, rows

if TYPE_CHECKING:
    from bot.raw_updates import RawUpdate
    from simulator.faults import Kind
    from simulator.server import Simulator
    from storage.engine import Database


async def test_everything_said_is_stored_and_handled_once(simulator: Simulator, either_database: Database) -> None:
    vera, handler = simulator.person("Vera"), Recorder()
    for number in range(250):
        await vera.says(f"{number}")

    async with polling(simulator, either_database, handler):
        await simulator.all_confirmed()
        await handler.until(250)

    assert handler.handled == sorted(rows(either_database))
    assert set(rows(either_database).values()) == {"done"}


async def test_what_cannot_be_stored_is_not_confirmed_and_the_operator_hears_of_it_once(
    simulator: Simulator, database: Database
) -> None:
    vera, handler = simulator.person("Vera"), Recorder()
    async with polling(simulator, database, handler) as opened:
        await opened.writer.change(lambda connection: connection.exec_driver_sql("ALTER TABLE inbox RENAME TO away"))
        await vera.says("My plan")
        await opened.troubled.wait()
        assert (simulator.confirmed, simulator.queued) == (0, 1)

        await opened.writer.change(lambda connection: connection.exec_driver_sql("ALTER TABLE away RENAME TO inbox"))
        await simulator.all_confirmed()
        await handler.until(1)

    assert opened.troubles == [Trouble.NOT_STORED]
    assert list(rows(database).values()) == ["done"]


async def test_a_full_disk_holds_updates_back_until_there_is_room(simulator: Simulator, database: Database) -> None:
    vera, handler = simulator.person("Vera"), Recorder()
    async with polling(simulator, database, handler) as opened:
        await opened.writer.change(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))
        for _ in range(20):
            await vera.says("x" * 4000)
        await opened.troubled.wait()
        stored_while_full = len(rows(database))
        assert simulator.confirmed <= stored_while_full

        await opened.writer.change(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 100000"))
        await simulator.all_confirmed()
        await handler.until(20)

    assert list(rows(database).values()) == ["done"] * 20


FAULTS: list[Kind] = [
    "401",
    "404",
    "409",
    "429",
    "500",
    "502",
    "503",
    "html",
    "garbage",
    "reset_before",
    "reset_after",
    "html_after",
    "garbage_after",
]


@pytest.mark.parametrize("kind", FAULTS)
async def test_a_fault_passes_and_polling_goes_on(kind: Kind, simulator: Simulator, database: Database) -> None:
    fault = simulator.faults.order(method="getUpdates", kind=kind, times=3, retry_after=0)
    await simulator.person("Vera").says("Hello")
    handler = Recorder()

    async with polling(simulator, database, handler) as opened:
        await handler.until(1)
        await simulator.all_confirmed()

    assert (fault.happened, opened.progress.poll_failures, opened.progress.polling_fault) == (3, 3, None)


async def test_an_outage_of_telegrams_is_a_sign_of_life_and_says_how_long_it_rests(
    simulator: Simulator, database: Database
) -> None:
    simulator.faults.order(method="getUpdates", kind="502")
    simulator.faults.order(method="getUpdates", kind="429", retry_after=300)

    async with polling(simulator, database, Recorder()) as opened, asyncio.timeout(20):
        signs = [await opened.signs_of_life.get() for _ in range(4)]

    assert signs == [0.0, 0.0, 0.0, 300.0]


async def test_a_second_poller_is_counted_and_told_once(simulator: Simulator, database: Database) -> None:
    simulator.faults.order(method="getUpdates", kind="409", times=5)
    await simulator.person("Vera").says("Hello")
    handler = Recorder()

    async with polling(simulator, database, handler) as opened:
        await handler.until(1)

    assert opened.progress.poll_conflicts == 5
    assert opened.troubles == [Trouble.TWO_POLLERS]


async def test_a_webhook_left_over_is_removed_and_what_waited_there_is_kept(
    simulator: Simulator, database: Database
) -> None:
    handler = Recorder()
    async with api_of(simulator) as api:
        await api.call("setWebhook", {"url": "http://127.0.0.1:1/nobody"})
        await simulator.person("Vera").says("Hello")
        async with corridor(database, simulator.clock, handler) as opened:
            opened.poll(api)
            await handler.until(1)

    assert simulator.world.webhook.url == ""
    assert opened.troubles == []


@pytest.mark.parametrize("kind", ["duplicate", "reorder"])
async def test_repeated_and_shuffled_answers_are_handled_once_each(
    kind: Kind, simulator: Simulator, database: Database
) -> None:
    simulator.faults.order(method="getUpdates", kind=kind, times=3)
    vera, handler = simulator.person("Vera"), Recorder()
    for number in range(20):
        await vera.says(f"{number}")

    async with polling(simulator, database, handler):
        await simulator.all_confirmed()
        await handler.until(20)

    assert handler.handled == sorted(rows(database))


async def test_updates_that_expired_while_nobody_asked_are_counted_and_reported(
    simulator: Simulator, either_database: Database
) -> None:
    vera = simulator.person("Vera")
    await vera.says("Before")
    async with polling(simulator, either_database, before := Recorder()):
        await before.until(1)
        await simulator.all_confirmed()
    went_away_at = simulator.clock.now()

    for _ in range(3):
        await vera.says("Said into the void")
    simulator.clock.advance(timedelta(hours=30))
    await vera.says("After")
    async with polling(simulator, either_database, after := Recorder()) as opened:
        await after.until(1)

    assert [(gap.lost, gap.since, gap.until) for gap in opened.gaps] == [(3, went_away_at, simulator.clock.now())]
    assert opened.progress.updates_lost == 3


async def test_a_restart_without_loss_reports_no_gap(simulator: Simulator, database: Database) -> None:
    vera = simulator.person("Vera")
    for _ in range(2):
        await vera.says("Hello")
        async with polling(simulator, database, handler := Recorder()) as opened:
            await handler.until(1)
            await simulator.all_confirmed()

    assert opened.gaps == []


async def test_stopping_does_not_wait_for_the_long_poll(simulator: Simulator, database: Database) -> None:
    loop = asyncio.get_running_loop()
    async with polling(simulator, database, handler := Recorder()) as opened:
        await simulator.person("Vera").says("Hello")
        await handler.until(1)
        await simulator.all_confirmed()
        began = loop.time()
        await opened.supervisor.stop()

    assert loop.time() - began < 2.0


async def test_stopping_does_not_wait_for_an_answer_that_never_comes(simulator: Simulator, database: Database) -> None:
    loop = asyncio.get_running_loop()
    simulator.faults.order(method="getUpdates", kind="hang")
    async with polling(simulator, database, Recorder()) as opened:
        began = loop.time()
        await opened.supervisor.stop()

    assert loop.time() - began < 2.0


async def test_talk_that_does_not_concern_us_is_confirmed_and_never_stored(
    simulator: Simulator, database: Database
) -> None:
    vera, handler = simulator.person("Vera"), Recorder()
    for text in ("chatter", "work", "chatter"):
        await vera.says(text)

    async with (
        api_of(simulator) as api,
        corridor(database, simulator.clock, handler, wanted=lambda update: "chatter" not in str(update)) as opened,
    ):
        opened.poll(api)
        await simulator.all_confirmed()
        await handler.until(1)
        progress = opened.progress

    assert (progress.updates_stored, progress.updates_ignored) == (1, 2)
    assert counts(database).waiting == 0
    assert len(rows(database)) == 1


async def test_an_update_that_cannot_be_judged_is_kept(simulator: Simulator, database: Database) -> None:
    def stumble(_: RawUpdate) -> bool:
        raise KeyError

    async with corridor(database, simulator.clock, handler := Recorder(), wanted=stumble) as opened:
        await opened.intake.take(['{"update_id": 7}'], in_order=True)
        await handler.until(1)

    assert rows(database) == {7: "done"}


async def test_an_empty_answer_is_remembered_as_a_sign_of_life(simulator: Simulator, database: Database) -> None:
    vera, updates = simulator.person("Vera"), simulator.world.updates
    await vera.says("Hello")
    async with polling(simulator, database, handler := Recorder()) as opened:
        await handler.until(1)
        await simulator.all_confirmed()
        simulator.clock.advance(timedelta(minutes=5))
        updates.push("message", {}, lane=("chat", 1), expires_at=simulator.clock.seconds() - 1)
        answered_at = simulator.clock.now()
        await opened.alive(since=answered_at)
        simulator.clock.advance(timedelta(minutes=5))
        await vera.says("Are you there?")
        await handler.until(2)

    assert [(gap.lost, gap.since) for gap in opened.gaps] == [(1, answered_at)]


async def test_an_update_without_a_number_is_put_aside_and_the_rest_of_its_batch_handled(
    simulator: Simulator, database: Database
) -> None:
    batch = ['{"message": {"text": "no number"}}', "[]", "null", '{"update_id": "7"}', '{"update_id": 7}']
    async with corridor(database, simulator.clock, handler := Recorder()) as opened:
        for _ in range(2):
            await opened.intake.take(batch, in_order=True)
        await handler.until(1)

    assert handler.handled == [7]
    assert opened.progress.updates_unreadable == 4
    assert sorted(rows(database).values()) == ["dead", "dead", "dead", "dead", "done"]


async def test_updates_without_a_number_are_kept_and_so_not_counted_as_lost(
    simulator: Simulator, database: Database
) -> None:
    async with corridor(database, simulator.clock, handler := Recorder()) as opened:
        for batch in (['{"update_id": 7}', '{"strange": 8}'], ['{"strange": 8}', '{"update_id": 9}']):
            await opened.intake.take(batch, in_order=True)
        await handler.until(2)

    assert opened.gaps == []
    assert (opened.progress.updates_unreadable, opened.progress.updates_lost) == (1, 0)


async def test_half_a_surrogate_pair_and_a_huge_number_are_stored_and_read_back(
    simulator: Simulator, database: Database
) -> None:
    seen: list[str] = []

    async with corridor(database, simulator.clock, held := Held()) as opened:
        await opened.intake.take(
            ['{"update_id": 1, "message": {"text": "\ud83d", "date": 99999999999999999999}}'], in_order=True
        )
        await opened.writer.change(
            lambda connection: seen.extend(connection.exec_driver_sql("SELECT raw FROM inbox").scalars())
        )
        held.let_go.set()
        await held.until(1)

    assert seen == ['{"update_id": 1, "message": {"text": "\\ud83d", "date": 99999999999999999999}}']
