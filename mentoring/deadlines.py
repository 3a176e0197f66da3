"""When documents are due: who is reminded of them on which day, and how their day is put off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import PersonId
from mentoring.kit import Per
from mentoring.people import Role
from mentoring.refusals import Refusal, Why
from mentoring.slots import OWED, Slot, SlotState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mentoring.kit import Document

#: Days after the due day on which its person hears of it; later only the digest shows it.
TOLD_AFTER = (timedelta(days=-1), timedelta(days=1), timedelta(days=7))
#: What a mentee can ask for.
ASKABLE_DAYS = (2, 7)
#: What a mentor or manager can give.
GIVEN_DAYS = (2, 7, 14, 30)
LONGEST_REASON = 300

_OF_A_PERSON = {Per.MENTEE: Role.MENTEE, Per.DIARY: Role.MENTEE, Per.MENTOR: Role.MENTOR}


class Reach(StrEnum):
    """For whom a day is put off: one slot, the same document in its whole group, or in all groups."""

    ONE = "one"
    GROUP = "group"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class Owers:
    """Who has to do something about a slot: its person, or everybody of a role."""

    person_id: PersonId | None = None
    role: Role | None = None


def owers(document: Document, slot: Slot) -> Owers:
    """The person themselves where they fill it in; else the mentors, before the managers."""
    role = _OF_A_PERSON.get(document.per)
    if slot.key.person_id is not None and role in document.filled_by:
        return Owers(person_id=slot.key.person_id)
    return Owers(role=Role.MENTOR if Role.MENTOR in document.filled_by else Role.MANAGER)


def days_to_tell(slot: Slot) -> tuple[date, ...]:
    return () if slot.day is None else tuple(slot.day + after for after in TOLD_AFTER)


def to_tell(slots: Iterable[Slot], today: date) -> tuple[Slot, ...]:
    """On one of the days on which they are told of; diaries have prompts of their own."""
    return tuple(one for one in slots if one.state in OWED and today in days_to_tell(one))


def put_off(slot: Slot, days: int, today: date) -> date:
    """From its day, or from today where that has passed."""
    return max(slot.day or today, today) + timedelta(days=days)


def extended(slot: Slot, until: date, by: PersonId) -> Slot:
    """A later day that somebody was given before stays. Raises Refusal for what nobody waits for."""
    if slot.state not in OWED:
        raise Refusal(Why.ALREADY_DONE)
    return replace(slot, extended_to=max(until, slot.extended_to or until), decided_by=by)


def waived(slot: Slot, *, by: PersonId, reason: str, now: datetime) -> Slot:
    """Raises Refusal for what is accepted, filed, or no longer expected."""
    if slot.state not in OWED | {SlotState.SUBMITTED}:
        raise Refusal(Why.ALREADY_DONE)
    return replace(slot, state=SlotState.WAIVED, since=now, decided_by=by, reason=reason)


def wanted_again(slot: Slot, *, by: PersonId, now: datetime) -> Slot:
    if slot.state is not SlotState.WAIVED:
        raise Refusal(Why.ALREADY_DONE)
    return replace(slot, state=SlotState.OPEN, since=now, decided_by=by, reason="")
