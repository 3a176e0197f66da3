"""People without Telegram, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import on_paper as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId, MembershipId, SubmissionId
from mentoring.use_cases import filing_for, on_paper

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class OnPaperHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.OnPaperButton, self.add),
            ButtonHandler(buttons.AddOnPaperButton, self.add_to),
            ButtonHandler(buttons.FileForButton, self.file_for),
            ButtonHandler(buttons.CorrectForButton, self.correct_for),
            ButtonHandler(buttons.GetsTelegramButton, self.gets_telegram),
        ]

    async def add(self, update: Update, _: buttons.OnPaperButton) -> None:
        await self._desk.carry_out(on_paper.add_on_paper, on_paper.AddOnPaper(by=acting(update)))

    async def add_to(self, update: Update, press: buttons.AddOnPaperButton) -> None:
        command = on_paper.AddOnPaper(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(on_paper.add_on_paper, command)

    async def file_for(self, update: Update, press: buttons.FileForButton) -> None:
        command = filing_for.FileFor(
            by=acting(update),
            draft_id=SubmissionId(press.submission_id),
            membership_id=MembershipId(press.membership_id),
        )
        await self._desk.carry_out(filing_for.file_for, command)

    async def correct_for(self, update: Update, press: buttons.CorrectForButton) -> None:
        command = filing_for.CorrectFor(
            by=acting(update),
            draft_id=SubmissionId(press.submission_id),
            membership_id=MembershipId(press.membership_id),
            of=SubmissionId(press.of) if press.of else None,
        )
        await self._desk.carry_out(filing_for.correct_for, command)

    async def gets_telegram(self, update: Update, press: buttons.GetsTelegramButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = on_paper.GetsTelegram(by=acting(update), membership_id=membership_id, yes=press.yes)
        await self._desk.carry_out(on_paper.gets_telegram, command)
