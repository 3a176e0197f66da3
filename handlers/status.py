"""The manager's digest on demand, and its nudges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons import sessions as buttons
from handlers.routing import IN_PRIVATE, ButtonHandler
from mentoring.use_cases import digesting

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class StatusHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("status", self.status, IN_PRIVATE),
            ButtonHandler(buttons.Status, self.press_status),
            ButtonHandler(buttons.NudgeDiaries, self.nudge_diaries),
            ButtonHandler(buttons.NudgeReview, self.nudge_review),
        ]

    async def status(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(digesting.read_status, digesting.ReadStatus(by=acting(update)))

    async def press_status(self, update: Update, _: buttons.Status) -> None:
        await self._desk.carry_out(digesting.read_status, digesting.ReadStatus(by=acting(update)))

    async def nudge_diaries(self, update: Update, press: buttons.NudgeDiaries) -> None:
        command = digesting.Nudge(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(digesting.nudge_diaries, command)

    async def nudge_review(self, update: Update, press: buttons.NudgeReview) -> None:
        command = digesting.Nudge(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(digesting.nudge_review, command)
