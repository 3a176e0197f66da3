"""The way in, by buttons: one's own name and age, and the manager's word about strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import joining as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import MembershipId
from mentoring.use_cases import ages, joining, letting_in, managing, welcoming

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class JoiningHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.TelegramNameButton, self.telegram_name),
            ButtonHandler(buttons.NameButton, self.take_name),
            ButtonHandler(buttons.NotListedButton, self.not_listed),
            ButtonHandler(buttons.NamesButton, self.back_to_names),
            ButtonHandler(buttons.AgeButton, self.say_age),
            ButtonHandler(buttons.LetInButton, self.let_in),
            ButtonHandler(buttons.TakeForButton, self.take_for),
            ButtonHandler(buttons.PutAwayButton, self.put_away),
        ]

    async def telegram_name(self, update: Update, _: buttons.TelegramNameButton) -> None:
        await self._desk.carry_out(managing.keep_telegram_name, managing.KeepTelegramName(by=acting(update)))

    async def take_name(self, update: Update, press: buttons.NameButton) -> None:
        command = joining.TakeName(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(joining.take_name, command)

    async def not_listed(self, update: Update, _: buttons.NotListedButton) -> None:
        await self._desk.carry_out(joining.not_listed, joining.NotListed(by=acting(update)))

    async def back_to_names(self, update: Update, _: buttons.NamesButton) -> None:
        await self._desk.carry_out(joining.back_to_names, joining.BackToNames(by=acting(update)))

    async def say_age(self, update: Update, press: buttons.AgeButton) -> None:
        await self._desk.carry_out(ages.say_age, ages.SayAge(by=acting(update), adult=press.adult))

    async def let_in(self, update: Update, press: buttons.LetInButton) -> None:
        command = letting_in.LetIn(by=acting(update), telegram_id=press.telegram_id, yes=press.yes)
        await self._desk.carry_out(letting_in.let_in, command)

    async def take_for(self, update: Update, press: buttons.TakeForButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = letting_in.TakeFor(by=acting(update), telegram_id=press.telegram_id, membership_id=membership_id)
        await self._desk.carry_out(letting_in.take_for, command)

    async def put_away(self, update: Update, _: buttons.PutAwayButton) -> None:
        await self._desk.carry_out(welcoming.put_away, welcoming.PutAway(by=acting(update)))
