"""A filled session plan that was sent: what was understood of it waits until somebody confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NewType, Protocol

from mentoring.ids import GroupId, PersonId
from mentoring.plan_rows import WrittenPlan

if TYPE_CHECKING:
    from collections.abc import Sequence

PlanReadingId = NewType("PlanReadingId", int)


class ReadingState(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanReading:
    """`group_id` is None until somebody says whose plan it is. In the `plan` stands what they answered, too."""

    id: PlanReadingId
    person_id: PersonId
    group_id: GroupId | None
    file_id: str
    file_name: str
    state: ReadingState
    plan: WrittenPlan
    sent_at: datetime


class PlanReadings(Protocol):
    def add(
        self, *, person_id: PersonId, group_id: GroupId | None, file_id: str, file_name: str, plan: WrittenPlan
    ) -> PlanReading: ...

    def by_id(self, reading_id: PlanReadingId) -> PlanReading | None: ...

    def open_of(self, person_id: PersonId) -> Sequence[PlanReading]:
        """What waits for this person, oldest first."""

    def change(self, before: PlanReading, after: PlanReading) -> bool:
        """One guarded UPDATE: False when it waits no more."""
