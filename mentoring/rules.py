"""The numbers that a programme lives by; `config/programmes/*.toml` holds them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from mentoring.consents import NOTICE_VERSION
from mentoring.groups import OptionalTool
from mentoring.kit import Document
from mentoring.people import Language
from mentoring.topics import TOPICS, Topic


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """Quiet hours and the digest's time are wall time in the reader's zone; `digest_weekday` counts from Monday = 0.

    What a programme of the record says of itself goes before this. The defaults are the product's default numbers.
    `makes_pdfs` where the operator has set up a converter.
    """

    programme_names: Mapping[Language, str] = field(default_factory=lambda: {Language.EN: "Mentoring programme"})
    organisation: str = "Your organisation"
    languages: tuple[Language, ...] = (Language.EN, Language.BG)
    zone: str = "Europe/Sofia"
    begins_on: date | None = None
    ends_on: date | None = None
    months: int = 6
    sessions_planned: int = 6
    work_from: time = time(9)
    work_until: time = time(18)
    adult_age: int = 0
    optional_tools: tuple[OptionalTool, ...] = ()
    contacts: str = ""
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    session_reminders: tuple[timedelta, ...] = (timedelta(hours=24), timedelta(hours=1))
    diary_prompts: tuple[timedelta, ...] = (timedelta(minutes=15), timedelta(hours=24), timedelta(hours=72))
    review_nudges: tuple[timedelta, ...] = (timedelta(days=3), timedelta(days=7))
    manager_alert: timedelta = timedelta(days=10)
    digest_weekday: int = 0
    digest_at: time = time(9)
    undo: timedelta = timedelta(minutes=10)
    files_a_day: int = 50
    bytes_a_day: int = 100 * 1024 * 1024
    invitations_valid: timedelta = timedelta(days=14)
    notice_version: int = NOTICE_VERSION
    documents: tuple[Document, ...] = ()
    topics: tuple[Topic, ...] = TOPICS
    screens_files: bool = False
    makes_pdfs: bool = False
    days_off: Container[date] = frozenset()

    def programme_name(self, language: Language) -> str:
        """What a new programme is called in this language, or else in any."""
        return self.programme_names.get(language) or next(iter(self.programme_names.values()))

    @property
    def language(self) -> Language:
        """What is spoken to people whose own language is not known yet."""
        return self.languages[0]
