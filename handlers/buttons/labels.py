"""Buttons about which document of the kit a submission is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.permissions import Act


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
