"""The visitor's hand on one person's phone: finds the person, the chat and the message that an action names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from simulator.errors import bad_request
from simulator.groups import Group
from simulator.persons import Person
from simulator.phones.chat_view import BOT, find_chat, invited_to, key_of
from simulator.phones.uploading import Picked
from simulator.views import View, view
from simulator.world import World

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.wire import Wire

PATIENCE_SECONDS = 20
"""As long as a button's spinner turns."""


class Deed(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What the page posts for one action."""

    person: int


class InChat(Deed):
    chat: str


class OnMessage(InChat):
    message: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    world: World
    files: list[Picked]

    def person(self, person_id: int) -> Person:
        return Person(self.world, self.world.user(person_id))

    def group(self, deed: InChat) -> Group | None:
        """None for the private chat with the bot."""
        return None if deed.chat == BOT else self.own_group(deed)

    def own_group(self, deed: InChat) -> Group:
        return self.group_named(deed.person, deed.chat)

    def group_named(self, person_id: int, key: str) -> Group:
        chat = find_chat(self.world, self.world.user(person_id), key)
        if chat is None or not chat.is_group:
            raise bad_request("chat not found")
        return Group(self.world, chat)

    def chat(self, deed: InChat) -> Chat:
        group = self.group(deed)
        return group.chat if group else self.world.private_chat(self.world.user(deed.person))

    def message(self, deed: OnMessage) -> View:
        return self.seen(deed, deed.message)

    def seen(self, deed: InChat, message_id: int) -> View:
        message = self.chat(deed).live(message_id)
        if message is None:
            raise bad_request("message not found")
        return view(self.world, message)

    def administered(self, deed: InChat) -> Group:
        """Only an administrator's phone changes a group."""
        group = self.own_group(deed)
        if not group.chat.member(self.world.user(deed.person)).is_admin:
            raise bad_request("not enough rights")
        return group

    def invitation(self, link: str) -> Chat:
        chat = invited_to(self.world, link)
        if chat is None:
            raise bad_request("INVITE_HASH_EXPIRED")
        return chat


def at(chat: Chat) -> Wire:
    return {"chat": key_of(chat)}
