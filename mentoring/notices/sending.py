"""Notices around handing in: the questions before it, what was not accepted, and what became of the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.files import Unfit
from mentoring.ids import GroupId, SubmissionId
from mentoring.notices import Notice
from mentoring.notices.submissions import MENU, FileShown


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOverQuestion(Notice):
    """About a file in the group chat. `asked` is the name to speak to when it has to be asked in the group."""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    files: tuple[FileShown, ...]
    group: str
    asked: str | None = None

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupChoice:
    group_id: GroupId
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperChoice:
    """Somebody without Telegram, for whom the sender may file."""

    membership_id: int
    name: str
    group: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupQuestion(Notice):
    """For which group is it, or for whom of the `people` without Telegram, or shall it only be filed?"""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    files: tuple[FileShown, ...]
    groups: tuple[GroupChoice, ...]
    people: tuple[PaperChoice, ...] = ()
    may_file: bool = False

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class RepeatedQuestion(Notice):
    """`number` and `sent_at` are of the submission that held the same file."""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    files: tuple[FileShown, ...]
    number: int
    sent_at: datetime

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Correctable:
    submission_id: SubmissionId
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionQuestion(Notice):
    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    files: tuple[FileShown, ...]
    open: tuple[Correctable, ...]

    def card(self) -> str:
        return draft_card(self.submission_id)


def draft_card(submission_id: SubmissionId) -> str:
    """The questions before a submission is handed in follow one another on one card."""
    return f"draft:{submission_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotSent(Notice):
    """The draft is gone; nobody was told."""

    in_group: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOver(Notice):
    """In the group chat, to somebody who has no private chat with the bot."""

    number: int
    asked: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SameContent(Notice):
    """Found only after the file was fetched: the same bytes had been handed in before."""

    submission_id: SubmissionId
    number: int
    version: int
    earlier: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OnlyInTelegram(Notice):
    """The file could not be copied: to the mentors, who hold the only copy now."""

    must_arrive: ClassVar[bool] = True

    number: int
    file: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyWaitsForRoom(Notice):
    """The disk is full: to whoever sent the file, which is handed on all the same."""

    must_arrive: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgramInDisguise(Notice):
    """The file's content is a program, though its name says that it is a document."""

    must_arrive: ClassVar[bool] = True

    number: int
    file: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FileRefused(Notice):
    why: Unfit
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TooMuchToday(Notice):
    """What one person may send in a day; `size` in bytes."""

    files: int
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NothingToSendFor(Notice):
    """To a mentor or a manager whose file answers no question."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToSendFiles(Notice):
    def card(self) -> str:
        return MENU
