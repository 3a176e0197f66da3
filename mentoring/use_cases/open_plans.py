"""The session that somebody is planning, moving or cancelling right now, as far as they have got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import session_drafts
from mentoring.acts import Act
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.notices.sessions import Step
    from mentoring.ports import Record
    from mentoring.session_drafts import SessionDraft


def open_draft(record: Record, by: Acting, now: datetime) -> SessionDraft | None:
    prompt = record.prompts.of(by.telegram_id, now)
    return session_drafts.read(prompt) if prompt is not None and prompt.asking is Asking.SESSION_PLAN else None


def answered(record: Record, by: Acting, now: datetime) -> SessionDraft:
    """Raises Refusal for a button of a plan that is finished, given up, or no longer theirs."""
    draft = open_draft(record, by, now)
    authorise(record, by, Act.PLAN_SESSION, group_id=draft.group_id if draft else None)
    if draft is None:
        raise Refusal(Why.GONE)
    return draft


def expect(draft: SessionDraft, *steps: Step) -> None:
    """Raises Refusal for a button of a step that has been passed."""
    if draft.step not in steps:
        raise Refusal(Why.ALREADY_DONE)
