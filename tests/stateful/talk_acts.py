"""Managers talk with people: begun, answered, stopped, gone on with and finished, also by those who may not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, InterviewId, MembershipId
from mentoring.interviews import Rating
from mentoring.prompts import Asking
from mentoring.use_cases import interviewing
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.interviewing import Go
from tests.stateful import meeting_model
from tests.stateful.world import Step, World, act

if TYPE_CHECKING:
    from tests.stateful.world import Doing

TALK = frozenset({"talks"})


def begin(world: World) -> None:
    """With somebody, or with a whole group."""
    group = world.chance.choice([*world.model.groups])
    account = world.manager_of(group)
    by, person = world.by(account), world.person(account)
    if world.chance.random() < 0.2:
        final = interviewing.BeginFinal(by=by, group_id=GroupId(group))
        doing, may = act(interviewing.begin_final, final), world.model.manages(person, group)
    else:
        places = [number for number, one in world.model.places.items() if one.group == group and one.person is not None]
        if not places:
            return
        number = world.chance.choice(places)
        command = interviewing.BeginTalk(by=by, membership_id=MembershipId(number), anew=world.chance.random() < 0.3)
        doing = act(interviewing.begin_talk, command)
        may = meeting_model.asks(world.model, person, group, world.model.places[number].person)
    step = Step(name=f"begin_talk in group {group}", by=account, doing=doing, allowed=may, may_bring=TALK)
    if world.take(step):
        for _ in range(world.chance.randint(0, 14)):
            say(world, account)


def say(world: World, account: int | None = None) -> None:
    """Words, or one of the words that stand for a button."""
    account = account or world.somebody()
    if world.asked(account) is not Asking.INTERVIEW:
        return
    prompt = world.record.prompts.of(account, world.now)
    assert prompt is not None
    may = meeting_model.asks_in(world.model, world.person(account), prompt.number("interview"))
    words = world.chance.choice(
        [f"Noted {world.next()}", f"Noted {world.next()}", "skip", "green", "no", "yes", "back"]
    )
    said = Answer(by=replace(world.by(account, pressed=False), message_id=world.next()), text=words)
    world.take(Step(name="say_in_talk", by=account, doing=act(answer, said), allowed=may))


def press(world: World) -> None:
    talks = world.model.meetings.talks
    if not talks:
        return
    number = world.chance.choice([*talks])
    account = world.manager_of(talks[number].group) if world.chance.random() < 0.8 else world.somebody()
    by, of, place = world.by(account), InterviewId(number), world.chance.randint(0, 14)
    doings: list[Doing] = [
        act(interviewing.go_to, interviewing.GoTo(by=by, interview_id=of, place=world.chance.choice([-1, place]))),
        act(
            interviewing.step,
            interviewing.Step(by=by, interview_id=of, place=place, go=world.chance.choice([*Go])),
        ),
        act(
            interviewing.rate,
            interviewing.Rate(by=by, interview_id=of, place=place, rating=world.chance.choice([*Rating])),
        ),
        act(interviewing.correct, interviewing.OfTalk(by=by, interview_id=of)),
        act(interviewing.finish, interviewing.OfTalk(by=by, interview_id=of)),
    ]
    may = meeting_model.asks_in(world.model, world.person(account), number)
    before = talks[number]
    done = world.take(Step(name=f"talk {number}", by=account, doing=world.chance.choice(doings), allowed=may))
    after = world.model.meetings.talks[number]
    world.expect(done or before == after, f"talk {number} is {after} instead of {before}")
    world.expect(before.state != "done" or after.state == "done", f"talk {number} is open again")


def finish(world: World) -> None:
    """All that was not asked yet is skipped; then it is rated and done."""
    running = [number for number, one in world.model.meetings.talks.items() if one.state != "done"]
    if not running:
        return
    number = world.chance.choice(running)
    account = world.manager_of(world.model.meetings.talks[number].group)
    by, of = world.by(account), InterviewId(number)
    may = meeting_model.asks_in(world.model, world.person(account), number)
    for place in range(11):
        go = interviewing.Step(by=by, interview_id=of, place=place, go=Go.SKIP)
        if not world.take(Step(name="skip", by=account, doing=act(interviewing.step, go), allowed=may)):
            return
    for place in (11, 13, 14):
        rate = interviewing.Rate(by=by, interview_id=of, place=place, rating=world.chance.choice([*Rating]))
        world.take(Step(name="rate_talk", by=account, doing=act(interviewing.rate, rate), allowed=may))
    done = interviewing.OfTalk(by=by, interview_id=of)
    if world.take(Step(name="finish_talk", by=account, doing=act(interviewing.finish, done), allowed=may)):
        world.expect(world.model.meetings.talks[number].state == "done", f"talk {number} is not done")
