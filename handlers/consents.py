"""The privacy notice by buttons: before somebody is in, and again when it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import consents as anew
from handlers.buttons import joining as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import consenting, renewing, withdrawing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ConsentHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.PrivacyButton, self.privacy),
            ButtonHandler(buttons.QuotesButton, self.quotes),
            ButtonHandler(buttons.AgreeButton, self.agree),
            ButtonHandler(buttons.DisagreeButton, self.disagree),
            ButtonHandler(buttons.TellManagerButton, self.tell_manager),
            ButtonHandler(anew.ReadAnewButton, self.read_anew),
            ButtonHandler(anew.AgreeAnewButton, self.agree_anew),
            ButtonHandler(anew.DisagreeAnewButton, self.disagree_anew),
            ButtonHandler(anew.WithdrawButton, self.withdraw),
        ]

    async def privacy(self, update: Update, press: buttons.PrivacyButton) -> None:
        command = consenting.ReadPrivacy(by=acting(update), whole=press.whole)
        await self._desk.carry_out(consenting.read_privacy, command)

    async def quotes(self, update: Update, press: buttons.QuotesButton) -> None:
        await self._desk.carry_out(consenting.allow_quotes, consenting.AllowQuotes(by=acting(update), yes=press.yes))

    async def agree(self, update: Update, _: buttons.AgreeButton) -> None:
        await self._desk.carry_out(consenting.agree, consenting.Agree(by=acting(update)))

    async def disagree(self, update: Update, _: buttons.DisagreeButton) -> None:
        await self._desk.carry_out(consenting.disagree, consenting.Disagree(by=acting(update)))

    async def tell_manager(self, update: Update, _: buttons.TellManagerButton) -> None:
        await self._desk.carry_out(consenting.tell_manager, consenting.TellManager(by=acting(update)))

    async def read_anew(self, update: Update, press: anew.ReadAnewButton) -> None:
        command = renewing.ReadAnew(by=acting(update), quotes=press.quotes, whole=press.whole)
        await self._desk.carry_out(renewing.read_anew, command)

    async def agree_anew(self, update: Update, press: anew.AgreeAnewButton) -> None:
        await self._desk.carry_out(renewing.agree_anew, renewing.AgreeAnew(by=acting(update), quotes=press.quotes))

    async def disagree_anew(self, update: Update, _: anew.DisagreeAnewButton) -> None:
        await self._desk.carry_out(renewing.disagree_anew, renewing.DisagreeAnew(by=acting(update)))

    async def withdraw(self, update: Update, press: anew.WithdrawButton) -> None:
        await self._desk.carry_out(withdrawing.withdraw, withdrawing.Withdraw(by=acting(update), sure=press.sure))
