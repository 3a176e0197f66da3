"""The buttons that say what a file is that a manager or mentor sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import files as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import uploads
from mentoring.use_cases.uploads import FileInstead, OfUpload, SayOfUpload, TurnPage

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class UploadHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.FileInsteadButton, self.file_instead),
            ButtonHandler(buttons.UploadGroup, self.group),
            ButtonHandler(buttons.UploadDocument, self.document),
            ButtonHandler(buttons.UploadPerson, self.person),
            ButtonHandler(buttons.UploadSession, self.session),
            ButtonHandler(buttons.UploadToolbar, self.toolbar),
            ButtonHandler(buttons.UploadMore, self.more),
            ButtonHandler(buttons.UploadElse, self.something_else),
            ButtonHandler(buttons.UploadAnew, self.anew),
            ButtonHandler(buttons.DropUploadButton, self.drop),
            ButtonHandler(buttons.UndoUploadButton, self.undo),
        ]

    async def file_instead(self, update: Update, press: buttons.FileInsteadButton) -> None:
        await self._desk.carry_out(uploads.file_instead, FileInstead(by=acting(update), draft_id=press.submission_id))

    async def group(self, update: Update, press: buttons.UploadGroup) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, group_id=press.group_id))

    async def document(self, update: Update, press: buttons.UploadDocument) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, code=press.code))

    async def person(self, update: Update, press: buttons.UploadPerson) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, about_id=press.person_id))

    async def session(self, update: Update, press: buttons.UploadSession) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, session_id=press.session_id))

    async def toolbar(self, update: Update, press: buttons.UploadToolbar) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, toolbar=press.toolbar))

    async def more(self, update: Update, press: buttons.UploadMore) -> None:
        command = TurnPage(by=acting(update), upload_id=press.upload_id, page=press.page)
        await self._desk.carry_out(uploads.turn_page, command)

    async def something_else(self, update: Update, press: buttons.UploadElse) -> None:
        await self._desk.carry_out(uploads.something_else, OfUpload(by=acting(update), upload_id=press.upload_id))

    async def anew(self, update: Update, press: buttons.UploadAnew) -> None:
        await self._say(SayOfUpload(by=acting(update), upload_id=press.upload_id, anew=True))

    async def drop(self, update: Update, press: buttons.DropUploadButton) -> None:
        await self._desk.carry_out(uploads.drop, OfUpload(by=acting(update), upload_id=press.upload_id))

    async def undo(self, update: Update, press: buttons.UndoUploadButton) -> None:
        await self._desk.carry_out(uploads.undo, OfUpload(by=acting(update), upload_id=press.upload_id))

    async def _say(self, command: SayOfUpload) -> None:
        await self._desk.carry_out(uploads.say, command)
