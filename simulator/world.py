"""Everything that exists on this little Telegram, and the news of each change to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from simulator.chats import Chat, ChatType, InviteLink
from simulator.errors import bad_request
from simulator.files import FileStore
from simulator.messages import Message
from simulator.people import User, anonymous_admin
from simulator.profile import BotProfile
from simulator.rights import Member
from simulator.updates import UpdateQueue
from simulator.webhooks import Webhook
from simulator.wire import Wire, present

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.clock import Clock

ChangeKind = Literal["message", "edited", "deleted", "chat", "person", "callback", "keyboard", "profile", "action"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What just became different; fetch the rest from the world."""

    kind: ChangeKind
    chat_id: int | None = None
    message_id: int | None = None
    user_id: int | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Press:
    """A tap on an inline button, and what the bot answered."""

    query_id: str
    user: User
    message: Message
    data: str
    at: float
    answered: bool = False
    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False, kw_only=True)
class Poll:
    id: str
    body: Wire
    options: list[Wire]
    is_anonymous: bool
    is_closed: bool = False
    closes_at: int | None = None
    votes: dict[int, list[int]] = field(default_factory=dict)

    def wire(self) -> Wire:
        counts = [sum(index in vote for vote in self.votes.values()) for index in range(len(self.options))]
        options = [option | {"voter_count": count} for option, count in zip(self.options, counts, strict=True)]
        told: Wire = {"id": self.id, "options": options, "total_voter_count": sum(map(bool, self.votes.values()))}
        told |= present({"close_date": self.closes_at})
        return self.body | told | {"is_closed": self.is_closed, "is_anonymous": self.is_anonymous}


class World:
    def __init__(self, *, clock: Clock, bot_id: int, bot_username: str, bot_name: str) -> None:
        self.clock = clock
        self.bot = User(id=bot_id, first_name=bot_name, username=bot_username, is_bot=True, started=True, met=True)
        self.anonymous = anonymous_admin()
        self.reads_all_group_messages = False
        """Privacy mode is on unless this is set."""
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.links: dict[str, tuple[Chat, InviteLink]] = {}
        self.files = FileStore(salt=str(bot_id))
        self.updates = UpdateQueue(clock)
        self.presses: dict[str, Press] = {}
        self.polls: dict[str, Poll] = {}
        self.profile = BotProfile(name=bot_name)
        self.webhook = Webhook()
        self.on_webhook: Callable[[], None] = lambda: None
        self._counters: dict[str, int] = {}
        self._subscribers: list[Callable[[Change], None]] = []

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Calls back after each change; what is returned ends it."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def changed(self, change: Change) -> None:
        for callback in tuple(self._subscribers):
            callback(change)

    def set_webhook(self, webhook: Webhook) -> None:
        self.webhook = webhook
        self.on_webhook()

    def now(self) -> int:
        """Unix time in whole seconds, as Telegram tells it."""
        return int(self.clock.seconds())

    def count(self, what: str) -> int:
        """1, 2, 3 … for each thing counted."""
        number = self._counters[what] = self._counters.get(what, 0) + 1
        return number

    def add_user(self, user: User) -> User:
        self.users[user.id] = user
        self.changed(Change(kind="person", user_id=user.id))
        return user

    def new_person(self, first_name: str, last_name: str, username: str | None, language_code: str | None) -> User:
        number = self.count("person")
        return self.add_user(
            User(
                id=5_000_000_000 + number,
                first_name=first_name,
                last_name=last_name,
                username=username,
                language_code=language_code,
                phone=f"+35988{number:07}",
            )
        )

    def new_group(self, kind: ChatType, title: str, owner: User, *, is_forum: bool = False) -> Chat:
        number = self.count("group")
        identifier = -1002_000_000_000 - number if kind == "supergroup" else -4_000_000_000 - number
        chat = Chat(id=identifier, type=kind, title=title, is_forum=is_forum)
        chat.members[owner.id] = Member(user=owner, status="creator")
        # The first message of a supergroup tells of its creation, before any bot is in it.
        chat.last_message_id = 1 if kind == "supergroup" else 0
        self.chats[chat.id] = chat
        self.changed(Change(kind="chat", chat_id=chat.id))
        return chat

    def private_chat(self, user: User) -> Chat:
        chat = self.chats.get(user.id)
        if chat is None:
            chat = self.chats[user.id] = Chat(id=user.id, type="private", person=user)
            self.changed(Change(kind="chat", chat_id=chat.id))
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats share the bot's own numbering."""
        if chat.type == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        return self.count("message")

    def user(self, user_id: int) -> User:
        if user_id == self.bot.id:
            return self.bot
        user = self.users.get(user_id)
        if user is None:
            raise bad_request("user not found")
        return user
