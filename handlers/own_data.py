"""What is kept about somebody, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import own_data as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import exporting, own_data

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class OwnDataHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.MyDataButton, self.open),
            ButtonHandler(buttons.SendEverythingButton, self.send),
            ButtonHandler(buttons.AllowQuotesButton, self.quotes),
            ButtonHandler(buttons.EraseButton, self.erase),
        ]

    async def open(self, update: Update, _: buttons.MyDataButton) -> None:
        await self._desk.carry_out(own_data.open_my_data, own_data.OfMyData(by=acting(update)))

    async def send(self, update: Update, _: buttons.SendEverythingButton) -> None:
        await self._desk.carry_out(exporting.export, exporting.Export(by=acting(update)))

    async def quotes(self, update: Update, press: buttons.AllowQuotesButton) -> None:
        await self._desk.carry_out(own_data.allow_quotes, own_data.AllowQuotes(by=acting(update), yes=press.yes))

    async def erase(self, update: Update, press: buttons.EraseButton) -> None:
        await self._desk.carry_out(own_data.erase, own_data.Erase(by=acting(update), sure=press.sure))
