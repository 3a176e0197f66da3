"""Notices about submissions: receipts, review cards, the words in between, the lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from mentoring.files import FileKind
from mentoring.ids import AttachmentId, PersonId, SubmissionId
from mentoring.kit import Toolbar
from mentoring.notices import Notice
from mentoring.notices.files import FiledIn
from mentoring.notices.kit import SlotSeen
from mentoring.scans import Screening
from mentoring.submissions import MoveKind, State

#: Lists take the place of the home card, and it takes theirs.
MENU = "home"


class Wanted(StrEnum):
    """What the bot waits for somebody to write, say or send, about one submission."""

    NOTE = "note"
    CORRECTION = "correction"
    ANSWER = "answer"
    RETURN = "return"
    QUESTION = "question"


@dataclass(frozen=True, kw_only=True, slots=True)
class FileShown:
    """What is `too_large` or `lost` to us is only in Telegram; `sha256` is of what was made by us.

    `screening` is what is known of viruses, None where nobody looks.
    """

    kind: FileKind
    file_id: str
    name: str
    too_large: bool = False
    lost: bool = False
    sha256: str = ""
    screening: Screening | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What somebody said with a move; `voice_or_file` was sent as a message of its own."""

    kind: MoveKind
    author: str
    text: str
    voice_or_file: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """Sent before, and perhaps of the same document."""

    submission_id: SubmissionId
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What both sides see of a submission. `note` is the mentee's, `said` the latest of what was said about it.

    `document` is what it is of the kit, and `late` when it came after that was due.
    `part_of` is the number of the one that it was joined to. `filed_by` handed it in for somebody without Telegram;
    `filed` is the toolbar that it stands in. `earlier_form`: made on one that is no longer handed out.
    `beside` is another of theirs that the mentor has as the same document; `times_back` counts returns in a row.
    `is_anothers`: its number says that it is of somebody else's papers, and nobody has said otherwise.
    """

    submission_id: SubmissionId
    number: int
    group: str
    mentee: str
    mentors: tuple[str, ...]
    state: State
    version: int
    since: datetime
    files: tuple[FileShown, ...]
    note: str
    said: Words | None = None
    part_of: int | None = None
    filed_by: str = ""
    accepted_by: str = ""
    filed: FiledIn | None = None
    document: SlotSeen | None = None
    late: bool = False
    earlier_form: bool = False
    beside: Earlier | None = None
    times_back: int = 0
    is_anothers: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SubmissionCard(Notice):
    """The mentee's receipt, and afterwards everything that becomes of it."""

    must_arrive: ClassVar[bool] = True

    sheet: Sheet
    withdraw_until: datetime | None = None
    wanted: Wanted | None = None
    earlier: Earlier | None = None
    likely: tuple[SlotSeen, ...] = ()
    can_label: bool = False

    def card(self) -> str:
        return f"submission:{self.sheet.submission_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewCard(Notice):
    """The mentor's: one for each version, so that an earlier file stays where it was. A manager only looks.

    Of several mentors `taker` is who has it, None while nobody does; `taken_by_other` when that is not the reader.
    `left_to_manager` is what only a manager files.
    """

    must_arrive: ClassVar[bool] = True

    sheet: Sheet
    can_review: bool = True
    taker: str | None = None
    taken_by_other: bool = False
    can_take: bool = False
    undo_until: datetime | None = None
    wanted: Wanted | None = None
    accept_into: Toolbar | None = None
    file_to: tuple[Toolbar, ...] = ()
    unfile_until: datetime | None = None
    left_to_manager: bool = False
    likely: tuple[SlotSeen, ...] = ()
    can_label: bool = False
    can_move: bool = False

    def card(self) -> str:
        return f"review:{self.sheet.submission_id}:{self.sheet.version}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewFiles(Notice):
    """Several files can't stand on a card: they come as an album just before it."""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    number: int
    version: int
    files: tuple[FileShown, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenOrMarked(Notice):
    """A voice message or a marked-up file that belongs to what was said; a card, so that it can be replied to."""

    must_arrive: ClassVar[bool] = True

    submission_id: SubmissionId
    attachment_id: AttachmentId
    number: int
    author: str
    file: FileShown

    def card(self) -> str:
        return f"said:{self.submission_id}:{self.attachment_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AllWords(Notice):
    """A note or comment that was too long for its card, whole."""

    number: int
    author: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIsThisComment(Notice):
    """To a mentor who answered a card: does the work go back, or is it a question?"""

    submission_id: SubmissionId
    number: int
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionTakenBack(Notice):
    """Over the pressed button: the version before it stands again."""

    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One submission in a list. A draft has no number yet. `taken_by` is the mentor who has it, where one does."""

    submission_id: SubmissionId
    number: int | None
    state: State
    since: datetime
    mentee: str
    group: str
    file: str
    taken_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Inbox(Notice):
    """What waits for review, the longest first; `more` stand behind these."""

    lines: tuple[Line, ...]
    more: int

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class Documents(Notice):
    """The mentee's own, the newest first."""

    lines: tuple[Line, ...]
    more: int

    def card(self) -> str:
        return MENU
