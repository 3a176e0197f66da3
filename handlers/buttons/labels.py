"""Buttons about which document of the kit a submission is, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelButton(Button):
    """`slot_id` is submissions.NO_SLOT for something else."""

    prefix: ClassVar[str] = "tn"
    act: ClassVar[Act] = Act.LABEL

    submission_id: int
    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLabelButton(Button):
    prefix: ClassVar[str] = "tq"
    act: ClassVar[Act] = Act.LABEL

    submission_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class WhereToButton(Button):
    """The answers so far, 0 where there is none; `groups` asks for the group."""

    prefix: ClassVar[str] = "zk"
    act: ClassVar[Act] = Act.FILE

    submission_id: int
    group_id: int = 0
    person_id: int = 0
    page: int = 0
    groups: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PutButton(Button):
    """`slot_id` is submissions.NO_SLOT for something else."""

    prefix: ClassVar[str] = "zl"
    act: ClassVar[Act] = Act.FILE

    submission_id: int
    group_id: int
    person_id: int
    slot_id: int
