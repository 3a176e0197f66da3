"""Buttons of what a manager decides about the documents of a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.kit import Code
from mentoring.papers import PaperLanguage


@dataclass(frozen=True, kw_only=True, slots=True)
class KitButton(Button):
    """Pages count from 0."""

    prefix: ClassVar[str] = "ka"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    page: int


@dataclass(frozen=True, kw_only=True, slots=True)
class KitDocumentButton(Button):
    prefix: ClassVar[str] = "kb"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class ToggleDocumentButton(Button):
    prefix: ClassVar[str] = "kc"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class RenameDocumentButton(Button):
    prefix: ClassVar[str] = "ke"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class StandardTitleButton(Button):
    prefix: ClassVar[str] = "kf"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class SendWordFileButton(Button):
    prefix: ClassVar[str] = "kg"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code
    language: PaperLanguage


@dataclass(frozen=True, kw_only=True, slots=True)
class StandardFormButton(Button):
    prefix: ClassVar[str] = "kh"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code
    language: PaperLanguage


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewButton(Button):
    prefix: ClassVar[str] = "ko"
    act: ClassVar[Act] = Act.MANAGE_PROGRAMME

    programme_id: int
    code: Code
    language: PaperLanguage
