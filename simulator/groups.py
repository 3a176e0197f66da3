"""A group in the hands of a story or a test: who is in it, and what they do with the bot there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.chats import Chat, InviteLink, Topic
from simulator.membership import become, enter, migrate, promote, remove
from simulator.posting import Manner, delete_topic, post
from simulator.rights import ALL_RIGHTS, Member

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.people import User
    from simulator.persons import Person
    from simulator.wire import Wire
    from simulator.world import World


class Group:
    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def title(self) -> str:
        return self.chat.title

    @property
    def owner(self) -> User:
        return next(member.user for member in self.chat.members.values() if member.status == "creator")

    def adds(self, person: Person, *, by: Person | None = None) -> None:
        enter(self._world, self.chat, person.user, by=by.user if by else self.owner)

    def removes(self, person: Person, *, by: Person | None = None) -> None:
        remove(self._world, self.chat, person.user, by=by.user if by else self.owner)

    def promotes(
        self,
        person: Person,
        rights: Iterable[str] = ALL_RIGHTS,
        *,
        by: Person | None = None,
        anonymous: bool = False,
    ) -> None:
        promote(self._world, self.chat, person.user, rights, by=by.user if by else self.owner, anonymous=anonymous)

    def hides(self, person: Person) -> None:
        """The administrator or owner stays anonymous from now on."""
        self.chat.members[person.user.id] = replace(self.chat.member(person.user), is_anonymous=True)

    def adds_bot(self, *, by: Person | None = None, rights: Iterable[str] = (), payload: str | None = None) -> None:
        """With a payload: through a `?startgroup=` link."""
        user = by.user if by else self.owner
        held = frozenset(rights)
        bot = self._world.bot
        become(
            self._world, Member(user=bot, status="administrator" if held else "member", rights=held), self.chat, user
        )
        post(self._world, self.chat, user, {"new_chat_members": [bot.wire()]})
        if payload is not None:
            text = f"/start@{bot.username} {payload}"
            entity = {"type": "bot_command", "offset": 0, "length": len(f"/start@{bot.username}")}
            post(self._world, self.chat, user, {"text": text, "entities": [entity]})

    def promotes_bot(self, rights: Iterable[str] = ALL_RIGHTS, *, by: Person | None = None) -> None:
        """With no rights: makes it an ordinary member again."""
        promote(self._world, self.chat, self._world.bot, rights, by=by.user if by else self.owner)

    def removes_bot(self, *, by: Person | None = None) -> None:
        remove(self._world, self.chat, self._world.bot, by=by.user if by else self.owner)

    def migrates(self, *, by: Person | None = None) -> None:
        """The group becomes a supergroup; this object follows it to the new id."""
        self.chat = migrate(self._world, self.chat, by.user if by else self.owner)

    def renames(self, title: str, *, by: Person | None = None) -> None:
        self.chat.title = title
        post(self._world, self.chat, by.user if by else self.owner, {"new_chat_title": title})

    def switches_topics_on(self) -> None:
        """Nobody is told; from now on its messages say that it is a forum."""
        self.chat.is_forum = True

    def opens_topic(self, name: str, *, by: Person | None = None) -> int:
        """The thread id of the new topic."""
        user = by.user if by else self.owner
        thread_id = self.chat.last_message_id + 1
        topic = self.chat.topics[thread_id] = Topic(thread_id=thread_id, name=name)
        body: Wire = {"forum_topic_created": {"name": name, "icon_color": topic.icon_color}}
        post(self._world, self.chat, user, body, Manner(thread_id=thread_id))
        return thread_id

    def deletes_topic(self, thread_id: int) -> None:
        delete_topic(self._world, self.chat, thread_id)

    def invites(self, *, member_limit: int | None = None, creates_join_request: bool = False) -> str:
        """A link the owner made."""
        url = f"https://t.me/+owner{self._world.count('link'):010}"
        link = InviteLink(
            url=url,
            creator=self.owner,
            member_limit=member_limit,
            creates_join_request=creates_join_request,
        )
        self.chat.links[url] = link
        self._world.links[url] = (self.chat, link)
        return url
