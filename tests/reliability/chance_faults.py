"""Faults that happen by chance, from a seed, where `simulator.faults` lets tests order them one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.faults import Faults, Kind, Order

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Sequence

FIRST_SENDING = ("send", "forward", "copy")


class ChanceFaults(Faults):
    """`share` of all messages end in one of `kinds`; each is remembered with the chat it was for."""

    def __init__(self, kinds: Sequence[Kind], *, share: float, chance: random.Random) -> None:
        super().__init__()
        self._kinds = kinds
        self._share = share
        self._chance = chance
        self.happened = 0

    def take(self, method: str, chat: object, kinds: Collection[str] | None = None) -> Order | None:
        if not method.lower().startswith(FIRST_SENDING) or self._chance.random() >= self._share:
            return super().take(method, chat, kinds)
        self.happened += 1
        kind = self._chance.choice(self._kinds)
        return Order(method=method, kind=kind, chat=None, times=1, retry_after=1, seconds=0.0, description=None)

    def end(self) -> None:
        self._share = 0.0
