"""Private chats, groups and supergroups with their members, topics, links and history."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from simulator.messages import Message
from simulator.people import User
from simulator.rights import USUAL_PERMISSIONS, Member
from simulator.wire import Wire, present

ChatType = Literal["private", "group", "supergroup"]
GENERAL_TOPIC = 1


@dataclass(slots=True, eq=False, kw_only=True)
class InviteLink:
    url: str
    creator: User
    name: str = ""
    expire_date: int | None = None
    member_limit: int | None = None
    creates_join_request: bool = False
    is_primary: bool = False
    is_revoked: bool = False
    joined: set[int] = field(default_factory=set)

    def wire(self) -> Wire:
        return {
            "invite_link": self.url,
            "creator": self.creator.wire(),
            "creates_join_request": self.creates_join_request,
            "is_primary": self.is_primary,
            "is_revoked": self.is_revoked,
        } | present({"name": self.name, "expire_date": self.expire_date, "member_limit": self.member_limit})


@dataclass(slots=True, eq=False, kw_only=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int = 7322096
    is_closed: bool = False

    def wire(self) -> Wire:
        return {"message_thread_id": self.thread_id, "name": self.name, "icon_color": self.icon_color}


@dataclass(slots=True, eq=False, kw_only=True)
class JoinRequest:
    user: User
    link: InviteLink
    date: int


@dataclass(slots=True, eq=False, kw_only=True)
class Chat:
    id: int
    type: ChatType
    title: str = ""
    person: User | None = None
    """The other side of a private chat."""
    is_forum: bool = False
    description: str = ""
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    topics: dict[int, Topic] = field(default_factory=dict)
    links: dict[str, InviteLink] = field(default_factory=dict)
    join_requests: dict[int, JoinRequest] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    pinned: list[int] = field(default_factory=list)
    permissions: frozenset[str] = USUAL_PERMISSIONS
    migrated_to: int | None = None
    last_message_id: int = 0
    reply_keyboards: dict[int, Message] = field(default_factory=dict)
    """By person: the bot's message whose reply keyboard (or forced reply) they have before them."""

    @property
    def is_group(self) -> bool:
        return self.type != "private"

    def wire(self) -> Wire:
        if self.person is not None:
            names = {"last_name": self.person.last_name, "username": self.person.username}
            return {"id": self.id, "type": self.type, "first_name": self.person.first_name} | present(names)
        told: Wire = {"id": self.id, "title": self.title, "type": self.type}
        if self.is_forum:
            told["is_forum"] = True
        return told

    def member(self, user: User) -> Member:
        return self.members.get(user.id) or Member(user=user, status="left")

    def present_members(self) -> list[Member]:
        return [member for member in self.members.values() if member.is_present]

    def shows_to(self, user: User) -> bool:
        if self.person is not None:
            return self.person is user
        return self.member(user).is_present

    def live(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message
