"""Which messages each person has seen: everything up to what they opened, or up to what they wrote themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.people import User
    from simulator.world import World


class Reading:
    def __init__(self) -> None:
        self._read: dict[tuple[int, int], int] = {}

    def read(self, person_id: int, chat: Chat) -> None:
        self._read[person_id, chat.id] = max(chat.messages, default=0)

    def read_everything(self, world: World) -> None:
        """So that a prepared history does not count as news."""
        for chat in world.chats.values():
            for person in world.users.values():
                if chat.shows_to(person):
                    self.read(person.id, chat)

    def unread(self, person: User, chat: Chat) -> int:
        seen = self._read.get((person.id, chat.id), 0)
        count = 0
        for message in reversed(chat.messages.values()):
            if message.message_id <= seen or message.sender is person:
                break
            count += not message.deleted and not message.is_service
        return count
