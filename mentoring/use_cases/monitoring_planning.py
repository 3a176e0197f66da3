"""A manager plans the mid-term monitoring: every part stands there already, and is changed by a tap and an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import monitoring_plans, names, notices, zones
from mentoring.acting import Acting
from mentoring.monitoring_plans import LONGEST_WORDS, TICKED, WORDED, Check, Method, MonitoringPlan, Part
from mentoring.notices.monitoring import AskMonitoring, GroupToWatch, MonitoringCard
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.said_days import day_said
from mentoring.use_cases import monitoring_near, open_questions
from mentoring.use_cases.asking import ask
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.monitoring_courses import running
from mentoring.use_cases.monitoring_sheets import sheet
from mentoring.use_cases.programme_cards import managed
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import date, datetime

    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.prompts import Prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenMonitoring:
    by: Acting
    programme_id: int


def open_monitoring(record: Record, command: OpenMonitoring, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    open_questions.give_up(record, manager, now)
    show(record, command.by, manager, programme, now)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfPart:
    by: Acting
    programme_id: int
    part: Part


def ask_part(record: Record, command: OfPart, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    open_questions.give_up(record, manager, now)
    _ask(record, command.by, programme, command.part, now)


def suggest(record: Record, command: OfPart, now: datetime) -> None:
    """What the record suggests stands there again."""
    manager, programme = managed(record, command.by, command.programme_id)
    plan = record.monitoring.plan(programme.id)
    _save(record, monitoring_plans.as_suggested(plan, command.part), manager, now)
    show(record, command.by, manager, programme, now, changed=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """`key` is a group's number, or the place of what is ticked in its list."""

    by: Acting
    programme_id: int
    part: Part
    key: int


def tick(record: Record, command: Tick, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    plan = record.monitoring.plan(programme.id)
    _save(record, _ticked(record, programme, plan, command), manager, now)
    _ask(record, command.by, programme, command.part, now)


def _ticked(record: Record, programme: Programme, plan: MonitoringPlan, command: Tick) -> MonitoringPlan:
    groups = [one.id for one in running(record, programme)]
    match command.part:
        case Part.GROUPS if found := [one for one in groups if one == command.key]:
            return monitoring_plans.group_ticked(plan, found[0], groups)
        case Part.CHECKED if 0 <= command.key < len(Check):
            return monitoring_plans.check_ticked(plan, [*Check][command.key])
        case Part.METHODS if 0 <= command.key < len(Method):
            return monitoring_plans.method_ticked(plan, [*Method][command.key])
        case _:
            raise Refusal(Why.GONE)


def words_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """A yes leaves everything as it stands there."""
    manager, programme = managed(record, by, prompt.number("programme_id"))
    part, plan = Part(prompt.words("part")), record.monitoring.plan(programme.id)
    if understood(text):
        return show(record, by, manager, programme, now)
    changed = _told(plan, part, text, zones.wall(now, programme.zone).date())
    if changed is None:
        return _ask(record, by, programme, part, now, misread=True)
    _save(record, changed, manager, now)
    return show(record, by, manager, programme, now, changed=True)


def _told(plan: MonitoringPlan, part: Part, text: str, today: date) -> MonitoringPlan | None:
    if part in TICKED:
        return None
    if part in WORDED:
        words = "" if understood(text) is False else names.cleaned_words(text)
        has_words = any(sign.isalnum() for sign in words) or understood(text) is False
        return monitoring_plans.worded(plan, part, words) if has_words and len(words) <= LONGEST_WORDS else None
    day = day_said(text, today=today)
    if day is None:
        return None
    return replace(plan, day=day) if part is Part.DAY else replace(plan, report=day)


def _save(record: Record, plan: MonitoringPlan, manager: Person, now: datetime) -> None:
    record.monitoring.save(replace(plan, changed_by=manager.id, changed_at=now))
    monitoring_near.plan_notice(record, record.programmes.by_id(plan.programme_id), now)


def _ask(record: Record, by: Acting, programme: Programme, part: Part, now: datetime, *, misread: bool = False) -> None:
    plan = record.monitoring.plan(programme.id)
    shown = sheet(record, programme, plan, now)
    covered = {one.group_id for one in shown.groups}
    question = AskMonitoring(
        programme_id=programme.id,
        part=part,
        sheet=shown,
        groups=tuple(
            GroupToWatch(group_id=one.id, name=one.name, covered=one.id in covered)
            for one in (running(record, programme) if part is Part.GROUPS else ())
        ),
        misread=misread,
    )
    ask(record, by, Asking.MONITORING_PLAN, question, now, programme_id=programme.id, part=part.value)


def show(
    record: Record, by: Acting, manager: Person, programme: Programme, now: datetime, *, changed: bool = False
) -> None:
    record.prompts.close(by.telegram_id)
    plan = record.monitoring.plan(programme.id)
    card = MonitoringCard(
        programme_id=programme.id,
        programme=programme.name,
        sheet=sheet(record, programme, plan, now),
        changed=changed,
        filed=plan.is_filed,
        was_filed=plan.filed_at is not None,
    )
    notices.answer(record, beside_cards(record, by), manager, card)
