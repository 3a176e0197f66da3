"""What a manager decides about the documents of a programme, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import kit_choices as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import kit_choices, own_word_files
from mentoring.use_cases.kit_choices import OfDocument
from mentoring.use_cases.own_word_files import OfFile

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class KitChoiceHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.KitButton, self.open_kit),
            ButtonHandler(buttons.KitDocumentButton, self.open_document),
            ButtonHandler(buttons.ToggleDocumentButton, self.toggle_document),
            ButtonHandler(buttons.RenameDocumentButton, self.rename),
            ButtonHandler(buttons.StandardTitleButton, self.standard_title),
            ButtonHandler(buttons.SendWordFileButton, self.send_word_file),
            ButtonHandler(buttons.StandardFormButton, self.standard_form),
            ButtonHandler(buttons.PreviewButton, self.preview),
        ]

    async def open_kit(self, update: Update, press: buttons.KitButton) -> None:
        command = kit_choices.OpenKit(by=acting(update), programme_id=press.programme_id, page=press.page)
        await self._desk.carry_out(kit_choices.open_kit, command)

    async def open_document(self, update: Update, press: buttons.KitDocumentButton) -> None:
        command = OfDocument(by=acting(update), programme_id=press.programme_id, code=press.code)
        await self._desk.carry_out(kit_choices.open_document, command)

    async def toggle_document(self, update: Update, press: buttons.ToggleDocumentButton) -> None:
        command = OfDocument(by=acting(update), programme_id=press.programme_id, code=press.code)
        await self._desk.carry_out(kit_choices.toggle_document, command)

    async def rename(self, update: Update, press: buttons.RenameDocumentButton) -> None:
        command = OfDocument(by=acting(update), programme_id=press.programme_id, code=press.code)
        await self._desk.carry_out(kit_choices.ask_title, command)

    async def standard_title(self, update: Update, press: buttons.StandardTitleButton) -> None:
        command = OfDocument(by=acting(update), programme_id=press.programme_id, code=press.code)
        await self._desk.carry_out(kit_choices.standard_title, command)

    async def send_word_file(self, update: Update, press: buttons.SendWordFileButton) -> None:
        await self._desk.carry_out(own_word_files.ask_file, _of_file(update, press))

    async def standard_form(self, update: Update, press: buttons.StandardFormButton) -> None:
        await self._desk.carry_out(own_word_files.back_to_standard, _of_file(update, press))

    async def preview(self, update: Update, press: buttons.PreviewButton) -> None:
        await self._desk.carry_out(own_word_files.preview, _of_file(update, press))


def _of_file(
    update: Update, press: buttons.SendWordFileButton | buttons.StandardFormButton | buttons.PreviewButton
) -> OfFile:
    return OfFile(by=acting(update), programme_id=press.programme_id, code=press.code, language=press.language)
