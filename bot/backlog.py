"""Works off what has piled up in the record, and then whatever comes: one thing of each kind at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.changes import Changes
    from storage.record import SqlRecord

Task = TypeVar("Task")


async def work_off(
    changes: Changes,
    came: asyncio.Event,
    waiting: Callable[[SqlRecord, datetime], Sequence[Task]],
    do: Callable[[Task], Awaitable[None]],
) -> None:
    """Never ends. What is done must not wait any more, and a crash at any point only repeats it."""
    while True:
        came.clear()
        while tasks := await changes.make(waiting):
            for task in tasks:
                await do(task)
        await came.wait()
