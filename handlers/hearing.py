"""What is said in a group's chat: a recorded session keeps it, and else only files are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from handlers.acting import acting
from handlers.files import WORK, sent
from mentoring.use_cases.recording import Heard, hear

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler

_SAID = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE
_FILES = WORK | filters.VOICE | filters.VIDEO | filters.VIDEO_NOTE | filters.AUDIO


class HearingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        of_people = filters.ChatType.GROUPS & _SAID & ~filters.StatusUpdate.ALL & ~filters.COMMAND
        return [MessageHandler(of_people & (filters.TEXT | _FILES), self.heard)]

    async def heard(self, update: Update, _: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        file = sent(update) if _FILES.check_update(update) else None
        answered = message.reply_to_message
        heard = Heard(
            by=acting(update),
            text=message.text or message.caption or "",
            said_at=message.date,
            file=file,
            replies_to=None if answered is None else answered.message_id,
            edits=update.edited_message is not None,
        )
        await self._desk.carry_out(hear, heard)
