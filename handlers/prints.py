"""Print packs, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import prints as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId
from mentoring.use_cases import print_packs

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PrintHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [ButtonHandler(buttons.AskPrintButton, self.ask), ButtonHandler(buttons.MakePrintButton, self.make)]

    async def ask(self, update: Update, press: buttons.AskPrintButton) -> None:
        group_id = GroupId(press.group_id) if press.group_id else None
        await self._desk.carry_out(print_packs.ask, print_packs.AskPrint(by=acting(update), group_id=group_id))

    async def make(self, update: Update, press: buttons.MakePrintButton) -> None:
        command = print_packs.MakePrint(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(print_packs.make, command)
