"""What became of messages is written down together, and one failure costs only itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.recorder import Outcome, Recorder, nothing
from bot.supervisor import Supervisor
from simulator.watching import PATIENCE_SECONDS
from storage import outbox
from storage.parcels import ParcelDraft
from storage.schema import metadata
from storage.tables import outbox as tables
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy import Connection

    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
A_DRAFT = ParcelDraft(chat_id=1, kind="Text", facts="{}")


@dataclass(kw_only=True)
class Outcomes:
    """`woken` counts how often the delivery was told that there is more to send."""

    recorder: Recorder
    woken: int = 0

    async def become(self, *tells: Callable[[Connection], None]) -> None:
        """Until each is written down."""
        gone_on = [asyncio.Event() for _ in tells]
        for tell, event in zip(tells, gone_on, strict=True):
            self.recorder.record(Outcome(tell=tell, then=event.set))
        async with asyncio.timeout(PATIENCE_SECONDS):
            for event in gone_on:
                await event.wait()


def tells_somebody(connection: Connection) -> None:
    outbox.add(connection, A_DRAFT, NOW)


@pytest.fixture
async def outcomes(database: Database) -> AsyncIterator[Outcomes]:
    metadata.create_all(database.writing, tables=[tables.outbox, tables.chat_aliases])
    writer, supervisor = Writer(database=database), Supervisor()

    def wake() -> None:
        opened.woken += 1

    opened = Outcomes(recorder=Recorder(writer=writer, supervisor=supervisor, wake=wake))
    writer.start()
    yield opened
    await supervisor.stop()
    await writer.stop()


@pytest.fixture
def recorder(outcomes: Outcomes) -> Recorder:
    return outcomes.recorder


async def test_who_is_told_because_of_what_became_of_a_message_is_told_at_once(outcomes: Outcomes) -> None:
    await outcomes.become(tells_somebody, nothing)

    assert outcomes.woken == 1


async def test_where_nobody_is_told_nothing_is_looked_for(outcomes: Outcomes) -> None:
    await outcomes.become(nothing)

    assert outcomes.woken == 0


async def test_marks_that_fail_leave_the_others_and_let_every_chat_go_on(recorder: Recorder) -> None:
    marked: list[int] = []
    gone_on: list[int] = []
    all_gone_on = asyncio.Event()

    def outcome(number: int) -> Outcome:
        def mark(_: Connection) -> None:
            if number == 1:
                raise LookupError
            marked.append(number)

        def then() -> None:
            gone_on.append(number)
            if len(gone_on) == 3:
                all_gone_on.set()

        return Outcome(mark=mark, then=then)

    for number in range(3):
        recorder.record(outcome(number))
    await asyncio.wait_for(all_gone_on.wait(), PATIENCE_SECONDS)

    assert gone_on == [0, 1, 2]
    assert {0, 2} <= set(marked)
