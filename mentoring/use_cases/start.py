"""The first thing anybody does: open the bot, with or without an invitation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.notices.common import Stranger
from mentoring.people import Reachability
from mentoring.permissions import Act, authorise
from mentoring.use_cases import home

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """`payload` is what the deep link carried, empty without one."""

    by: Acting
    payload: str


def start(record: Record, command: Start, now: datetime) -> None:
    actor = authorise(record, command.by, Act.START)
    if actor.person is None:
        return notices.answer(record, command.by, None, Stranger())
    person = replace(actor.person, reachability=Reachability.OK)
    if person != actor.person:
        record.people.save(person)
    return home.show(record, command.by, person, now)
