"""What is made in a process apart as it is asked for: from the thread that opens an upload."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.jobs import job_of
from bot.workshop import LONG

if TYPE_CHECKING:
    from bot.jobs import Job
    from bot.workshop import Workshop
    from handlers.message import Work

Argument = TypeVar("Argument")


class Apart:
    """Built on the loop; asked beside it, where the caller waits. Raises WorkFailed."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._loop = asyncio.get_running_loop()

    def make(self, job: Job[bytes, Argument], argument: Argument) -> bytes:
        doing = self._workshop.run(job, argument, limits=LONG)
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result()

    def work(self, work: Work) -> bytes:
        return self.make(job_of(work.job), work.argument)
