"""About the Telegram chat of a group: found again, said goodbye to, seen or not, with topics or without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.notices import Notice
from mentoring.notices.groups import AboutChat
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class AddedBack(AboutChat):
    """To a manager: the bot is again in a chat that it served for this group. `by` is None when it was themselves."""

    group_id: int
    name: str
    by: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedsCode(Notice):
    """In a foreign chat, once: what the bot would need to stay."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmUnbinding(Notice):
    group_id: int
    name: str
    title: str | None

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Farewell(Notice):
    """In a chat that is no longer the group's, in the place of its board. `moves` when the group has another now."""

    must_arrive: ClassVar[bool] = True

    name: str
    moves: bool
    languages: tuple[Language, ...]
    board: str

    def card(self) -> str:
        return self.board


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight(Notice):
    """To the mentors: whether the bot sees the files that people post in the group's chat."""

    group_id: int
    name: str
    title: str | None
    sees: bool

    def card(self) -> str:
        return sight_of(self.group_id)


def sight_of(group_id: int) -> str:
    return f"sight:{group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicsOn(Notice):
    """To the managers: the group's chat has topics now, and the bot goes on in the general one."""

    name: str
    title: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LookUpChat(Notice):
    """Asks Telegram what the chat is called and whether it has topics."""

    must_arrive: ClassVar[bool] = True

    chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RevokeInviteLink(Notice):
    """Asks Telegram to close the link into a chat that is no longer the group's."""

    must_arrive: ClassVar[bool] = True

    chat_id: int
    link: str
