"""A manager's programmes, by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import programmes as buttons
from handlers.routing import ButtonHandler
from mentoring.ids import GroupId
from mentoring.use_cases import programme_changes as changes
from mentoring.use_cases import programmes, trial_groups

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class ProgrammeHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.ProgrammesButton, self.list),
            ButtonHandler(buttons.ProgrammeButton, self.open),
            ButtonHandler(buttons.AnotherProgrammeButton, self.another),
            ButtonHandler(buttons.NameGroupButton, self.name_group),
            ButtonHandler(buttons.LineButton, self.line),
            ButtonHandler(buttons.NumberButton, self.number),
            ButtonHandler(buttons.PeriodButton, self.period),
            ButtonHandler(buttons.ProgrammeZoneButton, self.zone),
            ButtonHandler(buttons.ProgrammeLanguageButton, self.language),
            ButtonHandler(buttons.ToolButton, self.tool),
            ButtonHandler(buttons.TrialGroupButton, self.trial),
            ButtonHandler(buttons.WipeButton, self.wipe),
        ]

    async def list(self, update: Update, _: buttons.ProgrammesButton) -> None:
        await self._desk.carry_out(programmes.open_programmes, programmes.OpenProgrammes(by=acting(update)))

    async def open(self, update: Update, press: buttons.ProgrammeButton) -> None:
        command = programmes.OpenProgramme(by=acting(update), programme_id=press.programme_id)
        await self._desk.carry_out(programmes.open_programme, command)

    async def another(self, update: Update, _: buttons.AnotherProgrammeButton) -> None:
        await self._desk.carry_out(programmes.another_programme, programmes.AnotherProgramme(by=acting(update)))

    async def name_group(self, update: Update, press: buttons.NameGroupButton) -> None:
        command = programmes.NameGroup(by=acting(update), programme_id=press.programme_id)
        await self._desk.carry_out(programmes.name_group, command)

    async def line(self, update: Update, press: buttons.LineButton) -> None:
        command = programmes.ChangeLine(by=acting(update), programme_id=press.programme_id, line=press.line)
        await self._desk.carry_out(programmes.change_line, command)

    async def number(self, update: Update, press: buttons.NumberButton) -> None:
        command = changes.SetNumber(
            by=acting(update),
            programme_id=press.programme_id,
            line=press.line,
            number=press.number,
            sure=press.sure,
        )
        await self._desk.carry_out(changes.set_number, command)

    async def period(self, update: Update, press: buttons.PeriodButton) -> None:
        command = changes.SetPeriod(
            by=acting(update), programme_id=press.programme_id, begins=press.begins, ends=press.ends
        )
        await self._desk.carry_out(changes.set_period, command)

    async def zone(self, update: Update, press: buttons.ProgrammeZoneButton) -> None:
        command = changes.SetZone(by=acting(update), programme_id=press.programme_id, zone=press.zone)
        await self._desk.carry_out(changes.set_zone, command)

    async def language(self, update: Update, press: buttons.ProgrammeLanguageButton) -> None:
        command = changes.ToggleLanguage(by=acting(update), programme_id=press.programme_id, language=press.language)
        await self._desk.carry_out(changes.toggle_language, command)

    async def tool(self, update: Update, press: buttons.ToolButton) -> None:
        command = changes.ToggleTool(by=acting(update), programme_id=press.programme_id, tool=press.tool)
        await self._desk.carry_out(changes.toggle_tool, command)

    async def trial(self, update: Update, press: buttons.TrialGroupButton) -> None:
        command = trial_groups.MakeTrialGroup(by=acting(update), programme_id=press.programme_id)
        await self._desk.carry_out(trial_groups.make_trial_group, command)

    async def wipe(self, update: Update, press: buttons.WipeButton) -> None:
        command = trial_groups.Wipe(by=acting(update), group_id=GroupId(press.group_id), sure=press.sure)
        await self._desk.carry_out(trial_groups.wipe, command)
