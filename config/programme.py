"""A programme definition: the numbers a run of mentoring lives by, as one TOML file that a manager can read.

The default file holds the product's default numbers; a programme of its own copies and changes it. A key that we do
not know is refused by name, because a misspelt reminder would otherwise be silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, ClassVar, Literal, get_args
from zoneinfo import ZoneInfo

from annotated_types import Ge, Le, Len
from holidays import list_supported_countries
from pydantic import AfterValidator, BeforeValidator, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from config.checks import complaints, duration, read_toml
from config.documents import Documents
from config.topics import Topics

DEFAULT_FILE = Path(__file__).parent / "programmes" / "default.toml"
#: The documents of the kit that a programme may leave out.
TOOLS = (*(f"T{number:02}" for number in range(9, 15)), *(f"X{number:02}" for number in range(1, 10)))
Language = Literal["en", "bg"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday_number(name: object) -> int:
    if name not in WEEKDAYS:
        raise ValueError(f"write one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(str(name))


def _without_repeats(steps: tuple[object, ...]) -> tuple[object, ...]:
    if len(set(steps)) < len(steps):
        raise ValueError("the same entry stands here twice")
    return steps


def _in_every_language(name: object) -> object:
    """Whoever writes one name means it for everybody."""
    return dict.fromkeys(get_args(Language), name) if isinstance(name, str) else name


def _known_country(code: object) -> object:
    if code and code not in list_supported_countries(include_aliases=False):
        raise ValueError('write two letters such as "BG", or "" for none')
    return code


def _known_tool(name: object) -> object:
    if name not in TOOLS:
        raise ValueError(f"write some of {', '.join(TOOLS)}")
    return name


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Name = Annotated[dict[Language, Words], BeforeValidator(_in_every_language), Len(1)]
Country = Annotated[str, BeforeValidator(_known_country)]
Contacts = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Tool = Annotated[str, BeforeValidator(_known_tool)]
Duration = Annotated[timedelta, BeforeValidator(duration)]
AtLeastOne = Annotated[int, Ge(1)]
Months = Annotated[int, Ge(1), Le(60)]
Sessions = Annotated[int, Ge(1), Le(100)]
Age = Annotated[int, Ge(0), Le(30)]
Steps = Annotated[tuple[Duration, ...], Len(1, 10), AfterValidator(_without_repeats)]
Weekday = Annotated[int, BeforeValidator(_weekday_number)]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Strict:
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, kw_only=True, slots=True)
class Period(_Strict):
    """Days in the programme's zone; `months` is its length where it names no last day."""

    months: Months
    begins: date | None = None
    ends: date | None = None


def _ends_after_it_begins(period: Period) -> Period:
    if period.ends is not None and (period.begins is None or period.ends <= period.begins):
        raise ValueError("the last day needs a first day before it")
    return period


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingHours(_Strict):
    begin: time
    end: time


def _of_one_day(hours: WorkingHours) -> WorkingHours:
    if hours.end <= hours.begin:
        raise ValueError("they have to end later on the day on which they begin")
    return hours


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietHours(_Strict):
    """Wall time of the reader's own day; `begin` later than `end` spans midnight."""

    begin: time
    end: time


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionDefinition(_Strict):
    """`planned` in one group."""

    planned: Sessions
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
    """The first language is spoken to people whose own is not known yet. `adult_age` 0 asks nobody's age.

    A file without documents has those of the default one, and one without topics the usual ones. `holidays` names the
    country whose public holidays are no working days, empty for none.
    """

    name: Name
    organisation: Words
    languages: Annotated[tuple[Language, ...], Len(1), AfterValidator(_without_repeats)]
    timezone: ZoneInfo
    adult_age: Age
    optional_tools: Annotated[tuple[Tool, ...], AfterValidator(_without_repeats)]
    contacts: Contacts
    period: Annotated[Period, AfterValidator(_ends_after_it_begins)]
    working_hours: Annotated[WorkingHours, AfterValidator(_of_one_day)]
    quiet_hours: QuietHours
    sessions: SessionDefinition
    diary: DiaryDefinition
    reviews: ReviewDefinition
    digest: DigestDefinition
    submissions: SubmissionDefinition
    invitations: InvitationDefinition
    documents: Documents = ()
    topics: Topics = ()
    holidays: Country = "BG"

    def speaking_first(self, language: Language) -> ProgrammeDefinition:
        others = tuple(other for other in self.languages if other != language)
        return replace(self, languages=(language, *others))

    def living_in(self, timezone: ZoneInfo) -> ProgrammeDefinition:
        return replace(self, timezone=timezone)


def load_programme(file: Path = DEFAULT_FILE) -> ProgrammeDefinition:
    content = {"documents": read_toml(DEFAULT_FILE)["documents"], **read_toml(file)}
    try:
        return TypeAdapter(ProgrammeDefinition).validate_python(content)
    except ValidationError as error:
        raise complaints(error, called=lambda key: f"{file.name}, {key}") from None
