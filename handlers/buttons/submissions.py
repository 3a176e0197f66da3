"""Buttons on submissions and around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.permissions import Act


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenInbox(Button):
    """To the mentor's waiting submissions, oldest first."""

    prefix: ClassVar[str] = "si"
    act: ClassVar[Act] = Act.OPEN_INBOX


@dataclass(frozen=True, kw_only=True, slots=True)
class MyDocuments(Button):
    """To everything that a mentee has handed in."""

    prefix: ClassVar[str] = "sd"
    act: ClassVar[Act] = Act.OPEN_MY_DOCUMENTS


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToSend(Button):
    prefix: ClassVar[str] = "sh"
    act: ClassVar[Act] = Act.READ_HOW_TO_SEND
