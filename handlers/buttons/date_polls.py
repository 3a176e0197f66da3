"""Buttons for agreeing on a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.ids import DatePollId, ProposedDateId


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposeAnother(Button):
    prefix: ClassVar[str] = "7a"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGroup(Button):
    prefix: ClassVar[str] = "7g"
    act: ClassVar[Act] = Act.PLAN_SESSION


@dataclass(frozen=True, kw_only=True, slots=True)
class VoteFor(Button):
    """A second press takes it back."""

    prefix: ClassVar[str] = "7v"
    act: ClassVar[Act] = Act.SAY_COMING

    date_id: ProposedDateId


@dataclass(frozen=True, kw_only=True, slots=True)
class DecideOn(Button):
    prefix: ClassVar[str] = "7d"
    act: ClassVar[Act] = Act.PLAN_SESSION

    date_id: ProposedDateId


@dataclass(frozen=True, kw_only=True, slots=True)
class DropPoll(Button):
    prefix: ClassVar[str] = "7x"
    act: ClassVar[Act] = Act.PLAN_SESSION

    poll_id: DatePollId
