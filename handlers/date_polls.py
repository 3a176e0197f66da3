"""Agreeing on a date: proposing, answering, deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import date_polls as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import date_polls

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class DatePollHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ProposeAnother, self.another),
            ButtonHandler(buttons.AskGroup, self.ask),
            ButtonHandler(buttons.VoteFor, self.vote),
            ButtonHandler(buttons.DecideOn, self.decide),
            ButtonHandler(buttons.DropPoll, self.drop),
        ]

    async def another(self, update: Update, _: buttons.ProposeAnother) -> None:
        await self._desk.carry_out(date_polls.propose_another, date_polls.Propose(by=acting(update)))

    async def ask(self, update: Update, _: buttons.AskGroup) -> None:
        await self._desk.carry_out(date_polls.ask_group, date_polls.Propose(by=acting(update)))

    async def vote(self, update: Update, press: buttons.VoteFor) -> None:
        await self._desk.carry_out(date_polls.vote, date_polls.Vote(by=acting(update), date_id=press.date_id))

    async def decide(self, update: Update, press: buttons.DecideOn) -> None:
        await self._desk.carry_out(date_polls.decide, date_polls.Decide(by=acting(update), date_id=press.date_id))

    async def drop(self, update: Update, press: buttons.DropPoll) -> None:
        await self._desk.carry_out(date_polls.drop, date_polls.DropPoll(by=acting(update), poll_id=press.poll_id))
