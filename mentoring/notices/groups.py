"""Groups as their manager sees them, their links and posters, and what the group's own chat is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mentoring.groups import GroupState
from mentoring.notices import Notice
from mentoring.notices.joining import Question
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGroupName(Question):
    """What is the new group called?"""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskNames(Question):
    group_id: int
    group_name: str
    role: Role
    first: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupLine:
    """`programme` where its manager has several."""

    group_id: int
    name: str
    joined: int
    expected: int
    programme: str = ""
    running: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupList(Question):
    groups: tuple[GroupLine, ...]


class Presence(StrEnum):
    JOINED = "joined"
    EXPECTED = "expected"
    UNREACHABLE = "unreachable"
    ON_PAPER = "on_paper"
    PAUSED = "paused"
    LEFT = "left"
    REMOVED = "removed"
    COMPLETED = "completed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """`since` is when their place last changed, `until` when a pause ends."""

    membership_id: int
    name: str
    role: Role
    presence: Presence
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatState:
    """The bound Telegram group and what the bot may do there. `can_take_out` is no must; None where nobody looked."""

    title: str | None
    sees_messages: bool
    can_pin: bool
    can_invite: bool
    can_take_out: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupCard(Notice):
    """`repeated` names were listed already; `linked_until` is None without a live link; a `trial` can be wiped.

    `more` with the buttons that are needed less often. `unplanned`: a whole group, and no session yet.
    """

    group_id: int
    name: str
    people: tuple[Listed, ...]
    chat: ChatState | None
    linked_until: datetime | None
    repeated: int = 0
    code: str = ""
    trial: bool = False
    state: GroupState = GroupState.RUNNING
    more: bool = False
    unplanned: bool = False

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoosePerson(Notice):
    """Whose place shall be looked at?"""

    group_id: int
    name: str
    people: tuple[Listed, ...]

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveLink:
    role: Role
    left: int
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Links(Notice):
    """What the posters above still open; a new one ends the old one.

    `chat_code` travels in the add-to-group link until `chat_until`, where no Telegram group is connected yet.
    """

    group_id: int
    name: str
    live: tuple[LiveLink, ...]
    chat_code: str | None = None
    chat_until: datetime | None = None

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class WaysToBind(Notice):
    """How to connect a Telegram group; `code` is typed there or travels in the add-to-group link.

    `connected` to another one at present.
    """

    group_id: int
    name: str
    code: str
    expires_at: datetime
    connected: bool = False

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseChat(Notice):
    """Carries the reply keyboard that lets a manager pick or create a Telegram group."""

    group_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmRebinding(Notice):
    group_id: int
    name: str
    chat_id: int
    old_title: str | None
    new_title: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutChat(Notice):
    chat_id: int
    title: str | None

    def card(self) -> str:
        return f"chat:{self.chat_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichGroup(AboutChat):
    """To a manager who has added the bot to a chat without saying for which mentoring group."""

    groups: tuple[GroupLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bound(Notice):
    """To the manager: the chat is connected, and what the bot may do there once that is `checked`."""

    group_id: int
    name: str
    chat: ChatState
    checked: bool

    def card(self) -> str:
        return f"bound:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftAlone(AboutChat):
    """To the manager who told the bot to leave a chat."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unbound(Notice):
    """To the manager: the bot was removed from the group's chat."""

    must_arrive: ClassVar[bool] = True

    group_id: int
    name: str
    title: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TooAnonymous(Notice):
    """In a chat where an anonymous admin typed a right code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ComeToPrivate(Notice):
    """In a bound chat: one short line with the way into the private chat, in each of `languages`."""

    languages: tuple[Language, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRequest(Notice):
    """To a manager: somebody unknown asks to join the group's chat; `handle` tells them from others of that name."""

    group_id: int
    group_name: str
    telegram_id: int
    name: str
    handle: str = ""

    def card(self) -> str:
        return f"request:{self.group_id}:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRequestDecided(Notice):
    group_id: int
    group_name: str
    telegram_id: int
    let_in: bool

    def card(self) -> str:
        return f"request:{self.group_id}:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MakeInviteLink(Notice):
    """Asks Telegram for a link that makes join requests; the answer goes to the group."""

    must_arrive: ClassVar[bool] = True

    group_id: int
    chat_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LookUpRights(Notice):
    """Asks Telegram what the bot may do in the chat."""

    must_arrive: ClassVar[bool] = True

    group_id: int
    chat_id: int
    bot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerJoinRequest(Notice):
    must_arrive: ClassVar[bool] = True

    chat_id: int
    telegram_id: int
    let_in: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaveChat(Notice):
    must_arrive: ClassVar[bool] = True

    chat_id: int
