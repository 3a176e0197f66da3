"""The hours in which somebody is left in peace: their own, or else those of their programme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mentoring.people import Person

_TYPED = re.compile(r"\D*(\d{1,2})(?:[:.](\d{2}))?\D+(\d{1,2})(?:[:.](\d{2}))?\D*")


class HasQuietHours(Protocol):
    """A programme, or the rules where there is none."""

    @property
    def quiet_from(self) -> time: ...

    @property
    def quiet_until(self) -> time: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietHours:
    """Wall time where the person is; equal ones mean that no hour is quiet."""

    begins: time
    ends: time

    @classmethod
    def of(cls, usual: HasQuietHours) -> QuietHours:
        return cls(begins=usual.quiet_from, ends=usual.quiet_until)

    @property
    def is_none(self) -> bool:
        return self.begins == self.ends


NO_HOUR = QuietHours(begins=time(0), ends=time(0))


def quiet_hours(person: Person, usual: HasQuietHours) -> QuietHours:
    return own_hours(person) or QuietHours.of(usual)


def own_hours(person: Person) -> QuietHours | None:
    if person.quiet_from is None or person.quiet_until is None:
        return None
    return QuietHours(begins=person.quiet_from, ends=person.quiet_until)


def hours_said(text: str) -> QuietHours | None:
    """22-7, 22:00 – 07:00, от 22 до 7 ч.; anything else says nothing."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    begins, ends = _at(found[1], found[2]), _at(found[3], found[4])
    return None if begins is None or ends is None else QuietHours(begins=begins, ends=ends)


def _at(hour: str, minute: str | None) -> time | None:
    try:
        return time(0 if hour == "24" else int(hour), int(minute or 0))
    except ValueError:
        return None
