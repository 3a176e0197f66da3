"""Programmes of any size, written straight into the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

import storage.tables
from mentoring.diaries import DiaryState
from mentoring.people import Language, MembershipState, Reachability, Role
from mentoring.schedule import DueKind, DueState
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.submissions import State
from storage.engine import Database, open_database
from storage.schema import metadata
from storage.tables.people import groups, managers, memberships, people, programmes
from storage.tables.schedule import appointments
from storage.tables.sessions import diaries, sessions
from storage.tables.submissions import submissions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection, Table

REGISTERED = storage.tables.__all__

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MEMBERS = 8
_DAY = timedelta(days=1)
_AT_ONCE = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """`past` sessions of each group have ended, one is about to begin; `owns` groups are the first manager's."""

    groups: int
    owns: int
    past: int = 0
    submissions: int = 0


def build(folder: Path, size: Size) -> Database:
    database = open_database(f"sqlite:///{folder}/clock-{size.groups}.db")
    with database.writing.begin() as connection:
        metadata.create_all(connection)
        _people(connection, size)
        _sessions(connection, size)
        _submissions(connection, size)
    with database.writing.begin() as connection:
        connection.exec_driver_sql("analyze")
    return database


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, object]]) -> None:
    batch: list[dict[str, object]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _people(connection: Connection, size: Size) -> None:
    common = {"language": Language.BG, "zone": "Europe/Sofia", "created_at": NOW - 90 * _DAY}
    known = {**common, "reachability": Reachability.OK, "missed": 0}
    count = 2 + size.groups * MEMBERS
    _fill(
        connection,
        people,
        ({"id": one, "telegram_id": 10_000 + one, "name": f"P{one}", **known} for one in range(1, count + 1)),
    )
    _fill(connection, programmes, ({"id": one, "name": "P", "organisation": "O", **common} for one in (1, 2)))
    _fill(
        connection,
        managers,
        ({"programme_id": one, "person_id": one, "created_at": NOW - 90 * _DAY} for one in (1, 2)),
    )
    _fill(
        connection,
        groups,
        (
            {
                "id": one,
                "programme_id": 1 if one <= size.owns else 2,
                "name": f"Group {one}",
                "language": Language.BG,
                "created_at": NOW - 90 * _DAY,
            }
            for one in range(1, size.groups + 1)
        ),
    )
    _fill(
        connection,
        memberships,
        (
            {
                "group_id": group,
                "role": Role.MENTOR if seat == 0 else Role.MENTEE,
                "name": f"P{member(group, seat)}",
                "person_id": member(group, seat),
                "state": MembershipState.ACTIVE,
                "created_at": NOW - 90 * _DAY,
            }
            for group in range(1, size.groups + 1)
            for seat in range(MEMBERS)
        ),
    )


def member(group: int, seat: int) -> int:
    return 3 + (group - 1) * MEMBERS + seat


def _sessions(connection: Connection, size: Size) -> None:
    """A week apart; every mentee but one has written the diary of each."""
    _fill(
        connection,
        sessions,
        (_session(size, group, number) for group in range(1, size.groups + 1) for number in range(1, size.past + 2)),
    )
    _fill(
        connection,
        diaries,
        (
            {
                "session_id": session_id(size, group, number),
                "person_id": member(group, seat),
                "state": DiaryState.SENT,
                "begun_at": NOW - _DAY,
                "sent_at": NOW - _DAY,
            }
            for group in range(1, size.groups + 1)
            for number in range(1, size.past + 1)
            for seat in range(2, MEMBERS)
        ),
    )


def session_id(size: Size, group: int, number: int) -> int:
    return (group - 1) * (size.past + 1) + number


def _session(size: Size, group: int, number: int) -> dict[str, object]:
    ahead = number == size.past + 1
    starts_at = NOW + timedelta(hours=1) if ahead else NOW - 7 * (size.past + 1 - number) * _DAY + _DAY
    return {
        "id": session_id(size, group, number),
        "group_id": group,
        "number": number,
        "kind": SessionKind.MONITORING,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1),
        "wall_time": "2026-11-23T12:00:00",
        "zone": "Europe/Sofia",
        "place": Place.CHAT,
        "address": "",
        "state": SessionState.PLANNED if ahead else SessionState.HELD,
        "moves": 0,
        "planned_by": member(group, 0),
        "created_at": NOW - 90 * _DAY,
    }


def _submissions(connection: Connection, size: Size) -> None:
    """One of ten waits."""
    _fill(
        connection,
        submissions,
        (
            {
                "group_id": group,
                "mentee_id": member(group, 1 + number % (MEMBERS - 1)),
                "state": State.WAITING if number % 10 == 0 else State.ACCEPTED,
                "version": 1,
                "since": NOW - number * _DAY,
                "sent_at": NOW - number * _DAY,
            }
            for group in range(1, size.groups + 1)
            for number in range(size.submissions)
        ),
    )


def plan_reminders(database: Database, size: Size, *, later: int, due_now: bool = True) -> None:
    """One for everybody at this instant, and so many others next year."""
    now = size.groups * MEMBERS
    with database.writing.begin() as connection:
        _fill(connection, appointments, (_reminder(size, one) for one in range(0 if due_now else now, now + later)))


def _reminder(size: Size, number: int) -> dict[str, object]:
    due_now = number < size.groups * MEMBERS
    group, seat = divmod(number % (size.groups * MEMBERS), MEMBERS)
    due_at = NOW if due_now else NOW + timedelta(days=365, seconds=number)
    return {
        "kind": DueKind.SESSION_REMINDER,
        "subject_id": session_id(size, group + 1, size.past + 1),
        "person_id": member(group + 1, seat),
        "occurrence": f"session_reminder:{number}:0:3600:0",
        "due_at": due_at,
        "wall_time": "2026-11-23T11:00",
        "zone": "Europe/Sofia",
        "expires_at": due_at + timedelta(hours=1),
        "state": DueState.PENDING,
    }
