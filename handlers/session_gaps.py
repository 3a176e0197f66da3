"""Where nothing is planned for a group: a time is taken, put off, or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import session_gaps as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import session_gaps

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class SessionGapHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.OpenGap, self.open),
            ButtonHandler(buttons.TakeTime, self.take),
            ButtonHandler(buttons.NotNow, self.not_now),
            ButtonHandler(buttons.AskMentors, self.ask),
        ]

    async def open(self, update: Update, press: buttons.OpenGap) -> None:
        command = session_gaps.OfGap(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(session_gaps.open_question, command)

    async def take(self, update: Update, press: buttons.TakeTime) -> None:
        command = session_gaps.TakeTime(by=acting(update), session_id=press.session_id, day=press.day)
        await self._desk.carry_out(session_gaps.take_time, command)

    async def not_now(self, update: Update, press: buttons.NotNow) -> None:
        command = session_gaps.OfGap(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(session_gaps.not_now, command)

    async def ask(self, update: Update, press: buttons.AskMentors) -> None:
        command = session_gaps.OfGap(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(session_gaps.ask_mentors, command)
