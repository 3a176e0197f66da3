"""How old a joiner is, where the programme wants to know, and who answers for somebody who is not of age."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import names, ways_in
from mentoring.acting import Acting
from mentoring.prompts import Asking
from mentoring.use_cases import joining
from mentoring.use_cases import joining_questions as questions
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.prompts import Prompt
    from mentoring.ways_in import Way

_YEARS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class SayAge:
    by: Acting
    adult: bool


def say_age(record: Record, command: SayAge, now: datetime) -> None:
    """Also from the question for the guardian, by whoever pressed the wrong button."""
    way = joining.choosing(record, command.by, now, Asking.AGE, Asking.GUARDIAN)
    joining.go_on(record, command.by, replace(way, adult=command.adult, guardian=""), now)


def age_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """Yes, no, or a number of years."""
    way = ways_in.of_draft(prompt.draft)
    adult = _is_adult(record, way, text)
    if adult is None:
        return questions.age(record, by, way, now)
    return joining.go_on(record, by, replace(way, adult=adult), now)


def guardian_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    way, name = ways_in.of_draft(prompt.draft), names.cleaned(text)
    if not names.has_letters(name) or understood(text) is not None:
        return questions.guardian(record, by, way, now)
    return joining.go_on(record, by, replace(way, guardian=name), now)


def _is_adult(record: Record, way: Way, text: str) -> bool | None:
    years = _YEARS.search(text)
    if years is None:
        return understood(text)
    programme = record.programmes.by_id(record.groups.by_id(way.group_id).programme_id)
    return int(years[0]) >= programme.adult_age
