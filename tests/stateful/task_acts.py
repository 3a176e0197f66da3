"""What people take home: noted, given to another, put right, taken back and ticked; monitoring is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from mentoring.ids import PersonId, SessionId, TaskId
from mentoring.monitoring_plans import Part
from mentoring.people import MembershipState, Role
from mentoring.prompts import Asking
from mentoring.session_tasks import TaskField
from mentoring.use_cases import catching, changing_tasks, monitoring_planning, own_tasks
from mentoring.use_cases.answering import Answer, answer
from storage.tables.people import memberships
from tests.stateful import meeting_model
from tests.stateful.session_acts import leader_of
from tests.stateful.world import Step, World, act

if TYPE_CHECKING:
    from tests.stateful.world import Doing

TASK = frozenset({"tasks"})


def note(world: World) -> None:
    """For everybody, or for somebody by name."""
    open_to = [number for number, one in world.model.meetings.sessions.items() if one.state in {"running", "held"}]
    if not open_to:
        return
    number = world.chance.choice(open_to)
    group = world.model.sessions[number]
    account = leader_of(world, group)
    may = world.model.leads(world.person(account), group)
    by = world.by(account)
    asked = act(catching.add_task, catching.AddTask(by=by, session_id=SessionId(number)))
    if not world.take(Step(name=f"add_task to {number}", by=account, doing=asked, allowed=may, sure=True)):
        return
    mentees = _mentees(world, group)
    owner = f"{world.chance.choice(mentees)}: " if mentees and world.chance.random() < 0.5 else ""
    said = act(answer, Answer(by=replace(by, pressed=None), text=f"{owner}Task {world.next()}"))
    step = Step(
        name="name_task",
        by=account,
        doing=said,
        allowed=may,
        brings=TASK,
        meets=lambda one: one == number,
    )
    world.take(step)


def _mentees(world: World, group: int) -> list[str]:
    listed = select(memberships.c.name).where(memberships.c.group_id == group, memberships.c.role == Role.MENTEE)
    return [*world.connection.scalars(listed.where(memberships.c.state == MembershipState.ACTIVE))]


def change(world: World) -> None:
    """By whoever made it or leads; one task changes, and no other."""
    tasks = world.model.meetings.tasks
    if not tasks:
        return
    number = world.chance.choice([*tasks])
    group = world.model.sessions[tasks[number].session]
    account = world.account(tasks[number].maker) if world.chance.random() < 0.3 else leader_of(world, group)
    by, of = world.by(account), TaskId(number)
    near = [one.person for one in world.model.of_group(group) if one.person is not None]
    whom = world.chance.choice([0, *near])
    day = world.now.date() + timedelta(days=world.chance.randint(-2, 9))
    doings: list[Doing] = [
        act(changing_tasks.open_task, changing_tasks.OfTask(by=by, task_id=of)),
        act(changing_tasks.take_back, changing_tasks.TakeBack(by=by, task_id=of, yes=world.chance.random() < 0.7)),
        act(changing_tasks.give_to, changing_tasks.GiveTo(by=by, task_id=of, person_id=PersonId(whom))),
        act(changing_tasks.due_on, changing_tasks.DueOn(by=by, task_id=of, day=day)),
        act(changing_tasks.no_day, changing_tasks.OfTask(by=by, task_id=of)),
        act(
            changing_tasks.ask_change,
            changing_tasks.AskChange(by=by, task_id=of, field=world.chance.choice([*TaskField])),
        ),
    ]
    world.take(
        Step(
            name=f"change_task {number}",
            by=account,
            doing=world.chance.choice(doings),
            allowed=meeting_model.changes_task(world.model, world.person(account), number),
            meets=lambda one: one == tasks[number].session,
        )
    )
    after = world.model.meetings.tasks
    others = {key for key in tasks if tasks[key] != after.get(key)} - {number}
    world.expect(not others, f"with task {number} changed {others}")


def tick(world: World) -> None:
    """Whoever has to do it; what was taken back is nobody's."""
    tasks = world.model.meetings.tasks
    if not tasks:
        return
    number = world.chance.choice([*tasks])
    task = tasks[number]
    group = world.model.sessions[task.session]
    near = [world.account(one.person) for one in world.model.of_group(group) if one.person is not None]
    account = world.chance.choice(near) if near and world.chance.random() < 0.9 else world.somebody()
    person = world.person(account)
    is_mentee = world.model.has(person, group, "mentee")
    mine = task.owner == person and (is_mentee or world.model.reviews(person, group))
    may = person is not None and task.state == "open" and (mine or (task.owner is None and is_mentee))
    command = own_tasks.TickTask(by=world.by(account), task_id=TaskId(number))
    step = Step(name=f"tick_task {number}", by=account, doing=act(own_tasks.tick_task, command), allowed=may, sure=True)
    world.take(step)
    listed = act(own_tasks.open_tasks, own_tasks.OpenTasks(by=world.by(account)))
    world.take(Step(name="open_tasks", by=account, doing=listed, allowed=person is not None))


def watch(world: World) -> None:
    """The mid-term monitoring, part by part, by a manager of that programme."""
    programme = world.chance.choice(sorted(world.model.programmes()))
    managers = [world.account(one) for one in sorted(world.model.on_duty(programme))]
    account = world.chance.choice(managers) if managers and world.chance.random() < 0.7 else world.somebody()
    by, part = world.by(account), world.chance.choice([*Part])
    of_part = monitoring_planning.OfPart(by=by, programme_id=programme, part=part)
    key = world.chance.choice([*world.model.groups, 0, 1, 2])
    ticked = monitoring_planning.Tick(by=by, programme_id=programme, part=part, key=key)
    doings: list[Doing] = [
        act(monitoring_planning.open_monitoring, monitoring_planning.OpenMonitoring(by=by, programme_id=programme)),
        act(monitoring_planning.ask_part, of_part),
        act(monitoring_planning.suggest, of_part),
        act(monitoring_planning.tick, ticked),
    ]
    may = world.model.manages_programme(world.person(account), programme)
    doing = world.chance.choice(doings)
    if (
        world.take(Step(name=f"watch {part.value}", by=account, doing=doing, allowed=may))
        and world.chance.random() < 0.5
    ):
        words = world.chance.choice(["Friday", "yes", "no", f"Goal {world.next()}"])
        if world.asked(account) is Asking.MONITORING_PLAN:
            said = act(answer, Answer(by=replace(by, pressed=None), text=words))
            world.take(Step(name="say_of_monitoring", by=account, doing=said, allowed=may))
