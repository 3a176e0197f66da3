"""Whole plans are proposed and taken, fields of one session are filled in, and sessions of the past are logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select

from bot.rendering import Envelope
from mentoring.drafted_plans import DraftStep
from mentoring.ids import GroupId, SessionId
from mentoring.notices.plan_drafts import ProposedPlan
from mentoring.plan_fields import PlanField
from mentoring.plan_readings import PlanReadingId, ReadingState
from mentoring.rhythm import Often
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import (
    draft_answers,
    draft_rows,
    draft_taking,
    past_sessions,
    plan_drafts,
    plan_filling,
    plan_options,
    planning,
)
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.planning import Choose
from storage.tables.outbox import outbox
from tests.stateful.session_acts import leader_of
from tests.stateful.world import Step, World, act

if TYPE_CHECKING:
    from tests.stateful.world import Doing


def propose(world: World) -> None:
    """From the first question to a whole plan; some go on later, and some with another's."""
    group = world.chance.choice([*world.model.groups])
    account = leader_of(world, group)
    may = world.model.leads(world.person(account), group) and world.model.groups[group].state == "running"
    by, plans = world.by(account), {*world.model.meetings.plans}
    asked = plan_drafts.ProposePlan(by=by, group_id=GroupId(group))
    begun = Step(name=f"propose_plan for {group}", by=account, doing=act(plan_drafts.propose, asked), allowed=may)
    if not world.take(begun):
        return
    number = max({*world.model.meetings.plans} - plans, default=0)
    if not number:
        return
    of = PlanReadingId(number)
    often = world.chance.choice([*Often])
    doings = [
        act(draft_answers.choose, draft_answers.Choose(by=by, reading_id=of, weekday=world.chance.randint(0, 6))),
        act(draft_answers.choose, draft_answers.Choose(by=by, reading_id=of, at=time(world.chance.choice([10, 18])))),
        act(plan_drafts.go_to, plan_drafts.GoTo(by=by, reading_id=of, step=DraftStep.OFTEN)),
        act(draft_answers.choose, draft_answers.Choose(by=by, reading_id=of, often=often)),
        act(draft_answers.choose, draft_answers.Choose(by=by, reading_id=of, place=Place.CHAT)),
        act(plan_drafts.go_to, plan_drafts.GoTo(by=by, reading_id=of, step=DraftStep.WHOLE)),
    ]
    if all(world.take(_own(world, number, account, "answer_plan", one)) for one in doings):
        change_rows(world, number)
        if world.chance.random() < 0.7:
            take(world, number)


def change_rows(world: World, number: int) -> None:
    account = world.account(world.model.meetings.plans[number])
    shown, of = _shown(world, number), PlanReadingId(number)
    if shown is None or not shown.rows:
        return
    row = world.chance.choice(shown.rows)
    by = world.by(account)
    out = draft_rows.ChangeRow(by=by, reading_id=of, row=row.key, out=True)
    later = draft_rows.ChangeRow(by=by, reading_id=of, row=row.key, day=row.day + timedelta(days=1))
    back = plan_drafts.GoTo(by=by, reading_id=of, step=DraftStep.WHOLE)
    if world.chance.random() < 0.5:
        done = world.take(_own(world, number, account, "leave_row_out", act(draft_rows.change_row, out)))
        after = _shown(world, number)
        rows = () if after is None else after.rows
        is_anew = after is not None and after.anew
        world.expect(not done or is_anew or row.key not in {one.key for one in rows}, f"row {row} is still there")
    elif world.take(_own(world, number, account, "move_row", act(draft_rows.change_row, later))):
        world.take(_own(world, number, account, "see_plan", act(plan_drafts.go_to, back)))


def take(world: World, number: int | None = None) -> None:
    """As many sessions as the card said, on its days, all ahead and none on another's; or none at all."""
    plans = world.model.meetings.plans
    if not plans:
        return
    number = number or world.chance.choice([*plans])
    own = world.account(plans[number])
    account = own if world.chance.random() < 0.9 else world.somebody()
    shown = _shown(world, number)
    before = world.model.meetings.sessions
    command = plan_drafts.OfDraft(by=world.by(account), reading_id=PlanReadingId(number))
    step = _own(world, number, account, f"take_plan {number}", act(draft_taking.take, command))
    done = world.take(step)
    new = {key: one for key, one in world.model.meetings.sessions.items() if key not in before}
    if not new:
        # Of somebody erased the card is gone, too.
        after = _shown(world, number)
        is_taken = after is not None and after.state is ReadingState.CONFIRMED and shown is not None
        was_taken = shown is not None and shown.state is ReadingState.CONFIRMED
        world.expect(was_taken or not (done and is_taken), f"plan {number} was taken, and nothing is planned")
        return
    assert shown is not None
    zone = ZoneInfo(shown.zone)
    wanted = sorted(datetime.combine(one.day, one.at, zone).astimezone(UTC) for one in shown.rows)
    made = sorted(one.starts for one in new.values())
    world.expect(made == wanted, f"of plan {number} came {made} instead of {wanted}")
    standing = [one for key, one in before.items() if one.state in {"planned", "running", "held"}]
    group = next(iter(new.values())).group
    taken = {one.starts for one in standing if one.group == group}
    world.expect(not taken & {*made}, f"plan {number} meets where something stands: {taken & {*made}}")
    world.expect(all(one.state == "planned" and one.group == group for one in new.values()), f"odd sessions: {new}")
    world.counts["plans taken"] += 1


def _own(world: World, number: int, account: int, name: str, doing: Doing) -> Step:
    owner = world.model.meetings.plans[number]
    may = world.person(account) == owner and world.model.leads_any(owner)
    return Step(name=name, by=account, doing=doing, allowed=may)


def _shown(world: World, number: int) -> ProposedPlan | None:
    """Last, to whichever account of theirs."""
    told = select(outbox.c.facts).where(outbox.c.kind == "ProposedPlan", outbox.c.facts != "")
    for facts in world.connection.scalars(told.order_by(outbox.c.id.desc())):
        notice = msgspec.json.decode(msgspec.json.decode(facts, type=Envelope).notice, type=ProposedPlan)
        if notice.reading_id == number:
            return notice
    return None


def fill(world: World) -> None:
    """One field of one session, by a button or in words; nothing else of any session changes."""
    if not world.model.sessions:
        return
    number, field = world.chance.choice([*world.model.sessions]), world.chance.choice([*PlanField])
    group = world.model.sessions[number]
    account = leader_of(world, group)
    by = world.by(account)
    may = world.model.leads(world.person(account), group)
    meeting = world.model.meetings.sessions[number]
    may = may and meeting.state in {"planned", "running"}
    of = SessionId(number)
    asked = plan_filling.AskField(by=by, session_id=of, field=field, page=0)
    step = Step(
        name=f"ask_field {field.value} of {number}", by=account, doing=act(plan_filling.ask_field, asked), allowed=may
    )
    if not world.take(step):
        return
    if world.chance.random() < 0.6:
        record = world.record
        session = record.sessions.by_id(of)
        assert session is not None
        group_of = record.groups.by_id(GroupId(group))
        found = plan_options.choices(record, group_of, session.kind, field, group_of.language)
        key = world.chance.choice([one.key for one in found] + [0])
        picked = plan_filling.PickOption(by=by, session_id=of, field=field, key=key, page=0)
        doing = act(plan_filling.pick_option, picked)
    else:
        words = world.chance.choice(["90 minutes", "2 hours", "no", f"Aim {world.next()}"])
        doing = act(answer, Answer(by=replace(by, pressed=None), text=words))
    before = world.model.meetings.sessions[number]
    world.take(
        Step(
            name=f"fill {field.value} of {number}",
            by=account,
            doing=doing,
            allowed=may,
            meets=lambda one: one == number,
        )
    )
    after = world.model.meetings.sessions[number]
    world.expect((before.starts, before.state, before.number) == (after.starts, after.state, after.number), f"{after}")
    length = after.ends - after.starts
    is_fixed = before.state != "planned" or before.starts <= world.now
    world.expect(before.ends == after.ends or (field is PlanField.LENGTH and not is_fixed), f"ends: {before}, {after}")
    is_sound = timedelta(minutes=10) <= length <= timedelta(hours=12)
    world.expect(before.ends == after.ends or is_sound, f"session {number} lasts {length}")


def log(world: World) -> None:
    """Held already, on a day that is over; what is ahead is refused or asked about again."""
    group = world.chance.choice([*world.model.groups])
    account = leader_of(world, group)
    by = world.by(account)
    may = world.model.leads(world.person(account), group) and world.model.groups[group].state == "running"
    day = (world.now - timedelta(days=world.chance.choice([1, 3, 30, -2]))).date()
    doings = [
        act(planning.plan_session, planning.PlanSession(by=by, group_id=GroupId(group), past=True)),
        act(planning.choose, Choose(by=by, kind=SessionKind.EMPLOYABILITY)),
        act(planning.choose, Choose(by=by, day=day)),
        act(planning.choose, Choose(by=by, hour=17)),
        act(planning.choose, Choose(by=by, place=world.chance.choice([*Place]))),
    ]
    if not all(world.take(Step(name="log_past", by=account, doing=one, allowed=may)) for one in doings):
        return
    before = world.model.meetings.sessions
    done = world.take(
        Step(
            name=f"log_session of group {group}",
            by=account,
            doing=act(past_sessions.log_session, past_sessions.LogSession(by=by)),
            allowed=may,
            meets=lambda one: one not in before,
        )
    )
    new = {key: one for key, one in world.model.meetings.sessions.items() if key not in before}
    world.expect(not done or len(new) == 1, f"logged were {new}")
    for number, one in new.items():
        world.expect(one.state == "held" and one.group == group, f"logged is {one}")
        if world.chance.random() < 0.4:
            take_back(world, number)


def take_back(world: World, number: int | None = None) -> None:
    """Only of what was logged; never of one that was held with the bot."""
    if not world.model.sessions:
        return
    number = number or world.chance.choice([*world.model.sessions])
    meeting = world.model.meetings.sessions[number]
    account = leader_of(world, meeting.group)
    command = past_sessions.TakeBack(by=world.by(account), session_id=SessionId(number), sure=True)
    was_logged = meeting.state == "held" and meeting.began is None and meeting.created > meeting.starts
    world.take(
        Step(
            name=f"take_logged_back {number}",
            by=account,
            doing=act(past_sessions.take_back, command),
            allowed=was_logged and world.model.leads(world.person(account), meeting.group),
            meets=lambda one: one == number,
        )
    )
