"""Groups that become supergroups, and what is posted in them: each post can be told from all others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, SessionId
from mentoring.notices import AT_THE_BOTTOM, tell_group
from mentoring.notices.sessions import News, SessionPost, SessionSeen
from mentoring.people import Language
from mentoring.sessions import Place, SessionKind, SessionState
from simulator.chats import Chat
from simulator.groups import Group

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.messages import Message
    from simulator.server import Simulator
    from storage.record import SqlRecord

ZONE = "Europe/Sofia"


@dataclass(kw_only=True)
class Moving:
    """A group with its Telegram chat, before and after; `told` are its posts so far."""

    number: int
    id: GroupId
    chat: Group
    told: list[str] = field(default_factory=list)
    old: Chat | None = None

    def next_post(self) -> str:
        self.told.append(f"Room {self.number}-{len(self.told)}.")
        return self.told[-1]

    def moves(self) -> None:
        self.old = self.chat.chat
        self.chat.migrates()

    def moves_untold(self, sim: Simulator) -> None:
        """The bot hears nothing of it, and learns it the hard way."""
        allowed, sim.world.updates.allowed = sim.world.updates.allowed, sim.world.updates.allowed - {"message"}
        self.moves()
        sim.world.updates.allowed = allowed

    def copies(self, post: str) -> list[Message]:
        chats = [self.chat.chat] if self.old is None else [self.old, self.chat.chat]
        messages = (message for chat in chats for message in chat.messages.values())
        return [message for message in messages if post in message.text and not message.deleted]

    def refused(self, sim: Simulator) -> int:
        """How often something was sent to the old number in vain."""
        return 0 if self.old is None else sum(one.params.get("chat_id") == self.old.id for one in sim.rejected)

    def boards(self) -> list[int]:
        shown = self.chat.chat.messages.values()
        return [
            one.message_id for one in shown if "I remind of meetings and take documents" in one.text and not one.deleted
        ]


def groups_with_bots(sim: Simulator, count: int) -> list[Group]:
    owner = sim.person("Owner")
    chats = [sim.group(f"Chat {number}", owner=owner) for number in range(count)]
    for chat in chats:
        chat.adds_bot(by=owner)
        chat.promotes_bot(by=owner)
    return chats


def bound(record: SqlRecord, now: datetime, chats: list[Group]) -> list[Moving]:
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone=ZONE, now=now)
    groups = []
    for number, chat in enumerate(chats):
        group = record.groups.add(programme_id=programme.id, name=f"G{number}", language=Language.EN, now=now)
        record.groups.save(replace(group, chat_id=chat.id))
        groups.append(Moving(number=number, id=group.id, chat=chat))
    return groups


def post(record: SqlRecord, now: datetime, group: Moving) -> None:
    """As when a session is planned: it must arrive, and is a card that nothing else shows."""
    room = group.next_post()
    session = SessionSeen(
        session_id=SessionId(group.number * 1000 + len(group.told)),
        number=len(group.told),
        group=f"G{group.number}",
        kind=SessionKind.EMPLOYABILITY,
        starts_at=now,
        place=Place.FACE_TO_FACE,
        address=room,
        state=SessionState.PLANNED,
        moves=0,
    )
    told = SessionPost(session=session, news=News.PLANNED, reason="", languages=(Language.EN,))
    tell_group(record, record.groups.by_id(group.id), ZONE, told, AT_THE_BOTTOM)
