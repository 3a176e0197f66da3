"""The table of actions: each has a typed form of what the page posts, and one function that does it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from simulator.errors import ApiError, bad_request

if TYPE_CHECKING:
    from simulator.phones.hand import Hand
    from simulator.wire import Wire

F = TypeVar("F", bound=msgspec.Struct)
Doing = Callable[["Hand", F], Awaitable["Wire | None"]]


@dataclass(frozen=True, slots=True)
class Action(Generic[F]):
    form: type[F]
    doing: Doing[F]

    async def perform(self, hand: Hand, posted: bytes) -> Wire:
        try:
            form = msgspec.json.decode(posted, type=self.form)
        except msgspec.DecodeError as error:
            raise bad_request(str(error)) from None
        try:
            return await self.doing(hand, form) or {}
        except ValueError as impossible:
            raise bad_request(str(impossible)) from impossible


ACTIONS: dict[str, Action[msgspec.Struct]] = {}


def action(form: type[F]) -> Callable[[Doing[F]], Doing[F]]:
    """Puts a function into the table under its own name."""

    def register(doing: Doing[F]) -> Doing[F]:
        ACTIONS[doing.__name__] = Action(form, doing)  # type: ignore[arg-type]
        return doing

    return register


async def perform(name: str, hand: Hand, posted: bytes) -> Wire:
    known = ACTIONS.get(name)
    if known is None:
        raise ApiError(404, f"Phones have no action {name!r}")
    return await known.perform(hand, posted)
