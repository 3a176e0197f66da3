"""The decision about somebody's wish to be erased: what would go, what has to stay, and why it was not done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.happenings import HappeningKind
from mentoring.ids import PersonId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.happenings import Happening

_OF_A_WISH = frozenset({HappeningKind.ERASURE_ASKED, HappeningKind.ERASURE_KEPT, HappeningKind.ERASED})


class Because(StrEnum):
    """Why a manager does not erase; OTHER is in the manager's own words."""

    EVIDENCE = "evidence"
    RUNNING = "running"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Extent:
    """Counts. `evidence` files are filed in a toolbar and stay, `attended` sessions and `decisions` stay without the
    person; the rest goes."""

    files: int
    submissions: int
    diaries: int
    questions: int
    concerns: int
    evidence: int
    attended: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Tombstone:
    """That somebody was erased, without who it was: `created_at` tells the row of a backup from another's."""

    person_id: PersonId
    created_at: datetime
    erased_at: datetime
    by_id: PersonId | None


def is_wished(history: Sequence[Happening]) -> bool:
    """The last word about an erasure is the wish: nobody has decided since."""
    of_wishes = [one.kind for one in history if one.kind in _OF_A_WISH]
    return of_wishes[-1:] == [HappeningKind.ERASURE_ASKED]


def is_erased(history: Sequence[Happening]) -> bool:
    return any(one.kind is HappeningKind.ERASED for one in history)
