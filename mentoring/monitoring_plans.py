"""The plan for the mid-term monitoring, form T11: what a manager says of it, and what the record suggests meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, PersonId, ProgrammeId
from mentoring.kit import Code
from mentoring.programmes import calendar

if TYPE_CHECKING:
    from collections.abc import Collection

    from mentoring.groups import Programme

PLAN = Code("T11")
LONGEST_WORDS = 500
#: The report is ready so long after the monitoring.
REPORT_AFTER = timedelta(days=14)


class Part(StrEnum):
    """What can be changed of it, in the order of the form."""

    GROUPS = "groups"
    PURPOSE = "purpose"
    CHECKED = "checked"
    METHODS = "methods"
    WHO = "who"
    DAY = "day"
    QUESTIONS = "questions"
    RISKS = "risks"
    REPORT = "report"


#: Their answers are words.
WORDED = frozenset({Part.PURPOSE, Part.WHO, Part.QUESTIONS, Part.RISKS})
#: Their answers are ticks.
TICKED = frozenset({Part.GROUPS, Part.CHECKED, Part.METHODS})


class Check(StrEnum):
    """By the names of the form's boxes."""

    ATTENDANCE = "attendance"
    DOCUMENTS = "documents"
    GOALS = "goals"
    REPLY_TIMES = "reply_times"
    ATMOSPHERE = "atmosphere"
    MANAGER_SUPPORT = "manager_support"
    SOMETHING_ELSE = "something_else"


class Method(StrEnum):
    """By the names of the form's boxes."""

    BOT = "bot"
    QUESTIONNAIRE = "questionnaire"
    INTERVIEW = "interview"
    MEETING = "meeting"


USUAL_CHECKS = tuple(one for one in Check if one is not Check.SOMETHING_ELSE)
USUAL_METHODS = (Method.BOT, Method.INTERVIEW, Method.MEETING)


@dataclass(frozen=True, kw_only=True, slots=True)
class MonitoringPlan:
    """None is what nobody has said: there the record's suggestion stands. `groups` empty means all that are running.

    `filed_at` is when it went into the toolbar last.
    """

    programme_id: ProgrammeId
    groups: tuple[GroupId, ...] = ()
    purpose: str | None = None
    checked: tuple[Check, ...] | None = None
    methods: tuple[Method, ...] | None = None
    who: str | None = None
    day: date | None = None
    questions: str | None = None
    risks: str | None = None
    report: date | None = None
    filed_at: datetime | None = None
    changed_by: PersonId | None = None
    changed_at: datetime | None = None

    @property
    def is_filed(self) -> bool:
        """As it is now."""
        return self.filed_at is not None and (self.changed_at is None or self.changed_at <= self.filed_at)

    def covered(self, running: Collection[GroupId]) -> tuple[GroupId, ...]:
        """Of those that are still running; all of them where none is left that was named."""
        return tuple(one for one in running if one in self.groups) or tuple(running)


def day_of(plan: MonitoringPlan, programme: Programme) -> date | None:
    """The middle of the programme, unless somebody chose another day."""
    days = calendar(programme)
    return plan.day or (None if days is None else days.middle)


def report_day(plan: MonitoringPlan, programme: Programme) -> date | None:
    day = day_of(plan, programme)
    return plan.report or (None if day is None else day + REPORT_AFTER)


def as_suggested(plan: MonitoringPlan, part: Part) -> MonitoringPlan:
    """What was said of this part is forgotten."""
    match part:
        case Part.GROUPS:
            return replace(plan, groups=())
        case Part.CHECKED:
            return replace(plan, checked=None)
        case Part.METHODS:
            return replace(plan, methods=None)
        case Part.DAY:
            return replace(plan, day=None)
        case Part.REPORT:
            return replace(plan, report=None)
        case Part.PURPOSE | Part.WHO | Part.QUESTIONS | Part.RISKS:
            return worded(plan, part, None)


def worded(plan: MonitoringPlan, part: Part, words: str | None) -> MonitoringPlan:
    match part:
        case Part.PURPOSE:
            return replace(plan, purpose=words)
        case Part.WHO:
            return replace(plan, who=words)
        case Part.QUESTIONS:
            return replace(plan, questions=words)
        case Part.RISKS:
            return replace(plan, risks=words)
        case _:
            raise ValueError(part)


def group_ticked(plan: MonitoringPlan, group_id: GroupId, running: Collection[GroupId]) -> MonitoringPlan:
    """One is always left."""
    covered = plan.covered(running)
    after = tuple(one for one in running if (one in covered) != (one == group_id))
    return replace(plan, groups=() if set(after) == {*running} else after or covered)


def check_ticked(plan: MonitoringPlan, check: Check) -> MonitoringPlan:
    before = USUAL_CHECKS if plan.checked is None else plan.checked
    return replace(plan, checked=tuple(one for one in Check if (one in before) != (one is check)))


def method_ticked(plan: MonitoringPlan, method: Method) -> MonitoringPlan:
    before = USUAL_METHODS if plan.methods is None else plan.methods
    return replace(plan, methods=tuple(one for one in Method if (one in before) != (one is method)))
