"""A manager's decision about a wish to be erased, by buttons; a reason may also be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import erasing as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import MembershipId, PersonId
from mentoring.use_cases import erasing, wishes_on_paper

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ErasingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.OpenWishButton, self.open),
            ButtonHandler(buttons.EraseThemButton, self.erase),
            ButtonHandler(buttons.NoteWishButton, self.note),
            ButtonHandler(buttons.WhyKeepButton, self.why),
            ButtonHandler(buttons.KeepButton, self.keep),
        ]

    async def open(self, update: Update, press: buttons.OpenWishButton) -> None:
        command = erasing.OpenWish(by=acting(update), person_id=PersonId(press.person_id))
        await self._desk.carry_out(erasing.open_wish, command)

    async def erase(self, update: Update, press: buttons.EraseThemButton) -> None:
        person_id = PersonId(press.person_id)
        command = erasing.DecideToErase(by=acting(update), person_id=person_id, sure=press.sure)
        await self._desk.carry_out(erasing.decide_to_erase, command)

    async def note(self, update: Update, press: buttons.NoteWishButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = wishes_on_paper.NoteWish(by=acting(update), membership_id=membership_id, sure=press.sure)
        await self._desk.carry_out(wishes_on_paper.note_wish, command)

    async def why(self, update: Update, press: buttons.WhyKeepButton) -> None:
        command = erasing.AskReason(by=acting(update), person_id=PersonId(press.person_id))
        await self._desk.carry_out(erasing.ask_reason, command)

    async def keep(self, update: Update, press: buttons.KeepButton) -> None:
        person_id = PersonId(press.person_id)
        command = erasing.DecideToKeep(by=acting(update), person_id=person_id, because=press.because)
        await self._desk.carry_out(erasing.decide_to_keep, command)
