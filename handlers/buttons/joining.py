"""Buttons on the way in, and the manager's word about who comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Button
from mentoring.acts import Act
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageButton(Button):
    prefix: ClassVar[str] = "l"
    act: ClassVar[Act] = Act.CHOOSE_LANGUAGE

    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class TelegramNameButton(Button):
    """The manager keeps the name that they have on Telegram."""

    prefix: ClassVar[str] = "jt"
    act: ClassVar[Act] = Act.ANSWER


@dataclass(frozen=True, kw_only=True, slots=True)
class NameButton(Button):
    """That's me."""

    prefix: ClassVar[str] = "jn"
    act: ClassVar[Act] = Act.ANSWER

    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotListedButton(Button):
    prefix: ClassVar[str] = "jx"
    act: ClassVar[Act] = Act.ANSWER


@dataclass(frozen=True, kw_only=True, slots=True)
class NamesButton(Button):
    """Back to the list of names."""

    prefix: ClassVar[str] = "jb"
    act: ClassVar[Act] = Act.ANSWER


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyButton(Button):
    """The six lines, or the whole text."""

    prefix: ClassVar[str] = "jp"
    act: ClassVar[Act] = Act.CONSENT

    whole: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AgeButton(Button):
    prefix: ClassVar[str] = "jg"
    act: ClassVar[Act] = Act.ANSWER

    adult: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotesButton(Button):
    """The optional consent, ticked or not."""

    prefix: ClassVar[str] = "jq"
    act: ClassVar[Act] = Act.CONSENT

    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreeButton(Button):
    prefix: ClassVar[str] = "ja"
    act: ClassVar[Act] = Act.CONSENT


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreeButton(Button):
    prefix: ClassVar[str] = "jd"
    act: ClassVar[Act] = Act.CONSENT


@dataclass(frozen=True, kw_only=True, slots=True)
class TellManagerButton(Button):
    """Whoever declined lets the manager know that it was them."""

    prefix: ClassVar[str] = "jw"
    act: ClassVar[Act] = Act.CONSENT


@dataclass(frozen=True, kw_only=True, slots=True)
class LetInButton(Button):
    prefix: ClassVar[str] = "jl"
    act: ClassVar[Act] = Act.LET_IN

    telegram_id: int
    yes: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeForButton(Button):
    """It is this one on the list."""

    prefix: ClassVar[str] = "jk"
    act: ClassVar[Act] = Act.LET_IN

    telegram_id: int
    membership_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PutAwayButton(Button):
    """A newcomer has seen what there is."""

    prefix: ClassVar[str] = "jo"
    act: ClassVar[Act] = Act.OPEN_HOME
