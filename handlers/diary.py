"""The buttons of a diary; its words and voice messages come in where all of them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import diaries as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import diary_keeping

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class DiaryHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.WriteDiary, self.write),
            ButtonHandler(buttons.WriteAnew, self.write_anew),
            ButtonHandler(buttons.SkipQuestion, self.skip),
            ButtonHandler(buttons.MarkProgress, self.mark),
            ButtonHandler(buttons.SendDiary, self.send),
        ]

    async def write(self, update: Update, press: buttons.WriteDiary) -> None:
        command = diary_keeping.OfDiary(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(diary_keeping.write_diary, command)

    async def write_anew(self, update: Update, press: buttons.WriteAnew) -> None:
        command = diary_keeping.OfDiary(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(diary_keeping.write_anew, command)

    async def skip(self, update: Update, press: buttons.SkipQuestion) -> None:
        command = diary_keeping.SkipQuestion(by=acting(update), session_id=press.session_id, question=press.question)
        await self._desk.carry_out(diary_keeping.skip_question, command)

    async def mark(self, update: Update, press: buttons.MarkProgress) -> None:
        command = diary_keeping.MarkProgress(by=acting(update), session_id=press.session_id, mark=press.mark)
        await self._desk.carry_out(diary_keeping.mark_progress, command)

    async def send(self, update: Update, press: buttons.SendDiary) -> None:
        command = diary_keeping.OfDiary(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(diary_keeping.send_diary, command)
