"""Which document a submission is, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import labels as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import SlotId, SubmissionId
from mentoring.use_cases import labelling

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class LabelHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [ButtonHandler(buttons.LabelButton, self.label), ButtonHandler(buttons.AskLabelButton, self.ask)]

    async def label(self, update: Update, press: buttons.LabelButton) -> None:
        command = labelling.Label(
            by=acting(update), submission_id=SubmissionId(press.submission_id), slot_id=SlotId(press.slot_id)
        )
        await self._desk.carry_out(labelling.label, command)

    async def ask(self, update: Update, press: buttons.AskLabelButton) -> None:
        command = labelling.AskLabel(by=acting(update), submission_id=SubmissionId(press.submission_id))
        await self._desk.carry_out(labelling.ask_label, command)
