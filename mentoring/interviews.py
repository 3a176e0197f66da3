"""Monitoring by talking: questions asked one at a time, answers noted, and a rating given."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, InterviewId, PersonId, SessionId
from mentoring.kit import Code
from mentoring.people import Role
from mentoring.sessions import SessionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class InterviewKind(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    FINAL = "final"


class InterviewState(StrEnum):
    OPEN = "open"
    DONE = "done"


class Rating(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


#: What a manager should look at.
ALARMING = frozenset({Rating.AMBER, Rating.RED})

#: Kinds of session in which a manager may talk with people.
TALKED_IN = frozenset({SessionKind.MONITORING, SessionKind.FINAL})

#: By the names that their fields have in the forms, in the forms' order.
QUESTIONS: Mapping[InterviewKind, tuple[str, ...]] = {
    InterviewKind.MENTEE: (
        "mentee_meets",
        "mentee_goals",
        "mentee_helps",
        "mentee_hinders",
        "mentee_heard",
        "mentee_replies",
        "mentee_change",
        "mentee_support",
    ),
    InterviewKind.MENTOR: (
        "mentor_meets",
        "mentor_goals",
        "mentor_helps",
        "mentor_hinders",
        "mentor_heard",
        "mentor_replies",
        "mentor_dropout",
        "mentor_workload",
        "mentor_documents",
        "mentor_change",
        "mentor_support",
    ),
    InterviewKind.FINAL: (
        "best_moment",
        "expectations",
        "goals_not_reached",
        "group_work",
        "online_or_in_person",
        "tools_kept",
        "tools_dropped",
        "advice",
        "plans",
        "staying_in_touch",
    ),
}
#: What is asked after the questions: what was agreed, who does it, by when, and how it goes altogether.
AGREED, WHO, WHEN, OVERALL = "agreed", "who", "when", "overall"

KIND_OF_ROLE: Mapping[Role, InterviewKind] = {Role.MENTEE: InterviewKind.MENTEE, Role.MENTOR: InterviewKind.MENTOR}
CODES: Mapping[InterviewKind, Code] = {
    InterviewKind.MENTEE: Code("T12"),
    InterviewKind.MENTOR: Code("T12"),
    InterviewKind.FINAL: Code("T13"),
}
_UNTIL = re.compile(r"(?P<who>.*?) *\((?P<until>\d{4}-\d{2}-\d{2})\)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """To a question by its name. Without words it was skipped, or only rated."""

    question: str
    text: str
    rating: Rating | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Interview:
    """With one person, or with the whole group: then `person_id` is None. `action` was agreed on, `action_by` is who
    does it, and in brackets until which day.
    """

    id: InterviewId
    group_id: GroupId
    session_id: SessionId | None
    person_id: PersonId | None
    kind: InterviewKind
    state: InterviewState
    asked_by: PersonId
    began_at: datetime
    ended_at: datetime | None = None
    rating: Rating | None = None
    action: str = ""
    action_by: str = ""
    answers: tuple[Answer, ...] = ()

    def answer(self, question: str) -> Answer | None:
        return next((one for one in self.answers if one.question == question), None)

    @property
    def who(self) -> str:
        found = _UNTIL.fullmatch(self.action_by)
        return self.action_by if found is None else found["who"]

    @property
    def until(self) -> date | None:
        found = _UNTIL.fullmatch(self.action_by)
        return None if found is None else date.fromisoformat(found["until"])

    @property
    def is_begun(self) -> bool:
        """Whoever only opened it has asked nothing."""
        return bool(self.answers)

    @property
    def is_complete(self) -> bool:
        """All was asked; only a talk with one person is rated."""
        asked = all(self.answer(one) is not None for one in QUESTIONS[self.kind])
        return asked and (self.kind is InterviewKind.FINAL or self.rating is not None)

    @property
    def alarms(self) -> bool:
        return self.rating in ALARMING


def steps(kind: InterviewKind) -> tuple[str, ...]:
    """All that is asked, in order; the place after the last one is the summary."""
    return (*QUESTIONS[kind], AGREED, WHO, WHEN, *(() if kind is InterviewKind.FINAL else (OVERALL,)))


def summary(kind: InterviewKind) -> int:
    return len(steps(kind))


def step_at(kind: InterviewKind, place: int) -> str | None:
    """None at the summary, and where there is no such place."""
    return steps(kind)[place] if 0 <= place < summary(kind) else None


def reached(interview: Interview) -> int:
    """Where it goes on: at the first question that nobody has answered or skipped."""
    questions = QUESTIONS[interview.kind]
    if interview.is_complete:
        return summary(interview.kind)
    asked = (place for place, one in enumerate(questions) if interview.answer(one) is None)
    agreed = len(questions)
    return next(asked, agreed if not interview.action else steps(interview.kind).index(OVERALL))


def onward(before: Interview, after: Interview, place: int) -> int:
    """Where it goes after `place`: in what was complete already, only one thing was put right."""
    step, of_agreed = step_at(before.kind, place), steps(before.kind).index(AGREED)
    if step == AGREED and not after.action:
        return summary(before.kind) if before.is_complete else of_agreed + 3
    if before.is_complete and step not in {AGREED, WHO}:
        return summary(before.kind)
    return place + 1


def backward(interview: Interview, place: int) -> int:
    """Nobody is asked who does nothing."""
    if step_at(interview.kind, place - 1) in {WHO, WHEN} and not interview.action:
        return steps(interview.kind).index(AGREED)
    return max(place - 1, 0)


def agreed_by(interview: Interview, *, who: str, until: date | None) -> Interview:
    return replace(interview, action_by=who if until is None else f"{who} ({until.isoformat()})".strip())


def latest(held: Sequence[Interview], kind: InterviewKind, person_id: PersonId | None) -> Interview | None:
    """With one person, or with the whole group."""
    return next((one for one in reversed(held) if (one.kind, one.person_id) == (kind, person_id)), None)
