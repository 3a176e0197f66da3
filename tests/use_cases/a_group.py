"""A group on the real record: Anton and Boyana mentor Nova, Vera and Ilya are its mentees, Maria manages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from mentoring.acting import Acting, ChatKind
from mentoring.files import FileKind, Received
from mentoring.groups import Group, Programme
from mentoring.notices import Notice
from mentoring.people import Language, MembershipState, Person, Reachability, Role
from mentoring.use_cases.albums import settle_album
from mentoring.use_cases.sending import SendFile, post_file, send_file
from storage import cards
from storage.cards import Card
from tests.use_cases.conftest import Desk

if TYPE_CHECKING:
    from datetime import datetime, timedelta


NoticeT = TypeVar("NoticeT", bound=Notice)
NOVA_CHAT = -1001


@dataclass
class Nova:
    desk: Desk
    programme: Programme
    group: Group
    maria: Person
    anton: Person
    boyana: Person
    vera: Person
    ilya: Person
    _messages: int = 100

    def by(self, person: Person | int, *, pressed: int | None = None, chat: int | None = None) -> Acting:
        telegram_id = person if isinstance(person, int) else person.telegram_id or 0
        kind = ChatKind.PRIVATE if chat is None else ChatKind.SUPERGROUP
        return Acting(telegram_id=telegram_id, chat_id=chat or telegram_id, chat_kind=kind, pressed=pressed)

    def file(self, unique_id: str = "u1", *, chat: int, name: str = "essay.pdf", caption: str = "") -> Received:
        self._messages += 1
        return Received(
            kind=FileKind.DOCUMENT,
            file_id=f"id-{unique_id}",
            unique_id=unique_id,
            file_name=name,
            mime="application/pdf",
            size=1000,
            caption=caption,
            chat_id=chat,
            message_id=self._messages,
        )

    def sends(self, person: Person, unique_id: str = "u1", *, caption: str = "", album: str | None = None) -> Received:
        file = self.file(unique_id, chat=person.telegram_id or 0, caption=caption)
        self.desk.does(send_file, SendFile(by=self.by(person), file=file, album=album))
        return file

    def posts(self, person: Person, unique_id: str = "u1", *, album: str | None = None) -> Received:
        file = self.file(unique_id, chat=NOVA_CHAT)
        self.desk.does(post_file, SendFile(by=self.by(person, chat=NOVA_CHAT), file=file, album=album))
        return file

    def passes(self, time: timedelta) -> datetime:
        self.desk.now += time
        for move_id in self.desk.record.albums.due(self.desk.now):
            settle_album(self.desk.record, move_id, self.desk.now)
        return self.desk.now

    def joins(self, group: Group, person: Person, role: Role) -> None:
        membership = self.desk.record.memberships.expect(
            group_id=group.id, role=role, name=person.name, now=self.desk.now
        )
        self.desk.record.memberships.save(replace(membership, person_id=person.id, state=MembershipState.ACTIVE))

    def second_group(self) -> Group:
        return self.desk.record.groups.add(
            programme_id=self.programme.id, name="Start", language=Language.EN, now=self.desk.now
        )

    def last(self, person: Person, kind: type[NoticeT]) -> NoticeT:
        """The newest notice of this kind that was told to this person since the last look at anybody."""
        found = [told.notice for told in self.desk.told(to=person.telegram_id) if isinstance(told.notice, kind)]
        assert found, f"{person.name} was not told any {kind.__name__}"
        return found[-1]


def a_nova(desk: Desk) -> Nova:
    record, now = desk.record, desk.now
    programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="Europe/Sofia", now=now)
    group = record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=now)
    group = replace(group, chat_id=NOVA_CHAT)
    record.groups.save(group)
    people = [
        record.people.add(telegram_id=telegram_id, name=name, language=Language.EN, zone="Europe/Sofia", now=now)
        for telegram_id, name in ((1, "Maria"), (2, "Anton"), (3, "Boyana"), (4, "Vera"), (5, "Ilya"))
    ]
    maria, anton, boyana, vera, ilya = people
    record.managers.add(maria.id, programme.id, now)
    nova = Nova(
        desk=desk, programme=programme, group=group, maria=maria, anton=anton, boyana=boyana, vera=vera, ilya=ilya
    )
    for person, role in ((anton, Role.MENTOR), (boyana, Role.MENTOR), (vera, Role.MENTEE), (ilya, Role.MENTEE)):
        nova.joins(group, person, role)
    return nova


def unreachable(nova: Nova, person: Person) -> Person:
    blocked = replace(person, reachability=Reachability.NEVER_STARTED)
    nova.desk.record.people.save(blocked)
    return blocked


def shows(nova: Nova, person: Person, key: str, message_id: int) -> None:
    """This message in their private chat is the card."""
    card = Card(
        chat_id=person.telegram_id or 0,
        card_key=key,
        message_id=message_id,
        has_file=False,
        content_hash="",
        sent_at=nova.desk.now,
    )
    cards.keep(nova.desk.connection, card)
