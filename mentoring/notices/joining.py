"""Questions on the way in, for managers and joiners, and what their answers lead to.

All of them are the home card: whoever is on the way in has one message that moves on with them.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice
from mentoring.people import Language, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Notice):
    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLanguage(Question):
    """`guess` is Telegram's and comes first; `programme` is None before there is one."""

    guess: Language
    programme: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskManagerName(Question):
    telegram_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskOrganisation(Question):
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NameChoice:
    membership_id: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhichName(Question):
    """`taken` is a name that somebody else took first."""

    group_name: str
    role: Role
    names: tuple[NameChoice, ...]
    taken: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskOwnName(Question):
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AwaitManager(Question):
    """Shown to a joiner whose name the manager has to confirm."""

    name: str
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskConsent(Question):
    """`whole` shows the full text instead of the six lines."""

    name: str
    group_name: str
    organisation: str
    managers: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Declined(Question):
    """Consent was not given; nothing is kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotLetIn(Question):
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToLetIn(Notice):
    """To a manager: somebody with the link says they are this person, who is not on the list."""

    telegram_id: int
    name: str
    role: Role
    group_name: str

    def card(self) -> str:
        return f"let_in:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class LetInDecided(Notice):
    telegram_id: int
    name: str
    group_name: str
    let_in: bool

    def card(self) -> str:
        return f"let_in:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenOut(Notice):
    """To somebody whom the manager took out of a group, in neutral words."""

    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WelcomeBack(Notice):
    """To somebody who had blocked the bot; the home card follows."""

    name: str
    missed: int
