"""People without Telegram: mentors and managers act for them, and are reminded for them."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.ids import SubmissionId
from mentoring.notices import Notice
from mentoring.notices.sending import Correctable, draft_card
from mentoring.notices.sessions import SessionSeen
from mentoring.notices.submissions import FileShown


@dataclass(frozen=True, kw_only=True, slots=True)
class LedGroup:
    group_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseGroupOnPaper(Notice):
    """To a mentor of several groups: in which one is the person without Telegram?"""

    groups: tuple[LedGroup, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskNamesOnPaper(Notice):
    group_id: int
    group_name: str

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AddedOnPaper(Notice):
    group_name: str
    names: tuple[str, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionForQuestion(Notice):
    """To whoever files for `name`: is the draft the next version of what came back to them?"""

    submission_id: SubmissionId
    membership_id: int
    name: str
    files: tuple[FileShown, ...]
    open: tuple[Correctable, ...]

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class FiledFor(Notice):
    """The receipt of whoever filed something on behalf of somebody. `submission_id` is of the draft that it was."""

    submission_id: SubmissionId
    number: int
    name: str
    group: str
    corrected: bool = False

    def card(self) -> str:
        return draft_card(self.submission_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindOnPaper(Notice):
    """To a mentor: these people of the session have no Telegram, and would have been told. `diary`: it is over."""

    session: SessionSeen
    names: tuple[str, ...]
    diary: bool
