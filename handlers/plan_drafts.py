"""A plan that the bot proposes: asked for, answered, changed row by row, taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import plan_drafts as buttons
from handlers.routing import ButtonHandler
from handlers.times_of_day import time_of
from mentoring.use_cases import draft_answers, draft_rows, draft_taking, plan_drafts

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PlanDraftHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ProposePlan, self.propose),
            ButtonHandler(buttons.ProposePlanFor, self.propose_for),
            ButtonHandler(buttons.GoToDraftStep, self.go_to),
            ButtonHandler(buttons.TickWeekday, self.weekday),
            ButtonHandler(buttons.PickUsualTime, self.time),
            ButtonHandler(buttons.PickOften, self.often),
            ButtonHandler(buttons.PickUsualPlace, self.place),
            ButtonHandler(buttons.MeetAsLast, self.as_last),
            ButtonHandler(buttons.TickTopic, self.topic),
            ButtonHandler(buttons.ClearGoals, self.clear_goals),
            ButtonHandler(buttons.TakeDraft, self.take),
            ButtonHandler(buttons.DropDraft, self.drop),
        ]

    async def propose(self, update: Update, _: buttons.ProposePlan) -> None:
        await self._desk.carry_out(plan_drafts.propose, plan_drafts.ProposePlan(by=acting(update)))

    async def propose_for(self, update: Update, press: buttons.ProposePlanFor) -> None:
        command = plan_drafts.ProposePlan(by=acting(update), group_id=press.group_id)
        await self._desk.carry_out(plan_drafts.propose, command)

    async def go_to(self, update: Update, press: buttons.GoToDraftStep) -> None:
        command = plan_drafts.GoTo(
            by=acting(update), reading_id=press.reading_id, step=press.step, page=press.page, row=press.row
        )
        await self._desk.carry_out(plan_drafts.go_to, command)

    async def weekday(self, update: Update, press: buttons.TickWeekday) -> None:
        command = draft_answers.Choose(
            by=acting(update), reading_id=press.reading_id, weekday=press.weekday, on=press.on
        )
        await self._desk.carry_out(draft_answers.choose, command)

    async def time(self, update: Update, press: buttons.PickUsualTime) -> None:
        at = time_of(press.minutes)
        command = draft_answers.Choose(by=acting(update), reading_id=press.reading_id, at=at)
        await self._desk.carry_out(draft_answers.choose, command)

    async def often(self, update: Update, press: buttons.PickOften) -> None:
        command = draft_answers.Choose(by=acting(update), reading_id=press.reading_id, often=press.often)
        await self._desk.carry_out(draft_answers.choose, command)

    async def place(self, update: Update, press: buttons.PickUsualPlace) -> None:
        command = draft_answers.Choose(by=acting(update), reading_id=press.reading_id, place=press.place)
        await self._desk.carry_out(draft_answers.choose, command)

    async def as_last(self, update: Update, press: buttons.MeetAsLast) -> None:
        command = draft_answers.Choose(by=acting(update), reading_id=press.reading_id, as_last=True)
        await self._desk.carry_out(draft_answers.choose, command)

    async def topic(self, update: Update, press: buttons.TickTopic) -> None:
        command = draft_answers.Choose(
            by=acting(update), reading_id=press.reading_id, topic=press.topic, on=press.on, page=press.page
        )
        await self._desk.carry_out(draft_answers.choose, command)

    async def clear_goals(self, update: Update, press: buttons.ClearGoals) -> None:
        command = plan_drafts.OfDraft(by=acting(update), reading_id=press.reading_id)
        await self._desk.carry_out(draft_answers.clear_goals, command)

    async def take(self, update: Update, press: buttons.TakeDraft) -> None:
        command = plan_drafts.OfDraft(by=acting(update), reading_id=press.reading_id)
        await self._desk.carry_out(draft_taking.take, command)

    async def drop(self, update: Update, press: buttons.DropDraft) -> None:
        command = plan_drafts.OfDraft(by=acting(update), reading_id=press.reading_id)
        await self._desk.carry_out(plan_drafts.drop, command)


class DraftRowHandlers:
    """One row of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.TurnRowPage, self.page),
            ButtonHandler(buttons.PickRowDay, self.day),
            ButtonHandler(buttons.PickRowTime, self.time),
            ButtonHandler(buttons.PickRowMoment, self.moment),
            ButtonHandler(buttons.PickRowTopic, self.topic),
            ButtonHandler(buttons.LeaveDraftRowOut, self.leave_out),
        ]

    async def page(self, update: Update, press: buttons.TurnRowPage) -> None:
        await self._change(
            draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, month=press.day)
        )

    async def day(self, update: Update, press: buttons.PickRowDay) -> None:
        await self._change(
            draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, day=press.day)
        )

    async def time(self, update: Update, press: buttons.PickRowTime) -> None:
        at = time_of(press.minutes)
        await self._change(draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, at=at))

    async def moment(self, update: Update, press: buttons.PickRowMoment) -> None:
        at = time_of(press.minutes)
        await self._change(
            draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, day=press.day, at=at)
        )

    async def topic(self, update: Update, press: buttons.PickRowTopic) -> None:
        await self._change(
            draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, topic=press.topic)
        )

    async def leave_out(self, update: Update, press: buttons.LeaveDraftRowOut) -> None:
        await self._change(
            draft_rows.ChangeRow(by=acting(update), reading_id=press.reading_id, row=press.row, out=True)
        )

    async def _change(self, command: draft_rows.ChangeRow) -> None:
        await self._desk.carry_out(draft_rows.change_row, command)
