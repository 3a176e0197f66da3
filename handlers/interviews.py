"""Talks that a manager has with people; their words come in where all words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.acting import acting
from handlers.buttons import interviews as buttons
from handlers.routing import ButtonHandler
from mentoring.use_cases import interview_lists, interview_sheets, interviewing

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler


class InterviewHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.TalksButton, self.open),
            ButtonHandler(buttons.SessionTalksButton, self.open_of_session),
            ButtonHandler(buttons.TalkWithButton, self.begin),
            ButtonHandler(buttons.DiscussButton, self.discuss),
            ButtonHandler(buttons.GoToButton, self.go_to),
            ButtonHandler(buttons.TalkStepButton, self.step),
            ButtonHandler(buttons.RateButton, self.rate),
            ButtonHandler(buttons.TalkWhoButton, self.say_who),
            ButtonHandler(buttons.TalkWhenButton, self.say_when),
            ButtonHandler(buttons.CorrectTalkButton, self.correct),
            ButtonHandler(buttons.FinishTalkButton, self.finish),
            ButtonHandler(buttons.TalkSheetButton, self.sheet),
        ]

    async def open(self, update: Update, press: buttons.TalksButton) -> None:
        command = interview_lists.OpenTalks(by=acting(update), group_id=press.group_id, session_id=press.session_id)
        await self._desk.carry_out(interview_lists.open_talks, command)

    async def open_of_session(self, update: Update, press: buttons.SessionTalksButton) -> None:
        command = interview_lists.OpenTalksIn(by=acting(update), session_id=press.session_id)
        await self._desk.carry_out(interview_lists.open_talks_in, command)

    async def begin(self, update: Update, press: buttons.TalkWithButton) -> None:
        command = interviewing.BeginTalk(
            by=acting(update), membership_id=press.membership_id, session_id=press.session_id, anew=press.anew
        )
        await self._desk.carry_out(interviewing.begin_talk, command)

    async def discuss(self, update: Update, press: buttons.DiscussButton) -> None:
        command = interviewing.BeginFinal(by=acting(update), group_id=press.group_id, session_id=press.session_id)
        await self._desk.carry_out(interviewing.begin_final, command)

    async def go_to(self, update: Update, press: buttons.GoToButton) -> None:
        command = interviewing.GoTo(by=acting(update), interview_id=press.interview_id, place=press.place)
        await self._desk.carry_out(interviewing.go_to, command)

    async def step(self, update: Update, press: buttons.TalkStepButton) -> None:
        command = interviewing.Step(by=acting(update), interview_id=press.interview_id, place=press.place, go=press.go)
        await self._desk.carry_out(interviewing.step, command)

    async def rate(self, update: Update, press: buttons.RateButton) -> None:
        command = interviewing.Rate(
            by=acting(update), interview_id=press.interview_id, place=press.place, rating=press.rating
        )
        await self._desk.carry_out(interviewing.rate, command)

    async def say_who(self, update: Update, press: buttons.TalkWhoButton) -> None:
        command = interviewing.SayWho(by=acting(update), interview_id=press.interview_id, person_id=press.person_id)
        await self._desk.carry_out(interviewing.say_who, command)

    async def say_when(self, update: Update, press: buttons.TalkWhenButton) -> None:
        command = interviewing.SayWhen(by=acting(update), interview_id=press.interview_id, day=press.day)
        await self._desk.carry_out(interviewing.say_when, command)

    async def correct(self, update: Update, press: buttons.CorrectTalkButton) -> None:
        command = interviewing.OfTalk(by=acting(update), interview_id=press.interview_id)
        await self._desk.carry_out(interviewing.correct, command)

    async def finish(self, update: Update, press: buttons.FinishTalkButton) -> None:
        command = interviewing.OfTalk(by=acting(update), interview_id=press.interview_id)
        await self._desk.carry_out(interviewing.finish, command)

    async def sheet(self, update: Update, press: buttons.TalkSheetButton) -> None:
        command = interview_sheets.TakeSheet(by=acting(update), interview_id=press.interview_id, files=press.files)
        await self._desk.carry_out(interview_sheets.take_sheet, command)
