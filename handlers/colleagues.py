"""The buttons of a programme's managers, and of whoever comes with a new account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import colleagues as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import MembershipId, PersonId, ProgrammeId
from mentoring.invitations import new_token
from mentoring.use_cases import colleagues, merging_accounts, relinking

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ColleagueHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ManagersButton, self.managers),
            ButtonHandler(buttons.InviteManagerButton, self.invite),
            ButtonHandler(buttons.LeaveProgrammeButton, self.leave),
            ButtonHandler(buttons.RelinkManagerButton, self.relink_manager),
            ButtonHandler(buttons.RelinkButton, self.relink),
            ButtonHandler(buttons.AnswerRelinkButton, self.answer_relink),
            ButtonHandler(buttons.DecideMergeButton, self.decide_merge),
        ]

    async def managers(self, update: Update, press: buttons.ManagersButton) -> None:
        command = colleagues.OfProgramme(by=acting(update), programme_id=ProgrammeId(press.programme_id))
        await self._desk.carry_out(colleagues.open_managers, command)

    async def invite(self, update: Update, press: buttons.InviteManagerButton) -> None:
        command = colleagues.InviteManager(
            by=acting(update), programme_id=ProgrammeId(press.programme_id), token=new_token()
        )
        await self._desk.carry_out(colleagues.invite_manager, command)

    async def leave(self, update: Update, press: buttons.LeaveProgrammeButton) -> None:
        command = colleagues.LeaveProgramme(
            by=acting(update), programme_id=ProgrammeId(press.programme_id), sure=press.sure
        )
        await self._desk.carry_out(colleagues.leave_programme, command)

    async def relink_manager(self, update: Update, press: buttons.RelinkManagerButton) -> None:
        command = relinking.RelinkManager(
            by=acting(update),
            programme_id=ProgrammeId(press.programme_id),
            person_id=PersonId(press.person_id),
            token=new_token(),
        )
        await self._desk.carry_out(relinking.relink_manager, command)

    async def relink(self, update: Update, press: buttons.RelinkButton) -> None:
        command = relinking.RelinkMember(
            by=acting(update), membership_id=MembershipId(press.membership_id), token=new_token()
        )
        await self._desk.carry_out(relinking.relink_member, command)

    async def answer_relink(self, update: Update, press: buttons.AnswerRelinkButton) -> None:
        await self._desk.carry_out(relinking.answer_relink, relinking.AnswerRelink(by=acting(update), yes=press.yes))

    async def decide_merge(self, update: Update, press: buttons.DecideMergeButton) -> None:
        command = merging_accounts.DecideMerge(by=acting(update), telegram_id=press.telegram_id, yes=press.yes)
        await self._desk.carry_out(merging_accounts.decide_merge, command)
