"""What everybody sets for themselves: zone, quiet hours, and whether news comes at once; every change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.cities import zone_said
from mentoring.notices.common import Stranger
from mentoring.notices.settings import HoursQuestion, More, SettingsCard, ShareLocation, ZoneQuestion
from mentoring.people import Bundling
from mentoring.permissions import authorise
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.quiet import NO_HOUR, QuietHours, hours_said, own_hours, quiet_hours
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import home, open_questions, own_times
from mentoring.use_cases.asking import open_question
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.sending import SendFile, send_file
from mentoring.use_cases.yes_no import understood
from mentoring.zone_names import Region, offered

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenMore:
    by: Acting


def open_more(record: Record, command: OpenMore, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_HOME)
    if actor.person is None:
        return notices.answer(record, command.by, None, Stranger())
    more = More(standings=tuple(sorted(actor.standings)), pair=home.works_in_pair(record, actor.known()))
    return notices.answer(record, beside_cards(record, command.by), actor.person, more)


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenSettings:
    by: Acting


def open_settings(record: Record, command: OpenSettings, now: datetime) -> None:
    """Opening them gives up whatever was being asked."""
    person = authorise(record, command.by, Act.OPEN_SETTINGS).person
    if person is None:
        return notices.answer(record, command.by, None, Stranger())
    _leave_questions(record, command.by, person, now)
    return notices.answer(record, beside_cards(record, command.by), person, card(record, person, now))


def card(record: Record, person: Person, now: datetime, *, former: Person | None = None) -> SettingsCard:
    """`former` is the same person before a change."""
    moved = former is not None and former.zone != person.zone
    return SettingsCard(
        at=now,
        quiet=quiet_hours(person, own_times.usual_hours(record, person)),
        has_own_hours=own_hours(person) is not None,
        bundling=person.bundling,
        changed=former is not None,
        former_zone=offered(former.zone) if former is not None and moved else None,
    )


def change(record: Record, by: Acting, before: Person, after: Person, now: datetime) -> None:
    """What was planned for them under the old settings follows at once."""
    record.people.save(after)
    record.prompts.close(by.telegram_id)
    own_times.replan(record, after, now)
    notices.answer(record, by, after, card(record, after, now, former=before))


@dataclass(frozen=True, kw_only=True, slots=True)
class AskZone:
    """`region` None offers the regions."""

    by: Acting
    region: Region | None = None


def ask_zone(record: Record, command: AskZone, now: datetime) -> None:
    person = _changing(record, command.by)
    _ask(record, command.by, person, Asking.ZONE, now)
    notices.answer(record, command.by, person, ZoneQuestion(at=now, region=command.region))


@dataclass(frozen=True, kw_only=True, slots=True)
class AskWhere:
    by: Acting


def ask_where(record: Record, command: AskWhere, now: datetime) -> None:
    person = _changing(record, command.by)
    _ask(record, command.by, person, Asking.ZONE, now)
    notices.tell(record, person, ShareLocation())


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseZone:
    """`zone` is an IANA name."""

    by: Acting
    zone: str


def choose_zone(record: Record, command: ChooseZone, now: datetime) -> None:
    before = _changing(record, command.by)
    if command.zone not in available_timezones():
        raise Refusal(Why.NOT_UNDERSTOOD)
    change(record, command.by, before, replace(before, zone=command.zone), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareWhere:
    """A location came, which lies in this zone; `sent` is the same message as something that was sent."""

    by: Acting
    zone: str
    sent: SendFile


def share_where(record: Record, command: ShareWhere, now: datetime) -> None:
    """Nobody who was not asked where they are has their zone changed."""
    if open_question(record, command.by, now, Asking.ZONE) is None:
        return send_file(record, command.sent, now)
    return choose_zone(record, ChooseZone(by=command.by, zone=command.zone), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHours:
    by: Acting


def ask_hours(record: Record, command: AskHours, now: datetime) -> None:
    person = _changing(record, command.by)
    _ask(record, command.by, person, Asking.QUIET_HOURS, now)
    notices.answer(record, command.by, person, _hours_question(record, person))


def _hours_question(record: Record, person: Person, *, misread: bool = False) -> HoursQuestion:
    usual = QuietHours.of(own_times.usual_hours(record, person))
    return HoursQuestion(usual=usual, own=own_hours(person), misread=misread)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseHours:
    """Whole hours; `own` False goes back to the programme's."""

    by: Acting
    begins: int
    ends: int
    own: bool


def choose_hours(record: Record, command: ChooseHours, now: datetime) -> None:
    """Pressed again, hours that hold already give way to the programme's."""
    before = _changing(record, command.by)
    if not (0 <= command.begins < 24 and 0 <= command.ends < 24):  # noqa: PLR2004 - hours of a day
        raise Refusal(Why.NOT_UNDERSTOOD)
    hours = QuietHours(begins=time(command.begins), ends=time(command.ends))
    _set_hours(record, command.by, before, hours if command.own and hours != own_hours(before) else None, now)


def _set_hours(record: Record, by: Acting, before: Person, hours: QuietHours | None, now: datetime) -> None:
    begins, ends = (hours.begins, hours.ends) if hours else (None, None)
    change(record, by, before, replace(before, quiet_from=begins, quiet_until=ends), now)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseBundling:
    by: Acting
    bundling: Bundling


def choose_bundling(record: Record, command: ChooseBundling, now: datetime) -> None:
    before = _changing(record, command.by)
    change(record, command.by, before, replace(before, bundling=command.bundling), now)


def zone_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person = _changing(record, by)
    zone = zone_said(text)
    if zone is not None:
        return change(record, by, person, replace(person, zone=zone), now)
    return notices.answer(record, by, person, ZoneQuestion(at=now, misread=True))


def hours_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    person = _changing(record, by)
    hours = NO_HOUR if understood(text) is False else hours_said(text)
    if hours is not None:
        return _set_hours(record, by, person, hours, now)
    return notices.answer(record, by, person, _hours_question(record, person, misread=True))


def _changing(record: Record, by: Acting) -> Person:
    return authorise(record, by, Act.CHANGE_SETTINGS).known()


def _ask(record: Record, by: Acting, person: Person, asking: Asking, now: datetime) -> None:
    open_questions.give_up(record, person, now)
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=asking, draft={}, expires_at=now + VALID))


def _leave_questions(record: Record, by: Acting, person: Person, now: datetime) -> None:
    open_questions.give_up(record, person, now)
    record.prompts.close(by.telegram_id)
