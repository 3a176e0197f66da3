"""What became of messages is written down together, and one failure costs only itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.recorder import Outcome, Recorder
from bot.supervisor import Supervisor
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection

    from storage.engine import Database


@pytest.fixture
async def recorder(database: Database) -> AsyncIterator[Recorder]:
    writer, supervisor = Writer(database=database), Supervisor()
    writer.start()
    yield Recorder(writer=writer, supervisor=supervisor)
    await supervisor.stop()
    await writer.stop()


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
    await asyncio.wait_for(all_gone_on.wait(), 10)

    assert gone_on == [0, 1, 2]
    assert {0, 2} <= set(marked)
