"""The privacy notice, asked about again when it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutConsent(Notice):
    def card(self) -> str:
        return "consent"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskConsentAnew(AboutConsent):
    """`whole` shows the full text instead of the six lines; `quotes` is the optional consent as it stands.

    `withdrawn`: not the notice has changed, but they have taken their consent back.
    """

    name: str
    organisations: tuple[str, ...]
    managers: tuple[str, ...]
    quotes: bool
    whole: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclinedAnew(AboutConsent):
    """They do not agree to the changed notice: nothing new is kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclinedNews(Notice):
    """To a manager: somebody of theirs does not agree to the changed notice."""

    person_id: int
    name: str

    def card(self) -> str:
        return f"declined_anew:{self.person_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWithdrawal(Notice):
    """What follows, before the consent to take part is taken back."""

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsentWithdrawn(Notice):
    """Done; what they can still ask for."""

    def card(self) -> str:
        return "home"
