"""The question that a session's plan stands at, asked together with its prompt."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from mentoring import notices, session_drafts, zones
from mentoring.notices.sessions import GroupChoice, Planning, Step
from mentoring.people import Role
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.sessions import USUAL_LENGTH, SessionState, is_late_change
from mentoring.use_cases import monitoring_stages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from mentoring.acting import Acting
    from mentoring.ids import GroupId
    from mentoring.ports import Record
    from mentoring.said_days import Said
    from mentoring.session_drafts import SessionDraft

#: What is offered by button; any other time can be typed.
HOURS = range(9, 21)


def ask(
    record: Record,
    by: Acting,
    draft: SessionDraft,
    now: datetime,
    *,
    page: date | None = None,
    groups: Sequence[GroupId] = (),
    said: Said | None = None,
) -> None:
    """`said` is what was typed and is doubted."""
    asked = Prompt(
        telegram_id=by.telegram_id,
        asking=Asking.SESSION_PLAN,
        draft=session_drafts.stored(draft),
        expires_at=now + VALID,
    )
    record.prompts.ask(asked)
    question = _question(record, draft, now, page=page, groups=groups)
    person = record.people.by_telegram_id(by.telegram_id)
    doubted = question if said is None else replace(question, doubt=said.doubt, readings=said.readings)
    notices.answer(record, by, person, doubted)


def _question(
    record: Record, draft: SessionDraft, now: datetime, *, page: date | None, groups: Sequence[GroupId]
) -> Planning:
    today = zones.wall(now, draft.zone).date()
    moved = record.sessions.by_id(draft.session_id) if draft.session_id else None
    return Planning(
        step=draft.step,
        today=today,
        month=page or draft.day or today,
        groups=tuple(GroupChoice(group_id=one, name=record.groups.by_id(one).name) for one in groups),
        group=record.groups.by_id(draft.group_id).name if draft.group_id else "",
        kind=draft.kind,
        stage=draft.stage,
        stages=monitoring_stages.offered(record, draft, now),
        day=draft.day,
        at=draft.at,
        zone=draft.zone,
        hours=_hours(draft, now),
        starts_at=draft.starts_at,
        place=draft.place,
        address=draft.address,
        reason=draft.reason,
        moves=moved is not None,
        session_id=draft.session_id,
        late=moved is not None and is_late_change(moved, now),
        clash=_clashes(record, draft),
        proposals=tuple(zones.instant_of(one, draft.zone) for one in draft.proposals),
    )


def _hours(draft: SessionDraft, now: datetime) -> tuple[int, ...]:
    """Those that are still ahead on the chosen day."""
    day = draft.day
    if draft.step is not Step.TIME or day is None:
        return ()
    return tuple(hour for hour in HOURS if zones.instant(day, time(hour), draft.zone) > now)


def _clashes(record: Record, draft: SessionDraft) -> bool:
    """Whether one of the group's mentors has another session then; that is warned of, and allowed."""
    starts_at, group_id = draft.starts_at, draft.group_id
    if draft.step is not Step.CONFIRM or starts_at is None or group_id is None:
        return False
    mentors = [one.person_id for one in record.memberships.of_group(group_id, Role.MENTOR) if one.person_id]
    led = {one.group_id for mentor in mentors for one in record.memberships.of_person(mentor)}
    others = record.sessions.of_groups([*led], since=starts_at)
    planned = (one for one in others if one.state is SessionState.PLANNED and one.id != draft.session_id)
    return any(one.starts_at < starts_at + USUAL_LENGTH for one in planned)
