"""What the corridors report back to the record: who can't be reached, which chat moved, what Telegram answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from bot.clock import Clock
from bot.failures import UnreachableReason
from bot.known_chats import KnownChats
from bot.logs import log
from bot.rendering import Envelope
from mentoring import menus
from mentoring.files import FileKind, Received
from mentoring.notices import UNTIL_THEY_ARE_BACK, Notice
from mentoring.notices.common import CommandMenu
from mentoring.notices.forms import FormSent
from mentoring.notices.interviews import TalkSheet
from mentoring.notices.places import TakeOutOfChat
from mentoring.notices.submissions import ReviewCard
from mentoring.people import Reachability
from mentoring.rules import Rules
from mentoring.use_cases import (
    boards,
    chat_rights,
    chats,
    handing_out,
    interview_sheets,
    monitoring_papers,
    reachability,
)
from mentoring.use_cases.chat_rights import ChatRights
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from bot.failures import Unreachable
    from storage.parcels import Parcel


NoticeT = TypeVar("NoticeT", bound=Notice)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hooks:
    """Each runs inside the corridor's own unit, so that the report and its effects are stored together."""

    clock: Clock
    rules: Rules
    known_chats: KnownChats
    bot_id: int
    reads_all: bool = False

    def record(self, connection: Connection) -> SqlRecord:
        return SqlRecord(connection, self.clock.now(), self.rules)

    def on_result(self, connection: Connection, parcel: Parcel, result: object) -> None:
        """An answer that the record keeps: what the bot may do in a chat, a new invite link, a board to be pinned."""
        self._note_lost_topic(connection, parcel, result)
        match parcel.kind, result:
            case "Board", {"message_id": int(message_id), **about} if "edit_date" not in about:
                boards.pin_posted(self.record(connection), parcel.chat_id, message_id)
            case "LookUpRights", dict():
                rights = rights_told(result, reads_all=self.reads_all)
                chat_rights.keep(self.record(connection), parcel.chat_id, rights, self.clock.now())
            case "LookUpChat", {"title": str(title), **about}:
                is_forum = about.get("is_forum") is True
                chat_rights.keep_face(self.record(connection), parcel.chat_id, title=title, is_forum=is_forum)
            case "CommandMenu", _:
                self._keep_menu(connection, parcel)
            case "ReviewCard", {"document": {"file_id": str(file_id)}}:
                self._keep_name_of_scan(connection, parcel, file_id)
            case "TalkSheet", {"message_id": int(message_id), "document": dict(document)}:
                self._file_talk(connection, parcel, message_id, document)
            case "FormSent", {"document": dict(file), "message_id": int(message_id)}:
                self._file_what_was_sent(connection, parcel, file, message_id)
            case "MakeInviteLink", {"invite_link": str(link)}:
                chat_rights.keep_link(self.record(connection), parcel.chat_id, link)
            case _:
                pass

    def _note_lost_topic(self, connection: Connection, parcel: Parcel, result: object) -> None:
        """What was meant for a topic went to all, because the topic is gone."""
        match result:
            case {"message_id": int(), **about} if parcel.thread_id is not None and "edit_date" not in about:
                if about.get("message_thread_id") is None:
                    chats.forget_topic(self.record(connection), parcel.chat_id, parcel.thread_id)
            case _:
                pass

    def _keep_name_of_scan(self, connection: Connection, parcel: Parcel, file_id: str) -> None:
        """So that it is uploaded once."""
        envelope = msgspec.json.decode(parcel.facts, type=Envelope)
        card = msgspec.json.decode(envelope.notice, type=ReviewCard)
        for file in card.sheet.files:
            if file.sha256 and not file.file_id:
                self.record(connection).scans.sent(file.sha256, file_id)

    def _file_talk(
        self, connection: Connection, parcel: Parcel, message_id: int, document: Mapping[str, object]
    ) -> None:
        """What was asked to be filed when it was made."""
        told = _told(parcel, TalkSheet)
        if told.files:
            sent = interview_sheets.of_message(parcel.chat_id, told.interview_id, message_id, document)
            interview_sheets.sheet_sent(self.record(connection), sent, self.clock.now())

    def _file_what_was_sent(
        self, connection: Connection, parcel: Parcel, file: Mapping[str, object], message_id: int
    ) -> None:
        """What was made for a toolbar goes there under the number that Telegram gave it."""
        sent = _told(parcel, FormSent)
        if sent.filed_for:
            size = file.get("file_size")
            received = Received(
                kind=FileKind.DOCUMENT,
                file_id=str(file["file_id"]),
                unique_id=str(file["file_unique_id"]),
                file_name=sent.file_name,
                mime=str(file.get("mime_type", "")),
                size=size if isinstance(size, int) else None,
                chat_id=parcel.chat_id,
                message_id=message_id,
            )
            record, now = self.record(connection), self.clock.now()
            monitoring_papers.arrived(record, parcel.chat_id, sent, received, now)

    def _keep_menu(self, connection: Connection, parcel: Parcel) -> None:
        envelope = msgspec.json.decode(parcel.facts, type=Envelope)
        menu = msgspec.json.decode(envelope.notice, type=CommandMenu)
        self.record(connection).menus.keep(parcel.chat_id, menus.mark(menu.commands, envelope.language))

    def on_unreachable(self, connection: Connection, parcel: Parcel, why: Unreachable) -> None:
        """Telegram will not let us write to this person; a group that the bot was removed from comes as an update.

        A menu of commands is nothing that anybody missed.
        """
        if parcel.kind == CommandMenu.__name__:
            return
        record = self.record(connection)
        person = record.people.by_telegram_id(parcel.chat_id)
        if person is not None:
            reachability.lose(record, person, _REACHABILITY.get(why.reason, Reachability.GONE), self.clock.now())
            record.people.count_missed(person.id)
            if parcel.must_arrive:
                record.notices.wait_for(parcel, UNTIL_THEY_ARE_BACK)
        for kind in record.untold:
            log.error("needs somebody's attention", trouble=kind.__name__)

    def on_refused(self, connection: Connection, parcel: Parcel) -> None:
        """Telegram will never do this, or we cannot make it: whoever waits for it hears what to do instead."""
        if parcel.kind == TakeOutOfChat.__name__:
            envelope = msgspec.json.decode(parcel.facts, type=Envelope)
            asked = msgspec.json.decode(envelope.notice, type=TakeOutOfChat)
            chat_rights.say_by_hand(self.record(connection), parcel.chat_id, asked.telegram_id)
        if parcel.kind == FormSent.__name__:
            self._say_not_made(connection, parcel, _told(parcel, FormSent))
        if parcel.kind == TalkSheet.__name__:
            self._say_not_made(connection, parcel, _told(parcel, TalkSheet).sheet)

    def _say_not_made(self, connection: Connection, parcel: Parcel, sent: FormSent) -> None:
        handing_out.say_not_made(self.record(connection), parcel.chat_id, sent, self.clock.now())

    def on_migrated(self, connection: Connection, old: int, new: int) -> None:
        if old in self.known_chats:
            self.known_chats.add(new)
        chats.move_group(self.record(connection), old=old, new=new, bot_id=self.bot_id, now=self.clock.now())


def _told(parcel: Parcel, kind: type[NoticeT]) -> NoticeT:
    envelope = msgspec.json.decode(parcel.facts, type=Envelope)
    return msgspec.json.decode(envelope.notice, type=kind)


_REACHABILITY = {
    UnreachableReason.BLOCKED: Reachability.BLOCKED,
    UnreachableReason.NEVER_STARTED: Reachability.NEVER_STARTED,
}


def rights_told(member: Mapping[str, object], *, reads_all: bool = False) -> ChatRights:
    """From Telegram's own words about the bot in a chat; an administrator sees every message."""
    is_administrator = member.get("status") == "administrator"
    return ChatRights(
        sees_messages=is_administrator or (reads_all and member.get("status") == "member"),
        can_pin=is_administrator and member.get("can_pin_messages") is True,
        can_invite=is_administrator and member.get("can_invite_users") is True,
        can_take_out=is_administrator and member.get("can_restrict_members") is True,
    )
