"""Evidence packs, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import readiness as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId
from mentoring.use_cases import packs

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PackHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [ButtonHandler(buttons.AskPackButton, self.ask), ButtonHandler(buttons.MakePackButton, self.make)]

    async def ask(self, update: Update, press: buttons.AskPackButton) -> None:
        await self._desk.carry_out(packs.ask_pack, packs.AskPack(by=acting(update), group_id=GroupId(press.group_id)))

    async def make(self, update: Update, press: buttons.MakePackButton) -> None:
        command = packs.MakePack(by=acting(update), group_id=GroupId(press.group_id), language=press.language)
        await self._desk.carry_out(packs.make_pack, command)
