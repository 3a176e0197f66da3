"""What people read of what is kept about them: of each row when it was, and its words. Programs get every column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str | int | bool | None]


class Part(StrEnum):
    """In the order in which they are read; each has one heading."""

    YOU = "you"
    PLACES = "places"
    CONSENTS = "consents"
    SUBMISSIONS = "submissions"
    WORDS = "your_words_about_submissions"
    FILES = "files"
    SESSIONS = "sessions"
    ATTENDANCE = "attendance"
    SAID = "said_in_sessions"
    TASKS = "tasks"
    ANSWERS = "answers_in_talks"
    AGREED = "agreed_in_talks"
    DIARIES = "diaries"
    QUESTIONS = "questions"
    CONCERNS = "concerns"
    DOCUMENTS = "documents"
    SIGNATURES = "signatures"
    HISTORY = "history"


#: For each part the column that says when, and those that are read as words.
_READ: Mapping[Part, tuple[str, Sequence[str]]] = {
    Part.YOU: ("created_at", ("name", "telegram_id", "language", "zone")),
    Part.PLACES: ("created_at", ("group", "name")),
    Part.CONSENTS: ("given_at", ("kind",)),
    Part.SUBMISSIONS: ("sent_at", ("number",)),
    Part.WORDS: ("at", ("text",)),
    Part.FILES: ("received_at", ("name", "in_archive", "caption")),
    Part.SESSIONS: ("starts_at", ("reason",)),
    Part.ATTENDANCE: ("starts_at", ("presence",)),
    Part.SAID: ("said_at", ("text",)),
    Part.TASKS: ("made_at", ("text",)),
    Part.ANSWERS: ("began_at", ("text",)),
    Part.AGREED: ("began_at", ("action", "action_by")),
    Part.DIARIES: ("starts_at", ("text",)),
    Part.QUESTIONS: ("asked_at", ("text",)),
    Part.CONCERNS: ("raised_at", ("text",)),
    Part.DOCUMENTS: ("since", ("code",)),
    Part.SIGNATURES: ("since", ("code", "name")),
    Part.HISTORY: ("at", ("kind",)),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    at: datetime | None
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    part: Part
    lines: tuple[Line, ...]


def sections(rows: Mapping[str, Sequence[Row]]) -> tuple[Section, ...]:
    return tuple(Section(part=part, lines=tuple(_line(part, row) for row in rows.get(part.value, ()))) for part in Part)


def _line(part: Part, row: Row) -> Line:
    when, words = _READ[part]
    at = row.get(when)
    said = (row.get(name) for name in words)
    return Line(
        at=datetime.fromisoformat(at) if isinstance(at, str) else None,
        words=tuple(str(one) for one in said if one not in (None, "")),
    )
