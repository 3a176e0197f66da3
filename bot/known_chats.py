"""Which Telegram groups are ours, in memory: asked for every update before anything else is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


class KnownChats:
    """Replaced as a whole after each commit that changed a binding, or began or ended a recorded session."""

    def __init__(self) -> None:
        self._bound: frozenset[int] = frozenset()
        self._recorded: frozenset[int] = frozenset()

    def replace(self, bound: Collection[int]) -> None:
        self._bound = frozenset(bound)

    def record_in(self, chats: Collection[int]) -> None:
        """Everything said in these is wanted, and nothing that is said in any other."""
        self._recorded = frozenset(chats)

    def is_recorded(self, chat_id: int) -> bool:
        return chat_id in self._recorded

    def add(self, chat_id: int) -> None:
        """At once, where waiting for the commit would let the chat's first words pass by."""
        self._bound |= {chat_id}

    def __contains__(self, chat_id: object) -> bool:
        return chat_id in self._bound
