"""How far back a session can be logged that nobody had planned, and whether it is on record already."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.said_dates import Doubt
from mentoring.said_days import FURTHEST, Reading, doubted
from mentoring.sessions import Session, SessionState

if TYPE_CHECKING:
    from datetime import date, datetime

    from mentoring.ids import GroupId
    from mentoring.ports import Record
    from mentoring.session_drafts import SessionDraft

_A_MONTH = timedelta(days=31)
#: Two that begin so close together are most likely one and the same.
_THE_SAME_HOUR = timedelta(hours=1)


def earliest(record: Record, group_id: GroupId, now: datetime) -> date:
    """A group may have met before the bot knew of it, but for no longer than its whole programme lasts."""
    group = record.groups.by_id(group_id)
    programme = record.programmes.by_id(group.programme_id)
    period = record.rules.months * _A_MONTH
    if programme.begins_on is not None and programme.ends_on is not None:
        period = programme.ends_on - programme.begins_on
    begun = zones.wall(group.created_at, programme.zone).date() - period
    return max(begun, zones.wall(now, programme.zone).date() - FURTHEST)


def doubt(record: Record, draft: SessionDraft, reading: Reading, now: datetime) -> Doubt | None:
    """Why it can't be then: it is still ahead, or was too long ago; of one that is planned, why nobody can meet."""
    found = doubted(reading, zones.wall(now, draft.zone), past=draft.past)
    if found is not None or not draft.past or reading.day is None or draft.group_id is None:
        return found
    return Doubt.LONG_AGO if reading.day < earliest(record, draft.group_id, now) else None


def twin(record: Record, draft: SessionDraft) -> Session | None:
    """One that the group has on record at that hour."""
    starts_at = draft.starts_at
    if not draft.past or starts_at is None or draft.group_id is None:
        return None
    near = record.sessions.of_groups([draft.group_id], since=starts_at - _THE_SAME_HOUR)
    known = (one for one in near if one.state is not SessionState.CANCELLED)
    return next((one for one in known if abs(one.starts_at - starts_at) < _THE_SAME_HOUR), None)
