"""Reminders, by buttons: again later, and which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import reminders as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import reminder_settings, reminding_again

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ReminderHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.RemindAgain, self.again),
            ButtonHandler(buttons.RemindersButton, self.ask),
            ButtonHandler(buttons.ReminderButton, self.choose),
            ButtonHandler(buttons.UsualRemindersButton, self.usual),
            ButtonHandler(buttons.WokenButton, self.woken),
        ]

    async def again(self, update: Update, press: buttons.RemindAgain) -> None:
        command = reminding_again.RemindAgain(
            by=acting(update), session_id=press.session_id, moves=press.moves, tomorrow=press.tomorrow
        )
        await self._desk.carry_out(reminding_again.remind_again, command)

    async def ask(self, update: Update, _: buttons.RemindersButton) -> None:
        await self._desk.carry_out(reminder_settings.ask_reminders, reminder_settings.AskReminders(by=acting(update)))

    async def choose(self, update: Update, press: buttons.ReminderButton) -> None:
        command = reminder_settings.ChooseReminder(by=acting(update), hours=press.hours, wanted=press.wanted)
        await self._desk.carry_out(reminder_settings.choose_reminder, command)

    async def usual(self, update: Update, _: buttons.UsualRemindersButton) -> None:
        command = reminder_settings.TakeUsualReminders(by=acting(update))
        await self._desk.carry_out(reminder_settings.take_usual_reminders, command)

    async def woken(self, update: Update, press: buttons.WokenButton) -> None:
        command = reminder_settings.BeWoken(by=acting(update), woken=press.woken)
        await self._desk.carry_out(reminder_settings.be_woken, command)
