"""The world as the page's JSON: a flat map of keys to values, so that only what changed has to travel.

`clock`, `people`, `bots`, `hints`; `phone/PERSON` (its chats); for an open chat `chat/PERSON/CHAT` and
`message/PERSON/CHAT/ID`. CHAT is `bot` or a group's id.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from simulator.phones.bubbles import bubble
from simulator.phones.chat_view import BOT, chat_details, chat_row, chats_of, find_chat
from simulator.phones.faces import account
from simulator.phones.guide import Guide
from simulator.phones.reading import Reading
from simulator.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.chats import Chat
    from simulator.messages import Message
    from simulator.people import User
    from simulator.wire import Wire

SHOWN_MESSAGES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One phone before the visitor's eyes."""

    person: int
    chat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Everything a view is made from."""

    world: World
    guide: Guide
    reading: Reading

    def keys(self, shown: Iterable[Shown]) -> Wire:
        view: Wire = {"clock": self._clock(), "bots": [self._bot()], "hints": self._hints()}
        for phone in shown:
            view |= self._phone(phone)
        view["people"] = [self._person(person) for person in self.world.users.values() if not person.is_bot]
        return view

    def _clock(self) -> Wire:
        clock = self.world.clock
        return {"ahead": int(clock.offset.total_seconds()), "stands": clock.stands, "zone": self.guide.zone}

    def _bot(self) -> Wire:
        bot = self.world.bot
        return account(bot) | {"username": bot.username, "chat": BOT}

    def _hints(self) -> list[Wire]:
        return [asdict(hint) | {"person": hint.person_id} for hint in self.guide.hints]

    def _person(self, person: User) -> Wire:
        unread = sum(self.reading.unread(person, chat) for chat in chats_of(self.world, person))
        return account(person) | {
            "language": person.language_code,
            "role": self.guide.roles.get(person.id),
            "unread": unread,
        }

    def _phone(self, phone: Shown) -> Wire:
        person = self.world.users.get(phone.person)
        if person is None:
            return {}
        opened = find_chat(self.world, person, phone.chat)
        view: Wire = {}
        if opened is not None:
            self.reading.read(person.id, opened)
        if phone.chat is not None:
            view |= self._open(person, phone.chat, opened)
        chats = chats_of(self.world, person)
        view[f"phone/{person.id}"] = {"chats": [chat_row(self.world, self.reading, person, chat) for chat in chats]}
        return view

    def _open(self, person: User, key: str, chat: Chat | None) -> Wire:
        view: Wire = {f"chat/{person.id}/{key}": chat_details(self.world, person, chat)}
        for message in _latest(chat):
            view[f"message/{person.id}/{key}/{message.message_id}"] = bubble(self.world, message, person)
        return view


def _latest(chat: Chat | None) -> Iterator[Message]:
    messages = [] if chat is None else list(chat.messages.values())[-SHOWN_MESSAGES:]
    return (message for message in messages if not message.deleted)
