"""Buttons on submissions and around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, SubmissionId
from mentoring.notices.submissions import Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenInbox(Button):
    """To the mentor's waiting submissions, oldest first."""

    prefix: ClassVar[str] = "si"
    act: ClassVar[Act] = Act.OPEN_INBOX


@dataclass(frozen=True, kw_only=True, slots=True)
class MyDocuments(Button):
    """To everything that a mentee has handed in."""

    prefix: ClassVar[str] = "sd"
    act: ClassVar[Act] = Act.OPEN_MY_DOCUMENTS


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToSend(Button):
    prefix: ClassVar[str] = "sh"
    act: ClassVar[Act] = Act.READ_HOW_TO_SEND


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSubmission(Button):
    prefix: ClassVar[str] = "so"
    act: ClassVar[Act] = Act.OPEN_SUBMISSION

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadAll(Button):
    """For a note or comment that was too long for its card."""

    prefix: ClassVar[str] = "sl"
    act: ClassVar[Act] = Act.OPEN_SUBMISSION

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdraw(Button):
    prefix: ClassVar[str] = "su"
    act: ClassVar[Act] = Act.CHANGE_SUBMISSION

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class JoinTo(Button):
    """Makes it a part of the one that was sent just before."""

    prefix: ClassVar[str] = "sj"
    act: ClassVar[Act] = Act.CHANGE_SUBMISSION

    submission_id: SubmissionId
    to: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionOf(Button):
    """Makes it the new version of one that is with the mentor as the same document."""

    prefix: ClassVar[str] = "sv"
    act: ClassVar[Act] = Act.CHANGE_SUBMISSION

    submission_id: SubmissionId
    of: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMentee(Button):
    """Opens the prompt for a note, an answer or a corrected version."""

    prefix: ClassVar[str] = "st"
    act: ClassVar[Act] = Act.CHANGE_SUBMISSION

    submission_id: SubmissionId
    wanted: Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMentor(Button):
    """Opens the prompt for a comment or a question."""

    prefix: ClassVar[str] = "sr"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId
    version: int
    wanted: Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class StopAsking(Button):
    prefix: ClassVar[str] = "sx"
    act: ClassVar[Act] = Act.REMARK

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class Accept(Button):
    prefix: ClassVar[str] = "sa"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotReadable(Button):
    prefix: ClassVar[str] = "sn"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentIs(Button):
    """What a comment was that came as a reply to a card."""

    prefix: ClassVar[str] = "sp"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId
    version: int
    wanted: Wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoReview(Button):
    prefix: ClassVar[str] = "sz"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeIt(Button):
    """Of several mentors, this one takes it."""

    prefix: ClassVar[str] = "sw"
    act: ClassVar[Act] = Act.REVIEW

    submission_id: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOver(Button):
    prefix: ClassVar[str] = "sy"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: SubmissionId
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseGroup(Button):
    prefix: ClassVar[str] = "sg"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: SubmissionId
    group_id: GroupId


@dataclass(frozen=True, kw_only=True, slots=True)
class SendAgain(Button):
    prefix: ClassVar[str] = "sm"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: SubmissionId
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionOf(Button):
    prefix: ClassVar[str] = "sk"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: SubmissionId
    of: SubmissionId


@dataclass(frozen=True, kw_only=True, slots=True)
class SomethingNew(Button):
    prefix: ClassVar[str] = "se"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: SubmissionId
