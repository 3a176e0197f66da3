"""A wave of messages, and the people who ask something meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

REPLIES_PER_SECOND = 2.0
#: Each who asks is somebody else, so that no chat's own pace is in the way.
_FIRST_ASKING_CHAT = 1_000_000


@dataclass(kw_only=True, slots=True)
class Wave:
    """`loads` is how many messages each chat gets; `asked_at` is filled while the wave goes out."""

    name: str
    loads: Mapping[int, int]
    began_at: float = 0.0
    asked_at: dict[str, float] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(self.loads.values())

    @property
    def messages(self) -> list[tuple[int, str]]:
        return [(chat_id, f"{chat_id}/{number}") for chat_id, n in self.loads.items() for number in range(n)]

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.messages]

    def fresh(self) -> Wave:
        return Wave(name=self.name, loads=self.loads)

    async def ask_until(self, over: asyncio.Event, answer: Callable[[int, str], Awaitable[None]]) -> None:
        """Somebody asks every half second and waits for the answer; nobody waits for the one before."""
        async with asyncio.TaskGroup() as people:
            number = 0
            while not over.is_set():
                chat_id, number = _FIRST_ASKING_CHAT + number, number + 1
                text = f"answer {chat_id}"
                self.asked_at[text] = time.monotonic()
                people.create_task(_swallowing_refusals(answer(chat_id, text)))
                await asyncio.sleep(1 / REPLIES_PER_SECOND)


async def _swallowing_refusals(answering: Awaitable[None]) -> None:
    try:
        await answering
    except Exception as error:  # noqa: BLE001 -- a lost answer is counted by its absence
        del error
