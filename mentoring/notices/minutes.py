"""Minutes as whoever leads the session sees them: what is on record, what is written, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.ids import FilingId, SessionId
from mentoring.kit import Toolbar, Visibility
from mentoring.minutes import Part, Phase
from mentoring.notices import Notice
from mentoring.notices.running import AgendaPoint, Seat, TaskSeen
from mentoring.notices.sessions import SessionSeen


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesRecord:
    """What nobody has to write. `lines` is how many messages were kept, `managers` who came beside the group.

    `next_at` is when they meet next.
    """

    began_at: datetime
    ended_at: datetime
    seats: tuple[Seat, ...]
    managers: tuple[str, ...] = ()
    agenda: tuple[AgendaPoint, ...] = ()
    tasks: tuple[TaskSeen, ...] = ()
    lines: int = 0
    next_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesFiled:
    """What stands in a toolbar. `as_file`: it is a Word file that somebody sent; `outdated`: attendance was changed."""

    filing_id: FilingId
    by: str
    at: datetime
    as_file: bool = False
    outdated: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesCard(Notice):
    """`knows_who_was_there`: attendance is noted, so that they can be accepted by somebody who `can_accept` them.

    `visibility` is who will be able to read them, `failed`: their file could not be made.
    """

    session: SessionSeen
    on_record: MinutesRecord
    phase: Phase
    revision: int
    summary: str
    decisions: str
    next_steps: str
    with_record: bool
    toolbar: Toolbar
    visibility: Visibility
    can_accept: bool
    knows_who_was_there: bool
    filed: MinutesFiled | None = None
    failed: bool = False

    def card(self) -> str:
        return minutes_card(self.session.session_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesAsked(Notice):
    """What `part` shall say. `words` is how it reads now; what is typed is put after it when `adds`, or instead of it.

    `too_long` by so many characters; `needs_words`: something else came.
    """

    session: SessionSeen
    part: Part
    words: str
    adds: bool
    too_long: int = 0
    needs_words: bool = False

    def card(self) -> str:
        return minutes_card(self.session.session_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesClash(Notice):
    """Somebody else has changed the same words meanwhile: nothing is lost, and what becomes of `mine` is asked."""

    session: SessionSeen
    part: Part
    by: str
    theirs: str
    mine: str
    fits: bool = True

    def card(self) -> str:
        return minutes_card(self.session.session_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesWaiting:
    """As a line of the home card."""

    session_id: SessionId
    number: int
    group: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesMoved(Notice):
    """Over the pressed button: somebody has changed them since the card was shown."""

    by: str


def minutes_card(session_id: SessionId) -> str:
    return f"minutes:{session_id}"
