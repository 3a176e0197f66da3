"""Every change from an update: its effects, its notices and the update's own mark are one unit in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import current_update
from mentoring.acting import ChatKind
from mentoring.notices import answer
from mentoring.notices.common import Refused
from mentoring.refusals import Refusal
from storage import inbox

if TYPE_CHECKING:
    from datetime import datetime

    from bot.changes import Changes
    from handlers.desk import CommandT, UseCase
    from mentoring.acting import Acting
    from mentoring.notices import Notice
    from mentoring.ports import Record
    from storage.record import SqlRecord


class ChangingDesk:
    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        current = current_update.get()

        def change(record: SqlRecord, now: datetime) -> current_update.Popup | None:
            popup = _popup(record, command.by, _attempt(record, use_case, command, now))
            inbox.mark_done(record.connection, current.arrival.update_id, now)
            return popup

        current.popup = await self._changes.make(change)
        current.done = True


def _attempt(record: Record, use_case: UseCase[CommandT], command: CommandT, now: datetime) -> Notice | None:
    """A use case refuses before it has written anything, so the refusal can be told in the same transaction."""
    try:
        return use_case(record, command, now)
    except Refusal as refusal:
        return _refused(record, command.by, Refused(why=refusal.why))


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
    return current_update.Popup(notice=notice, language=person.language if person else by.language)
