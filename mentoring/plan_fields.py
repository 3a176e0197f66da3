"""What the plan says of one session besides when it is: the fields that are filled by a button or in own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never
from zlib import crc32

from mentoring.sessions import SessionKind, SessionState, Stage, can_change
from mentoring.topics import LONGEST_TOPIC

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.sessions import Session

LONGEST_WORDS = 500
#: What is offered by button, in minutes.
LENGTHS = (45, 60, 90, 120, 180)
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=12)
#: In the place of an option: nothing is said about it.
NOTHING = 0
_OPEN = frozenset({SessionState.PLANNED, SessionState.RUNNING})


class PlanField(StrEnum):
    """In the order of the session plan (product/documents.md on T05)."""

    LENGTH = "length"
    PLACE = "place"
    KIND = "kind"
    TOPIC = "topic"
    AIM = "aim"
    GOALS = "goals"
    PREPARATION = "preparation"
    HOMEWORK = "homework"
    DOCUMENTS = "documents"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanOption:
    """`words` are empty where `key` says it: minutes, or which place or kind."""

    key: int
    words: str = ""
    chosen: bool = False


#: Monitoring comes in stages, and each is chosen like a kind of its own.
KINDS: tuple[tuple[SessionKind, Stage | None], ...] = tuple(
    (kind, stage) for kind in SessionKind for stage in (Stage if kind is SessionKind.MONITORING else (None,))
)
#: Several can be chosen for these; what stands between them in the plan.
BETWEEN = {PlanField.GOALS: "; ", PlanField.DOCUMENTS: " ", PlanField.RESPONSIBLE: ", "}
#: They say when and where people come together: fixed once it begins.
FIXED_AT_THE_START = frozenset({PlanField.LENGTH, PlanField.PLACE, PlanField.KIND})
#: Documents are those of the kit and the rest is one of a few, so nobody can make up another.
ONLY_CHOSEN = frozenset({PlanField.PLACE, PlanField.KIND, PlanField.DOCUMENTS})


def can_fill(session: Session, field: PlanField, now: datetime) -> bool:
    return can_change(session, now) if field in FIXED_AT_THE_START else is_open(session)


def is_open(session: Session) -> bool:
    return session.state in _OPEN


def words_of(session: Session, field: PlanField) -> str:
    """As the plan has it; empty for what is no words."""
    return "" if field in FIXED_AT_THE_START else str(getattr(session, field.value))


def with_words(session: Session, field: PlanField, words: str) -> Session:
    said = shortened(field, words)
    match field:
        case PlanField.TOPIC:
            return replace(session, topic=said)
        case PlanField.AIM:
            return replace(session, aim=said)
        case PlanField.GOALS:
            return replace(session, goals=said)
        case PlanField.PREPARATION:
            return replace(session, preparation=said)
        case PlanField.HOMEWORK:
            return replace(session, homework=said)
        case PlanField.DOCUMENTS:
            return replace(session, documents=said)
        case PlanField.RESPONSIBLE:
            return replace(session, responsible=said)
        case PlanField.LENGTH | PlanField.PLACE | PlanField.KIND:
            return session
        case _:
            assert_never(field)


def shortened(field: PlanField, words: str) -> str:
    return words[: LONGEST_TOPIC if field is PlanField.TOPIC else LONGEST_WORDS].strip()


def parts(words: str, field: PlanField) -> list[str]:
    return [one for part in words.split(BETWEEN[field].strip() or None) if (one := part.strip())]


def toggled(words: str, part: str, field: PlanField) -> str:
    """With it or, where it was among them, without it."""
    before = parts(words, field)
    after = [one for one in before if one != part] if part in before else [*before, part]
    return BETWEEN[field].join(after)


def key_of(words: str) -> int:
    """For a button; never NOTHING."""
    return crc32(words.encode()) or 1
