"""The plan of one session, filled in field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import plan_fields as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import plan_filling, planning_extras

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PlanFieldHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ChangePlan, self.open),
            ButtonHandler(buttons.AskField, self.ask),
            ButtonHandler(buttons.PickOption, self.pick),
            ButtonHandler(buttons.AskExtra, self.ask_extra),
            ButtonHandler(buttons.PickExtra, self.pick_extra),
        ]

    async def open(self, update: Update, press: buttons.ChangePlan) -> None:
        command = plan_filling.OpenPlan(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(plan_filling.open_plan, command)

    async def ask(self, update: Update, press: buttons.AskField) -> None:
        command = plan_filling.AskField(
            by=acting(update), session_id=press.session_id, field=press.field, page=press.page
        )
        await self._desk.carry_out(plan_filling.ask_field, command)

    async def pick(self, update: Update, press: buttons.PickOption) -> None:
        command = plan_filling.PickOption(
            by=acting(update), session_id=press.session_id, field=press.field, key=press.key, page=press.page
        )
        await self._desk.carry_out(plan_filling.pick_option, command)

    async def ask_extra(self, update: Update, press: buttons.AskExtra) -> None:
        command = planning_extras.AskExtra(by=acting(update), field=press.field, page=press.page)
        await self._desk.carry_out(planning_extras.ask_extra, command)

    async def pick_extra(self, update: Update, press: buttons.PickExtra) -> None:
        command = planning_extras.PickExtra(by=acting(update), field=press.field, key=press.key)
        await self._desk.carry_out(planning_extras.pick_extra, command)
