"""Signatures, by buttons; the pages themselves come like any other file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from handlers.acting import acting
from handlers.buttons import signatures as buttons
from handlers.routing import ButtonHandler
from mentoring.submissions import MoveKind
from mentoring.use_cases import covering, issuing, signature_reviews
from mentoring.use_cases.issuing import OfSigning, TakePage
from mentoring.use_cases.signature_reviews import DecidePage, OfSigner

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Handler

Decision: TypeAlias = (
    buttons.SignatureThereButton | buttons.PageNotReadableButton | buttons.WrongPageButton | buttons.NoSignatureButton
)


class SignatureHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ButtonHandler(buttons.SignaturesButton, self.board),
            ButtonHandler(buttons.AskHowToIssueButton, self.ask_how),
            ButtonHandler(buttons.IssueButton, self.issue),
            ButtonHandler(buttons.MyPageButton, self.my_page),
            ButtonHandler(buttons.PageOfButton, self.page_of),
            ButtonHandler(buttons.HowToPhotographButton, self.how_to_photograph),
            ButtonHandler(buttons.SignerButton, self.signer),
            ButtonHandler(buttons.SignatureThereButton, self.there),
            ButtonHandler(buttons.PageNotReadableButton, self.not_readable),
            ButtonHandler(buttons.WrongPageButton, self.wrong_page),
            ButtonHandler(buttons.NoSignatureButton, self.no_signature),
            ButtonHandler(buttons.NotSignedAfterAllButton, self.not_signed),
            ButtonHandler(buttons.RemindMissingButton, self.remind),
            ButtonHandler(buttons.FileSignedButton, self.file),
            ButtonHandler(buttons.TickSignersButton, self.tick),
        ]

    async def board(self, update: Update, press: buttons.SignaturesButton) -> None:
        await self._desk.carry_out(issuing.open_board, OfSigning(by=acting(update), slot_id=press.slot_id))

    async def ask_how(self, update: Update, press: buttons.AskHowToIssueButton) -> None:
        await self._desk.carry_out(issuing.ask_how, OfSigning(by=acting(update), slot_id=press.slot_id))

    async def issue(self, update: Update, press: buttons.IssueButton) -> None:
        command = issuing.Issue(by=acting(update), slot_id=press.slot_id, pages=press.pages)
        await self._desk.carry_out(issuing.issue, command)

    async def my_page(self, update: Update, press: buttons.MyPageButton) -> None:
        await self._desk.carry_out(issuing.take_page, TakePage(by=acting(update), slot_id=press.slot_id))

    async def page_of(self, update: Update, press: buttons.PageOfButton) -> None:
        command = TakePage(by=acting(update), slot_id=press.slot_id, signer_id=press.signer_id)
        await self._desk.carry_out(issuing.take_page, command)

    async def how_to_photograph(self, update: Update, _: buttons.HowToPhotographButton) -> None:
        await self._desk.carry_out(issuing.how_to_photograph, issuing.AskHowToPhotograph(by=acting(update)))

    async def signer(self, update: Update, press: buttons.SignerButton) -> None:
        await self._desk.carry_out(
            signature_reviews.open_signer, OfSigner(by=acting(update), signer_id=press.signer_id)
        )

    async def there(self, update: Update, press: buttons.SignatureThereButton) -> None:
        await self._decide(update, press, MoveKind.ACCEPT)

    async def not_readable(self, update: Update, press: buttons.PageNotReadableButton) -> None:
        await self._decide(update, press, MoveKind.NOT_READABLE)

    async def wrong_page(self, update: Update, press: buttons.WrongPageButton) -> None:
        await self._decide(update, press, MoveKind.WRONG_PAGE)

    async def no_signature(self, update: Update, press: buttons.NoSignatureButton) -> None:
        await self._decide(update, press, MoveKind.NO_SIGNATURE)

    async def _decide(self, update: Update, press: Decision, decision: MoveKind) -> None:
        command = DecidePage(
            by=acting(update), submission_id=press.submission_id, version=press.version, decision=decision
        )
        await self._desk.carry_out(signature_reviews.decide_page, command)

    async def not_signed(self, update: Update, press: buttons.NotSignedAfterAllButton) -> None:
        command = OfSigner(by=acting(update), signer_id=press.signer_id)
        await self._desk.carry_out(signature_reviews.not_signed_after_all, command)

    async def remind(self, update: Update, press: buttons.RemindMissingButton) -> None:
        await self._desk.carry_out(
            signature_reviews.remind_missing, OfSigning(by=acting(update), slot_id=press.slot_id)
        )

    async def file(self, update: Update, press: buttons.FileSignedButton) -> None:
        await self._desk.carry_out(signature_reviews.file_signed, OfSigning(by=acting(update), slot_id=press.slot_id))

    async def tick(self, update: Update, press: buttons.TickSignersButton) -> None:
        command = covering.TickSigners(
            by=acting(update), upload_id=press.upload_id, ticked=press.ticked, sure=press.sure
        )
        await self._desk.carry_out(covering.tick, command)
