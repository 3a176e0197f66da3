"""Photographs of paper before they are sent, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import scans as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import AttachmentId, SubmissionId
from mentoring.use_cases import scanning

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ScanHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [ButtonHandler(buttons.ScanButton, self.scan), ButtonHandler(buttons.PageButton, self.page)]

    async def scan(self, update: Update, press: buttons.ScanButton) -> None:
        command = scanning.DoWithScan(by=acting(update), draft_id=SubmissionId(press.submission_id), deed=press.deed)
        await self._desk.carry_out(scanning.do_with_scan, command)

    async def page(self, update: Update, press: buttons.PageButton) -> None:
        command = scanning.DoWithPage(
            by=acting(update),
            draft_id=SubmissionId(press.submission_id),
            page=AttachmentId(press.page),
            deed=press.deed,
        )
        await self._desk.carry_out(scanning.do_with_page, command)
