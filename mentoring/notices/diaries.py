"""Diaries: asked for, written question by question, received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mentoring.diaries import DiaryAnswer, Question
from mentoring.notices import Notice
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutDiary(Notice):
    session: SessionSeen

    def card(self) -> str:
        return f"diary:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryAsked(AboutDiary):
    """`begun` when some questions are answered already; `nudged_by` is the manager who asks for it."""

    broadcast: ClassVar[bool] = True

    begun: bool
    nudged_by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryQuestion(AboutDiary):
    """`misread` when words or a voice came where a mark was asked for."""

    question: Question
    can_send: bool
    misread: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryPreview(AboutDiary):
    answers: tuple[DiaryAnswer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryReceipt(AboutDiary):
    """`mentors` have it; none yet when the group has no mentor here."""

    mentors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryIsOut(Notice):
    """An answer was edited after the diary had been sent; `mentors` can be written to."""

    session: SessionSeen
    mentors: tuple[DiaryReader, ...]

    def card(self) -> str:
        return f"diary_is_out:{self.session.session_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryReader:
    person_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryReceived(Notice):
    """To the mentors."""

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    mentee: str
    person_id: int
    answers: tuple[DiaryAnswer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryPart(Notice):
    """An answer that was spoken, or is too long for the diary that it belongs to and comes before."""

    must_arrive: ClassVar[bool] = True

    session: SessionSeen
    mentee: str
    question: Question
    text: str
    voice: str | None
