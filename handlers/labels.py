"""Which document a submission is, and whose, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import labels as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId, PersonId, SlotId, SubmissionId
from mentoring.use_cases import elsewhere, labelling

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class LabelHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.LabelButton, self.label),
            ButtonHandler(buttons.AskLabelButton, self.ask),
            ButtonHandler(buttons.WhereToButton, self.where_to),
            ButtonHandler(buttons.PutButton, self.put),
        ]

    async def label(self, update: Update, press: buttons.LabelButton) -> None:
        command = labelling.Label(
            by=acting(update), submission_id=SubmissionId(press.submission_id), slot_id=SlotId(press.slot_id)
        )
        await self._desk.carry_out(labelling.label, command)

    async def ask(self, update: Update, press: buttons.AskLabelButton) -> None:
        command = labelling.AskLabel(by=acting(update), submission_id=SubmissionId(press.submission_id))
        await self._desk.carry_out(labelling.ask_label, command)

    async def where_to(self, update: Update, press: buttons.WhereToButton) -> None:
        command = elsewhere.WhereTo(
            by=acting(update),
            submission_id=SubmissionId(press.submission_id),
            group_id=GroupId(press.group_id) or None,
            person_id=PersonId(press.person_id) or None,
            page=press.page,
            groups=press.groups,
        )
        await self._desk.carry_out(elsewhere.ask, command)

    async def put(self, update: Update, press: buttons.PutButton) -> None:
        command = elsewhere.Put(
            by=acting(update),
            submission_id=SubmissionId(press.submission_id),
            group_id=GroupId(press.group_id),
            person_id=PersonId(press.person_id),
            slot_id=SlotId(press.slot_id),
        )
        await self._desk.carry_out(elsewhere.put, command)
