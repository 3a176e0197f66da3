"""Everybody ticks what they took home from sessions, and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.notices.tasks import OwnTasks
from mentoring.session_tasks import TaskKind
from mentoring.use_cases import homework, own_tasks
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_sessions import plans

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.session_tasks import SessionTask
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def takes_home(nova: Nova, text: str, owner: Person | None = None) -> SessionTask:
    session = plans(nova, nova.anton)
    return nova.desk.record.session_tasks.add(
        session_id=session.id,
        kind=TaskKind.HOMEWORK if owner is None else TaskKind.ACTION,
        text=text,
        owner_id=None if owner is None else owner.id,
        due_on=None,
        made_by=nova.anton.id,
        now=nova.desk.now,
    )


def opens(nova: Nova, person: Person) -> list[tuple[str, bool]]:
    nova.desk.told()
    nova.desk.does(own_tasks.open_tasks, own_tasks.OpenTasks(by=nova.by(person)))
    return [(one.text, one.done) for one in nova.last(person, OwnTasks).tasks]


def ticks(nova: Nova, person: Person, task: SessionTask) -> own_tasks.TickTask:
    return own_tasks.TickTask(by=nova.by(person, pressed=7), task_id=task.id)


def test_homework_is_for_every_mentee_and_an_action_for_one(nova: Nova) -> None:
    takes_home(nova, "Read page 5")
    takes_home(nova, "Send the CV", nova.vera)
    takes_home(nova, "Book the room", nova.anton)

    assert opens(nova, nova.vera) == [("Read page 5", False), ("Send the CV", False)]
    assert opens(nova, nova.ilya) == [("Read page 5", False)]
    assert opens(nova, nova.anton) == [("Book the room", False)]


def test_what_is_ticked_is_reminded_of_no_more_and_a_second_press_takes_it_back(nova: Nova) -> None:
    task = takes_home(nova, "Read page 5")

    nova.desk.does(own_tasks.tick_task, ticks(nova, nova.vera, task))

    assert opens(nova, nova.vera) == [("Read page 5", True)]
    assert homework.still_open(nova.desk.record, nova.group.id, nova.vera.id) == []
    assert homework.still_open(nova.desk.record, nova.group.id, nova.ilya.id) == [task]
    nova.desk.does(own_tasks.tick_task, ticks(nova, nova.vera, task))
    assert opens(nova, nova.vera) == [("Read page 5", False)]


def test_nobody_ticks_what_is_somebody_elses(nova: Nova) -> None:
    task = takes_home(nova, "Send the CV", nova.vera)

    assert nova.desk.refuses(own_tasks.tick_task, ticks(nova, nova.ilya, task)) == "not_allowed"
    assert nova.desk.refuses(own_tasks.tick_task, ticks(nova, nova.maria, task)) == "not_allowed"
