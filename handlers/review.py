"""The buttons of a submission: the mentee's before and after handing in, the mentor's, and the lists of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from handlers.acting import acting
from handlers.buttons import submissions as buttons
from handlers.routing import IN_PRIVATE, ButtonHandler
from mentoring.submissions import MoveKind
from mentoring.use_cases import own_submissions, pages, reviewing, settling, taking
from mentoring.use_cases import submission_lists as lists

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class DraftHandlers:
    """Answers to what is asked before anything is handed in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.HandOver, self.hand_over),
            ButtonHandler(buttons.ChooseGroup, self.choose_group),
            ButtonHandler(buttons.SendAgain, self.send_again),
            ButtonHandler(buttons.CorrectionOf, self.correction_of),
            ButtonHandler(buttons.SomethingNew, self.something_new),
        ]

    async def hand_over(self, update: Update, press: buttons.HandOver) -> None:
        command = settling.HandOverDraft(by=acting(update), draft_id=press.submission_id, yes=press.yes)
        await self._desk.carry_out(settling.hand_over, command)

    async def choose_group(self, update: Update, press: buttons.ChooseGroup) -> None:
        command = settling.ChooseGroupOfDraft(by=acting(update), draft_id=press.submission_id, group_id=press.group_id)
        await self._desk.carry_out(settling.choose_group, command)

    async def send_again(self, update: Update, press: buttons.SendAgain) -> None:
        command = settling.SendDraftAgain(by=acting(update), draft_id=press.submission_id, yes=press.yes)
        await self._desk.carry_out(settling.send_again, command)

    async def correction_of(self, update: Update, press: buttons.CorrectionOf) -> None:
        command = settling.NameCorrected(by=acting(update), draft_id=press.submission_id, of=press.of)
        await self._desk.carry_out(settling.name_corrected, command)

    async def something_new(self, update: Update, press: buttons.SomethingNew) -> None:
        command = settling.NameCorrected(by=acting(update), draft_id=press.submission_id, of=None)
        await self._desk.carry_out(settling.name_corrected, command)


class OwnSubmissionHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.Withdraw, self.withdraw),
            ButtonHandler(buttons.JoinTo, self.join),
            ButtonHandler(buttons.VersionOf, self.version_of),
            ButtonHandler(buttons.AskMentee, self.ask),
            ButtonHandler(buttons.StopAsking, self.stop),
        ]

    async def withdraw(self, update: Update, press: buttons.Withdraw) -> None:
        command = own_submissions.TakeBack(by=acting(update), submission_id=press.submission_id, version=press.version)
        await self._desk.carry_out(own_submissions.take_back, command)

    async def join(self, update: Update, press: buttons.JoinTo) -> None:
        command = pages.JoinPages(by=acting(update), submission_id=press.submission_id, to=press.to)
        await self._desk.carry_out(pages.join_pages, command)

    async def version_of(self, update: Update, press: buttons.VersionOf) -> None:
        command = pages.BecomeVersion(by=acting(update), submission_id=press.submission_id, of=press.of)
        await self._desk.carry_out(pages.become_version, command)

    async def ask(self, update: Update, press: buttons.AskMentee) -> None:
        command = own_submissions.AskForMore(by=acting(update), submission_id=press.submission_id, wanted=press.wanted)
        await self._desk.carry_out(own_submissions.ask_for_more, command)

    async def stop(self, update: Update, press: buttons.StopAsking) -> None:
        command = own_submissions.StopAsking(by=acting(update), submission_id=press.submission_id)
        await self._desk.carry_out(own_submissions.stop_asking, command)


class ReviewHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.Accept, self.accept),
            ButtonHandler(buttons.NotReadable, self.not_readable),
            ButtonHandler(buttons.AskMentor, self.ask),
            ButtonHandler(buttons.CommentIs, self.comment_is),
            ButtonHandler(buttons.UndoReview, self.undo),
            ButtonHandler(buttons.TakeIt, self.take),
        ]

    async def accept(self, update: Update, press: buttons.Accept) -> None:
        await self._decide(update, press, MoveKind.ACCEPT)

    async def not_readable(self, update: Update, press: buttons.NotReadable) -> None:
        await self._decide(update, press, MoveKind.NOT_READABLE)

    async def ask(self, update: Update, press: buttons.AskMentor) -> None:
        await self._desk.carry_out(reviewing.ask_for_comment, _comment(update, press))

    async def comment_is(self, update: Update, press: buttons.CommentIs) -> None:
        await self._desk.carry_out(reviewing.say_what_comment_is, _comment(update, press))

    async def undo(self, update: Update, press: buttons.UndoReview) -> None:
        command = reviewing.UndoDecision(by=acting(update), submission_id=press.submission_id, version=press.version)
        await self._desk.carry_out(reviewing.undo_decision, command)

    async def take(self, update: Update, press: buttons.TakeIt) -> None:
        command = taking.TakeSubmission(by=acting(update), submission_id=press.submission_id)
        await self._desk.carry_out(taking.take, command)

    async def _decide(self, update: Update, press: buttons.Accept | buttons.NotReadable, decision: MoveKind) -> None:
        command = reviewing.Decide(
            by=acting(update), submission_id=press.submission_id, version=press.version, decision=decision
        )
        await self._desk.carry_out(reviewing.decide, command)


def _comment(update: Update, press: buttons.AskMentor | buttons.CommentIs) -> reviewing.AskForComment:
    return reviewing.AskForComment(
        by=acting(update), submission_id=press.submission_id, version=press.version, wanted=press.wanted
    )


class SubmissionListHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("inbox", self.inbox, IN_PRIVATE),
            CommandHandler("documents", self.documents, IN_PRIVATE),
            CommandHandler("send", self.how_to, IN_PRIVATE),
            ButtonHandler(buttons.OpenInbox, self.press_inbox),
            ButtonHandler(buttons.MyDocuments, self.press_documents),
            ButtonHandler(buttons.HowToSend, self.press_how_to),
            ButtonHandler(buttons.OpenSubmission, self.open),
            ButtonHandler(buttons.ReadAll, self.read_all),
        ]

    async def inbox(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(lists.open_inbox, lists.Look(by=acting(update)))

    async def documents(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(lists.open_my_documents, lists.Look(by=acting(update)))

    async def how_to(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(lists.read_how_to_send, lists.Look(by=acting(update)))

    async def press_inbox(self, update: Update, _: buttons.OpenInbox) -> None:
        await self._desk.carry_out(lists.open_inbox, lists.Look(by=acting(update)))

    async def press_documents(self, update: Update, _: buttons.MyDocuments) -> None:
        await self._desk.carry_out(lists.open_my_documents, lists.Look(by=acting(update)))

    async def press_how_to(self, update: Update, _: buttons.HowToSend) -> None:
        await self._desk.carry_out(lists.read_how_to_send, lists.Look(by=acting(update)))

    async def open(self, update: Update, press: buttons.OpenSubmission) -> None:
        await self._desk.carry_out(
            lists.open_submission, lists.OpenOne(by=acting(update), submission_id=press.submission_id)
        )

    async def read_all(self, update: Update, press: buttons.ReadAll) -> None:
        await self._desk.carry_out(lists.read_all, lists.OpenOne(by=acting(update), submission_id=press.submission_id))
