"""A session that begins, goes on and ends: in private, and in the group's chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons import holding as buttons
from handlers.routing import IN_GROUPS, ButtonHandler
from mentoring.use_cases import attendance_cards, beginning_here, catching, holding, presence, taking_minutes

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class HoldingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("session", self.ask, IN_GROUPS),
            ButtonHandler(buttons.BeginSession, self.begin),
            ButtonHandler(buttons.HoldNow, self.hold_now),
            ButtonHandler(buttons.EndSession, self.end),
            ButtonHandler(buttons.TickPoint, self.tick),
            ButtonHandler(buttons.AddTask, self.add_task),
            ButtonHandler(buttons.SayHere, self.here),
            ButtonHandler(buttons.SayWaiting, self.waiting),
            ButtonHandler(buttons.OpenAttendance, self.attendance),
            ButtonHandler(buttons.TurnPresence, self.turn),
            ButtonHandler(buttons.ConfirmAttendance, self.confirm),
            ButtonHandler(buttons.TakeMinutes, self.minutes),
        ]

    async def ask(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(beginning_here.ask_to_begin, beginning_here.AskToBegin(by=acting(update)))

    async def begin(self, update: Update, press: buttons.BeginSession) -> None:
        command = holding.BeginSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(holding.begin_session, command)

    async def hold_now(self, update: Update, press: buttons.HoldNow) -> None:
        command = beginning_here.HoldNow(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(beginning_here.hold_now, command)

    async def end(self, update: Update, press: buttons.EndSession) -> None:
        command = holding.EndSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(holding.end_session, command)

    async def tick(self, update: Update, press: buttons.TickPoint) -> None:
        command = holding.TickPoint(by=acting(update), session_id=press.session_id, position=press.position)
        await self._desk.carry_out(holding.tick_point, command)

    async def add_task(self, update: Update, press: buttons.AddTask) -> None:
        command = catching.AddTask(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(catching.add_task, command)

    async def here(self, update: Update, press: buttons.SayHere) -> None:
        await self._desk.carry_out(presence.say_here, presence.SayHere(by=acting(update), session_id=press.session_id))

    async def waiting(self, update: Update, press: buttons.SayWaiting) -> None:
        command = presence.SayWaiting(by=acting(update), session_id=press.session_id, begun=press.begun)
        await self._desk.carry_out(presence.say_waiting, command)

    async def attendance(self, update: Update, press: buttons.OpenAttendance) -> None:
        command = attendance_cards.OpenAttendance(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(attendance_cards.open_attendance, command)

    async def turn(self, update: Update, press: buttons.TurnPresence) -> None:
        command = attendance_cards.TurnPresence(
            by=acting(update), session_id=press.session_id, person_id=press.person_id
        )
        await self._desk.carry_out(attendance_cards.turn_presence, command)

    async def confirm(self, update: Update, press: buttons.ConfirmAttendance) -> None:
        command = attendance_cards.ConfirmAttendance(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(attendance_cards.confirm_attendance, command)

    async def minutes(self, update: Update, press: buttons.TakeMinutes) -> None:
        command = taking_minutes.TakeMinutes(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(taking_minutes.take_minutes, command)
