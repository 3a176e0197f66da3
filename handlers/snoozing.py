"""Quiet for a while, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import snoozing as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import snoozing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class SnoozeHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.OpenSnoozeButton, self.open),
            ButtonHandler(buttons.SnoozeButton, self.snooze),
            ButtonHandler(buttons.WakeButton, self.wake),
        ]

    async def open(self, update: Update, _: buttons.OpenSnoozeButton) -> None:
        await self._desk.carry_out(snoozing.open_snooze, snoozing.OpenSnooze(by=acting(update)))

    async def snooze(self, update: Update, press: buttons.SnoozeButton) -> None:
        await self._desk.carry_out(snoozing.snooze, snoozing.Snooze(by=acting(update), length=press.length))

    async def wake(self, update: Update, _: buttons.WakeButton) -> None:
        await self._desk.carry_out(snoozing.wake, snoozing.Wake(by=acting(update)))
