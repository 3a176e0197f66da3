"""The question that a session's plan stands at, asked together with its prompt."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, session_drafts, zones
from mentoring.notices.sessions import STEP_OF_FIELD, GroupChoice, Planning, Step
from mentoring.people import Role
from mentoring.plan_fields import PlanField
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.sessions import SessionState, is_late_change
from mentoring.use_cases import monitoring_stages, open_questions, past_days, plan_options, session_cards

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
    options_page: int = 0,
    misread: bool = False,
) -> None:
    """`said` is what was typed and is doubted, `options_page` of what can be said besides."""
    twin = past_days.twin(record, draft)
    draft = replace(draft, twin=None if twin is None else twin.id)
    asked = Prompt(
        telegram_id=by.telegram_id,
        asking=Asking.SESSION_PLAN,
        draft=session_drafts.stored(draft),
        expires_at=now + VALID,
    )
    person = record.people.by_telegram_id(by.telegram_id)
    if person is not None:
        open_questions.give_up(record, person, now)
    record.prompts.ask(asked)
    question = _with_options(record, draft, _question(record, draft, now, page=page, groups=groups), options_page)
    doubted = question if said is None else replace(question, doubt=said.doubt, readings=said.readings)
    notices.answer(record, by, person, replace(doubted, misread=misread))


def _question(
    record: Record, draft: SessionDraft, now: datetime, *, page: date | None, groups: Sequence[GroupId]
) -> Planning:
    today = zones.wall(now, draft.zone).date()
    moved = record.sessions.by_id(draft.session_id) if draft.session_id else None
    twin = past_days.twin(record, draft)
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
        topic=draft.topic,
        preparation=draft.preparation,
        minutes=draft.length // timedelta(minutes=1),
        extras=_extras(draft),
        past=draft.past,
        since=past_days.earliest(record, draft.group_id, now) if draft.past and draft.group_id else None,
        twin=None if twin is None else session_cards.seen(twin, record.groups.by_id(twin.group_id).name),
    )


def _extras(draft: SessionDraft) -> tuple[PlanField, ...]:
    """Nobody has to say any of it; nothing is brought to what is over."""
    if draft.step is not Step.CONFIRM or draft.session_id is not None:
        return ()
    return (PlanField.TOPIC, PlanField.LENGTH) if draft.past else tuple(STEP_OF_FIELD)


def _with_options(record: Record, draft: SessionDraft, question: Planning, page: int) -> Planning:
    field = next((field for field, step in STEP_OF_FIELD.items() if step is draft.step), None)
    if field is None or draft.group_id is None:
        return question
    group = record.groups.by_id(draft.group_id)
    found = plan_options.choices(record, group, draft.kind, field, group.language)
    page = min(max(page, 0), plan_options.pages_of(found) - 1)
    said = draft.topic if field is PlanField.TOPIC else str(question.minutes)
    options = plan_options.shown(plan_options.on_page(found, page), said, field)
    return replace(question, options=options, page=page, pages=plan_options.pages_of(found))


def _hours(draft: SessionDraft, now: datetime) -> tuple[int, ...]:
    """Those that are still ahead on the chosen day, or those that have passed."""
    day = draft.day
    if draft.step is not Step.TIME or day is None:
        return ()
    began = {hour: zones.instant(day, time(hour), draft.zone) for hour in HOURS}
    return tuple(hour for hour, at in began.items() if (at < now if draft.past else at > now))


def _clashes(record: Record, draft: SessionDraft) -> bool:
    """Whether one of the group's mentors has another session then; that is warned of, and allowed."""
    starts_at, group_id = draft.starts_at, draft.group_id
    if draft.step is not Step.CONFIRM or starts_at is None or group_id is None:
        return False
    mentors = [one.person_id for one in record.memberships.of_group(group_id, Role.MENTOR) if one.person_id]
    led = {one.group_id for mentor in mentors for one in record.memberships.of_person(mentor)}
    others = record.sessions.of_groups([*led], since=starts_at)
    planned = (one for one in others if one.state is SessionState.PLANNED and one.id != draft.session_id)
    return any(one.starts_at < starts_at + draft.length for one in planned)
