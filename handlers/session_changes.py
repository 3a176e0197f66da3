"""One thing about a session is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import session_changes as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import session_changes

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class SessionChangeHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ChangePlace, self.place),
            ButtonHandler(buttons.SayWhyNot, self.why_not),
            ButtonHandler(buttons.HoldLater, self.later),
        ]

    async def place(self, update: Update, press: buttons.ChangePlace) -> None:
        command = session_changes.AboutSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(session_changes.ask_place, command)

    async def why_not(self, update: Update, press: buttons.SayWhyNot) -> None:
        command = session_changes.AboutSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(session_changes.ask_why_not, command)

    async def later(self, update: Update, press: buttons.HoldLater) -> None:
        command = session_changes.AboutSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(session_changes.hold_later, command)
