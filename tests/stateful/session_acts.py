"""Sessions are planned and called off, and diaries written of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, SessionId
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import attending, diary_keeping, planning
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.planning import Choose
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.world import World


def plan(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    account = leader_of(world, group)
    by = world.by(account)
    leads = world.model.leads(world.person(account), group) and world.model.groups[group].state == "running"
    day = (world.now + timedelta(days=world.chance.randint(1, 5))).date()
    answers = (Choose(by=by, kind=SessionKind.EMPLOYABILITY), Choose(by=by, day=day), Choose(by=by, hour=17))
    doings = [
        act(planning.plan_session, planning.PlanSession(by=by, group_id=GroupId(group))),
        *(act(planning.choose, one) for one in (*answers, Choose(by=by, place=Place.CHAT))),
    ]
    if all(world.take(Step(name="plan", by=account, doing=one, allowed=leads)) for one in doings):
        world.plans[account] = group
        if world.chance.random() < 0.7:
            confirm(world, account)


def leader_of(world: World, group: int) -> int:
    """Mostly."""
    leaders = sorted(one for one in world.model.accounts if world.model.leads(world.person(one), group))
    return world.chance.choice(leaders) if leaders and world.chance.random() < 0.8 else world.somebody()


def confirm(world: World, account: int | None = None) -> None:
    if not world.plans:
        return
    account = account or world.chance.choice([*world.plans])
    group = world.plans.pop(account)
    world.take(
        Step(
            name=f"plan session of group {group}",
            by=account,
            doing=act(planning.confirm, planning.Confirm(by=world.by(account))),
            allowed=world.model.leads(world.person(account), group) and world.model.groups[group].state == "running",
        )
    )


def call_off(world: World) -> None:
    if not world.model.sessions:
        return
    number = world.chance.choice([*world.model.sessions])
    account = world.somebody()
    leads = world.model.leads(world.person(account), world.model.sessions[number])
    command = attending.OfSession(by=world.by(account), session_id=SessionId(number))
    asked = Step(name=f"call_off {number}", by=account, doing=act(attending.cancel_session, command), allowed=leads)
    if world.take(asked):
        doing = act(attending.confirm_cancelling, command)
        of = Step(name=f"cancel {number}", by=account, doing=doing, allowed=leads, meets=lambda one: one == number)
        world.take(of)


def write(world: World) -> None:
    """Begun, answered once, and handed in: by a mentee of the session's own group, or by somebody who tries."""
    if not world.model.sessions:
        return
    number = world.chance.choice([*world.model.sessions])
    group = world.model.sessions[number]
    mentees = [one for one in world.model.accounts if world.model.has(world.person(one), group, "mentee")]
    account = world.chance.choice(mentees) if mentees and world.chance.random() < 0.8 else world.somebody()
    is_mentee = world.model.has(world.person(account), group, "mentee")
    command = diary_keeping.OfDiary(by=world.by(account), session_id=SessionId(number))
    doing = act(diary_keeping.write_diary, command)
    if not world.take(
        Step(
            name=f"write diary of {number}",
            by=account,
            doing=doing,
            allowed=is_mentee,
            may_bring=frozenset({"diaries"}),
        )
    ):
        return
    by = replace(world.by(account, pressed=False), message_id=world.next())
    said = act(answer, Answer(by=by, text="We wrote a letter"))
    if world.take(Step(name="say", by=account, doing=said, allowed=True)):
        doing = act(diary_keeping.send_diary, command)
        world.take(Step(name=f"hand_in diary of {number}", by=account, doing=doing, allowed=is_mentee))
