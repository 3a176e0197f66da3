"""What people type, and everything that no other handler took: nobody is left without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from handlers.acting import acting
from handlers.routing import IN_GROUPS, IN_PRIVATE
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.home import PressOldButton, press_old_button
from mentoring.use_cases.hygiene import CommandInGroup, command_in_group
from mentoring.use_cases.rewording import EditWords, edit_words

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler

_EDITED = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE


class WordHandlers:
    """Comes after every other handler."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            MessageHandler(IN_PRIVATE & filters.TEXT & ~filters.COMMAND, self.words),
            MessageHandler(_EDITED & filters.TEXT & ~filters.COMMAND, self.edited_words),
            MessageHandler(IN_PRIVATE & ~filters.StatusUpdate.ALL, self.anything_else),
            MessageHandler(IN_GROUPS & filters.COMMAND, self.command_in_group),
            CallbackQueryHandler(self.old_button),
        ]

    async def words(self, update: Update, _: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        replied = message.reply_to_message.message_id if message.reply_to_message else None
        typed = Answer(by=acting(update), text=message.text or "", message_id=message.message_id, replies_to=replied)
        await self._desk.carry_out(answer, typed)

    async def edited_words(self, update: Update, _: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        text, written_at = message.text or "", message.date
        edited = EditWords(by=acting(update), text=text, message_id=message.message_id, written_at=written_at)
        await self._desk.carry_out(edit_words, edited)

    async def anything_else(self, update: Update, _: Context) -> None:
        """Whatever was being asked is asked again."""
        await self._desk.carry_out(answer, Answer(by=acting(update), text=""))

    async def command_in_group(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(command_in_group, CommandInGroup(by=acting(update)))

    async def old_button(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(press_old_button, PressOldButton(by=acting(update)))
