"""Notices of no single area: strangers, refusals, the home card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from mentoring.menus import MenuCommand
from mentoring.next_steps import NextStep
from mentoring.notices import Notice
from mentoring.notices.absences import Away
from mentoring.notices.minutes import MinutesWaiting
from mentoring.notices.places import OwnPlace
from mentoring.notices.tasks import TasksAtHome
from mentoring.people import Role
from mentoring.permissions import Standing
from mentoring.refusals import Why
from mentoring.working_hours import AnsweringHours


@dataclass(frozen=True, kw_only=True, slots=True)
class Stranger(Notice):
    """To somebody whom no manager has invited."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused(Notice):
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """The good news that a home card opens with; `invite_link` leads to the group's Telegram chat.

    Of a `pair` nobody says that it is a group.
    """

    role: Role
    group_name: str
    mentors: tuple[str, ...]
    invite_link: str | None
    mentees: tuple[str, ...] = ()
    pair: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Home(Notice):
    """`resting` are the groups in which they pause or which they left, `away` where somebody else may stand in now.

    `snoozed_until` while they want peace. `minutes` of a session that they led wait for them.
    `tasks` where some are open.
    """

    name: str
    standings: tuple[Standing, ...]
    step: NextStep
    joined: Joined | None = None
    resting: tuple[OwnPlace, ...] = ()
    snoozed_until: datetime | None = None
    away: tuple[Away, ...] = ()
    minutes: MinutesWaiting | None = None
    tasks: TasksAtHome | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    person_id: int
    name: str
    role: Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Help(Notice):
    """What this person can do here and what to do now; no step for a stranger. `has_people` whom they can write to."""

    standings: tuple[Standing, ...]
    has_people: bool
    step: NextStep | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpMore(Notice):
    """What is needed less often."""

    standings: tuple[Standing, ...]

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPeople(Notice):
    """Whom this person can write to, and when managers and mentors answer."""

    contacts: tuple[Contact, ...]
    hours: AnsweringHours | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayFromGroup:
    """A mentor who is away up to and including `last_day`, and who stands in; never why."""

    name: str
    last_day: datetime
    deputy: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupSeen:
    """A group as its own people see it; only mentors see who is `unreachable`, and have it as `led`."""

    name: str
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    invite_link: str | None
    pair: bool = False
    unreachable: tuple[str, ...] = ()
    away: tuple[AwayFromGroup, ...] = ()
    led: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MyGroups(Notice):
    """`mentors` when its reader is a mentor of some of them."""

    groups: tuple[GroupSeen, ...]
    mentors: bool = False

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class AskForWords(Notice):
    """What shall be passed on to this person? `hours` are when managers and mentors answer."""

    name: str
    hours: AnsweringHours | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class WordsFrom(Notice):
    """From one person to another, through the bot."""

    must_arrive: ClassVar[bool] = True

    person_id: int
    name: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WordsPassedOn(Notice):
    """`reached` is False when Telegram does not let us write to them."""

    name: str
    reached: bool
    hours: AnsweringHours | None = None

    def card(self) -> str:
        return "home"


@dataclass(frozen=True, kw_only=True, slots=True)
class PressToConfirm(Notice):
    """What was typed cannot be taken back: `label` and `data` are the button's, which is shown once more."""

    label: str
    data: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CommandMenu(Notice):
    """Sets what stands behind the menu button of a private chat; being late or lost, it harms nobody."""

    broadcast: ClassVar[bool] = True

    chat_id: int
    commands: tuple[MenuCommand, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OldButton(Notice):
    """Over a button that nobody answers any more."""
