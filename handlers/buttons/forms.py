"""Buttons of the templates section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.handouts import Way
from mentoring.kit import Code
from mentoring.notices.forms import Asked
from mentoring.papers import PaperLanguage


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplatesButton(Button):
    """The door, and its pages from 0 on."""

    prefix: ClassVar[str] = "r"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES

    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadGuideButton(Button):
    prefix: ClassVar[str] = "rg"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotFormButton(Button):
    """The form for what somebody owes."""

    prefix: ClassVar[str] = "rs"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES

    slot_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FormButton(Button):
    """0 where nobody, or none, is chosen."""

    prefix: ClassVar[str] = "rf"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES

    code: Code
    language: PaperLanguage
    group_id: int
    person_id: int
    session_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAimButton(Button):
    prefix: ClassVar[str] = "ri"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES

    code: Code
    language: PaperLanguage
    group_id: int
    person_id: int
    session_id: int
    asked: Asked
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeFormButton(Button):
    prefix: ClassVar[str] = "rt"
    act: ClassVar[Act] = Act.TAKE_FORM

    code: Code
    language: PaperLanguage
    group_id: int
    person_id: int
    session_id: int
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToSendBackButton(Button):
    prefix: ClassVar[str] = "rh"
    act: ClassVar[Act] = Act.OPEN_TEMPLATES
