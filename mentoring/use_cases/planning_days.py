"""The day and the time of a session that is planned or moved: pressed or typed, and asked about in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.notices.sessions import Step
from mentoring.refusals import Refusal, Why
from mentoring.said_dates import Doubt
from mentoring.said_days import Asked, Reading, Said, said
from mentoring.use_cases import monitoring_stages, past_days
from mentoring.use_cases.planning_questions import ask

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ports import Record
    from mentoring.session_drafts import SessionDraft

_ASKED = {Step.DAY: Asked.DAY, Step.TIME: Asked.TIME}


def go_on(record: Record, by: Acting, draft: SessionDraft, now: datetime) -> None:
    """To the first question that is still open."""
    ask(record, by, replace(draft, step=_next(draft)), now)


def _next(draft: SessionDraft) -> Step:
    if draft.kind is None:
        return Step.KIND
    if monitoring_stages.is_asked(draft):
        return Step.STAGE
    if draft.day is None:
        return Step.DAY
    if draft.at is None:
        return Step.TIME
    return Step.CONFIRM if draft.place else Step.PLACE


def ask_for_another_day(record: Record, by: Acting, draft: SessionDraft, now: datetime) -> None:
    """On the page where the last one was."""
    ask(record, by, replace(draft, step=Step.DAY, day=None, at=None), now, page=draft.day)


def typed(record: Record, by: Acting, text: str, draft: SessionDraft, now: datetime) -> None:
    """A day, a time, or both; read back before anything is planned."""
    day = draft.day if draft.step is Step.TIME else None
    asked = _ASKED.get(draft.step, Asked.EITHER)
    found = said(text, zones.wall(now, draft.zone), asked=asked, day=day, past=draft.past)
    if found.understood is None:
        return ask(record, by, draft, now, said=found)
    return _with(record, by, draft, found.understood, now)


def pressed(record: Record, by: Acting, draft: SessionDraft, reading: Reading, now: datetime) -> None:
    """Raises Refusal for what has passed since it was offered."""
    whole = replace(reading, day=reading.day or (draft.day if draft.step is Step.TIME else None))
    if past_days.doubt(record, draft, whole, now) is not None:
        raise Refusal(Why.TOO_LATE)
    _with(record, by, draft, reading, now)


def _with(record: Record, by: Acting, draft: SessionDraft, reading: Reading, now: datetime) -> None:
    """A day that was given before its time, or after it, may still not go with it."""
    chosen = replace(draft, day=reading.day or draft.day, at=reading.at or draft.at)
    doubt = past_days.doubt(record, draft, Reading(day=chosen.day, at=chosen.at), now)
    if doubt is None:
        return go_on(record, by, chosen, now)
    if doubt is Doubt.LONG_AGO:
        return ask(record, by, replace(chosen, day=None, at=None, step=Step.DAY), now, said=Said(doubt=doubt))
    return ask(record, by, replace(chosen, at=None, step=Step.TIME), now, said=Said(doubt=doubt))
