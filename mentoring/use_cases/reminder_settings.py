"""Everybody chooses which reminders of sessions they want, and whether the last may come in their quiet hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, reminders
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.notices.reminder_settings import RemindersQuestion
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.reminders import OFFERED
from mentoring.use_cases import own_times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AskReminders:
    by: Acting


def ask_reminders(record: Record, command: AskReminders, now: datetime) -> None:
    person = authorise(record, command.by, Act.CHANGE_SETTINGS).known()
    record.prompts.close(command.by.telegram_id)
    notices.answer(record, command.by, person, question(record, person))


def question(record: Record, person: Person) -> RemindersQuestion:
    own = reminders.read(person.reminders)
    return RemindersQuestion(
        usual=_hours(own_times.usual_reminders(record, person)),
        own=None if own is None else _hours(own),
        woken=person.woken_for_sessions,
    )


def _hours(befores: Iterable[timedelta]) -> tuple[int, ...]:
    return tuple(one // reminders.HOUR for one in sorted(befores, reverse=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseReminder:
    """So many hours before a session, `wanted` or not."""

    by: Acting
    hours: int
    wanted: bool


def choose_reminder(record: Record, command: ChooseReminder, now: datetime) -> None:
    person = authorise(record, command.by, Act.CHANGE_SETTINGS).known()
    usual = own_times.usual_reminders(record, person)
    if command.hours not in _hours([*OFFERED, *usual]):
        raise Refusal(Why.NOT_UNDERSTOOD)
    before = timedelta(hours=command.hours)
    own = reminders.read(person.reminders)
    others = {one for one in (usual if own is None else own) if one != before}
    chosen = {*others, before} if command.wanted else others
    _change(record, command.by, replace(person, reminders=reminders.written(chosen)), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeUsualReminders:
    by: Acting


def take_usual_reminders(record: Record, command: TakeUsualReminders, now: datetime) -> None:
    person = authorise(record, command.by, Act.CHANGE_SETTINGS).known()
    _change(record, command.by, replace(person, reminders=""), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class BeWoken:
    by: Acting
    woken: bool


def be_woken(record: Record, command: BeWoken, now: datetime) -> None:
    person = authorise(record, command.by, Act.CHANGE_SETTINGS).known()
    _change(record, command.by, replace(person, woken_for_sessions=command.woken), now)


def _change(record: Record, by: Acting, after: Person, now: datetime) -> None:
    """What was planned for them follows at once."""
    record.people.save(after)
    own_times.replan(record, after, now)
    notices.answer(record, by, after, question(record, after))
