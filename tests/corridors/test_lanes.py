"""Each chat's updates in order, chats side by side, and nothing that fails in anybody else's way."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import current_update
from bot.marks import Marks
from simulator.clock import Clock
from storage import inbox
from storage.engine import open_database
from storage.errors import StorageUnavailable
from storage.inbox import Arrival
from storage.schema import metadata
from storage.tables.inbox import inbox as inbox_table
from storage.writer import Writer
from tests.corridors.update_corridor import Recorder, corridor, counts, rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
VERA, ILYA = 1, 2


def arrivals(*lanes: int, first: int = 1) -> list[Arrival]:
    """One update for each lane named, numbered as they come."""
    return [
        Arrival(update_id=number, lane=lane, raw=f'{{"update_id": {number}}}', received_at=NOW)
        for number, lane in enumerate(lanes, start=first)
    ]


def keep(database: Database, waiting: list[Arrival]) -> None:
    """As an earlier run would have left them."""
    with database.writing.begin() as connection:
        inbox.store(connection, waiting)


class Patchy(Recorder):
    """Fails for some updates, as often as is said for each."""

    def __init__(self, failures: dict[int, int]) -> None:
        super().__init__()
        self.failures = Counter(failures)

    async def __call__(self, arrival: Arrival) -> None:
        if self.failures[arrival.update_id] > 0:
            self.failures[arrival.update_id] -= 1
            raise KeyError("the words of a person")
        await super().__call__(arrival)


@settings(max_examples=25, deadline=None)
@given(
    lanes=st.lists(st.integers(1, 4), min_size=1, max_size=40),
    pauses=st.lists(st.integers(0, 5), min_size=1, max_size=10),
    failing=st.dictionaries(st.integers(1, 40), st.integers(1, 2), max_size=5),
    active=st.integers(1, 8),
)
def test_a_chat_keeps_its_order_and_is_never_handled_twice_at_once(
    lanes: list[int], pauses: list[int], failing: dict[int, int], active: int
) -> None:
    busy: set[int] = set()
    handled: dict[int, list[int]] = defaultdict(list)
    pause = itertools.cycle(pauses)
    patchy = Patchy(failing)

    async def handle(arrival: Arrival) -> None:
        assert arrival.lane not in busy
        busy.add(arrival.lane)
        try:
            for _ in range(next(pause)):
                await asyncio.sleep(0)
            await patchy(arrival)
            handled[arrival.lane].append(arrival.update_id)
        finally:
            busy.discard(arrival.lane)

    async def run(folder: Path) -> None:
        database = open_database(f"sqlite:///{folder / 'ementor.db'}")
        metadata.create_all(database.writing, tables=[inbox_table])
        keep(database, arrivals(*lanes))
        async with corridor(database, Clock(stands_at=NOW), handle, active=active):
            await patchy.until(len(lanes))
        assert set(rows(database).values()) == {"done"}
        database.close()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))

    by_lane = {lane: [number for number, its in enumerate(lanes, 1) if its == lane] for lane in lanes}
    assert dict(handled) == by_lane


async def test_what_waited_before_a_restart_is_handled_in_order(either_database: Database, clock: Clock) -> None:
    keep(either_database, arrivals(VERA, ILYA, VERA, VERA))
    with either_database.writing.begin() as connection:
        inbox.mark_done(connection, 1, NOW)

    async with corridor(either_database, clock, handler := Recorder()):
        await handler.until(3)

    assert [number for number in handler.handled if number != 2] == [3, 4]
    assert set(rows(either_database).values()) == {"done"}


async def test_after_three_failures_an_update_is_put_aside_and_what_is_behind_it_goes_on(
    either_database: Database, clock: Clock
) -> None:
    keep(either_database, arrivals(VERA, VERA, ILYA))
    handler = Patchy({1: 99})

    async with corridor(either_database, clock, handler) as opened:
        await handler.until(2)

    assert rows(either_database) == {1: "dead", 2: "done", 3: "done"}
    assert handler.failures[1] == 96
    assert [number for number, _ in opened.quarantined] == [1]
    assert opened.progress.updates_quarantined == 1


async def test_a_failure_is_named_by_its_place_and_never_by_its_words(database: Database, clock: Clock) -> None:
    keep(database, arrivals(VERA, VERA))

    async with corridor(database, clock, handler := Patchy({1: 99})) as opened:
        await handler.until(1)

    with database.writing.connect() as connection:
        noted = [
            str(fault) for fault in connection.exec_driver_sql("SELECT error FROM inbox WHERE error > ''").scalars()
        ]
    assert noted == [fault for _, fault in opened.quarantined]
    assert noted[0].startswith("KeyError at tests/corridors/test_lanes.py:")
    assert "words" not in noted[0]


async def test_a_later_update_waits_while_the_one_before_it_is_tried_again(database: Database, clock: Clock) -> None:
    keep(database, arrivals(VERA, VERA))

    async with corridor(database, clock, handler := Patchy({1: 2})):
        await handler.until(2)

    assert handler.handled == [1, 2]


async def test_a_notice_that_cannot_be_made_does_not_keep_the_update_in_the_way(
    database: Database, clock: Clock
) -> None:
    def fail(connection: Connection, _arrival: Arrival, _fault: str) -> None:
        connection.exec_driver_sql("DELETE FROM inbox")
        raise RuntimeError

    keep(database, arrivals(VERA, VERA))
    async with corridor(database, clock, handler := Patchy({1: 99}), on_quarantine=fail):
        await handler.until(1)

    assert rows(database) == {1: "dead", 2: "done"}


async def test_a_requeued_update_gets_another_try(database: Database, clock: Clock) -> None:
    keep(database, arrivals(VERA, VERA, ILYA))
    handler = Patchy({1: 3, 3: 3})

    async with corridor(database, clock, handler) as opened:
        await handler.until(1)
        await opened.put_aside(2)
        assert await opened.lanes.requeue(1) == 1
        await handler.until(2)
        assert await opened.lanes.requeue() == 1
        await handler.until(3)

    assert handler.handled == [2, 1, 3]
    assert set(rows(database).values()) == {"done"}


async def test_storage_that_is_away_for_a_while_is_not_the_updates_fault(database: Database, clock: Clock) -> None:
    attempts = itertools.count(1)
    recorder = Recorder()

    async def handle(arrival: Arrival) -> None:
        if next(attempts) <= 10:
            raise StorageUnavailable
        await recorder(arrival)

    keep(database, arrivals(VERA))
    async with corridor(database, clock, handle) as opened:
        await recorder.until(1)

    assert rows(database) == {1: "done"}
    assert opened.progress.updates_failed == 0


async def test_a_handler_that_never_returns_is_given_up_and_only_its_chat_has_waited(
    database: Database, clock: Clock
) -> None:
    recorder = Recorder()

    async def handle(arrival: Arrival) -> None:
        if arrival.update_id == 1:
            await asyncio.get_running_loop().create_future()
        await recorder(arrival)

    keep(database, arrivals(VERA, VERA, ILYA))
    async with corridor(database, clock, handle, handling_seconds=0.01):
        await recorder.until(2)

    assert recorder.handled == [3, 2]
    assert rows(database)[1] == "dead"


async def test_effects_and_mark_are_one_and_a_second_try_changes_nothing(database: Database, clock: Clock) -> None:
    """As when a commit succeeded and the answer to it got lost."""
    recorder = Recorder()

    async def handle(arrival: Arrival) -> None:
        current = current_update.get()
        await opened.writer.change(lambda connection: mark_and_count(connection, arrival))
        if next(tries) == 1:
            raise StorageUnavailable
        current.done = True
        await recorder(arrival)

    def mark_and_count(connection: Connection, arrival: Arrival) -> None:
        connection.exec_driver_sql("UPDATE effects SET times = times + 1")
        inbox.mark_done(connection, arrival.update_id, NOW)

    tries = itertools.count(1)
    with database.writing.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE effects (times INTEGER)")
        connection.exec_driver_sql("INSERT INTO effects VALUES (0)")
    async with corridor(database, clock, handle) as opened:
        await opened.writer.change(lambda connection: inbox.store(connection, arrivals(VERA, VERA)))
        opened.lanes.accept(arrivals(VERA, VERA))
        await recorder.until(1)

    with database.writing.connect() as connection:
        assert connection.exec_driver_sql("SELECT times FROM effects").scalar_one() == 2
    assert set(rows(database).values()) == {"done"}


async def test_an_error_after_the_commit_does_not_bring_the_update_back(database: Database, clock: Clock) -> None:
    recorder = Recorder()

    async def handle(arrival: Arrival) -> None:
        await recorder(arrival)
        await opened.writer.change(lambda connection: inbox.mark_done(connection, arrival.update_id, NOW))
        current_update.get().done = True
        raise KeyError

    async with corridor(database, clock, handle) as opened:
        await opened.writer.change(lambda connection: inbox.store(connection, arrivals(VERA, VERA)))
        opened.lanes.accept(arrivals(VERA, VERA))
        await recorder.until(2)

    assert (recorder.handled, opened.progress.updates_done) == ([1, 2], 2)
    assert rows(database) == {1: "done", 2: "done"}


async def test_an_update_that_waits_already_is_not_queued_again(database: Database, clock: Clock) -> None:
    keep(database, arrivals(VERA, ILYA))

    async with corridor(database, clock, handler := Recorder(), active=1) as opened:
        opened.lanes.accept(arrivals(VERA, ILYA, ILYA))
        await handler.until(3)

    assert sorted(handler.handled) == [1, 2, 3]


async def test_one_person_who_floods_does_not_keep_others_waiting(database: Database, clock: Clock) -> None:
    keep(database, arrivals(*[VERA] * 500, ILYA))

    async with corridor(database, clock, handler := Recorder(), active=1):
        await handler.until(501)

    assert handler.handled.index(501) <= 2


async def test_stopping_finishes_what_is_in_hand_and_leaves_the_rest_waiting(database: Database, clock: Clock) -> None:
    begun, may_finish = asyncio.Event(), asyncio.Event()

    async def handle(_: Arrival) -> None:
        begun.set()
        await may_finish.wait()

    keep(database, arrivals(VERA, VERA))
    async with corridor(database, clock, handle) as opened:
        await begun.wait()
        asyncio.get_running_loop().call_soon(may_finish.set)
        await opened.supervisor.stop()

    assert rows(database) == {1: "done", 2: "waiting"}
    assert counts(database).waiting == 1


async def test_what_changed_nothing_is_marked_before_the_end(database: Database, clock: Clock) -> None:
    keep(database, arrivals(VERA, ILYA))
    writer = Writer(database=database)
    writer.start()
    marks = Marks(writer=writer, clock=clock)

    marks.add(1)
    marks.add(2)
    marks.close()
    await marks.run()
    await writer.stop()

    assert rows(database) == {1: "done", 2: "done"}


async def test_polling_pauses_when_too_much_waits_but_not_for_one_persons_flood(
    database: Database, clock: Clock
) -> None:
    may_finish = asyncio.Event()

    async def handle(_: Arrival) -> None:
        await may_finish.wait()

    async with corridor(database, clock, handle) as opened:
        opened.lanes.accept(arrivals(*[VERA] * 20_000))
        assert not opened.lanes.is_full()
        opened.lanes.accept(arrivals(*range(100, 9_200), first=20_001))
        assert opened.lanes.is_full()
        assert (opened.progress.inbox_waiting, opened.progress.oldest_waiting_at) == (29_100, NOW)
        may_finish.set()
        await asyncio.wait_for(opened.lanes.room(), timeout=20)
