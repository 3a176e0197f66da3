"""A group's mentor is replaced: the manager's questions, and what both mentors and the group are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.concerns import Way
from mentoring.ids import QuestionId
from mentoring.notices import Notice
from mentoring.notices.absences import Candidate
from mentoring.notices.submissions import Line
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOn(Notice):
    """On a card `key` of work that `to` has now. A session has no `reference`."""

    key: str
    reference: str
    group: str
    to: str

    def card(self) -> str:
        return self.key


@dataclass(frozen=True, kw_only=True, slots=True)
class Replacing(Notice):
    """About the mentor `name` of a group, on the group's card."""

    membership_id: int
    group_id: int
    group_name: str
    name: str

    def card(self) -> str:
        return f"group:{self.group_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskSuccessor(Replacing):
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskSuccessorName(Replacing):
    """Somebody whom the programme does not know yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmReplacing(Replacing):
    """`invited` when the successor still has to join; `waiting` submissions and `sessions` ahead move."""

    successor: str
    invited: bool
    reason: str
    waiting: int
    sessions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MentorReplaced(Replacing):
    """Done. `in_chat` when the old mentor may still be in the Telegram group."""

    successor: str
    invited: bool
    in_chat: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceHandedOver(Notice):
    """To the mentor who was replaced, in neutral words; a note for the successor is welcome."""

    must_arrive: ClassVar[bool] = True

    group_id: int
    group_name: str
    successor: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionLine:
    """What somebody asked in private and nobody has answered."""

    question_id: QuestionId
    name: str
    words: str
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class NewMentorOf(Notice):
    """To the successor: what is open, the longest first; `more` stands behind these."""

    must_arrive: ClassVar[bool] = True

    group_id: int
    group_name: str
    predecessor: str
    lines: tuple[Line, ...]
    more: int
    next_session: datetime | None
    invite_link: str | None
    questions: tuple[QuestionLine, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHandoverNote(Notice):
    group_name: str
    successor: str

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class HandoverNoteKept(Notice):
    """To whoever wrote it; not `passed_on` when the successor has still to join."""

    group_name: str
    passed_on: bool

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class HandoverNote(Notice):
    """To the successor, from the old mentor or a manager."""

    must_arrive: ClassVar[bool] = True

    group_name: str
    author: str
    text: str
    waiting: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MentorChanged(Notice):
    """In the group's chat, without any reason. Not `joined` while the new mentor is only invited."""

    group: str
    old: str
    new: str
    joined: bool
    languages: tuple[Language, ...]
