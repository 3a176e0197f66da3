"""A digest reads its manager's own groups, and walks past everybody else's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Connection, insert

from mentoring.diaries import DiaryState
from mentoring.digests import MissingDiary, Unreachable
from mentoring.ids import GroupId, PersonId
from mentoring.kit import Code
from mentoring.people import Language, MembershipState, Reachability, Role
from mentoring.readiness import Count
from mentoring.rules import Rules
from mentoring.sessions import Coming, Place, SessionKind, SessionState
from mentoring.slots import SlotKey, SlotState
from storage.engine import open_database
from storage.record import SqlRecord
from storage.schema import metadata
from storage.tables.people import groups, managers, memberships, people, programmes
from storage.tables.sessions import diaries, session_answers, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mentoring.digests import Facts
    from storage.engine import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=90)
DAY = timedelta(days=1)
MARIA, STOYAN = PersonId(1), PersonId(2)
#: Of each manager; three people in each.
GROUPS, PEOPLE = 40, 3
_SCANNED = re.compile(r"\bSCAN (groups|sessions|memberships|diaries|session_answers|submissions|people|outbox|slots)\b")


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing.begin() as connection:
        _furnish(connection)
        yield connection


def _furnish(connection: Connection) -> None:
    """Stoyan's groups come first. In each group a session was yesterday and another a month ago; one diary is there."""
    common = {"language": Language.BG, "zone": "UTC", "created_at": LONG_AGO}
    _fill(connection, people, [_person(one, common) for one in range(1, 3 + 2 * GROUPS * PEOPLE)])
    _fill(connection, programmes, [{"id": one, "name": "P", "organisation": "O", **common} for one in (1, 2)])
    _fill(connection, managers, [_manager(one) for one in (1, 2)])
    numbers = range(1, 2 * GROUPS + 1)
    _fill(connection, groups, [_group(number) for number in numbers])
    _fill(connection, memberships, [_member(number, seat) for number in numbers for seat in range(PEOPLE)])
    _fill(connection, sessions, [_session(number, which) for number in numbers for which in (0, 1)])
    _fill(connection, diaries, [_diary(number, which) for number in numbers for which in (0, 1)])


def _fill(connection: Connection, table: Any, rows: Sequence[dict[str, object]]) -> None:
    connection.execute(insert(table), rows)


def _person(number: int, common: dict[str, object]) -> dict[str, object]:
    return {"id": number, "telegram_id": number, "name": f"P{number}", "reachability": Reachability.OK, **common}


def _manager(number: int) -> dict[str, object]:
    return {"programme_id": 3 - number, "person_id": number, "created_at": LONG_AGO}


def _group(number: int) -> dict[str, object]:
    programme = 1 if number <= GROUPS else 2
    return {"id": number, "programme_id": programme, "name": f"G{number}", "language": "bg", "created_at": LONG_AGO}


def _member(group: int, seat: int) -> dict[str, object]:
    person = 3 + (group - 1) * PEOPLE + seat
    return {
        "group_id": group,
        "role": Role.MENTOR if seat == 0 else Role.MENTEE,
        "name": f"N{person}",
        "person_id": person,
        "state": MembershipState.ACTIVE,
        "created_at": LONG_AGO,
    }


def _session(group: int, which: int) -> dict[str, object]:
    begins = NOW - (DAY if which else 30 * DAY)
    return {
        "id": 2 * group + which,
        "group_id": group,
        "number": which + 1,
        "kind": SessionKind.FINAL,
        "starts_at": begins,
        "ends_at": begins + timedelta(hours=1),
        "wall_time": "",
        "zone": "UTC",
        "place": Place.CHAT,
        "address": "",
        "state": SessionState.HELD,
        "moves": 0,
        "planned_by": MARIA,
        "created_at": LONG_AGO,
    }


def _diary(group: int, which: int) -> dict[str, object]:
    first_mentee = 4 + (group - 1) * PEOPLE
    session = 2 * group + which
    return {
        "session_id": session,
        "person_id": first_mentee,
        "state": DiaryState.SENT,
        "begun_at": LONG_AGO,
        "sent_at": NOW,
    }


def facts(connection: Connection, manager: PersonId = MARIA) -> Facts:
    return SqlRecord(connection, NOW, Rules()).digests.facts(manager, NOW)


def test_a_digest_tells_of_the_managers_own_groups(connection: Connection) -> None:
    own = facts(connection)

    assert [group.group_id for group in own.groups] == [*range(GROUPS + 1, 2 * GROUPS + 1)]
    assert {(group.held, group.planned, group.last_held) for group in own.groups} == {
        (1, 0, NOW - DAY + timedelta(hours=1))
    }
    assert own.missing[0] == MissingDiary(group_id=GroupId(GROUPS + 1), name=f"N{5 + GROUPS * PEOPLE}")
    assert (len(own.missing), own.diaries_in) == (GROUPS, GROUPS)


def test_whoever_could_not_come_owes_no_diary(connection: Connection) -> None:
    group = GROUPS + 1
    declined = {"session_id": 2 * group + 1, "person_id": 5 + GROUPS * PEOPLE, "coming": Coming.NO, "at": LONG_AGO}
    connection.execute(insert(session_answers), declined)

    assert len(facts(connection).missing) == GROUPS - 1


def test_the_documents_of_the_own_groups_are_counted(connection: Connection) -> None:
    record = SqlRecord(connection, NOW, Rules())
    theirs = next(group.id for group in record.groups.of_programme(record.programmes.managed_by(MARIA)[0].id))
    states = (SlotState.FILED, SlotState.OPEN, SlotState.SUBMITTED, SlotState.WAIVED)
    for number, state in enumerate(states, 1):
        key = SlotKey(group_id=theirs, code=Code(f"T0{number}"))
        slot = record.slots.add(key, due_on=(NOW - DAY).date(), now=NOW)
        record.slots.change(slot, replace(slot, state=state))

    [counted] = [one.documents for one in record.digests.facts(MARIA, NOW).groups if one.documents.total]

    assert counted == Count(filed=1, total=3, overdue=1)
    assert [one for one in record.digests.facts(STOYAN, NOW).groups if one.documents.total] == []


def test_people_out_of_reach_are_those_of_the_own_groups(connection: Connection) -> None:
    connection.execute(people.update().where(people.c.id.in_([4, 4 + GROUPS * PEOPLE])).values(reachability="blocked"))

    found = Unreachable(group_id=GroupId(GROUPS + 1), name=f"N{4 + GROUPS * PEOPLE}")
    assert facts(connection).unreachable == [found]


@pytest.mark.parametrize("analysed", [False, True], ids=["before SQLite knows the tables", "when it knows them"])
def test_no_table_is_read_from_end_to_end(tmp_path: Path, analysed: bool) -> None:  # noqa: FBT001
    """A plan names what it scans; the SQL is taken from the driver, as it came there."""
    database = open_database(f"sqlite:///{tmp_path}/record.db")
    asked: list[str] = []
    with database.writing.begin() as connection:
        metadata.create_all(connection)
        _furnish(connection)
        if analysed:
            connection.exec_driver_sql("ANALYZE")
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        facts(connection)
        driver.set_trace_callback(None)
        plans = {sql: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all() for sql in asked}
    database.close()

    assert len(plans) >= 7
    scans = [step[3] for plan in plans.values() for step in plan if _SCANNED.search(step[3])]
    assert scans == []
