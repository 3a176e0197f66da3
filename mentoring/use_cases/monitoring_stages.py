"""Which monitoring a planned session is: asked by one button, with the likely one first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring import monitoring, zones
from mentoring.notices.sessions import Step
from mentoring.plan_reading.stages import stage_said
from mentoring.sessions import SessionKind, SessionState, Stage
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from mentoring.ids import GroupId
    from mentoring.ports import Record
    from mentoring.session_drafts import SessionDraft

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTS = frozenset({SessionState.PLANNED, SessionState.RUNNING, SessionState.HELD})


def is_asked(draft: SessionDraft) -> bool:
    """Not of a session that is moved: it stays what it is."""
    return draft.kind is SessionKind.MONITORING and draft.stage is None and draft.session_id is None


def offered(record: Record, draft: SessionDraft, now: datetime) -> tuple[Stage, ...]:
    if draft.step is not Step.STAGE or draft.group_id is None:
        return ()
    return _likely_first(record, draft.group_id, draft, now)


def said(record: Record, draft: SessionDraft, words: str, now: datetime) -> Stage | None:
    """A yes takes the likely one."""
    named = stage_said(words)
    if named is not None or not understood(words):
        return named
    return next(iter(offered(record, draft, now)), None)


def _likely_first(record: Record, group_id: GroupId, draft: SessionDraft, now: datetime) -> tuple[Stage, ...]:
    programme = record.programmes.by_id(record.groups.by_id(group_id).programme_id)
    before = record.sessions.of_groups([group_id], since=_EVER)
    had = {one.stage for one in before if one.stage is not None and one.state in _COUNTS}
    return monitoring.likely_first(programme, draft.day or zones.wall(now, programme.zone).date(), had)
