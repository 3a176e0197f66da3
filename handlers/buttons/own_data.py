"""Buttons of what is kept about somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class MyDataButton(Button):
    prefix: ClassVar[str] = "ud"
    act: ClassVar[Act] = Act.OWN_DATA


@dataclass(frozen=True, kw_only=True, slots=True)
class SendEverythingButton(Button):
    prefix: ClassVar[str] = "ue"
    act: ClassVar[Act] = Act.OWN_DATA


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowQuotesButton(Button):
    prefix: ClassVar[str] = "uq"
    act: ClassVar[Act] = Act.OWN_DATA

    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class EraseButton(Button):
    prefix: ClassVar[str] = "ux"
    act: ClassVar[Act] = Act.OWN_DATA

    sure: bool
