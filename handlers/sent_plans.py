"""A session plan that came as a file: looked at, asked about, confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import sent_plans as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import planned_together, sent_plans

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class SentPlanHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ShowSentPlan, self.show),
            ButtonHandler(buttons.SentPlanOf, self.of_group),
            ButtonHandler(buttons.AskAboutPlan, self.ask),
            ButtonHandler(buttons.AnswerAboutPlan, self.answer),
            ButtonHandler(buttons.LeaveRowOut, self.leave_out),
            ButtonHandler(buttons.ConfirmSentPlan, self.confirm),
            ButtonHandler(buttons.DropSentPlan, self.drop),
        ]

    async def show(self, update: Update, press: buttons.ShowSentPlan) -> None:
        command = sent_plans.OfPlan(by=acting(update), reading_id=press.reading_id, page=press.page)
        await self._desk.carry_out(sent_plans.open_plan, command)

    async def of_group(self, update: Update, press: buttons.SentPlanOf) -> None:
        command = sent_plans.SayGroup(by=acting(update), reading_id=press.reading_id, group_id=press.group_id)
        await self._desk.carry_out(sent_plans.say_group, command)

    async def ask(self, update: Update, press: buttons.AskAboutPlan) -> None:
        await self._desk.carry_out(sent_plans.ask, sent_plans.OfPlan(by=acting(update), reading_id=press.reading_id))

    async def answer(self, update: Update, press: buttons.AnswerAboutPlan) -> None:
        command = sent_plans.AnswerPlan(
            by=acting(update), reading_id=press.reading_id, line=press.line, column=press.column, code=press.code
        )
        await self._desk.carry_out(sent_plans.answer_plan, command)

    async def leave_out(self, update: Update, press: buttons.LeaveRowOut) -> None:
        command = sent_plans.AnswerPlan(
            by=acting(update), reading_id=press.reading_id, line=press.line, column=press.column, code=0
        )
        await self._desk.carry_out(sent_plans.leave_out, command)

    async def confirm(self, update: Update, press: buttons.ConfirmSentPlan) -> None:
        command = sent_plans.OfPlan(by=acting(update), reading_id=press.reading_id)
        await self._desk.carry_out(planned_together.confirm, command)

    async def drop(self, update: Update, press: buttons.DropSentPlan) -> None:
        await self._desk.carry_out(sent_plans.drop, sent_plans.OfPlan(by=acting(update), reading_id=press.reading_id))
