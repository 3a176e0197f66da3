"""Buttons about signatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import SignerId, SlotId, SubmissionId, UploadId


@dataclass(frozen=True, kw_only=True, slots=True)
class SignaturesButton(Button):
    """For a leader the board, for whoever signs their own state."""

    prefix: ClassVar[str] = "zb"
    act: ClassVar[Act] = Act.SIGN

    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowToIssueButton(Button):
    prefix: ClassVar[str] = "zi"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueButton(Button):
    prefix: ClassVar[str] = "zj"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    slot_id: SlotId
    pages: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MyPageButton(Button):
    prefix: ClassVar[str] = "zp"
    act: ClassVar[Act] = Act.SIGN

    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOfButton(Button):
    """Of somebody else, for whoever brings it to them."""

    prefix: ClassVar[str] = "zq"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    slot_id: SlotId
    signer_id: SignerId


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToPhotographButton(Button):
    prefix: ClassVar[str] = "zh"
    act: ClassVar[Act] = Act.SIGN


@dataclass(frozen=True, kw_only=True, slots=True)
class SignerButton(Button):
    prefix: ClassVar[str] = "zr"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    signer_id: SignerId


@dataclass(frozen=True, kw_only=True, slots=True)
class SignatureThereButton(Button):
    prefix: ClassVar[str] = "zy"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PageNotReadableButton(Button):
    prefix: ClassVar[str] = "zn"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WrongPageButton(Button):
    prefix: ClassVar[str] = "zx"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NoSignatureButton(Button):
    prefix: ClassVar[str] = "zm"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotSignedAfterAllButton(Button):
    prefix: ClassVar[str] = "zu"
    act: ClassVar[Act] = Act.COLLECT_SIGNATURES

    signer_id: SignerId


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindMissingButton(Button):
    prefix: ClassVar[str] = "zd"
    act: ClassVar[Act] = Act.NUDGE

    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class FileSignedButton(Button):
    prefix: ClassVar[str] = "zf"
    act: ClassVar[Act] = Act.FILE

    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class TickSignersButton(Button):
    """One bit for each row of the board; `sure` files the scan."""

    prefix: ClassVar[str] = "zt"
    act: ClassVar[Act] = Act.FILE

    upload_id: UploadId
    ticked: int
    sure: bool
