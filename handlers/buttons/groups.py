"""Buttons on a manager's groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.people import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupsButton(Button):
    prefix: ClassVar[str] = "gl"
    act: ClassVar[Act] = Act.CREATE_GROUP


@dataclass(frozen=True, kw_only=True, slots=True)
class NewGroupButton(Button):
    prefix: ClassVar[str] = "gn"
    act: ClassVar[Act] = Act.CREATE_GROUP


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupButton(Button):
    prefix: ClassVar[str] = "go"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MoreOfGroupButton(Button):
    """To what is done with a group less often."""

    prefix: ClassVar[str] = "gf"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AddNamesButton(Button):
    prefix: ClassVar[str] = "ga"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class PeopleButton(Button):
    prefix: ClassVar[str] = "gr"
    act: ClassVar[Act] = Act.MANAGE_GROUP

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LinksButton(Button):
    prefix: ClassVar[str] = "gk"
    act: ClassVar[Act] = Act.INVITE

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RenewLinkButton(Button):
    prefix: ClassVar[str] = "gw"
    act: ClassVar[Act] = Act.INVITE

    group_id: int
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class BindButton(Button):
    """To the ways of connecting a Telegram group."""

    prefix: ClassVar[str] = "bw"
    act: ClassVar[Act] = Act.BIND_CHAT

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PickChatButton(Button):
    prefix: ClassVar[str] = "bp"
    act: ClassVar[Act] = Act.BIND_CHAT

    group_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class BindHereButton(Button):
    """`sure` moves a group that has another chat."""

    prefix: ClassVar[str] = "bh"
    act: ClassVar[Act] = Act.BIND_CHAT

    group_id: int
    chat_id: int
    sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveChatButton(Button):
    prefix: ClassVar[str] = "bl"
    act: ClassVar[Act] = Act.CREATE_GROUP

    chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRequestButton(Button):
    prefix: ClassVar[str] = "br"
    act: ClassVar[Act] = Act.LET_IN

    group_id: int
    telegram_id: int
    yes: bool
