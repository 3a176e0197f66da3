"""The templates section: what there is to take, one document of it, and the form itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.handouts import Way
from mentoring.kit import Anchor, Per, Phase, Toolbar, Visibility
from mentoring.notices import Notice
from mentoring.notices.kit import SlotSeen, Titled
from mentoring.notices.submissions import MENU
from mentoring.papers import PaperKind, PaperLanguage
from mentoring.people import Role
from mentoring.printed import Known


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    title: Titled
    phase: Phase
    mandatory: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Templates(Notice):
    """`guide` where the kit has one; `confirms` whoever has not yet said that they have read it. Pages count from 0.

    `prints` for whoever leads a group.
    """

    guide: Titled | None
    confirms: bool
    owed: tuple[SlotSeen, ...]
    documents: tuple[Listed, ...]
    page: int
    pages: int
    prints: bool = False

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """Which form, for whom, in which language. 0 stands for nobody and none, as buttons have it."""

    code: str
    language: PaperLanguage
    group_id: int = 0
    person_id: int = 0
    session_id: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class FormCard(Notice):
    """`about` is whose form it would be: a name, or None for the reader's own and for what is about nobody.

    `filled` when it can be had with names on it, and `for_group` where it is then the group's. `several_people` and
    `several_sessions` can be chosen between, `groups` when one has to be chosen first. `slot_id` is for whoever
    collects the signatures on it.
    """

    aim: Aim
    title: Titled
    phase: Phase
    per: Per
    mandatory: bool
    filled_by: tuple[Role, ...]
    signed_by: tuple[Role, ...]
    toolbar: Toolbar | None
    visibility: Visibility
    anchor: Anchor | None
    after: timedelta
    day: date | None
    overdue: bool
    languages: tuple[PaperLanguage, ...]
    filled: bool
    for_print: bool
    group: str | None = None
    about: str | None = None
    session: int | None = None
    several_people: bool = False
    several_sessions: bool = False
    several_groups: bool = False
    slot_id: int | None = None
    signing: bool = False
    can_issue: bool = False

    def card(self) -> str:
        return MENU


class Asked(StrEnum):
    """What is chosen between."""

    GROUP = "g"
    PERSON = "p"
    SESSION = "s"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """`at` is the day of a session, `name` of anything else what it is called."""

    id: int
    name: str = ""
    number: int = 0
    on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseAim(Notice):
    """Pages count from 0."""

    aim: Aim
    title: Titled
    asked: Asked
    choices: tuple[Choice, ...]
    page: int
    pages: int

    def card(self) -> str:
        return MENU


@dataclass(frozen=True, kw_only=True, slots=True)
class FormSent(Notice):
    """The file itself: made when it is sent. `record_id` None for a blank; `template` is a programme's own Word file.

    `signed` when people have to sign it, `read_only` where nobody fills it in, `filed_for` the programme into whose
    toolbars it goes once it is sent. `ending` of `file_name` goes with it.
    """

    title: Titled
    way: Way
    language: PaperLanguage
    known: Known
    file_name: str
    record_id: str | None = None
    kind: PaperKind = PaperKind.WHOLE
    form_version: str = ""
    template: str | None = None
    about: str | None = None
    session: int | None = None
    group: str | None = None
    signed: bool = False
    read_only: bool = False
    filed_for: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class FormFailed(Notice):
    """Nothing came of making it."""

    title: Titled


@dataclass(frozen=True, kw_only=True, slots=True)
class FormsNotMade(Notice):
    """To whoever looks after the bot: one message a day, however many there are."""

    on: date
    count: int
    code: str

    def card(self) -> str:
        return f"no-form:{self.on.isoformat()}"


@dataclass(frozen=True, kw_only=True, slots=True)
class HowToSendBack(Notice):
    """By paper and by file."""
