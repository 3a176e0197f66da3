"""What somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import tasks as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import own_tasks

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class TaskHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [ButtonHandler(buttons.MyTasks, self.tasks), ButtonHandler(buttons.TickTask, self.tick)]

    async def tasks(self, update: Update, _: buttons.MyTasks) -> None:
        await self._desk.carry_out(own_tasks.open_tasks, own_tasks.OpenTasks(by=acting(update)))

    async def tick(self, update: Update, press: buttons.TickTask) -> None:
        command = own_tasks.TickTask(by=acting(update), task_id=press.task_id)
        await self._desk.carry_out(own_tasks.tick_task, command)
