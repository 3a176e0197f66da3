"""The buttons of sessions: planning, answering, changing, finding again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons import sessions as buttons
from handlers.buttons.calendars import AllToCalendar, ToCalendar
from handlers.routing import IN_PRIVATE, ButtonHandler
from handlers.times_of_day import time_of
from mentoring.said_days import Reading
from mentoring.use_cases import attending, calendars, planning

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class PlanningHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.PlanSession, self.plan),
            ButtonHandler(buttons.PlanFor, self.plan_for),
            ButtonHandler(buttons.PickKind, self.kind),
            ButtonHandler(buttons.PickStage, self.stage),
            ButtonHandler(buttons.TurnPage, self.page),
            ButtonHandler(buttons.PickDay, self.day),
            ButtonHandler(buttons.OtherDay, self.other_day),
            ButtonHandler(buttons.PickHour, self.hour),
            ButtonHandler(buttons.PickReading, self.reading),
            ButtonHandler(buttons.PickTime, self.time),
            ButtonHandler(buttons.PickPlace, self.place),
            ButtonHandler(buttons.NoAddress, self.no_address),
            ButtonHandler(buttons.ConfirmPlan, self.confirm),
        ]

    async def plan(self, update: Update, _: buttons.PlanSession) -> None:
        await self._desk.carry_out(planning.plan_session, planning.PlanSession(by=acting(update)))

    async def plan_for(self, update: Update, press: buttons.PlanFor) -> None:
        command = planning.PlanSession(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(planning.plan_session, command)

    async def kind(self, update: Update, press: buttons.PickKind) -> None:
        await self._choose(planning.Choose(by=acting(update), kind=press.kind))

    async def stage(self, update: Update, press: buttons.PickStage) -> None:
        await self._choose(planning.Choose(by=acting(update), stage=press.stage))

    async def page(self, update: Update, press: buttons.TurnPage) -> None:
        await self._choose(planning.Choose(by=acting(update), page=press.day))

    async def day(self, update: Update, press: buttons.PickDay) -> None:
        await self._choose(planning.Choose(by=acting(update), day=press.day))

    async def other_day(self, update: Update, _: buttons.OtherDay) -> None:
        await self._choose(planning.Choose(by=acting(update)))

    async def hour(self, update: Update, press: buttons.PickHour) -> None:
        await self._choose(planning.Choose(by=acting(update), hour=press.hour))

    async def reading(self, update: Update, press: buttons.PickReading) -> None:
        await self._choose(
            planning.Choose(by=acting(update), reading=Reading(day=press.day, at=time_of(press.minutes)))
        )

    async def time(self, update: Update, press: buttons.PickTime) -> None:
        await self._choose(planning.Choose(by=acting(update), reading=Reading(at=time_of(press.minutes))))

    async def place(self, update: Update, press: buttons.PickPlace) -> None:
        await self._choose(planning.Choose(by=acting(update), place=press.place))

    async def no_address(self, update: Update, _: buttons.NoAddress) -> None:
        await self._choose(planning.Choose(by=acting(update), no_address=True))

    async def confirm(self, update: Update, _: buttons.ConfirmPlan) -> None:
        await self._desk.carry_out(planning.confirm, planning.Confirm(by=acting(update)))

    async def _choose(self, command: planning.Choose) -> None:
        await self._desk.carry_out(planning.choose, command)


class SessionHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("sessions", self.sessions, IN_PRIVATE),
            ButtonHandler(buttons.MySessions, self.press_sessions),
            ButtonHandler(buttons.OpenSession, self.open),
            ButtonHandler(buttons.SayComing, self.coming),
            ButtonHandler(buttons.MoveSession, self.move),
            ButtonHandler(buttons.CancelSession, self.cancel),
            ButtonHandler(buttons.MarkHeld, self.held),
            ButtonHandler(ToCalendar, self.calendar),
            ButtonHandler(AllToCalendar, self.whole_calendar),
        ]

    async def sessions(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(attending.open_sessions, attending.OpenSessions(by=acting(update)))

    async def press_sessions(self, update: Update, _: buttons.MySessions) -> None:
        await self._desk.carry_out(attending.open_sessions, attending.OpenSessions(by=acting(update)))

    async def open(self, update: Update, press: buttons.OpenSession) -> None:
        command = attending.OfSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(attending.open_session, command)

    async def coming(self, update: Update, press: buttons.SayComing) -> None:
        command = attending.SayComing(
            by=acting(update), session_id=press.session_id, moves=press.moves, coming=press.coming
        )
        await self._desk.carry_out(attending.say_coming, command)

    async def move(self, update: Update, press: buttons.MoveSession) -> None:
        command = attending.OfSession(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(attending.move_session, command)

    async def cancel(self, update: Update, press: buttons.CancelSession) -> None:
        command = attending.OfSession(by=acting(update), session_id=press.session_id)
        use_case = attending.confirm_cancelling if press.sure else attending.cancel_session
        await self._desk.carry_out(use_case, command)

    async def held(self, update: Update, press: buttons.MarkHeld) -> None:
        command = attending.MarkSession(by=acting(update), session_id=press.session_id, held=press.held)
        await self._desk.carry_out(attending.mark_session, command)

    async def calendar(self, update: Update, press: ToCalendar) -> None:
        command = calendars.ToCalendar(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(calendars.to_calendar, command)

    async def whole_calendar(self, update: Update, _: AllToCalendar) -> None:
        await self._desk.carry_out(calendars.to_calendar, calendars.ToCalendar(by=acting(update)))
