"""Opening the bot, coming home, help, and the way to a human."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons.common import HelpButton, HomeButton, MoreHelpButton, MyGroupsButton, PeopleButton, TalkButton
from handlers.buttons.joining import LanguageButton
from handlers.routing import IN_PRIVATE, ButtonHandler
from mentoring.ids import PersonId
from mentoring.invitations import Door
from mentoring.manager_codes import valid_until
from mentoring.use_cases.home import OpenHome, OpenMyGroups, open_home, open_my_groups
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.use_cases.start import Start, start
from mentoring.use_cases.talking import OpenHelp, TalkTo, open_help, open_more_help, open_people, talk_to

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class StartHandlers:
    """`manager_key` tells the operator's codes from anybody else's."""

    def __init__(self, desk: Desk, *, manager_key: bytes) -> None:
        self._desk = desk
        self._manager_key = manager_key

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("start", self.start, IN_PRIVATE),
            CommandHandler(["home", "menu", "cancel"], self.home, IN_PRIVATE),
            CommandHandler("help", self.help, IN_PRIVATE),
            ButtonHandler(HomeButton, self.press_home),
            ButtonHandler(HelpButton, self.press_help),
            ButtonHandler(MoreHelpButton, self.press_more_help),
            ButtonHandler(PeopleButton, self.press_people),
            ButtonHandler(TalkButton, self.talk),
            ButtonHandler(MyGroupsButton, self.my_groups),
            ButtonHandler(LanguageButton, self.language),
        ]

    async def start(self, update: Update, context: Context) -> None:
        payload = " ".join(context.args or ())
        until = valid_until(self._manager_key, payload.removeprefix(f"{Door.MANAGER}_"))
        await self._desk.carry_out(start, Start(by=acting(update), payload=payload, signed_until=until))

    async def home(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(open_home, OpenHome(by=acting(update)))

    async def help(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(open_help, OpenHelp(by=acting(update)))

    async def press_home(self, update: Update, _: HomeButton) -> None:
        await self._desk.carry_out(open_home, OpenHome(by=acting(update)))

    async def press_help(self, update: Update, _: HelpButton) -> None:
        await self._desk.carry_out(open_help, OpenHelp(by=acting(update)))

    async def press_more_help(self, update: Update, _: MoreHelpButton) -> None:
        await self._desk.carry_out(open_more_help, OpenHelp(by=acting(update)))

    async def press_people(self, update: Update, _: PeopleButton) -> None:
        await self._desk.carry_out(open_people, OpenHelp(by=acting(update)))

    async def talk(self, update: Update, press: TalkButton) -> None:
        await self._desk.carry_out(talk_to, TalkTo(by=acting(update), person_id=PersonId(press.person_id)))

    async def my_groups(self, update: Update, _: MyGroupsButton) -> None:
        await self._desk.carry_out(open_my_groups, OpenMyGroups(by=acting(update)))

    async def language(self, update: Update, press: LanguageButton) -> None:
        await self._desk.carry_out(choose_language, ChooseLanguage(by=acting(update), language=press.language))
