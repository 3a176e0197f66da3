"""A session's minutes: made from what is on record, corrected and accepted by whoever leads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.ids import FilingId, PersonId, ProgrammeId, SessionId
from mentoring.kit import Code, Toolbar
from mentoring.names import cleaned_words
from mentoring.sessions import Place, SessionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.agenda import AgendaItem
    from mentoring.kit import Document
    from mentoring.sessions import Session

MINUTES = Code("X02")
#: Characters of one text: so much can be read back on a phone. More belongs into the Word file.
LONGEST_TEXT = 2000
#: Of sessions that were longer ago nobody is told that their minutes wait; they can be made all the same.
STILL_WAITED_FOR = timedelta(days=35)


class MinutesState(StrEnum):
    DRAFT = "draft"
    ACCEPTED = "accepted"


class Part(StrEnum):
    """What somebody writes. The rest is on record."""

    SUMMARY = "summary"
    DECISIONS = "decisions"
    NEXT_STEPS = "next_steps"


class Phase(StrEnum):
    """FILING: accepted, the file is being made. CORRECTING: what is filed stays until these are accepted."""

    DRAFT = "draft"
    FILING = "filing"
    FILED = "filed"
    CORRECTING = "correcting"


@dataclass(frozen=True, kw_only=True, slots=True)
class Minutes:
    """`with_record`: with what was written in the chat. `revision` grows with every change, and is the guard.

    `filing_id` is what was filed of them, or what the draft would take the place of.
    """

    session_id: SessionId
    state: MinutesState = MinutesState.DRAFT
    summary: str = ""
    decisions: str = ""
    next_steps: str = ""
    with_record: bool = False
    revision: int = 0
    changed_by: PersonId | None = None
    changed_at: datetime
    accepted_by: PersonId | None = None
    accepted_at: datetime | None = None
    filing_id: FilingId | None = None

    def words(self, part: Part) -> str:
        return str(getattr(self, part.value))

    def changed(self, *, by: PersonId, now: datetime) -> Minutes:
        """A draft again, whatever they were."""
        return replace(
            self, state=MinutesState.DRAFT, accepted_by=None, accepted_at=None, changed_by=by, changed_at=now
        )

    def written(self, part: Part, words: str, *, by: PersonId, now: datetime) -> Minutes:
        after = self.changed(by=by, now=now)
        match part:
            case Part.SUMMARY:
                return replace(after, summary=words)
            case Part.DECISIONS:
                return replace(after, decisions=words)
            case Part.NEXT_STEPS:
                return replace(after, next_steps=words)

    def accepted(self, *, by: PersonId, now: datetime) -> Minutes:
        return replace(self, state=MinutesState.ACCEPTED, accepted_by=by, accepted_at=now, filing_id=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingMinutes:
    """Of a session of a `group` that was held and has none in a toolbar. `begun`: somebody has begun to write them."""

    session_id: SessionId
    programme_id: ProgrammeId
    group: str
    number: int
    begun: bool
    has_record: bool


def phase(minutes: Minutes | None, filed: FilingId | None) -> Phase:
    """`filed` stands in the toolbar now, whoever put it there: also a Word file that somebody sent."""
    if minutes is not None and minutes.state is MinutesState.ACCEPTED and minutes.filing_id is None:
        return Phase.FILING
    if filed is None:
        return Phase.DRAFT
    is_draft = minutes is not None and minutes.state is MinutesState.DRAFT
    return Phase.CORRECTING if is_draft and minutes is not None and minutes.filing_id == filed else Phase.FILED


def has_record_at_first(session: Session) -> bool:
    """What was written is the session itself only where it met in the chat."""
    return session.place is Place.CHAT


def summary_at_first(session: Session, agenda: Sequence[AgendaItem]) -> str:
    """What was talked about beside the usual points; the topic where nobody kept to an agenda."""
    done = [one for one in agenda if one.ticked_at is not None]
    return "; ".join(one.text for one in done if one.point is None) if done else session.topic


def toolbar_for(session: Session, document: Document) -> Toolbar:
    """Everything of a monitoring session stands together."""
    if session.kind is SessionKind.MONITORING:
        return Toolbar.MONITORING
    return document.toolbar or Toolbar.MANAGING


def joined(before: str, words: str) -> str:
    return "\n".join(text for text in (before, words) if text)


def tidied(text: str) -> str:
    """Its lines as they were typed, without what hides or reorders them, and with no gaps."""
    return "\n".join(line for line in map(cleaned_words, text.splitlines()) if line)
