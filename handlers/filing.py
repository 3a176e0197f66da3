"""The buttons with which an accepted submission goes into a toolbar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import files as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import filing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class FilingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.FileTo, self.file),
            ButtonHandler(buttons.AcceptAndFileButton, self.accept),
            ButtonHandler(buttons.UndoFilingButton, self.undo),
        ]

    async def file(self, update: Update, press: buttons.FileTo) -> None:
        command = filing.FileSubmission(
            by=acting(update), submission_id=press.submission_id, version=press.version, toolbar=press.toolbar
        )
        await self._desk.carry_out(filing.file_submission, command)

    async def accept(self, update: Update, press: buttons.AcceptAndFileButton) -> None:
        command = filing.AcceptAndFile(by=acting(update), submission_id=press.submission_id, version=press.version)
        await self._desk.carry_out(filing.accept_and_file, command)

    async def undo(self, update: Update, press: buttons.UndoFilingButton) -> None:
        command = filing.UndoFiling(by=acting(update), submission_id=press.submission_id)
        await self._desk.carry_out(filing.undo_filing, command)
