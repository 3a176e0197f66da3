"""A group's readiness wall, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import readiness as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId
from mentoring.use_cases import readiness

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ReadinessHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.WallsButton, self.walls),
            ButtonHandler(buttons.WallButton, self.wall),
            ButtonHandler(buttons.WallDocumentButton, self.document),
            ButtonHandler(buttons.WallPictureButton, self.picture),
        ]

    async def walls(self, update: Update, press: buttons.WallsButton) -> None:
        await self._desk.carry_out(readiness.open_walls, readiness.OpenWalls(by=acting(update), page=press.page))

    async def wall(self, update: Update, press: buttons.WallButton) -> None:
        command = readiness.OpenWall(
            by=acting(update), group_id=GroupId(press.group_id), page=press.page, missing=press.missing
        )
        await self._desk.carry_out(readiness.open_wall, command)

    async def document(self, update: Update, press: buttons.WallDocumentButton) -> None:
        command = readiness.OpenWallDocument(
            by=acting(update),
            group_id=GroupId(press.group_id),
            code=press.code,
            page=press.page,
            missing=press.missing,
        )
        await self._desk.carry_out(readiness.open_wall_document, command)

    async def picture(self, update: Update, press: buttons.WallPictureButton) -> None:
        command = readiness.DrawWall(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(readiness.draw_wall, command)
