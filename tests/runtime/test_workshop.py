from __future__ import annotations

import asyncio
import os
import select
from typing import TYPE_CHECKING

import pytest

from bot.jobs import job_of
from bot.workshop import Broken, Limits, TooLong, TooMuchMemory, WorkFailed, Workshop
from tests.runtime import jobs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

SHORT = Limits(seconds=0.5, on_the_wall=0.5)


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    workshop = Workshop()
    yield workshop
    await workshop.stop()


async def test_an_answer_comes_back_as_what_the_job_promises(workshop: Workshop, tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_bytes(b"1234")

    assert await workshop.run(job_of(jobs.see), file) == jobs.Seen(path=file, size=4, names=("one", "two"))


async def test_the_same_process_serves_again(workshop: Workshop) -> None:
    assert await workshop.run(job_of(jobs.own_number)) == await workshop.run(job_of(jobs.own_number))


async def test_two_orders_take_turns(workshop: Workshop) -> None:
    first, second = await asyncio.gather(workshop.run(job_of(jobs.own_number)), workshop.run(job_of(jobs.own_number)))

    assert first == second


async def test_no_secret_is_handed_down(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMENTOR_TOKEN", "123:secret")

    assert "secret" not in "".join((await workshop.run(job_of(jobs.surroundings))).values())


async def test_what_a_library_prints_is_no_answer(workshop: Workshop) -> None:
    assert await workshop.run(job_of(jobs.chatter)) == "done"


@pytest.mark.parametrize(
    ("job", "failure"),
    [
        (jobs.eat_memory, TooMuchMemory),
        (jobs.think_forever, TooLong),
        (jobs.wait_forever, TooLong),
        (jobs.crash, Broken),
        (jobs.be_killed, Broken),
        (jobs.fail, Broken),
        (jobs.lie, Broken),
    ],
)
async def test_a_failure_has_a_kind_and_the_next_order_is_done(
    workshop: Workshop, job: Callable[[], object], failure: type[WorkFailed]
) -> None:
    with pytest.raises(failure):
        await workshop.run(job_of(job), limits=SHORT)

    assert await workshop.run(job_of(jobs.chatter)) == "done"


async def test_a_busy_machine_may_take_its_time_and_endless_work_ends_all_the_same(workshop: Workshop) -> None:
    limits = Limits(seconds=0.1, on_the_wall=60)
    assert await workshop.run(job_of(jobs.rest), limits=limits) == "rested"

    with pytest.raises(TooLong):
        await workshop.run(job_of(jobs.think_forever), limits=limits)


async def test_what_a_job_refuses_costs_no_process(workshop: Workshop) -> None:
    before = await workshop.run(job_of(jobs.own_number))
    with pytest.raises(Broken):
        await workshop.run(job_of(jobs.fail))

    assert await workshop.run(job_of(jobs.own_number)) == before


async def test_a_failure_does_not_repeat_what_is_in_the_file(workshop: Workshop) -> None:
    with pytest.raises(Broken) as broken:
        await workshop.run(job_of(jobs.fail))

    assert broken.value.fault == "ValueError"


async def test_whoever_stops_waiting_ends_the_work(workshop: Workshop) -> None:
    before = await workshop.run(job_of(jobs.own_number))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await workshop.run(job_of(jobs.wait_forever))

    assert await workshop.run(job_of(jobs.own_number)) != before


async def test_an_idle_process_goes_home() -> None:
    workshop = Workshop(idle_seconds=0.2)
    first = await workshop.run(job_of(jobs.own_number))
    watched = os.pidfd_open(first)
    ended, _, _ = await asyncio.to_thread(select.select, [watched], [], [], 60)
    os.close(watched)

    assert ended == [watched]
    assert await workshop.run(job_of(jobs.own_number)) != first
    await workshop.stop()
