"""Opening the bot, and coming home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons.common import HomeButton
from handlers.routing import ButtonHandler
from mentoring.use_cases.home import OpenHome, open_home
from mentoring.use_cases.start import Start, start

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class StartHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("start", self.start),
            CommandHandler(["home", "menu"], self.home),
            ButtonHandler(HomeButton, self.press_home),
        ]

    async def start(self, update: Update, context: Context) -> None:
        await self._desk.carry_out(start, Start(by=acting(update), payload=" ".join(context.args or ())))

    async def home(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(open_home, OpenHome(by=acting(update)))

    async def press_home(self, update: Update, _: HomeButton) -> None:
        await self._desk.carry_out(open_home, OpenHome(by=acting(update)))
