"""The buttons of replacing a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import handing_over as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId, MembershipId, PersonId
from mentoring.invitations import new_token
from mentoring.use_cases import handover_notes, replacing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class HandingOverHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ReplaceButton, self.replace),
            ButtonHandler(buttons.PickSuccessor, self.pick),
            ButtonHandler(buttons.NewSuccessor, self.new),
            ButtonHandler(buttons.ConfirmReplacingButton, self.confirm),
            ButtonHandler(buttons.WriteNoteButton, self.note),
        ]

    async def replace(self, update: Update, press: buttons.ReplaceButton) -> None:
        command = replacing.OfMentor(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(replacing.ask_successor, command)

    async def pick(self, update: Update, press: buttons.PickSuccessor) -> None:
        command = replacing.ChooseSuccessor(
            by=acting(update), membership_id=MembershipId(press.membership_id), person_id=PersonId(press.person_id)
        )
        await self._desk.carry_out(replacing.choose_successor, command)

    async def new(self, update: Update, press: buttons.NewSuccessor) -> None:
        command = replacing.OfMentor(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(replacing.ask_name, command)

    async def confirm(self, update: Update, press: buttons.ConfirmReplacingButton) -> None:
        command = replacing.Confirm(
            by=acting(update), membership_id=MembershipId(press.membership_id), token=new_token()
        )
        await self._desk.carry_out(replacing.confirm, command)

    async def note(self, update: Update, press: buttons.WriteNoteButton) -> None:
        command = handover_notes.WriteNote(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(handover_notes.write_note, command)
