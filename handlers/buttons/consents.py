"""Buttons of the privacy notice when it has changed; they carry the optional consent as it stands on the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreeAnewButton(Button):
    prefix: ClassVar[str] = "na"
    act: ClassVar[Act] = Act.CONSENT

    quotes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreeAnewButton(Button):
    prefix: ClassVar[str] = "nd"
    act: ClassVar[Act] = Act.CONSENT


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadAnewButton(Button):
    """The six lines or the whole text, with the optional consent ticked or not."""

    prefix: ClassVar[str] = "nt"
    act: ClassVar[Act] = Act.CONSENT

    quotes: bool
    whole: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawButton(Button):
    prefix: ClassVar[str] = "nw"
    act: ClassVar[Act] = Act.OWN_DATA

    sure: bool
