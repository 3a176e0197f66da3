"""Buttons of the talks that a manager has with people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import GroupId, InterviewId, MembershipId, PersonId, SessionId
from mentoring.interviews import Rating
from mentoring.use_cases.interviewing import Go


@dataclass(frozen=True, kw_only=True, slots=True)
class TalksButton(Button):
    """`session_id` 0 where they are opened from no session."""

    prefix: ClassVar[str] = "ag"
    act: ClassVar[Act] = Act.INTERVIEW

    group_id: GroupId
    session_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionTalksButton(Button):
    prefix: ClassVar[str] = "ao"
    act: ClassVar[Act] = Act.INTERVIEW

    session_id: SessionId


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkWithButton(Button):
    """Begins, or goes on where it stopped; `anew` where the last one is done."""

    prefix: ClassVar[str] = "aw"
    act: ClassVar[Act] = Act.INTERVIEW

    membership_id: MembershipId
    session_id: int
    anew: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DiscussButton(Button):
    """The final discussion of a whole group."""

    prefix: ClassVar[str] = "af"
    act: ClassVar[Act] = Act.INTERVIEW

    group_id: GroupId
    session_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class GoToButton(Button):
    """To one place of it; -1 is where it goes on."""

    prefix: ClassVar[str] = "ap"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    place: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkStepButton(Button):
    prefix: ClassVar[str] = "as"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    place: int
    go: Go


@dataclass(frozen=True, kw_only=True, slots=True)
class RateButton(Button):
    """The answer at this place, or the talk."""

    prefix: ClassVar[str] = "ar"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    place: int
    rating: Rating


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkWhoButton(Button):
    prefix: ClassVar[str] = "ah"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkWhenButton(Button):
    prefix: ClassVar[str] = "ad"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectTalkButton(Button):
    prefix: ClassVar[str] = "ac"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishTalkButton(Button):
    prefix: ClassVar[str] = "ae"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkSheetButton(Button):
    """As a Word file; `files` puts it into the Monitoring toolbar as well."""

    prefix: ClassVar[str] = "ax"
    act: ClassVar[Act] = Act.INTERVIEW

    interview_id: InterviewId
    files: bool
