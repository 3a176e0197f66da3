"""A session that was held without the bot, logged afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import past_sessions as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import past_sessions, planning

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PastSessionHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.LogPast, self.log),
            ButtonHandler(buttons.LogPastOf, self.log_of),
            ButtonHandler(buttons.ConfirmPast, self.confirm),
            ButtonHandler(buttons.TakeBackLogged, self.take_back),
        ]

    async def log(self, update: Update, _: buttons.LogPast) -> None:
        await self._desk.carry_out(planning.plan_session, planning.PlanSession(by=acting(update), past=True))

    async def log_of(self, update: Update, press: buttons.LogPastOf) -> None:
        command = planning.PlanSession(by=acting(update), group_id=press.group_id, past=True)
        await self._desk.carry_out(planning.plan_session, command)

    async def confirm(self, update: Update, _: buttons.ConfirmPast) -> None:
        await self._desk.carry_out(past_sessions.log_session, past_sessions.LogSession(by=acting(update)))

    async def take_back(self, update: Update, press: buttons.TakeBackLogged) -> None:
        command = past_sessions.TakeBack(by=acting(update), session_id=press.session_id, sure=press.sure)
        await self._desk.carry_out(past_sessions.take_back, command)
