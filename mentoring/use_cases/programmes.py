"""A manager's programmes: which there are, what one of them says, another one, and the question behind each line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices.groups import AskGroupName
from mentoring.notices.joining import AskOrganisation
from mentoring.notices.programmes import AskLine, ProgrammeLine, ProgrammeList
from mentoring.permissions import authorise
from mentoring.programmes import Line
from mentoring.prompts import Asking
from mentoring.use_cases import open_questions, programme_cards
from mentoring.use_cases.asking import ask
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenProgrammes:
    by: Acting


def open_programmes(record: Record, command: OpenProgrammes, now: datetime) -> None:
    """Which one is asked only where there are several."""
    manager = authorise(record, command.by, Act.MANAGE_PROGRAMME).known()
    programmes = record.programmes.managed_by(manager.id)
    if len(programmes) == 1:
        return programme_cards.show(record, command.by, manager, programmes[0], now, changed=False)
    record.prompts.close(command.by.telegram_id)
    return notices.answer(record, beside_cards(record, command.by), manager, listed(record, manager))


def listed(record: Record, manager: Person, *, for_group: bool = False) -> ProgrammeList:
    lines = (
        ProgrammeLine(
            programme_id=one.id,
            name=one.name,
            organisation=one.organisation,
            groups=len(record.groups.of_programme(one.id)),
        )
        for one in record.programmes.managed_by(manager.id)
    )
    return ProgrammeList(programmes=tuple(lines), for_group=for_group)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenProgramme:
    by: Acting
    programme_id: int


def open_programme(record: Record, command: OpenProgramme, now: datetime) -> None:
    manager, programme = programme_cards.managed(record, command.by, command.programme_id)
    programme_cards.show(record, command.by, manager, programme, now, changed=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnotherProgramme:
    by: Acting


def another_programme(record: Record, command: AnotherProgramme, now: datetime) -> None:
    manager = authorise(record, command.by, Act.MANAGE_PROGRAMME).known()
    question = AskOrganisation(name=manager.name)
    ask(record, command.by, Asking.ORGANISATION, question, now, name=manager.name, language=manager.language.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class NameGroup:
    """Of this programme: the preview is right, or it was chosen among several."""

    by: Acting
    programme_id: int


def name_group(record: Record, command: NameGroup, now: datetime) -> None:
    _, programme = programme_cards.managed(record, command.by, command.programme_id)
    ask(record, command.by, Asking.GROUP_NAME, AskGroupName(), now, programme_id=programme.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    by: Acting
    programme_id: int
    line: Line


def change_line(record: Record, command: ChangeLine, now: datetime) -> None:
    manager, programme = programme_cards.managed(record, command.by, command.programme_id)
    open_questions.give_up(record, manager, now)
    question = AskLine(programme=programme_cards.seen(record, programme), line=command.line)
    draft: dict[str, str | int] = {"programme_id": programme.id, "line": command.line.value}
    ask(record, command.by, Asking.PROGRAMME_LINE, question, now, **draft)
