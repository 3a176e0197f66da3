"""Sessions into people's own calendars, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import calendars as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import calendars

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class CalendarHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ToCalendar, self.one),
            ButtonHandler(buttons.AllToCalendar, self.all),
        ]

    async def one(self, update: Update, press: buttons.ToCalendar) -> None:
        command = calendars.ToCalendar(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(calendars.to_calendar, command)

    async def all(self, update: Update, _: buttons.AllToCalendar) -> None:
        await self._desk.carry_out(calendars.to_calendar, calendars.ToCalendar(by=acting(update)))
