"""What is expected of people is planned, put off and looked at; what leaders send is filed, also by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.ids import GroupId, SlotId, UploadId
from mentoring.kit import Toolbar
from mentoring.use_cases import putting_off, slot_cards, slot_planning, uploads
from mentoring.use_cases.uploads import SayOfUpload
from tests.stateful import rows
from tests.stateful.world import CLOCK, Step, World, act

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices import Notice
    from storage.record import SqlRecord


def plan(world: World) -> None:
    """As after every change of a group."""
    group = GroupId(world.chance.choice([*world.model.groups]))

    def doing(record: SqlRecord, now: datetime) -> Notice | None:
        slot_planning.plan(record, record.groups.by_id(group), now)
        return None

    world.take(Step(name="plan_slots", by=CLOCK, doing=doing, allowed=True))


def file(world: World) -> None:
    """Group and toolbar are said, so that it is filed; by whoever sent it, or by somebody else."""
    waiting = [number for number, one in rows.uploads_of(world.connection).items() if one.state == "open"]
    if not waiting:
        return
    number = world.chance.choice(waiting)
    group = world.chance.choice([*world.model.groups])
    _say(world, number, GroupId(group), None)
    _say(world, number, None, world.chance.choice([*Toolbar]))


def _say(world: World, number: int, into: GroupId | None, toolbar: Toolbar | None) -> None:
    upload = rows.uploads_of(world.connection)[number]
    leaders = [account for account, one in world.model.accounts.items() if world.model.leads_any(one)]
    own = world.account(upload.person)
    account = world.chance.choice([own, own, own, world.chance.choice(leaders), world.somebody()])
    person = world.person(account)
    leads = world.model.leads_any(person) if upload.group is None else world.model.leads(person, upload.group)
    command = SayOfUpload(by=world.by(account), upload_id=UploadId(number), group_id=into, toolbar=toolbar)
    world.take(
        Step(
            name=f"file {number} of {upload.person} into {into} {toolbar}",
            by=account,
            doing=act(uploads.say, command),
            allowed=upload.person == person and leads and (into is None or world.model.leads(person, into)),
            may_bring=frozenset({"filings"}),
        )
    )


def look(world: World) -> None:
    """At one slot, or at all that is expected of somebody."""
    found = _some(world)
    if found is None:
        return
    number, (group, owner), account = found
    person = world.person(account)
    command = slot_cards.OfSlot(by=world.by(account), slot_id=SlotId(number))
    reads = world.model.leads(person, group) or (person is not None and person == owner)
    world.take(Step(name=f"open_slot {number}", by=account, doing=act(slot_cards.open_slot, command), allowed=reads))
    asked = slot_cards.OpenExpected(by=world.by(account))
    known = person is not None
    world.take(Step(name="open_expected", by=account, doing=act(slot_cards.open_expected, asked), allowed=known))


def more_time(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, (_, owner), account = found
    command = putting_off.AskMoreTime(by=world.by(account), slot_id=SlotId(number), days=world.chance.choice([3, 7]))
    own = owner is not None and world.person(account) == owner
    doing = act(putting_off.ask_more_time, command)
    world.take(Step(name=f"ask_more_time {number}", by=account, doing=doing, allowed=own))


def _some(world: World) -> tuple[int, tuple[int, int | None], int] | None:
    """A slot, and mostly whoever it is about, or somebody near."""
    slots = rows.slots_of(world.connection)
    if not slots:
        return None
    number = world.chance.choice([*slots])
    group, owner = slots[number]
    near = [account for account, one in world.model.accounts.items() if one == owner or world.model.leads(one, group)]
    account = world.chance.choice(near) if near and world.chance.random() < 0.7 else world.somebody()
    return number, slots[number], account
