"""Buttons of photographs that are not sent yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.scans import PageDeed, ScanDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class ScanButton(Button):
    prefix: ClassVar[str] = "oa"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: int
    deed: ScanDeed


@dataclass(frozen=True, kw_only=True, slots=True)
class PageButton(Button):
    """`page` is the photograph, whatever its place."""

    prefix: ClassVar[str] = "ob"
    act: ClassVar[Act] = Act.SETTLE_SUBMISSION

    submission_id: int
    page: int
    deed: PageDeed
