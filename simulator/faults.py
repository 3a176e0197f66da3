"""Troubles that can be ordered: refusals, broken answers, cut connections, silence, repeated updates."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Collection

Kind = Literal[
    "400",
    "401",
    "403",
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
    "500_after",
    "html_after",
    "garbage_after",
    "delay",
    "hang",
    "hang_after",
    "duplicate",
    "reorder",
]
AFTER: frozenset[Kind] = frozenset({"reset_after", "500_after", "html_after", "garbage_after", "hang_after"})
"""The request is carried out, but the bot does not learn that it was."""
REFUSALS = {
    "400": "Bad Request: ordered by a test",
    "401": "Unauthorized",
    "403": "Forbidden: bot was blocked by the user",
    "404": "Not Found",
    "409": "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "503": "Service Unavailable",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Order:
    method: str
    kind: Kind
    chat: int | None
    times: int
    retry_after: int
    seconds: float
    description: str | None
    happened: int = 0
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def fits(self, method: str, chat: str | None) -> bool:
        return self.method in {"*", method} and (self.chat is None or str(self.chat) == chat)


class Faults:
    def __init__(self) -> None:
        self._orders: list[Order] = []
        self._all: list[Order] = []

    def order(
        self,
        *,
        method: str = "*",
        kind: Kind,
        chat: int | None = None,
        times: int = 1,
        retry_after: int = 1,
        seconds: float = 0.0,
        description: str | None = None,
    ) -> Order:
        """`method` may also be `file` (a download) or `webhook` (a delivery); `seconds` is for a delay.

        A webhook's delivery can be a `duplicate`, or a `reorder`: the next update of its chat overtakes it.
        """
        if kind not in get_args(Kind):
            raise ValueError(f"There is no fault of kind {kind!r}.")
        order = Order(
            method=method,
            kind=kind,
            chat=chat,
            times=times,
            retry_after=retry_after,
            seconds=seconds,
            description=description,
        )
        self._orders.append(order)
        self._all.append(order)
        return order

    def take(self, method: str, chat: object, kinds: Collection[str] | None = None) -> Order | None:
        """The fault due for this request, now used up by one."""
        for order in self._orders:
            if order.fits(method, None if chat is None else str(chat)) and (kinds is None or order.kind in kinds):
                order.happened += 1
                if order.happened >= order.times:
                    self._orders.remove(order)
                return order
        return None

    def clear(self) -> None:
        """Ends what was ordered, and lets go of every request that hangs."""
        self._orders.clear()
        for order in self._all:
            order.released.set()
