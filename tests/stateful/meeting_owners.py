"""Whose the rows around sessions are: who may bring about that one changes, by the model and the row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.tables.meetings import date_polls, proposed_dates, session_tasks
from tests.stateful import meeting_model

if TYPE_CHECKING:
    from tests.stateful.owners import Presser, Row, Rule


def _of_session(by: Presser, row: Row) -> bool:
    """Of a session that has just come into being: that one's own rule is asked."""
    is_new = row["session_id"] not in by.model.sessions
    return is_new or meeting_model.leads_session(by.model, by.person, row["session_id"])


def _own_or_led(by: Presser, row: Row) -> bool:
    return bool(by.person == row["person_id"]) or _of_session(by, row) or by.merges(row["person_id"])


def _of_group(by: Presser, row: Row) -> bool:
    return by.model.leads(by.person, row["group_id"])


def _of_poll(by: Presser, row: Row) -> bool:
    group = by.world.connection.scalar(select(date_polls.c.group_id).where(date_polls.c.id == row["poll_id"]))
    return group is None or by.model.leads(by.person, group)


def _vote(by: Presser, row: Row) -> bool:
    poll = select(proposed_dates.c.poll_id).where(proposed_dates.c.id == row["proposed_date_id"])
    found = by.world.connection.scalar(poll)
    is_own = bool(by.person == row["person_id"]) or by.merges(row["person_id"])
    return is_own or (found is not None and _of_poll(by, {"poll_id": found}))


def _task(by: Presser, row: Row) -> bool:
    is_own = by.person is not None and by.person == row["made_by"]
    return is_own or _of_session(by, row) or by.merges(row["owner_id"]) or by.merges(row["made_by"])


def _mark(by: Presser, row: Row) -> bool:
    """Whether it is done is said by whoever has to do it."""
    owner = by.world.connection.scalar(select(session_tasks.c.owner_id).where(session_tasks.c.id == row["task_id"]))
    is_own = bool(by.person == row["person_id"]) and owner in {None, by.person}
    return is_own or by.merges(row["person_id"])


def _talk(by: Presser, row: Row) -> bool:
    return meeting_model.asks(by.model, by.person, row["group_id"], row["person_id"]) or by.merges(row["person_id"])


def _said(by: Presser, row: Row) -> bool:
    is_new = row["interview_id"] not in by.model.meetings.talks
    return is_new or meeting_model.asks_in(by.model, by.person, row["interview_id"]) or _erases(by)


def _erases(by: Presser) -> bool:
    """Whoever is erased is named no more, in whatever was written of them."""
    return any(by.decides_erasure_of(one) for one in by.model.wishes)


def _plan(by: Presser, row: Row) -> bool:
    return bool(by.person == row["person_id"]) or by.merges(row["person_id"])


def _minutes(by: Presser, row: Row) -> bool:
    return _of_session(by, row) or _erases(by)


def _monitoring(by: Presser, row: Row) -> bool:
    return by.model.manages_programme(by.person, row["programme_id"]) or _erases(by)


MEETINGS: dict[str, Rule] = {
    "date_polls": _of_group,
    "proposed_dates": _of_poll,
    "date_votes": _vote,
    "attendance": _own_or_led,
    "agenda_items": _of_session,
    "session_tasks": _task,
    "task_marks": _mark,
    "session_lines": _own_or_led,
    "minutes": _minutes,
    "interviews": _talk,
    "interview_answers": _said,
    "monitoring_plans": _monitoring,
    "plan_readings": _plan,
}
