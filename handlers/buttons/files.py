"""Buttons on what is filed, and on what is on its way into the toolbars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.ids import SubmissionId
from mentoring.kit import Toolbar
from mentoring.permissions import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class FileTo(Button):
    prefix: ClassVar[str] = "ft"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId
    version: int
    toolbar: Toolbar


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptAndFileButton(Button):
    prefix: ClassVar[str] = "fa"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoFilingButton(Button):
    prefix: ClassVar[str] = "fu"
    act: ClassVar[Act] = Act.FILE

    submission_id: SubmissionId
