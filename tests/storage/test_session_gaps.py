"""Groups without a session ahead are found until their mentors were asked, and tasks are put right; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.session_tasks import TaskKind
from mentoring.sessions import SessionState
from tests.storage.test_documents import NOW, nova, record
from tests.storage.test_minutes import a_session

if TYPE_CHECKING:
    from mentoring.ids import SessionId
    from storage.record import SqlRecord

__all__ = ["record"]


def test_a_group_is_found_until_its_mentors_were_asked_after_its_last_session(record: SqlRecord) -> None:
    group, maria = nova(record)
    a_session(record, group, maria, days_ago=3)
    assert record.session_gaps.without_plan(NOW) == [group.id]

    record.happenings.add(HappeningKind.PLAN_ASKED, now=NOW, group_id=group.id, text="1:1")
    assert record.session_gaps.without_plan(NOW) == []
    assert record.session_gaps.without_plan(NOW + timedelta(days=40)) == []
    a_session(record, group, maria, days_ago=-1)
    assert record.session_gaps.without_plan(NOW + timedelta(days=2)) == [group.id]


def becomes(record: SqlRecord, session_id: SessionId, state: SessionState) -> None:
    session = record.sessions.by_id(session_id)
    assert session is not None
    assert record.sessions.change(session, replace(session, state=state))


def test_a_group_with_a_session_ahead_or_going_on_or_one_that_is_over_is_not(record: SqlRecord) -> None:
    group, maria = nova(record)
    ahead = a_session(record, group, maria, held=False, days_ago=-1)
    assert record.session_gaps.without_plan(NOW) == []

    becomes(record, ahead.id, SessionState.RUNNING)
    assert record.session_gaps.without_plan(NOW + timedelta(days=2)) == []
    becomes(record, ahead.id, SessionState.CANCELLED)
    assert record.session_gaps.without_plan(NOW) == [group.id]
    programme = record.programmes.by_id(group.programme_id)
    record.programmes.save(replace(programme, ends_on=NOW.date() - timedelta(days=2)))
    assert record.session_gaps.without_plan(NOW) == []
    record.programmes.save(replace(programme, ends_on=NOW.date()))
    record.groups.save(replace(group, state=GroupState.COMPLETED))
    assert record.session_gaps.without_plan(NOW) == []


@pytest.mark.parametrize("owned", [False, True])
def test_a_task_is_put_right(record: SqlRecord, owned: bool) -> None:  # noqa: FBT001
    group, maria = nova(record)
    task = record.session_tasks.add(
        session_id=a_session(record, group, maria).id,
        kind=TaskKind.HOMEWORK,
        text="Raed",
        owner_id=None,
        due_on=None,
        made_by=maria.id,
        now=NOW,
    )
    after = replace(task, text="Read", owner_id=maria.id if owned else None, due_on=date(2026, 11, 30))

    record.session_tasks.put_right(after)

    assert record.session_tasks.by_id(task.id) == after
