"""Every change from an update: its effects, its notices and the update's own mark are one unit in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from bot import current_update
from mentoring.acting import ChatKind
from mentoring.notices import answer
from mentoring.notices.common import Refused
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import renewing
from storage import inbox

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.changes import Changes
    from handlers.desk import CommandT, UseCase
    from mentoring.acting import Acting
    from mentoring.notices import Notice
    from mentoring.ports import Record
    from storage.record import SqlRecord

#: What becomes of the update's own row.
Settle: TypeAlias = Callable[["Connection", int, datetime], None]


class ChangingDesk:
    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        current = current_update.get()

        def change(record: SqlRecord, now: datetime) -> current_update.Popup | None:
            asked = _where_it_is_now(record, command)
            settle, notice = _attempt(record, use_case, asked, now)
            settle(record.connection, current.arrival.update_id, now)
            return _popup(record, asked.by, notice)

        current.popup = await self._changes.make(change)
        current.done = True


def _where_it_is_now(record: Record, command: CommandT) -> CommandT:
    """What was said in a group before it became a supergroup; its messages were left behind."""
    by = command.by
    chat_id = record.notices.present_chat(by.chat_id)
    if chat_id == by.chat_id:
        return command
    moved = replace(by, chat_id=chat_id, thread_id=None, pressed=None, message_id=None)
    return replace(command, by=moved)  # type: ignore[type-var]  # every command is a dataclass


def _attempt(
    record: Record, use_case: UseCase[CommandT], command: CommandT, now: datetime
) -> tuple[Settle, Notice | None]:
    """A use case refuses before it has written anything, so the refusal can be told in the same transaction."""
    try:
        return inbox.mark_done, use_case(record, command, now)
    except Refusal as refusal:
        refused = Refused(why=refusal.why)
        if refusal.why is Why.CONSENT_FIRST:
            return _ask_for_consent(record, command.by, refused)
        return inbox.mark_done, _refused(record, command.by, refused)


def _ask_for_consent(record: Record, by: Acting, refused: Refused) -> tuple[Settle, Notice | None]:
    """What somebody sends waits for their answer; a button they can press again."""
    renewing.ask(record, by)
    if by.pressed is None and by.chat_kind is ChatKind.PRIVATE:
        return inbox.hold, None
    return inbox.mark_done, refused if by.pressed is not None else None


def _refused(record: Record, by: Acting, notice: Refused) -> Notice | None:
    if by.pressed is not None:
        return notice
    if by.chat_kind is ChatKind.PRIVATE:
        answer(record, by, record.people.by_telegram_id(by.telegram_id), notice)
    return None


def _popup(record: Record, by: Acting, notice: Notice | None) -> current_update.Popup | None:
    if notice is None:
        return None
    person = record.people.by_telegram_id(by.telegram_id)
    if by.pressed is None and by.chat_kind is ChatKind.PRIVATE:
        answer(record, by, person, notice)
        return None
    return current_update.Popup(notice=notice, language=person.language if person else by.language)
