"""A programme definition: the numbers a run of mentoring lives by, as one TOML file that a manager can read.

The default file holds the product's default numbers; a programme of its own copies and changes it. A key that we do
not know is refused by name, because a misspelt reminder would otherwise be silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, ClassVar, Literal
from zoneinfo import ZoneInfo

from annotated_types import Ge, Len
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from config.checks import complaints, duration, read_toml

DEFAULT_FILE = Path(__file__).parent / "programmes" / "default.toml"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday_number(name: object) -> int:
    if name not in WEEKDAYS:
        raise ValueError(f"write one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(str(name))


def _without_repeats(steps: tuple[object, ...]) -> tuple[object, ...]:
    if len(set(steps)) < len(steps):
        raise ValueError("the same entry stands here twice")
    return steps


Language = Literal["en", "bg"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Duration = Annotated[timedelta, BeforeValidator(duration)]
AtLeastOne = Annotated[int, Ge(1)]
Steps = Annotated[tuple[Duration, ...], Len(1, 10), AfterValidator(_without_repeats)]
Weekday = Annotated[int, BeforeValidator(_weekday_number)]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Strict:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietHours(_Strict):
    """Wall time of the reader's own day; `begin` later than `end` spans midnight."""

    begin: time
    end: time


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionDefinition(_Strict):
    reminders: Steps


@dataclass(frozen=True, kw_only=True, slots=True)
class DiaryDefinition(_Strict):
    prompts: Steps


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewDefinition(_Strict):
    nudges: Steps
    manager_alert: Duration


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestDefinition(_Strict):
    """`weekday` counts from Monday = 0, as datetime does."""

    weekday: Weekday
    at: time


@dataclass(frozen=True, kw_only=True, slots=True)
class SubmissionDefinition(_Strict):
    """`files_a_day` and `megabytes_a_day` are what one person may send."""

    undo: Duration
    files_a_day: AtLeastOne
    megabytes_a_day: AtLeastOne


@dataclass(frozen=True, kw_only=True, slots=True)
class InvitationDefinition(_Strict):
    valid: Duration


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeDefinition(_Strict):
    """The first language is spoken to people whose own is not known yet."""

    name: Words
    organisation: Words
    languages: Annotated[tuple[Language, ...], Len(1), AfterValidator(_without_repeats)]
    timezone: ZoneInfo
    quiet_hours: QuietHours
    sessions: SessionDefinition
    diary: DiaryDefinition
    reviews: ReviewDefinition
    digest: DigestDefinition
    submissions: SubmissionDefinition
    invitations: InvitationDefinition

    def speaking_first(self, language: Language) -> ProgrammeDefinition:
        others = tuple(other for other in self.languages if other != language)
        return replace(self, languages=(language, *others))

    def living_in(self, timezone: ZoneInfo) -> ProgrammeDefinition:
        return replace(self, timezone=timezone)


def load_programme(file: Path = DEFAULT_FILE) -> ProgrammeDefinition:
    content = read_toml(file)
    try:
        return TypeAdapter(ProgrammeDefinition).validate_python(content)
    except ValidationError as error:
        raise complaints(error, called=lambda key: f"{file.name}, {key}") from None
