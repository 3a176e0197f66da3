"""The mid-term monitoring, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import monitoring as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import monitoring_papers as papers
from mentoring.use_cases import monitoring_planning as planning
from mentoring.use_cases import monitoring_sessions as sessions

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class MonitoringHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.MonitoringButton, self.open),
            ButtonHandler(buttons.MonitoringPartButton, self.part),
            ButtonHandler(buttons.AsSuggestedButton, self.suggest),
            ButtonHandler(buttons.MonitoringTickButton, self.tick),
            ButtonHandler(buttons.TakeMonitoringPlanButton, self.take),
            ButtonHandler(buttons.MonitoringSessionsButton, self.sessions),
            ButtonHandler(buttons.PlanMonitoringButton, self.plan),
            ButtonHandler(buttons.GroupCourseButton, self.course),
        ]

    async def open(self, update: Update, press: buttons.MonitoringButton) -> None:
        command = planning.OpenMonitoring(by=acting(update), programme_id=press.programme_id)
        await self._desk.carry_out(planning.open_monitoring, command)

    async def part(self, update: Update, press: buttons.MonitoringPartButton) -> None:
        command = planning.OfPart(by=acting(update), programme_id=press.programme_id, part=press.part)
        await self._desk.carry_out(planning.ask_part, command)

    async def suggest(self, update: Update, press: buttons.AsSuggestedButton) -> None:
        command = planning.OfPart(by=acting(update), programme_id=press.programme_id, part=press.part)
        await self._desk.carry_out(planning.suggest, command)

    async def tick(self, update: Update, press: buttons.MonitoringTickButton) -> None:
        command = planning.Tick(by=acting(update), programme_id=press.programme_id, part=press.part, key=press.key)
        await self._desk.carry_out(planning.tick, command)

    async def take(self, update: Update, press: buttons.TakeMonitoringPlanButton) -> None:
        command = papers.TakePlan(
            by=acting(update), programme_id=press.programme_id, language=press.language, files=press.files
        )
        await self._desk.carry_out(papers.take, command)

    async def sessions(self, update: Update, press: buttons.MonitoringSessionsButton) -> None:
        command = sessions.OpenSessions(by=acting(update), programme_id=press.programme_id)
        await self._desk.carry_out(sessions.open_sessions, command)

    async def plan(self, update: Update, press: buttons.PlanMonitoringButton) -> None:
        command = sessions.OfGroup(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(sessions.plan_session, command)

    async def course(self, update: Update, press: buttons.GroupCourseButton) -> None:
        command = sessions.OfGroup(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(sessions.open_course, command)
