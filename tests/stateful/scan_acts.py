"""Paper is photographed: pages come, are turned, moved and left out, and go by a press or by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.files import FileKind
from mentoring.ids import AttachmentId, SubmissionId
from mentoring.scans import PageDeed, ScanDeed
from mentoring.use_cases import scanning, sending
from tests.stateful import rows
from tests.stateful.sending_acts import FILE, MOVE, NOTHING, belongs_to_concern, has_a_part, sends_work
from tests.stateful.world import Step, World, act

if TYPE_CHECKING:
    from tests.stateful.model import Paper


def photograph(world: World) -> None:
    """Mostly somebody goes on with the pages that they have begun."""
    begun = [one.mentee for one in world.model.papers.values() if one.state == "scanning"]
    goes_on = begun and world.chance.random() < 0.5
    account = world.account(world.chance.choice(begun)) if goes_on else world.somebody()
    photo = replace(world.file(account), kind=FileKind.PHOTO, file_name="", mime="image/jpeg")
    command = sending.SendFile(by=world.by(account, pressed=False), file=photo)
    world.take(
        Step(
            name="photograph",
            owing=belongs_to_concern(world, account),
            by=account,
            doing=act(sending.send_file, command),
            allowed=True,
            brings=FILE if sends_work(world, account) else NOTHING,
            may_bring=FILE | MOVE,
            papers=lambda number: has_a_part(world, world.person(account), number),
        )
    )


def use(world: World) -> None:
    """One of the buttons on the card; also by somebody else."""
    scanned = [number for number, one in world.model.papers.items() if one.state == "scanning"]
    if not scanned:
        return
    number = world.chance.choice(scanned)
    draft = world.model.papers[number]
    account = world.account(draft.mentee) if world.chance.random() < 0.8 else world.somebody()
    mine = world.person(account) == draft.mentee
    of, by = SubmissionId(number), world.by(account)
    if world.chance.random() < 0.5:
        deed = world.chance.choice([*ScanDeed])
        doing = act(scanning.do_with_scan, scanning.DoWithScan(by=by, draft_id=of, deed=deed))
    else:
        page, turned = (
            AttachmentId(world.chance.choice(rows.pages_of(world.connection))),
            world.chance.choice([*PageDeed]),
        )
        doing = act(scanning.do_with_page, scanning.DoWithPage(by=by, draft_id=of, page=page, deed=turned))
    gone = _gone(world, draft)
    world.take(
        Step(
            name=f"use_scan {number}",
            by=account,
            doing=doing,
            allowed=mine and not gone,
            papers=lambda one: mine and (one == number or world.model.papers[one].state in {"returned", "unreadable"}),
            may_bring=MOVE,
            may_lose=FILE | MOVE,
        )
    )


def _gone(world: World, draft: Paper) -> bool:
    """They no longer send to its group."""
    return draft.group is not None and not world.model.has(draft.mentee, draft.group, "mentee")
