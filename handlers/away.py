"""The buttons of going away, coming back and standing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import away as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import DeputyId, PersonId
from mentoring.invitations import new_token
from mentoring.use_cases import absences, going_away

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class AwayHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.AwayButton, self.away),
            ButtonHandler(buttons.AwayFrom, self.place),
            ButtonHandler(buttons.TurnAwayPage, self.page),
            ButtonHandler(buttons.PickAwayDay, self.day),
            ButtonHandler(buttons.PickDeputy, self.deputy),
            ButtonHandler(buttons.OtherCover, self.cover),
            ButtonHandler(buttons.ConfirmAwayButton, self.confirm),
            ButtonHandler(buttons.BackFromAway, self.back),
            ButtonHandler(buttons.CannotStandIn, self.cannot),
            ButtonHandler(buttons.AppointDeputyButton, self.appoint),
        ]

    async def away(self, update: Update, _: buttons.AwayButton) -> None:
        await self._desk.carry_out(going_away.go_away, going_away.GoAway(by=acting(update)))

    async def place(self, update: Update, press: buttons.AwayFrom) -> None:
        await self._choose(going_away.ChooseAway(by=acting(update), role=press.role, number=press.number))

    async def page(self, update: Update, press: buttons.TurnAwayPage) -> None:
        await self._choose(going_away.ChooseAway(by=acting(update), page=press.day))

    async def day(self, update: Update, press: buttons.PickAwayDay) -> None:
        await self._choose(going_away.ChooseAway(by=acting(update), day=press.day))

    async def deputy(self, update: Update, press: buttons.PickDeputy) -> None:
        await self._choose(going_away.ChooseAway(by=acting(update), deputy_id=PersonId(press.person_id)))

    async def cover(self, update: Update, press: buttons.OtherCover) -> None:
        await self._choose(going_away.ChooseAway(by=acting(update), cover=press.cover))

    async def confirm(self, update: Update, _: buttons.ConfirmAwayButton) -> None:
        command = going_away.ConfirmAway(by=acting(update), token=new_token())
        await self._desk.carry_out(going_away.confirm_away, command)

    async def back(self, update: Update, press: buttons.BackFromAway) -> None:
        command = absences.OfAbsence(by=acting(update), absence_id=DeputyId(press.absence_id))
        await self._desk.carry_out(absences.come_back, command)

    async def cannot(self, update: Update, press: buttons.CannotStandIn) -> None:
        command = absences.OfAbsence(by=acting(update), absence_id=DeputyId(press.absence_id))
        await self._desk.carry_out(absences.decline, command)

    async def appoint(self, update: Update, press: buttons.AppointDeputyButton) -> None:
        command = absences.AppointDeputy(
            by=acting(update), absence_id=DeputyId(press.absence_id), person_id=PersonId(press.person_id)
        )
        await self._desk.carry_out(absences.appoint, command)

    async def _choose(self, command: going_away.ChooseAway) -> None:
        await self._desk.carry_out(going_away.choose_away, command)
