"""An absence while somebody says when and who stands in: the answers so far, kept with the open question."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.ids import GroupId, PersonId, ProgrammeId
from mentoring.people import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.prompts import Prompt


class AwayStep(StrEnum):
    """What is asked, in this order."""

    PLACE = "place"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    DEPUTY = "deputy"
    CONFIRM = "confirm"


class Cover(StrEnum):
    """Who stands in: somebody chosen, whoever opens a deputy's link, or nobody."""

    PERSON = "person"
    LINK = "link"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayDraft:
    """`group_id` for a mentor's absence; the days are whole ones in `zone`, the last one included."""

    step: AwayStep
    zone: str
    role: Role | None = None
    programme_id: ProgrammeId | None = None
    group_id: GroupId | None = None
    first: date | None = None
    last: date | None = None
    cover: Cover | None = None
    deputy_id: PersonId | None = None

    def begins_at(self, now: datetime) -> datetime | None:
        """At once where the first day has begun."""
        return None if self.first is None else max(now, zones.instant(self.first, time(), self.zone))

    @property
    def ends_at(self) -> datetime | None:
        return None if self.last is None else zones.instant(self.last + timedelta(days=1), time(), self.zone)


def stored(draft: AwayDraft) -> Mapping[str, str | int]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {name: value if isinstance(value, int) else str(value) for name, value in values.items() if value}


def read(prompt: Prompt) -> AwayDraft:
    words, number = prompt.words, prompt.number
    return AwayDraft(
        step=AwayStep(words("step")),
        zone=words("zone"),
        role=Role(words("role")) if words("role") else None,
        programme_id=ProgrammeId(number("programme_id")) or None,
        group_id=GroupId(number("group_id")) or None,
        first=date.fromisoformat(words("first")) if words("first") else None,
        last=date.fromisoformat(words("last")) if words("last") else None,
        cover=Cover(words("cover")) if words("cover") else None,
        deputy_id=PersonId(number("deputy_id")) or None,
    )
