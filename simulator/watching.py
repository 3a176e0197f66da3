"""Waiting for what a person should see: woken by each change, never by a clock tick."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.chats import Chat
    from simulator.messages import Message
    from simulator.world import Change, World

T = TypeVar("T")

#: Far longer than anything takes on a quiet machine: a busy one is no failure.
PATIENCE_SECONDS = 60.0


async def first_match(
    world: World, chat: Chat, match: Callable[[Message], T | None], timeout_seconds: float
) -> T | None:
    """From the newest live message that matches, or from the next that will; None when time is up."""
    for message in reversed(chat.messages.values()):
        found = None if message.deleted else match(message)
        if found is not None:
            return found
    return await _next_match(world, chat, match, timeout_seconds)


async def _next_match(
    world: World, chat: Chat, match: Callable[[Message], T | None], timeout_seconds: float
) -> T | None:
    def look(change: Change) -> T | None:
        is_here = change.chat_id == chat.id and change.message_id is not None
        message = chat.live(change.message_id or 0) if is_here else None
        return None if message is None else match(message)

    return await _when(world, look, timeout_seconds)


async def until(world: World, is_so: Callable[[], bool], timeout_seconds: float = PATIENCE_SECONDS) -> bool:
    if is_so():
        return True
    return await _when(world, lambda _: is_so() or None, timeout_seconds) is not None


async def _when(world: World, look: Callable[[Change], T | None], timeout_seconds: float) -> T | None:
    answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def changed(change: Change) -> None:
        found = None if answer.done() else look(change)
        if found is not None:
            answer.set_result(found)

    unsubscribe = world.subscribe(changed)
    try:
        async with asyncio.timeout(timeout_seconds):
            return await answer
    except TimeoutError:
        return None
    finally:
        unsubscribe()
