"""Quiet for a day, three days or a week, and awake again by a button or by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices.snoozing import SnoozeCard
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.snoozing import LENGTHS, Length, is_snoozing
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSnooze:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class Snooze:
    by: Acting
    length: Length


@dataclass(frozen=True, kw_only=True, slots=True)
class Wake:
    by: Acting


def open_snooze(record: Record, command: OpenSnooze, now: datetime) -> None:
    person = authorise(record, command.by, Act.SNOOZE).known()
    _show(record, beside_cards(record, command.by), person, now)


def snooze(record: Record, command: Snooze, now: datetime) -> None:
    """A new length takes the place of the one before, also for what is held back already."""
    person = authorise(record, command.by, Act.SNOOZE).known()
    until = now + LENGTHS[command.length]
    quiet = replace(person, snoozed_until=until)
    record.people.save(quiet)
    if person.telegram_id is not None and person.snoozed_until is not None:
        record.notices.hold_until(person.telegram_id, person.snoozed_until, until)
    _show(record, command.by, quiet, now)


def wake(record: Record, command: Wake, now: datetime) -> None:
    """What was held back comes now."""
    person = authorise(record, command.by, Act.SNOOZE).known()
    if person.snoozed_until is None or not is_snoozing(person.snoozed_until, now):
        raise Refusal(Why.ALREADY_DONE)
    awake = replace(person, snoozed_until=None)
    record.people.save(awake)
    _show(record, command.by, awake, now)
    if person.telegram_id is not None:
        record.notices.hold_until(person.telegram_id, person.snoozed_until, now)


def _show(record: Record, by: Acting, person: Person, now: datetime) -> None:
    until = person.snoozed_until if is_snoozing(person.snoozed_until, now) else None
    notices.answer(record, by, person, SnoozeCard(until=until))
