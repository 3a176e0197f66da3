"""The minutes of a session: looked at, written, accepted, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import minutes as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import minutes_cards, minutes_editing, minutes_filing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class MinutesHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.OpenMinutes, self.open),
            ButtonHandler(buttons.BackToMinutes, self.back),
            ButtonHandler(buttons.AskMinutesPart, self.ask),
            ButtonHandler(buttons.SettleMinutesClash, self.settle),
            ButtonHandler(buttons.PutRecordIntoMinutes, self.put_record),
            ButtonHandler(buttons.AcceptMinutes, self.accept),
            ButtonHandler(buttons.CorrectMinutes, self.correct),
        ]

    async def open(self, update: Update, press: buttons.OpenMinutes) -> None:
        command = minutes_cards.OfMinutes(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(minutes_cards.open_minutes, command)

    async def back(self, update: Update, press: buttons.BackToMinutes) -> None:
        command = minutes_cards.OfMinutes(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(minutes_editing.go_back, command)

    async def ask(self, update: Update, press: buttons.AskMinutesPart) -> None:
        command = minutes_editing.AskPart(
            by=acting(update), session_id=press.session_id, part=press.part, adds=press.adds
        )
        await self._desk.carry_out(minutes_editing.ask_part, command)

    async def settle(self, update: Update, press: buttons.SettleMinutesClash) -> None:
        command = minutes_editing.SettleClash(by=acting(update), session_id=press.session_id, adds=press.adds)
        await self._desk.carry_out(minutes_editing.settle_clash, command)

    async def put_record(self, update: Update, press: buttons.PutRecordIntoMinutes) -> None:
        command = minutes_editing.PutRecord(
            by=acting(update), session_id=press.session_id, with_record=press.with_record
        )
        await self._desk.carry_out(minutes_editing.put_record, command)

    async def accept(self, update: Update, press: buttons.AcceptMinutes) -> None:
        command = minutes_filing.AcceptMinutes(by=acting(update), session_id=press.session_id, revision=press.revision)
        await self._desk.carry_out(minutes_filing.accept, command)

    async def correct(self, update: Update, press: buttons.CorrectMinutes) -> None:
        command = minutes_cards.OfMinutes(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(minutes_filing.correct, command)
