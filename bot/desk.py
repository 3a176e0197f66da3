"""Every change from an update: its effects, its notices and the update's own mark are one unit in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from bot import current_update
from bot.crash_points import reached
from mentoring.acting import ChatKind
from mentoring.notices import answer
from mentoring.notices.common import Refused
from mentoring.refusals import Refusal
from storage import inbox
from storage.record import SqlRecord

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.clock import Clock
    from handlers.desk import UseCase
    from mentoring.acting import Acting
    from mentoring.notices import Notice
    from mentoring.ports import Record
    from mentoring.rules import Rules
    from storage.writer import Writer


class Asked(Protocol):
    @property
    def by(self) -> Acting: ...


AskedT = TypeVar("AskedT", bound=Asked)


class WriterDesk:
    """`wake` tells the delivery that there may be something new to send."""

    def __init__(self, *, writer: Writer, clock: Clock, rules: Rules, wake: Callable[[], None]) -> None:
        self._rules = rules
        self._writer = writer
        self._clock = clock
        self._wake = wake

    async def carry_out(self, use_case: UseCase[AskedT], command: AskedT) -> None:
        current, now = current_update.get(), self._clock.now()

        def unit(connection: Connection) -> current_update.Popup | None:
            record = SqlRecord(connection, now, self._rules)
            popup = _popup(record, command.by, _attempt(record, use_case, command, now))
            inbox.mark_done(connection, current.arrival.update_id, now)
            reached("unit_before_commit")
            return popup

        current.popup = await self._writer.change(unit)
        current.done = True
        reached("unit_committed")
        self._wake()


def _attempt(record: Record, use_case: UseCase[AskedT], command: AskedT, now: datetime) -> Notice | None:
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
