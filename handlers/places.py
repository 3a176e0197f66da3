"""Places in a group, by buttons: pausing, leaving, coming back, and the manager's card of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import places as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import MembershipId
from mentoring.places import Deed
from mentoring.use_cases import deeds, people_cards, resting, silence

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class PlaceHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.RestButton, self.rest),
            ButtonHandler(buttons.AskRestButton, self.ask_rest),
            ButtonHandler(buttons.TurnPausePage, self.turn_page),
            ButtonHandler(buttons.PauseUntil, self.pause),
            ButtonHandler(buttons.DeedButton, self.deed),
            ButtonHandler(buttons.ConfirmDeedButton, self.confirm),
            ButtonHandler(buttons.ComeBackButton, self.come_back),
            ButtonHandler(buttons.DecideReturnButton, self.decide_return),
            ButtonHandler(buttons.PersonButton, self.person),
            ButtonHandler(buttons.OutOfChatButton, self.out_of_chat),
            ButtonHandler(buttons.WaitLongerButton, self.wait_longer),
        ]

    async def rest(self, update: Update, _: buttons.RestButton) -> None:
        await self._desk.carry_out(resting.open_rest, resting.OpenRest(by=acting(update)))

    async def ask_rest(self, update: Update, press: buttons.AskRestButton) -> None:
        command = deeds.AskRest(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(deeds.ask_rest, command)

    async def turn_page(self, update: Update, press: buttons.TurnPausePage) -> None:
        command = deeds.AskRest(by=acting(update), membership_id=MembershipId(press.membership_id), month=press.day)
        await self._desk.carry_out(deeds.ask_rest, command)

    async def pause(self, update: Update, press: buttons.PauseUntil) -> None:
        membership_id = MembershipId(press.membership_id)
        command = deeds.AskFor(by=acting(update), membership_id=membership_id, deed=Deed.PAUSE, day=press.day)
        await self._desk.carry_out(deeds.ask_for, command)

    async def deed(self, update: Update, press: buttons.DeedButton) -> None:
        command = deeds.AskFor(by=acting(update), membership_id=MembershipId(press.membership_id), deed=press.deed)
        await self._desk.carry_out(deeds.ask_for, command)

    async def confirm(self, update: Update, press: buttons.ConfirmDeedButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = deeds.ConfirmDeed(by=acting(update), membership_id=membership_id, deed=press.deed)
        await self._desk.carry_out(deeds.confirm, command)

    async def come_back(self, update: Update, press: buttons.ComeBackButton) -> None:
        command = resting.ComeBack(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(resting.come_back, command)

    async def decide_return(self, update: Update, press: buttons.DecideReturnButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = resting.DecideReturn(by=acting(update), membership_id=membership_id, yes=press.yes)
        await self._desk.carry_out(resting.decide_return, command)

    async def person(self, update: Update, press: buttons.PersonButton) -> None:
        command = people_cards.OpenPerson(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(people_cards.open_person, command)

    async def out_of_chat(self, update: Update, press: buttons.OutOfChatButton) -> None:
        command = people_cards.OpenPerson(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(people_cards.take_out_of_chat, command)

    async def wait_longer(self, update: Update, press: buttons.WaitLongerButton) -> None:
        command = silence.WaitLonger(by=acting(update), membership_id=MembershipId(press.membership_id))
        await self._desk.carry_out(silence.wait_longer, command)
