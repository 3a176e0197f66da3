"""How long before a session somebody is reminded of it: as their programme has it, or as they have chosen."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.rules import Rules

DAY, HOUR = timedelta(hours=24), timedelta(hours=1)
#: At the start itself, with the link.
AT_THE_START = timedelta()
#: What is offered to choose from, beside what the programme has.
OFFERED = (DAY, HOUR)
#: Longer before it nobody remembers what they were reminded of.
LONGEST = timedelta(days=14)
NONE = "-"
_HOURS = re.compile(r"(\d{1,3})\s*(?:h|ч\.?|hours?|часа?)?", re.IGNORECASE)


def read(text: str) -> tuple[timedelta, ...] | None:
    """As it is kept: "24 h, 1 h", - for none; None where nothing was chosen."""
    if not text:
        return None
    return () if text == NONE else tuple(timedelta(hours=int(part.split()[0])) for part in text.split(","))


def written(befores: Iterable[timedelta]) -> str:
    return ", ".join(f"{one // HOUR} h" for one in sorted(set(befores), reverse=True)) or NONE


def said(text: str) -> tuple[timedelta, ...] | None:
    """As somebody types it: 24, 1 or 48 h и 2 ч.; None for anything else."""
    parts = [part.strip() for part in re.split(r"[,;+]|\band\b|\bи\b", text) if part.strip()]
    found = [_HOURS.fullmatch(part) for part in parts]
    befores = {timedelta(hours=int(one[1])) for one in found if one}
    if not parts or None in found or not all(AT_THE_START < one <= LONGEST for one in befores):
        return None
    return tuple(sorted(befores, reverse=True))


def as_reminders(number: int) -> tuple[timedelta, ...] | None:
    """Of a button: 2401 is 24 hours and one hour before, 1 is one hour, 0 never."""
    found = {timedelta(hours=hours) for hours in divmod(number, 100) if hours}
    return tuple(sorted(found, reverse=True)) if all(AT_THE_START < one <= LONGEST for one in found) else None


def of_programme(programme: Programme, rules: Rules) -> tuple[timedelta, ...]:
    own = read(programme.reminders)
    return rules.session_reminders if own is None else own


def wanted(person: Person, rules: Rules) -> tuple[timedelta, ...]:
    own = read(person.reminders)
    return rules.session_reminders if own is None else own


def may_wake(person: Person, before: timedelta) -> bool:
    """Whoever agreed to it is woken for a session that begins soon."""
    return person.woken_for_sessions and before <= HOUR
