"""The Files door: browsing the toolbars, one filing, and what is done with it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import toolbars as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import files_door, filing_cards, filing_deeds, finding, rerouting

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class FindingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.FilesButton, self.door),
            ButtonHandler(buttons.SectionButton, self.section),
            ButtonHandler(buttons.ShelfButton, self.shelf),
            ButtonHandler(buttons.FoundPageButton, self.found_page),
            ButtonHandler(buttons.OpenFilingButton, self.open),
            ButtonHandler(buttons.SendFilingButton, self.send),
        ]

    async def door(self, update: Update, _: buttons.FilesButton) -> None:
        await self._desk.carry_out(files_door.open_files, files_door.OpenFiles(by=acting(update)))

    async def section(self, update: Update, press: buttons.SectionButton) -> None:
        command = files_door.OpenSection(
            by=acting(update), section=press.section, group_id=press.group_id or None, page=press.page
        )
        await self._desk.carry_out(files_door.open_section, command)

    async def shelf(self, update: Update, press: buttons.ShelfButton) -> None:
        command = files_door.OpenShelf(
            by=acting(update), section=press.section, group_id=press.group_id, code=press.code, page=press.page
        )
        await self._desk.carry_out(files_door.open_shelf, command)

    async def found_page(self, update: Update, press: buttons.FoundPageButton) -> None:
        await self._desk.carry_out(finding.turn_found, finding.TurnFound(by=acting(update), page=press.page))

    async def open(self, update: Update, press: buttons.OpenFilingButton) -> None:
        command = filing_cards.OfFiling(by=acting(update), filing_id=press.filing_id)
        await self._desk.carry_out(filing_cards.open_filing, command)

    async def send(self, update: Update, press: buttons.SendFilingButton) -> None:
        command = filing_cards.OfFiling(by=acting(update), filing_id=press.filing_id)
        await self._desk.carry_out(filing_cards.send_filing, command)


class FilingDeedHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.DeedOfFilingButton, self.ask),
            ButtonHandler(buttons.RelabelButton, self.relabel),
            ButtonHandler(buttons.RelabelToButton, self.relabel_to),
            ButtonHandler(buttons.RerouteButton, self.reroute),
            ButtonHandler(buttons.RerouteToGroupButton, self.reroute_to_group),
            ButtonHandler(buttons.RerouteToButton, self.reroute_to),
        ]

    async def ask(self, update: Update, press: buttons.DeedOfFilingButton) -> None:
        command = filing_deeds.AskDeed(by=acting(update), filing_id=press.filing_id, deed=press.deed)
        await self._desk.carry_out(filing_deeds.ask_deed, command)

    async def relabel(self, update: Update, press: buttons.RelabelButton) -> None:
        command = rerouting.AskAnother(by=acting(update), filing_id=press.filing_id, page=press.page)
        await self._desk.carry_out(rerouting.ask_document, command)

    async def relabel_to(self, update: Update, press: buttons.RelabelToButton) -> None:
        command = rerouting.Relabel(
            by=acting(update),
            filing_id=press.filing_id,
            code=press.code,
            person_id=press.person_id,
            session_id=press.session_id,
        )
        await self._desk.carry_out(rerouting.relabel, command)

    async def reroute(self, update: Update, press: buttons.RerouteButton) -> None:
        command = rerouting.AskAnother(by=acting(update), filing_id=press.filing_id, page=press.page)
        await self._desk.carry_out(rerouting.ask_group, command)

    async def reroute_to_group(self, update: Update, press: buttons.RerouteToGroupButton) -> None:
        command = rerouting.Reroute(by=acting(update), filing_id=press.filing_id, group_id=press.group_id)
        await self._desk.carry_out(rerouting.reroute, command)

    async def reroute_to(self, update: Update, press: buttons.RerouteToButton) -> None:
        command = rerouting.Reroute(
            by=acting(update), filing_id=press.filing_id, group_id=press.group_id, person_id=press.person_id
        )
        await self._desk.carry_out(rerouting.reroute, command)
