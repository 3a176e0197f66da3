"""What becomes of a whole group, by buttons: finish, open again, merge, split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import group_life as buttons
from handlers.routing import ButtonHandler
from mentoring.group_deeds import GroupDeed
from mentoring.ids import GroupId, MembershipId
from mentoring.use_cases import group_life

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class GroupLifeHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.GroupLifeButton, self.open),
            ButtonHandler(buttons.AskGroupButton, self.ask),
            ButtonHandler(buttons.MergeIntoButton, self.merge_into),
            ButtonHandler(buttons.PickForSplitButton, self.pick),
            ButtonHandler(buttons.AllPickedButton, self.all_picked),
            ButtonHandler(buttons.ConfirmGroupButton, self.confirm),
        ]

    async def open(self, update: Update, press: buttons.GroupLifeButton) -> None:
        command = group_life.OpenGroupLife(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(group_life.open_group_life, command)

    async def ask(self, update: Update, press: buttons.AskGroupButton) -> None:
        command = group_life.AskAboutGroup(by=acting(update), group_id=GroupId(press.group_id), deed=press.deed)
        await self._desk.carry_out(group_life.ask_about_group, command)

    async def merge_into(self, update: Update, press: buttons.MergeIntoButton) -> None:
        command = group_life.AskAboutGroup(
            by=acting(update),
            group_id=GroupId(press.group_id),
            deed=GroupDeed.MERGE,
            into_id=GroupId(press.into_id),
        )
        await self._desk.carry_out(group_life.ask_about_group, command)

    async def pick(self, update: Update, press: buttons.PickForSplitButton) -> None:
        membership_id = MembershipId(press.membership_id)
        command = group_life.PickForSplit(
            by=acting(update), group_id=GroupId(press.group_id), membership_id=membership_id
        )
        await self._desk.carry_out(group_life.pick_for_split, command)

    async def all_picked(self, update: Update, press: buttons.AllPickedButton) -> None:
        command = group_life.PickForSplit(by=acting(update), group_id=GroupId(press.group_id), membership_id=None)
        await self._desk.carry_out(group_life.pick_for_split, command)

    async def confirm(self, update: Update, press: buttons.ConfirmGroupButton) -> None:
        command = group_life.ConfirmGroupDeed(by=acting(update), group_id=GroupId(press.group_id), deed=press.deed)
        await self._desk.carry_out(group_life.confirm_group_deed, command)
