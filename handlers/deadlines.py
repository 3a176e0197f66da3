"""What is expected and until when, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import deadlines as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import ProgrammeId, SlotId
from mentoring.use_cases import past_slots, putting_off, slot_cards, waiving
from mentoring.use_cases.slot_cards import OfSlot

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class DeadlineHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ExpectedButton, self.expected),
            ButtonHandler(buttons.SlotButton, self.slot),
            ButtonHandler(buttons.AskMoreTimeButton, self.ask_more_time),
            ButtonHandler(buttons.AnswerMoreTimeButton, self.answer_more_time),
            ButtonHandler(buttons.PutOffButton, self.put_off),
            ButtonHandler(buttons.AskWhyWaiveButton, self.ask_why_waive),
            ButtonHandler(buttons.WaiveButton, self.waive),
            ButtonHandler(buttons.WantAgainButton, self.want_again),
            ButtonHandler(buttons.AskForPastButton, self.ask_for_past),
        ]

    async def expected(self, update: Update, _: buttons.ExpectedButton) -> None:
        await self._desk.carry_out(slot_cards.open_expected, slot_cards.OpenExpected(by=acting(update)))

    async def slot(self, update: Update, press: buttons.SlotButton) -> None:
        await self._desk.carry_out(slot_cards.open_slot, OfSlot(by=acting(update), slot_id=SlotId(press.slot_id)))

    async def ask_more_time(self, update: Update, press: buttons.AskMoreTimeButton) -> None:
        command = putting_off.AskMoreTime(by=acting(update), slot_id=SlotId(press.slot_id), days=press.days)
        await self._desk.carry_out(putting_off.ask_more_time, command)

    async def answer_more_time(self, update: Update, press: buttons.AnswerMoreTimeButton) -> None:
        command = putting_off.AnswerMoreTime(
            by=acting(update), slot_id=SlotId(press.slot_id), until=press.until, yes=press.yes
        )
        await self._desk.carry_out(putting_off.answer_more_time, command)

    async def put_off(self, update: Update, press: buttons.PutOffButton) -> None:
        command = putting_off.PutOff(
            by=acting(update), slot_id=SlotId(press.slot_id), days=press.days, reach=press.reach, sure=press.sure
        )
        await self._desk.carry_out(putting_off.put_off_day, command)

    async def ask_why_waive(self, update: Update, press: buttons.AskWhyWaiveButton) -> None:
        await self._desk.carry_out(waiving.ask_why, OfSlot(by=acting(update), slot_id=SlotId(press.slot_id)))

    async def waive(self, update: Update, press: buttons.WaiveButton) -> None:
        await self._desk.carry_out(waiving.waive, waiving.Waive(by=acting(update), slot_id=SlotId(press.slot_id)))

    async def want_again(self, update: Update, press: buttons.WantAgainButton) -> None:
        await self._desk.carry_out(waiving.want_again, OfSlot(by=acting(update), slot_id=SlotId(press.slot_id)))

    async def ask_for_past(self, update: Update, press: buttons.AskForPastButton) -> None:
        command = past_slots.SettlePast(
            by=acting(update), programme_id=ProgrammeId(press.programme_id), tool=press.tool, yes=press.yes
        )
        await self._desk.carry_out(past_slots.settle_past, command)
