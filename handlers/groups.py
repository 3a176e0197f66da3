"""A manager's groups, by buttons: names, links and posters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons import groups as buttons
from handlers.routing import IN_PRIVATE, ButtonHandler
from mentoring.ids import GroupId
from mentoring.invitations import new_code, new_token
from mentoring.use_cases import groups, inviting

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class GroupHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("groups", self.groups, IN_PRIVATE),
            ButtonHandler(buttons.GroupsButton, self.list),
            ButtonHandler(buttons.NewGroupButton, self.new),
            ButtonHandler(buttons.GroupButton, self.open),
            ButtonHandler(buttons.MoreOfGroupButton, self.more),
            ButtonHandler(buttons.AddNamesButton, self.add_names),
            ButtonHandler(buttons.PeopleButton, self.people),
            ButtonHandler(buttons.LinksButton, self.links),
            ButtonHandler(buttons.RenewLinkButton, self.renew),
        ]

    async def groups(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(groups.list_groups, groups.ListGroups(by=acting(update)))

    async def list(self, update: Update, _: buttons.GroupsButton) -> None:
        await self._desk.carry_out(groups.list_groups, groups.ListGroups(by=acting(update)))

    async def new(self, update: Update, _: buttons.NewGroupButton) -> None:
        await self._desk.carry_out(groups.new_group, groups.NewGroup(by=acting(update)))

    async def open(self, update: Update, press: buttons.GroupButton) -> None:
        command = groups.OpenGroup(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(groups.open_group, command)

    async def more(self, update: Update, press: buttons.MoreOfGroupButton) -> None:
        command = groups.OpenGroup(by=acting(update), group_id=GroupId(press.group_id), more=True)
        await self._desk.carry_out(groups.open_group, command)

    async def add_names(self, update: Update, press: buttons.AddNamesButton) -> None:
        command = groups.AddNames(by=acting(update), group_id=GroupId(press.group_id), role=press.role)
        await self._desk.carry_out(groups.add_names, command)

    async def people(self, update: Update, press: buttons.PeopleButton) -> None:
        command = groups.ListPeople(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(groups.list_people, command)

    async def links(self, update: Update, press: buttons.LinksButton) -> None:
        command = inviting.OpenLinks(
            by=acting(update),
            group_id=GroupId(press.group_id),
            mentor_token=new_token(),
            mentee_token=new_token(),
            chat_code=new_code(),
        )
        await self._desk.carry_out(inviting.open_links, command)

    async def renew(self, update: Update, press: buttons.RenewLinkButton) -> None:
        command = inviting.RenewLink(
            by=acting(update), group_id=GroupId(press.group_id), role=press.role, token=new_token()
        )
        await self._desk.carry_out(inviting.renew_link, command)
