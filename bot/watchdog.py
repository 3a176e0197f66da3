"""Ends a process that gets nowhere, so that whoever runs it starts it anew; like any kill, that loses nothing.

A thread beside the event loop, because the loop itself may be what is stuck. That Telegram is out of reach is no
reason: a poll that fails has ended.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from bot.logs import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE_SECONDS = 120.0
_LOOK_AGAIN_SECONDS = 5.0
#: After a suspended process wakes up, it gets the time between two looks to show that it lives.
_LOOKS_IN_VAIN = 2


def _end() -> NoReturn:
    os._exit(1)


class Watchdog:
    def __init__(
        self,
        *,
        patience: float = _PATIENCE_SECONDS,
        look_again: float = _LOOK_AGAIN_SECONDS,
        end: Callable[[], None] = _end,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._patience = patience
        self._look_again = look_again
        self._end = end
        self._monotonic = monotonic
        self._expected_by = 0.0
        self._stopping = threading.Event()

    def alive(self, rests: float = 0.0) -> None:
        """`rests` are the seconds for which nothing is to be expected."""
        self._expected_by = self._monotonic() + rests + self._patience

    def is_overdue(self) -> bool:
        return self._monotonic() > self._expected_by

    @contextmanager
    def watching(self) -> Iterator[None]:
        self.alive()
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()
        try:
            yield
        finally:
            self._stopping.set()

    def _watch(self) -> None:
        in_vain = 0
        while not self._stopping.wait(self._look_again):
            in_vain = in_vain + 1 if self.is_overdue() else 0
            if in_vain >= _LOOKS_IN_VAIN:
                log.critical("nothing has moved for two minutes; this process ends, to be started anew")
                return self._end()
        return None
