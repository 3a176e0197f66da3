"""The clock's rows: what will be due, for whom, and how long it stays worth doing. A row is the schedule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import DueId, PersonId


class DueKind(StrEnum):
    SESSION_REMINDER = "session_reminder"
    SNOOZED_REMINDER = "snoozed_reminder"
    HOMEWORK_EVENING = "homework_evening"
    SESSION_END = "session_end"
    DIARY_PROMPT = "diary_prompt"
    OUTCOME_QUESTION = "outcome_question"
    DIGEST = "digest"
    PAUSE_END = "pause_end"
    STILL_OUT_OF_CHAT = "still_out_of_chat"
    STILL_SILENT = "still_silent"
    ABSENCE_BEGIN = "absence_begin"
    ABSENCE_END = "absence_end"
    PROGRAMME_END = "programme_end"
    MONITORING_NEAR = "monitoring_near"
    DOCUMENTS_DUE = "documents_due"
    FAREWELL = "farewell"
    PLAN_AGAIN = "plan_again"
    DATES_OVER = "dates_over"
    QUESTION_STALE = "question_stale"
    HALF_TIME = "half_time"
    SCAN_LEFT = "scan_left"
    SESSION_START = "session_start"
    STILL_WAITING = "still_waiting"
    AUTO_END = "auto_end"
    PRINT_PACK = "print_pack"


#: What one person is told, so that several of them can be one message.
TO_A_PERSON = frozenset(
    {DueKind.SESSION_REMINDER, DueKind.SNOOZED_REMINDER, DueKind.HOMEWORK_EVENING, DueKind.DIARY_PROMPT}
)
#: Done by the thousand; each of the others is several notices, or a digest.
IN_BULK = frozenset({DueKind.SESSION_REMINDER})
ONE_BY_ONE = frozenset(DueKind) - IN_BULK


class DueState(StrEnum):
    """EXPIRED was claimed when it was no longer worth doing; CANCELLED belonged to something that moved or ended."""

    PENDING = "pending"
    DONE = "done"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Appointment:
    """One thing to do at `due_at`, which was computed from `wall_time` (ISO, local) in the IANA `zone`.

    `occurrence` is unique for as long as it is kept: planning it again, a clock set back or a restart changes nothing.
    """

    kind: DueKind
    subject_id: int
    person_id: PersonId | None
    occurrence: str
    due_at: datetime
    wall_time: str
    zone: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """An appointment whose time has come, claimed by us alone."""

    id: DueId
    kind: DueKind
    subject_id: int
    person_id: PersonId | None
    occurrence: str
    due_at: datetime
    expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """`dues` are still worth doing, `stale` are not any more."""

    dues: Sequence[Due]
    stale: Sequence[Due] = ()

    @property
    def any(self) -> bool:
        return bool(self.dues or self.stale)
