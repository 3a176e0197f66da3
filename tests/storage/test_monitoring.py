"""Plans for monitoring and the numbers of groups, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mentoring.ids import GroupId
from mentoring.kit import Code
from mentoring.monitoring_plans import Check, Method, MonitoringPlan
from mentoring.people import MembershipState, Role
from mentoring.readiness import Count
from mentoring.sessions import Place, SessionKind, SessionState, Stage
from mentoring.slots import SlotKey, SlotState
from mentoring.submissions import MoveKind, NewMove, State
from storage.tables.meetings import monitoring_plans
from tests.storage.test_documents import NOW, nova, record

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.sessions import Session
    from storage.record import SqlRecord

__all__ = ["record"]


def a_session(
    record: SqlRecord, group: Group, by: Person, *, kind: SessionKind = SessionKind.MONITORING, days: int = 3
) -> Session:
    begins = NOW + timedelta(days=days)
    return record.sessions.add(
        group_id=group.id,
        kind=kind,
        stage=Stage.MID_TERM if kind is SessionKind.MONITORING else None,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=by.id,
        now=NOW,
    )


def test_a_plan_is_kept_with_what_somebody_said_of_it_and_nothing_else(record: SqlRecord) -> None:
    group, maria = nova(record)
    empty = record.monitoring.plan(group.programme_id)
    assert empty == MonitoringPlan(programme_id=group.programme_id)
    with pytest.raises(ValueError, match=str(group.programme_id)):
        record.monitoring.save(empty)

    said = replace(
        empty,
        groups=(group.id,),
        purpose="Дали вървим напред",
        checked=(Check.GOALS,),
        methods=(),
        day=date(2027, 2, 1),
        questions="",
        changed_by=maria.id,
        changed_at=NOW,
    )
    record.monitoring.save(said)
    assert record.monitoring.plan(group.programme_id) == said

    later = replace(said, methods=(Method.MEETING,), day=None, filed_at=NOW, changed_at=NOW + timedelta(hours=1))
    record.monitoring.save(later)
    assert record.monitoring.plan(group.programme_id) == later
    assert record.connection.scalars(select(monitoring_plans.c.programme_id)).all() == [group.programme_id]


def test_sessions_of_monitoring_are_those_that_count(record: SqlRecord) -> None:
    group, maria = nova(record)
    later, sooner = a_session(record, group, maria, days=9), a_session(record, group, maria, days=2)
    cancelled = a_session(record, group, maria, days=1)
    a_session(record, group, maria, kind=SessionKind.FINAL)
    record.sessions.change(cancelled, replace(cancelled, state=SessionState.CANCELLED))

    assert [one.id for one in record.monitoring.sessions([group.id])] == [sooner.id, later.id]
    assert record.monitoring.sessions([group.id])[0].stage is Stage.MID_TERM
    assert record.monitoring.sessions([GroupId(99)]) == []
    assert record.monitoring.sessions([]) == ()


def test_documents_are_counted_of_the_codes_that_are_asked_for(record: SqlRecord) -> None:
    group, maria = nova(record)
    keys = [SlotKey(group_id=group.id, code=Code(code)) for code in ("T03", "T04", "T05", "T10")]
    filed, late, _, _ = (record.slots.add(key, due_on=NOW.date() - timedelta(days=1), now=NOW) for key in keys)
    record.slots.change(filed, replace(filed, state=SlotState.FILED, decided_by=maria.id))
    record.slots.change(late, replace(late, state=SlotState.RETURNED))

    codes = {Code("T03"), Code("T04")}
    assert record.monitoring.documents([group.id], codes, NOW.date()) == {group.id: Count(filed=1, total=2, overdue=1)}
    assert record.monitoring.documents([group.id], codes, NOW.date() - timedelta(days=9))[group.id].overdue == 0
    assert record.monitoring.documents([group.id], set(), NOW.date()) == {}


def test_each_turn_of_what_was_handed_in_waited_for_its_mentor(record: SqlRecord) -> None:
    group, maria = nova(record)
    seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name="Vera", now=NOW)
    record.memberships.save(replace(seat, person_id=maria.id, state=MembershipState.ACTIVE))
    submission = record.submissions.add(mentee_id=maria.id, group_id=group.id, state=State.WAITING, now=NOW)
    turns = (
        *((MoveKind.SEND, 0), (MoveKind.REMARK, 1), (MoveKind.RETURN, 5)),
        *((MoveKind.CORRECT, 24), (MoveKind.ACCEPT, 26)),
    )
    for kind, hours in turns:
        record.submissions.log(submission, NewMove(kind=kind, person_id=maria.id), NOW + timedelta(hours=hours))

    assert record.monitoring.waits([group.id]) == {group.id: [timedelta(hours=5), timedelta(hours=2)]}
    assert record.monitoring.waiting([group.id]) == {group.id: 1}
    assert (record.monitoring.waits([]), record.monitoring.waiting([])) == ({}, {})


def test_a_plan_names_nobody_who_was_erased(record: SqlRecord) -> None:
    group, maria = nova(record)
    vera = record.people.add(telegram_id=44, name="Vera Petrova", language=maria.language, zone="UTC", now=NOW)
    seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name="Вера", now=NOW)
    record.memberships.save(replace(seat, person_id=vera.id, state=MembershipState.ACTIVE))
    plan = MonitoringPlan(programme_id=group.programme_id, groups=(group.id,), changed_by=maria.id, changed_at=NOW)
    record.monitoring.save(replace(plan, questions="Как е\nВера?", risks="Verata, Vera Petrova"))

    record.erasing.erase(vera.id, name="Участник 2", now=NOW)

    kept = record.monitoring.plan(group.programme_id)
    assert (kept.questions, kept.risks) == ("Как е\nУчастник 2?", "Verata, Участник 2")
    assert kept.groups == (group.id,)
