"""What whoever plans a session can say besides, and need not: its topic, what to bring, how long it lasts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import names, plan_fields, zones
from mentoring.acting import Acting
from mentoring.notices.sessions import STEP_OF_FIELD, Step
from mentoring.plan_fields import NOTHING, PlanField
from mentoring.refusals import Refusal, Why
from mentoring.said_lengths import length_said
from mentoring.use_cases import plan_options
from mentoring.use_cases.open_plans import answered
from mentoring.use_cases.planning_questions import ask
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.session_drafts import SessionDraft
    from mentoring.sessions import Session

_FIELD_OF_STEP = {step: field for field, step in STEP_OF_FIELD.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class AskExtra:
    by: Acting
    field: PlanField
    page: int


def ask_extra(record: Record, command: AskExtra, now: datetime) -> None:
    draft = answered(record, command.by, now)
    step = STEP_OF_FIELD.get(command.field)
    if step is None or draft.step not in {Step.CONFIRM, step} or draft.session_id is not None:
        raise Refusal(Why.ALREADY_DONE)
    ask(record, command.by, replace(draft, step=step), now, options_page=command.page)


@dataclass(frozen=True, kw_only=True, slots=True)
class PickExtra:
    """NOTHING for a key leaves it out."""

    by: Acting
    field: PlanField
    key: int


def pick_extra(record: Record, command: PickExtra, now: datetime) -> None:
    draft, field = answered(record, command.by, now), command.field
    if draft.step is not STEP_OF_FIELD.get(field) or draft.group_id is None:
        raise Refusal(Why.ALREADY_DONE)
    group = record.groups.by_id(draft.group_id)
    found = plan_options.choices(record, group, draft.kind, field, group.language)
    value = next((one.value for one in found if one.key == command.key), "")
    if not value and command.key != NOTHING:
        raise Refusal(Why.GONE)
    _back_to_the_end(record, command.by, _with(draft, field, value), now)


def typed(record: Record, by: Acting, text: str, draft: SessionDraft, now: datetime) -> None:
    """“No” leaves it out."""
    field = _FIELD_OF_STEP[draft.step]
    value = "" if understood(text) is False else _meant(field, text, draft)
    if value is None:
        return ask(record, by, draft, now, misread=True)
    return _back_to_the_end(record, by, _with(draft, field, value), now)


def _meant(field: PlanField, text: str, draft: SessionDraft) -> str | None:
    if field is not PlanField.LENGTH or draft.starts_at is None:
        return names.cleaned_words(text) or None
    length = length_said(text, zones.wall(draft.starts_at, draft.zone))
    return None if length is None else str(length // timedelta(minutes=1))


def _with(draft: SessionDraft, field: PlanField, value: str) -> SessionDraft:
    match field:
        case PlanField.TOPIC:
            return replace(draft, topic=plan_fields.shortened(field, value))
        case PlanField.LENGTH:
            return replace(draft, minutes=int(value or 0))
        case _:
            return replace(draft, preparation=plan_fields.shortened(field, value))


def _back_to_the_end(record: Record, by: Acting, draft: SessionDraft, now: datetime) -> None:
    ask(record, by, replace(draft, step=Step.CONFIRM), now)


def added(record: Record, session: Session, draft: SessionDraft) -> Session:
    """What was said besides, in the session that has just been planned."""
    if not (draft.topic or draft.preparation):
        return session
    after = replace(session, topic=draft.topic, preparation=draft.preparation)
    record.sessions.change(session, after)
    return record.sessions.by_id(session.id) or after
