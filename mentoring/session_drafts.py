"""A session while it is being planned, moved or cancelled: the answers so far, kept with the open question."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.ids import GroupId, SessionId
from mentoring.notices.sessions import Step
from mentoring.sessions import USUAL_LENGTH, Place, SessionKind, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.prompts import Prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionDraft:
    """`session_id` is the session that is moved or cancelled; `day` and `at` are wall time in `zone`.

    `proposed` are more such times, with spaces between. No `minutes`: it is as long as usual. `past`: it has been
    held already; `twin` is the session at that hour of which they have been warned.
    """

    step: Step
    zone: str
    group_id: GroupId | None = None
    session_id: SessionId | None = None
    kind: SessionKind | None = None
    stage: Stage | None = None
    day: date | None = None
    at: time | None = None
    place: Place | None = None
    address: str = ""
    reason: str = ""
    proposed: str = ""
    topic: str = ""
    preparation: str = ""
    minutes: int = 0
    past: bool = False
    twin: SessionId | None = None

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.minutes) if self.minutes else USUAL_LENGTH

    @property
    def proposals(self) -> tuple[str, ...]:
        """Wall times that the group is to be asked about, besides the one that is chosen now."""
        return tuple(self.proposed.split())

    @property
    def wall_time(self) -> str:
        return "" if self.day is None or self.at is None else datetime.combine(self.day, self.at).isoformat()

    @property
    def starts_at(self) -> datetime | None:
        return None if self.day is None or self.at is None else zones.instant(self.day, self.at, self.zone)


def stored(draft: SessionDraft) -> Mapping[str, str | int]:
    values = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {name: value if isinstance(value, int) else str(value) for name, value in values.items() if value}


def read(prompt: Prompt) -> SessionDraft:
    words, number = prompt.words, prompt.number
    return SessionDraft(
        step=Step(words("step")),
        zone=words("zone"),
        group_id=GroupId(number("group_id")) or None,
        session_id=SessionId(number("session_id")) or None,
        kind=SessionKind(words("kind")) if words("kind") else None,
        stage=Stage(words("stage")) if words("stage") else None,
        day=date.fromisoformat(words("day")) if words("day") else None,
        at=time.fromisoformat(words("at")) if words("at") else None,
        place=Place(words("place")) if words("place") else None,
        address=words("address"),
        reason=words("reason"),
        proposed=words("proposed"),
        topic=words("topic"),
        preparation=words("preparation"),
        minutes=number("minutes"),
        past=bool(number("past")),
        twin=SessionId(number("twin")) or None,
    )
