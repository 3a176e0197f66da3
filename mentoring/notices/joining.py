"""Questions on the way in, for managers and joiners, and what their answers lead to.

All of them are the home card: whoever is on the way in has one message that moves on with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.next_steps import NextStep
from mentoring.notices import Notice
from mentoring.people import Language, MembershipState, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Question(Notice):
    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLanguage(Question):
    """`guess` is Telegram's and comes first; `programme` is None before there is one, `offered` are its languages.

    `at_door`: they asked to join the chat and have not started the bot, so that this is all it can tell them.
    """

    guess: Language
    programme: str | None
    at_door: bool = False
    offered: tuple[Language, ...] = tuple(Language)


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
    role: Role = Role.MENTEE


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhichName(Question):
    """`taken` is a name that somebody else took first."""

    group_name: str
    role: Role
    names: tuple[NameChoice, ...]
    taken: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AskOwnName(Question):
    """`listed`: there is a list of names to go back to."""

    group_name: str
    listed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class AwaitManager(Question):
    """Shown to a joiner about whom the manager has to decide; `back` for one who was in the group before."""

    name: str
    group_name: str
    listed: bool = True
    back: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskAge(Question):
    years: int
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGuardian(Question):
    years: int
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskConsent(Question):
    """`whole` shows the full text instead of the six lines; `quotes` is the optional consent as it stands."""

    name: str
    group_name: str
    organisation: str
    managers: tuple[str, ...]
    role: Role = Role.MENTEE
    guardian: str = ""
    quotes: bool = False
    whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Declined(Question):
    """Consent was not given; nothing is kept. `told`: the manager has heard, at their wish, who it was."""

    told: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SomebodyDeclined(Notice):
    """To a manager: somebody with a link did not agree at that moment (Unix time), and who only if they wanted."""

    at: int
    group_name: str
    name: str | None = None

    def card(self) -> str:
        return f"declined:{self.at}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MinorJoined(Notice):
    """To a manager: somebody who is not of age is in, and their guardian has to sign too."""

    must_arrive: ClassVar[bool] = True

    name: str
    group_name: str
    guardian: str
    years: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotLetIn(Question):
    group_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToLetIn(Notice):
    """To a manager: somebody on the way in says they are this person, who is not on the list.

    `handle` is how they are told from others of that name. `choices` are listed names that nobody has taken, likeliest
    first. `namesake` is the handle of whoever has this name in the group already, None where nobody has.
    """

    telegram_id: int
    name: str
    role: Role
    group_name: str
    handle: str = ""
    choices: tuple[NameChoice, ...] = ()
    namesake: str | None = None

    def card(self) -> str:
        return f"let_in:{self.telegram_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskToLetBackIn(Notice):
    """To a manager: somebody who left or was removed from `group_name` has come with a live link `into` a group."""

    telegram_id: int
    name: str
    role: Role
    group_name: str
    into: str
    state: MembershipState
    since: datetime | None

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
    """To somebody who had blocked the bot: what is open of all that came meanwhile, and how much `more` than shown.

    The home card follows.
    """

    name: str
    missed: int
    things: tuple[NextStep, ...] = ()
    more: int = 0
