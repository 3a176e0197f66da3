"""The home card: one for each person, always with exactly one next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.notices.common import Home, Stranger
from mentoring.permissions import Act, authorise, standings_of

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenHome:
    by: Acting


def open_home(record: Record, command: OpenHome, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_HOME)
    if actor.person is None:
        return notices.answer(record, command.by, None, Stranger())
    return show(record, command.by, actor.person, now)


def show(record: Record, by: Acting, person: Person, now: datetime) -> None:
    standings = standings_of(record, person)
    notices.answer(record, by, person, Home(name=person.name, standings=tuple(sorted(standings))))
