"""A manager's programmes: the card with all lines, the question behind each of them, and what a change touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mentoring.groups import OptionalTool
from mentoring.notices import Notice
from mentoring.notices.joining import Question
from mentoring.people import Language
from mentoring.programmes import Line


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeSeen:
    """What a manager reads of a programme. `quiet` and `work` are whole or half hours as they are written.

    `reminders` are hours before a session.
    """

    programme_id: int
    name: str
    organisation: str
    languages: tuple[Language, ...]
    zone: str
    begins_on: date | None
    ends_on: date | None
    weeks: int
    first: date | None
    middle: date | None
    last: date | None
    sessions: int
    quiet: str
    work: str
    adult_age: int
    tools: tuple[OptionalTool, ...]
    contacts: str
    groups: int = 0
    reminders: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammePreview(Question):
    """Before the first group: is this right? `welcome` names a manager who has just arrived."""

    programme: ProgrammeSeen
    welcome: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeCard(Question):
    """`changed` when it answers a change; `several`: there are others to go to."""

    programme: ProgrammeSeen
    changed: bool = False
    several: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeLine:
    programme_id: int
    name: str
    organisation: str
    groups: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeList(Question):
    """`for_group`: in which of them shall the new group be?"""

    programmes: tuple[ProgrammeLine, ...]
    for_group: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLine(Question):
    """`misread` when typed words were no answer."""

    programme: ProgrammeSeen
    line: Line
    misread: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmPeriod(Question):
    """What other days touch; `after` are the sessions that are planned behind the new end."""

    programme: ProgrammeSeen
    begins: date
    ends: date
    mentors: int
    after: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmQuiet(Question):
    """`people` follow the programme's hours; their reminders move."""

    programme: ProgrammeSeen
    number: int
    hours: str
    people: int


@dataclass(frozen=True, kw_only=True, slots=True)
class EndMoved(Notice):
    """To a mentor: the programme's last day is another one."""

    must_arrive: ClassVar[bool] = True

    name: str
    ends_on: date
    prolonged: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeEnds(Notice):
    """To a manager, some days before the end."""

    must_arrive: ClassVar[bool] = True

    programme_id: int
    name: str
    ends_on: date
    groups: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfirmWipe(Question):
    """`people` have joined the test group, `sent` are their submissions."""

    group_id: int
    name: str
    people: int
    sent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Wiped(Question):
    name: str
