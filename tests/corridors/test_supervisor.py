"""Background tasks that fail start again, and all of them end when they are told to."""

from __future__ import annotations

import asyncio

from bot.backoff import Backoff
from bot.supervisor import Supervisor

AT_ONCE = Backoff(first=0.0, base=0.0, longest=0.0)


async def test_a_task_that_fails_starts_again() -> None:
    supervisor, runs, well = Supervisor(backoff=AT_ONCE), [0], asyncio.Event()

    async def run() -> None:
        runs[0] += 1
        if runs[0] < 4:
            raise OSError
        well.set()

    supervisor.start("ticker", run)
    await asyncio.wait_for(well.wait(), timeout=5)
    await supervisor.stop()

    assert runs == [4]


async def test_the_last_to_start_is_the_first_to_end() -> None:
    supervisor, ended, started = Supervisor(), list[str](), asyncio.Barrier(3)

    def lasting(name: str) -> None:
        async def run() -> None:
            try:
                await started.wait()
                await asyncio.get_running_loop().create_future()
            finally:
                ended.append(name)

        supervisor.start(name, run)

    lasting("delivery")
    lasting("ingest")
    await started.wait()
    await supervisor.stop()

    assert ended == ["ingest", "delivery"]


async def test_a_task_is_asked_to_wind_down_before_it_is_cancelled() -> None:
    supervisor, asked, finished = Supervisor(), asyncio.Event(), list[str]()

    async def run() -> None:
        await asked.wait()
        finished.append("its last work")

    supervisor.start("lane", run, wind_down=asked.set)
    await supervisor.stop()

    assert finished == ["its last work"]


async def test_a_task_that_does_not_wind_down_is_cancelled_in_time() -> None:
    supervisor, loop = Supervisor(), asyncio.get_running_loop()

    async def run() -> None:
        await loop.create_future()

    supervisor.start("stubborn", run, wind_down=lambda: None)
    began = loop.time()
    await supervisor.stop(within=0.2)

    assert loop.time() - began < 1.0
    assert {task.get_name() for task in asyncio.all_tasks()}.isdisjoint({"stubborn"})


async def test_what_is_spawned_may_fail_alone_and_is_waited_for_at_the_end() -> None:
    supervisor, done = Supervisor(), list[str]()

    async def fail() -> None:
        raise OSError

    async def answer() -> None:
        await asyncio.sleep(0)
        done.append("answered")

    supervisor.spawn("fails", fail())
    supervisor.spawn("answers", answer())
    await supervisor.stop()

    assert done == ["answered"]
