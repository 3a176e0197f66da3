"""What somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import tasks as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import changing_tasks, own_tasks

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class TaskHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.MyTasks, self.tasks),
            ButtonHandler(buttons.TickTask, self.tick),
            ButtonHandler(buttons.OpenTask, self.open),
            ButtonHandler(buttons.TakeTaskBack, self.take_back),
            ButtonHandler(buttons.ChangeTask, self.change),
            ButtonHandler(buttons.GiveTaskTo, self.give),
            ButtonHandler(buttons.TaskDueOn, self.due_on),
            ButtonHandler(buttons.TaskWithoutDay, self.no_day),
        ]

    async def tasks(self, update: Update, _: buttons.MyTasks) -> None:
        await self._desk.carry_out(own_tasks.open_tasks, own_tasks.OpenTasks(by=acting(update)))

    async def tick(self, update: Update, press: buttons.TickTask) -> None:
        command = own_tasks.TickTask(by=acting(update), task_id=press.task_id)
        await self._desk.carry_out(own_tasks.tick_task, command)

    async def open(self, update: Update, press: buttons.OpenTask) -> None:
        command = changing_tasks.OfTask(by=acting(update), task_id=press.task_id)
        await self._desk.carry_out(changing_tasks.open_task, command)

    async def take_back(self, update: Update, press: buttons.TakeTaskBack) -> None:
        command = changing_tasks.TakeBack(by=acting(update), task_id=press.task_id, yes=press.yes)
        await self._desk.carry_out(changing_tasks.take_back, command)

    async def change(self, update: Update, press: buttons.ChangeTask) -> None:
        command = changing_tasks.AskChange(by=acting(update), task_id=press.task_id, field=press.field)
        await self._desk.carry_out(changing_tasks.ask_change, command)

    async def give(self, update: Update, press: buttons.GiveTaskTo) -> None:
        command = changing_tasks.GiveTo(by=acting(update), task_id=press.task_id, person_id=press.person_id)
        await self._desk.carry_out(changing_tasks.give_to, command)

    async def due_on(self, update: Update, press: buttons.TaskDueOn) -> None:
        command = changing_tasks.DueOn(by=acting(update), task_id=press.task_id, day=press.day)
        await self._desk.carry_out(changing_tasks.due_on, command)

    async def no_day(self, update: Update, press: buttons.TaskWithoutDay) -> None:
        command = changing_tasks.OfTask(by=acting(update), task_id=press.task_id)
        await self._desk.carry_out(changing_tasks.no_day, command)
