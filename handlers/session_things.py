"""What was posted in sessions: found again, held back, handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import session_things as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import things_door, things_to_hand_in

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class SessionThingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ThingsButton, self.open),
            ButtonHandler(buttons.SendThingButton, self.send),
            ButtonHandler(buttons.HoldBackButton, self.hold_back),
            ButtonHandler(buttons.HandThingInButton, self.hand_in),
        ]

    async def open(self, update: Update, press: buttons.ThingsButton) -> None:
        command = things_door.OpenThings(
            by=acting(update),
            group_id=press.group_id or None,
            session_id=press.session_id or None,
            page=press.page,
        )
        await self._desk.carry_out(things_door.open_things, command)

    async def send(self, update: Update, press: buttons.SendThingButton) -> None:
        command = things_door.SendThing(by=acting(update), line_id=press.line_id)
        await self._desk.carry_out(things_door.send_thing, command)

    async def hold_back(self, update: Update, press: buttons.HoldBackButton) -> None:
        command = things_door.HoldBack(by=acting(update), line_id=press.line_id, sure=press.sure)
        await self._desk.carry_out(things_door.hold_back, command)

    async def hand_in(self, update: Update, press: buttons.HandThingInButton) -> None:
        command = things_to_hand_in.HandThingIn(by=acting(update), line_id=press.line_id, yes=press.yes)
        await self._desk.carry_out(things_to_hand_in.hand_thing_in, command)
