"""A manager changes one line of a programme; what the change touches is said before it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, assert_never
from zoneinfo import available_timezones

from mentoring import names, notices, reminders, zones
from mentoring.acting import Acting
from mentoring.cities import zone_said
from mentoring.groups import OptionalTool, Programme
from mentoring.notices.programmes import AskLine, ConfirmPeriod, ConfirmQuiet
from mentoring.people import Language, Person
from mentoring.ports import Record
from mentoring.programmes import (
    MOST_MONTHS,
    MOST_SESSIONS,
    OLDEST,
    Line,
    Period,
    as_hours,
    as_number,
    is_possible,
    months_from,
    period_said,
)
from mentoring.quiet import NO_HOUR, QuietHours, hours_said
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import past_slots, programme_cards, programme_people
from mentoring.use_cases.programme_cards import between, is_beginning, managed, seen
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mentoring.notices.joining import Question
    from mentoring.prompts import Prompt

_LONGEST_CONTACTS = 500
_NUMBER = re.compile("[0-9]{1,3}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Changing:
    """A change under way; `sure` once its manager has read what it touches."""

    record: Record
    by: Acting
    manager: Person
    programme: Programme
    now: datetime
    sure: bool = True

    @property
    def today(self) -> date:
        return zones.wall(self.now, self.programme.zone).date()

    def done(self, programme: Programme) -> None:
        self.record.programmes.save(programme)
        programme_cards.show(self.record, self.by, self.manager, programme, self.now, changed=True)

    def ask_first(self, question: Question) -> None:
        """Yes or no, and nothing in words of one's own any more."""
        self.record.prompts.close(self.by.telegram_id)
        notices.answer(self.record, self.by, self.manager, question)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetNumber:
    """Months of a period, sessions, an age, or hours of a day as `programmes.as_number` writes them."""

    by: Acting
    programme_id: int
    line: Line
    number: int
    sure: bool


def set_number(record: Record, command: SetNumber, now: datetime) -> None:
    change, number = _changing(record, command.by, command.programme_id, now, sure=command.sure), command.number
    match command.line:
        case Line.PERIOD if 0 < number <= MOST_MONTHS:
            begins = change.programme.begins_on or change.today
            _period(change, Period(begins=begins, ends=months_from(begins, number)))
        case Line.SESSIONS if 0 < number <= MOST_SESSIONS:
            change.done(replace(change.programme, sessions_planned=number))
        case Line.AGE if 0 <= number <= OLDEST:
            change.done(replace(change.programme, adult_age=number))
        case Line.QUIET | Line.WORK if (hours := as_hours(number)) is not None:
            _hours(change, command.line, hours)
        case Line.REMINDERS if (befores := reminders.as_reminders(number)) is not None:
            _reminders(change, befores)
        case _:
            raise Refusal(Why.NOT_UNDERSTOOD)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetPeriod:
    by: Acting
    programme_id: int
    begins: date
    ends: date


def set_period(record: Record, command: SetPeriod, now: datetime) -> None:
    """Confirmed."""
    change = _changing(record, command.by, command.programme_id, now)
    _period(change, Period(begins=command.begins, ends=command.ends))


@dataclass(frozen=True, kw_only=True, slots=True)
class SetZone:
    by: Acting
    programme_id: int
    zone: str


def set_zone(record: Record, command: SetZone, now: datetime) -> None:
    """Newcomers begin in it; whoever is there keeps their own."""
    change = _changing(record, command.by, command.programme_id, now)
    if command.zone not in available_timezones():
        raise Refusal(Why.NOT_UNDERSTOOD)
    change.done(replace(change.programme, zone=command.zone))


@dataclass(frozen=True, kw_only=True, slots=True)
class ToggleLanguage:
    by: Acting
    programme_id: int
    language: Language


def toggle_language(record: Record, command: ToggleLanguage, now: datetime) -> None:
    """A language that somebody reads stays."""
    change = _changing(record, command.by, command.programme_id, now)
    before, language = change.programme.languages, command.language
    after = tuple(one for one in before if one is not language) if language in before else (*before, language)
    if not after:
        raise Refusal(Why.LAST_LANGUAGE)
    if language in before and programme_people.speaks(record, change.programme, language):
        raise Refusal(Why.LANGUAGE_IN_USE)
    changed = replace(change.programme, languages=after, language=after[0])
    record.programmes.save(changed)
    _ask_again(change, changed, Line.LANGUAGES)


@dataclass(frozen=True, kw_only=True, slots=True)
class ToggleTool:
    by: Acting
    programme_id: int
    tool: OptionalTool


def toggle_tool(record: Record, command: ToggleTool, now: datetime) -> None:
    change = _changing(record, command.by, command.programme_id, now)
    used = set(change.programme.optional_tools) ^ {command.tool}
    changed = replace(change.programme, optional_tools=tuple(one for one in OptionalTool if one in used))
    record.programmes.save(changed)
    _ask_again(change, changed, Line.TOOLS)
    if command.tool in used:
        past_slots.ask_about_past(record, change.manager, changed, command.tool, now)


def line_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    change = _changing(record, by, prompt.number("programme_id"), now, sure=False)
    line = Line(prompt.words("line"))
    meant = _meant(change, line, text.strip())
    if meant is None:
        return _ask_again(change, change.programme, line, misread=True)
    return meant()


def _meant(change: Changing, line: Line, text: str) -> Callable[[], None] | None:
    match line:
        case Line.NAME | Line.ORGANISATION | Line.CONTACTS:
            return _words_meant(change, line, text)
        case Line.PERIOD:
            period = period_said(text, programme=change.programme, today=change.today)
            return None if period is None or not is_possible(period) else partial(_period, change, period)
        case Line.ZONE:
            zone = zone_said(text)
            return None if zone is None else partial(change.done, replace(change.programme, zone=zone))
        case Line.QUIET | Line.WORK:
            hours = NO_HOUR if understood(text) is False else hours_said(text)
            return None if hours is None or not _is_usable(line, hours) else partial(_hours, change, line, hours)
        case Line.SESSIONS | Line.AGE:
            return _number_meant(change, line, text)
        case Line.REMINDERS:
            befores = () if understood(text) is False else reminders.said(text)
            return None if befores is None else partial(_reminders, change, befores)
        case Line.LANGUAGES | Line.TOOLS:
            return None
        case _:
            assert_never(line)


def _words_meant(change: Changing, line: Line, text: str) -> Callable[[], None] | None:
    if line is Line.CONTACTS and understood(text) is False:
        return partial(change.done, replace(change.programme, contacts=""))
    words = names.cleaned_words(text) if line is Line.CONTACTS else names.cleaned(text)
    if len(words) > _LONGEST_CONTACTS or not any(char.isalnum() for char in words):
        return None
    return partial(change.done, _worded(change.programme, line, words))


def _worded(programme: Programme, line: Line, words: str) -> Programme:
    if line is Line.NAME:
        return replace(programme, name=words)
    return replace(programme, contacts=words) if line is Line.CONTACTS else replace(programme, organisation=words)


def _number_meant(change: Changing, line: Line, text: str) -> Callable[[], None] | None:
    number = int(text) if _NUMBER.fullmatch(text) else -1
    if line is Line.AGE and understood(text) is False:
        number = 0
    if line is Line.AGE and 0 <= number <= OLDEST:
        return partial(change.done, replace(change.programme, adult_age=number))
    if line is Line.SESSIONS and 0 < number <= MOST_SESSIONS:
        return partial(change.done, replace(change.programme, sessions_planned=number))
    return None


def _is_usable(line: Line, hours: QuietHours) -> bool:
    return line is Line.QUIET or hours.begins < hours.ends


def _period(change: Changing, period: Period) -> None:
    if not is_possible(period):
        raise Refusal(Why.NOT_UNDERSTOOD)
    if change.sure or is_beginning(change.record, change.programme):
        changed = replace(change.programme, begins_on=period.begins, ends_on=period.ends)
        change.done(changed)
        return programme_people.follow_period(change.record, change.programme, changed, change.now)
    record, programme = change.record, change.programme
    question = ConfirmPeriod(
        programme=seen(record, programme),
        begins=period.begins,
        ends=period.ends,
        mentors=len(programme_people.mentors(record, programme)),
        after=programme_people.sessions_after(record, programme, period.ends, change.now),
    )
    return change.ask_first(question)


def _hours(change: Changing, line: Line, hours: QuietHours) -> None:
    if not _is_usable(line, hours):
        raise Refusal(Why.NOT_UNDERSTOOD)
    if line is Line.WORK:
        return change.done(replace(change.programme, work_from=hours.begins, work_until=hours.ends))
    changed = replace(change.programme, quiet_from=hours.begins, quiet_until=hours.ends)
    if change.sure or is_beginning(change.record, change.programme):
        change.done(changed)
        return programme_people.follow_hours(change.record, changed, change.now)
    question = ConfirmQuiet(
        programme=seen(change.record, change.programme),
        number=as_number(hours),
        hours="" if hours.is_none else between(hours.begins, hours.ends),
        people=len(programme_people.without_own_hours(change.record, change.programme)),
    )
    return change.ask_first(question)


def _reminders(change: Changing, befores: Sequence[timedelta]) -> None:
    """Of whoever has chosen no others."""
    changed = replace(change.programme, reminders=reminders.written(befores))
    change.done(changed)
    programme_people.follow_reminders(change.record, changed, change.now)


def _ask_again(change: Changing, programme: Programme, line: Line, *, misread: bool = False) -> None:
    question = AskLine(programme=seen(change.record, programme), line=line, misread=misread)
    notices.answer(change.record, change.by, change.manager, question)


def _changing(record: Record, by: Acting, programme_id: int, now: datetime, *, sure: bool = True) -> Changing:
    manager, programme = managed(record, by, programme_id)
    return Changing(record=record, by=by, manager=manager, programme=programme, now=now, sure=sure)
