"""Who lives in the year, and what befalls them: sessions around the changes of the clock, moves, travels, pauses."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.notices.sessions import Step
from mentoring.people import Language, MembershipState, Role
from mentoring.session_drafts import SessionDraft
from mentoring.session_tasks import TaskKind
from mentoring.sessions import Coming, Place, SessionKind
from mentoring.use_cases import attending, planning, reminder_settings, settings
from tests.year import clocks
from tests.year.model import CHOICES, DAY, HOUR, Human, Meeting
from tests.year.world import BEGIN, END, OPERATOR, ZONES, by

if TYPE_CHECKING:
    from mentoring.ids import ProgrammeId
    from mentoring.sessions import Session
    from storage.record import SqlRecord
    from tests.year.world import World

QUIET = (21, 8)
HALF_HOURS = [time(hour, minute) for hour in range(24) for minute in (0, 30) if hour not in (2, 3)]


class Group:
    """Its session is planned once, and perhaps moved or cancelled."""

    def __init__(self, number: int, mentor: int, mentees: list[int]) -> None:
        self.number = number
        self.mentor = mentor
        self.people = {mentor: "mentor", **dict.fromkeys(mentees, "mentee")}
        self.id = GroupId(0)
        self.meeting: Meeting | None = None


async def settle(world: World, size: int) -> None:
    """Each group a mentor and two mentees; every tenth mentee is in two groups. All zones there are."""
    groups, zones = [], [*ZONES]
    world.chance.shuffle(zones)
    known: list[int] = []
    for number in range(size):
        people = [10_000 + 3 * number + seat for seat in range(3)]
        for seat, person in enumerate(people):
            zone = zones[(3 * number + seat) % len(zones)]
            world.zones.add(zone)
            world.model.humans[person] = Human(id=person, zone=zone, quiet=QUIET, reminders=CHOICES)
        mentees = [*people[1:], *([world.chance.choice(known)] if known and world.chance.random() < 0.3 else [])]
        groups.append(Group(number, people[0], mentees))
        known = [*known[-20:], *people[1:]]
    assert world.changes is not None
    await world.changes.make(lambda record, _: _known(record, world, groups))
    for group in groups:
        _life(world, group)
    for person in world.model.humans:
        _moods(world, person)


def _known(record: SqlRecord, world: World, groups: list[Group]) -> None:
    programme = record.programmes.add(
        name="P", organisation="O", language=Language.EN, zone="Europe/Sofia", now=world.now
    )
    operator = record.people.add(telegram_id=OPERATOR, name="M", language=Language.EN, zone="UTC", now=world.now)
    record.managers.add(operator.id, programme.id, world.now)
    ids = {
        one.id: record.people.add(
            telegram_id=one.id, name=f"N{one.id}", language=Language.EN, zone=one.zone, now=world.now
        ).id
        for one in world.model.humans.values()
    }
    for group in groups:
        _found(record, world, group, programme.id, ids)


def _found(record: SqlRecord, world: World, group: Group, programme: ProgrammeId, ids: dict[int, PersonId]) -> None:
    group.id = record.groups.add(
        programme_id=programme, name=f"G{group.number}", language=Language.EN, now=world.now
    ).id
    for person, role in group.people.items():
        place = record.memberships.expect(group_id=group.id, role=Role(role), name=f"N{person}", now=world.now)
        record.memberships.save(replace(place, person_id=ids[person], state=MembershipState.ACTIVE))


# -- sessions


def _life(world: World, group: Group) -> None:
    start = _some_start(world, group)
    planned = start - world.chance.uniform(1, 24 * 10) * HOUR
    world.at(max(planned, BEGIN + HOUR), world.when_up(partial(_plan, group=group, near=start)))
    here = planned
    for _ in range(world.chance.choice([0, 0, 0, 1, 1, 2])):
        here += world.chance.uniform(0.1, 1) * max(start - here, HOUR)
        world.at(max(here, BEGIN + 2 * HOUR), world.when_up(partial(_move, group=group)))
    if world.chance.random() < 0.15:
        moment = planned + world.chance.random() * (start - planned)
        world.at(max(moment, BEGIN + 2 * HOUR), world.when_up(partial(_cancel, group=group)))
    if world.chance.random() < 0.3:
        moment = planned + world.chance.random() * (start - planned)
        world.at(max(moment, BEGIN + 2 * HOUR), world.when_up(partial(_cannot_come, group=group)))


def _some_start(world: World, group: Group) -> datetime:
    """Every second one about when a clock is changed where somebody of the group lives."""
    zones = [world.model.humans[person].zone for person in group.people]
    changed = [one for zone in zones for one in clocks.changes(zone, BEGIN + 12 * DAY, END)]
    if changed and world.chance.random() < 0.5:
        return world.chance.choice(changed) + world.chance.uniform(-30, 50) * HOUR
    return BEGIN + world.chance.uniform(12, 360) * DAY


def _draft(world: World, group: Group, near: datetime) -> tuple[SessionDraft, datetime]:
    """By the mentor, on their wall; where that is as the model reads it."""
    zone = world.model.humans[group.mentor].zone
    day, at = clocks.shown(near, zone).date(), world.chance.choice(HALF_HOURS)
    draft = SessionDraft(
        step=Step.CONFIRM,
        zone=zone,
        group_id=group.id,
        kind=SessionKind.MONITORING,
        day=day,
        at=at,
        place=world.chance.choice([*Place]),
        address="https://example.org",
    )
    return draft, clocks.first(day, at, zone)


async def _plan(world: World, group: Group, near: datetime) -> None:
    draft, starts_at = _draft(world, group, near)
    await world.asks(group.mentor, draft)
    if not await world.does(planning.confirm, planning.Confirm(by=by(group.mentor))):
        return
    homework = world.chance.random() < 0.5
    assert world.changes is not None
    session = await world.changes.make(lambda record, _: _planned(record, world, group, homework=homework))
    assert session.starts_at == starts_at
    group.meeting = Meeting(
        id=session.id,
        starts_at=starts_at,
        has_link=draft.place is not Place.FACE_TO_FACE,
        has_homework=homework,
        people=group.people,
    )
    world.model.plan(group.meeting, world.now)
    world.counts["planned"] += 1


def _planned(record: SqlRecord, world: World, group: Group, *, homework: bool) -> Session:
    [session] = record.sessions.of_groups([group.id], since=BEGIN)
    if homework:
        record.session_tasks.add(
            session_id=session.id,
            kind=TaskKind.HOMEWORK,
            text="Read",
            owner_id=None,
            due_on=None,
            made_by=session.planned_by,
            now=world.now,
        )
    return session


async def _move(world: World, group: Group) -> None:
    if group.meeting is None or group.meeting.cancelled:
        return
    near = group.meeting.starts_at + world.chance.uniform(-24 * 3, 24 * 6) * HOUR
    draft, starts_at = _draft(world, group, near)
    await world.asks(group.mentor, replace(draft, session_id=SessionId(group.meeting.id)))
    if await world.does(planning.confirm, planning.Confirm(by=by(group.mentor))):
        world.model.move(group.meeting, starts_at, world.now)
        world.counts["moved"] += 1


async def _cancel(world: World, group: Group) -> None:
    if group.meeting is None or group.meeting.cancelled:
        return
    await world.asks(
        group.mentor,
        SessionDraft(step=Step.CANCEL, zone="UTC", group_id=group.id, session_id=SessionId(group.meeting.id)),
    )
    command = attending.OfSession(by=by(group.mentor), session_id=SessionId(group.meeting.id))
    if await world.does(attending.confirm_cancelling, command):
        world.model.cancel(group.meeting)
        world.counts["cancelled"] += 1


async def _cannot_come(world: World, group: Group) -> None:
    if group.meeting is None or group.meeting.cancelled:
        return
    person = world.chance.choice([one for one, role in group.people.items() if role == "mentee"])
    command = attending.SayComing(
        by=by(person), session_id=SessionId(group.meeting.id), moves=group.meeting.moves, coming=Coming.NO
    )
    if world.now < group.meeting.starts_at and await world.does(attending.say_coming, command):
        group.meeting.absent.add(person)
        world.counts["cannot come"] += 1


# -- people


def _moods(world: World, person: int) -> None:
    for mood, how_often in (
        (_travels, 0.5),
        (_sleeps_otherwise, 0.5),
        (_wants_others, 0.3),
        (_wants_others, 0.3),
        (_is_woken, 0.2),
    ):
        if world.chance.random() < how_often:
            moment = BEGIN + world.chance.uniform(1, 360) * DAY
            world.at(moment, world.when_up(partial(mood, person=person)))


async def _travels(world: World, person: int) -> None:
    zone = world.chance.choice(ZONES)
    if await world.does(settings.choose_zone, settings.ChooseZone(by=by(person), zone=zone)):
        world.zones.add(zone)
        world.model.humans[person].zone = zone
        world.model.settle_in(person, world.now)
        world.counts["travelled"] += 1


async def _sleeps_otherwise(world: World, person: int) -> None:
    begins, ends = world.chance.randrange(24), world.chance.randrange(24)
    command = settings.ChooseHours(by=by(person), begins=begins, ends=ends, own=True)
    if await world.does(settings.choose_hours, command):
        world.model.humans[person].quiet = (begins, ends)
        world.model.settle_in(person, world.now)
        world.counts["slept otherwise"] += 1


async def _wants_others(world: World, person: int) -> None:
    hours, human = world.chance.choice(CHOICES), world.model.humans[person]
    wanted = hours not in human.reminders
    command = reminder_settings.ChooseReminder(by=by(person), hours=hours, wanted=wanted)
    if await world.does(reminder_settings.choose_reminder, command):
        kept = {*human.reminders, hours} if wanted else {*human.reminders} - {hours}
        human.reminders = tuple(sorted(kept, reverse=True))
        world.model.settle_in(person, world.now)
        world.counts["chose reminders"] += 1


async def _is_woken(world: World, person: int) -> None:
    if await world.does(reminder_settings.be_woken, reminder_settings.BeWoken(by=by(person), woken=True)):
        world.model.humans[person].woken = True
        world.model.settle_in(person, world.now)


# -- the computer


def break_down(world: World, *, times: int, outages: int) -> None:
    """Restarts, pauses of up to some hours, and some of thirty."""
    free = BEGIN + DAY
    pauses = (
        [timedelta(0)] * times + [HOUR * world.chance.uniform(0.02, 7) for _ in range(times)] + [30 * HOUR] * outages
    )
    world.chance.shuffle(pauses)
    room = (END - free) / len(pauses)
    for number, pause in enumerate(pauses):
        begin = free + number * room + world.chance.random() * max(room - pause - HOUR, timedelta())
        world.at(begin, _halt)
        world.at(begin + pause, _boot)
        world.counts["restarts"] += 1


async def _halt(world: World) -> None:
    await world.halt()


async def _boot(world: World) -> None:
    await world.boot()


def set_clocks_wrong(world: World, times: int) -> None:
    """By minutes or hours, either way, and back after seconds or hours."""
    room = (END - BEGIN - 2 * DAY) / times
    for number in range(times):
        begin = BEGIN + DAY + number * room + world.chance.random() * (room - 8 * HOUR)
        by_minutes = world.chance.choice([-1, 1]) * world.chance.choice([3, 7, 20, 90, 300])
        lasts = world.chance.choice([timedelta(seconds=20), timedelta(seconds=70), 10 * HOUR / 60, 5 * HOUR])
        for at, minutes in ((begin, by_minutes), (begin + lasts, -by_minutes)):
            world.at(at, partial(_set, by=timedelta(minutes=minutes)))


async def _set(world: World, by: timedelta) -> None:
    world.sets_clock(by)
