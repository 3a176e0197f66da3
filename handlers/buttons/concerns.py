"""Buttons of concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class RaiseConcernButton(Button):
    prefix: ClassVar[str] = "cn"
    act: ClassVar[Act] = Act.RAISE_CONCERN


@dataclass(frozen=True, kw_only=True, slots=True)
class AddressConcernButton(Button):
    """`about_id` 0: it is about no manager."""

    prefix: ClassVar[str] = "cw"
    act: ClassVar[Act] = Act.RAISE_CONCERN

    programme_id: int
    about_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EmptyConcernButton(Button):
    prefix: ClassVar[str] = "ce"
    act: ClassVar[Act] = Act.RAISE_CONCERN


@dataclass(frozen=True, kw_only=True, slots=True)
class SendConcernButton(Button):
    prefix: ClassVar[str] = "cs"
    act: ClassVar[Act] = Act.RAISE_CONCERN


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcernsButton(Button):
    prefix: ClassVar[str] = "cl"
    act: ClassVar[Act] = Act.READ_CONCERNS


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenConcernButton(Button):
    prefix: ClassVar[str] = "co"
    act: ClassVar[Act] = Act.READ_CONCERNS

    concern_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeConcernButton(Button):
    prefix: ClassVar[str] = "ct"
    act: ClassVar[Act] = Act.READ_CONCERNS

    concern_id: int
