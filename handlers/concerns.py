"""Concerns, by buttons; their words and files come as people send them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import concerns as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import ConcernId, PersonId, ProgrammeId
from mentoring.use_cases import concern_cards, concerns

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ConcernHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.RaiseConcernButton, self.raise_concern),
            ButtonHandler(buttons.AddressConcernButton, self.address),
            ButtonHandler(buttons.EmptyConcernButton, self.empty),
            ButtonHandler(buttons.SendConcernButton, self.send),
            ButtonHandler(buttons.ConcernsButton, self.list),
            ButtonHandler(buttons.OpenConcernButton, self.open),
            ButtonHandler(buttons.TakeConcernButton, self.take),
        ]

    async def raise_concern(self, update: Update, _: buttons.RaiseConcernButton) -> None:
        await self._desk.carry_out(concerns.raise_concern, concerns.RaiseConcern(by=acting(update)))

    async def address(self, update: Update, press: buttons.AddressConcernButton) -> None:
        command = concerns.AddressConcern(
            by=acting(update),
            programme_id=ProgrammeId(press.programme_id),
            about_id=PersonId(press.about_id) if press.about_id else None,
        )
        await self._desk.carry_out(concerns.address_concern, command)

    async def empty(self, update: Update, _: buttons.EmptyConcernButton) -> None:
        await self._desk.carry_out(concerns.empty_concern, concerns.EmptyConcern(by=acting(update)))

    async def send(self, update: Update, _: buttons.SendConcernButton) -> None:
        await self._desk.carry_out(concerns.send_concern, concerns.SendConcern(by=acting(update)))

    async def list(self, update: Update, _: buttons.ConcernsButton) -> None:
        await self._desk.carry_out(concern_cards.open_concerns, concern_cards.OpenConcerns(by=acting(update)))

    async def open(self, update: Update, press: buttons.OpenConcernButton) -> None:
        command = concern_cards.OfConcern(by=acting(update), concern_id=ConcernId(press.concern_id))
        await self._desk.carry_out(concern_cards.open_concern, command)

    async def take(self, update: Update, press: buttons.TakeConcernButton) -> None:
        command = concern_cards.OfConcern(by=acting(update), concern_id=ConcernId(press.concern_id))
        await self._desk.carry_out(concern_cards.take_concern, command)
