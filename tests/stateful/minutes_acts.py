"""Minutes are written, accepted, filed and corrected: what is filed is what was accepted last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from bot.rendering import Envelope
from mentoring.ids import SessionId
from mentoring.minutes import Part
from mentoring.notices.minutes import MinutesCard
from mentoring.prompts import Asking
from mentoring.use_cases import minutes_cards, minutes_editing, minutes_filing
from mentoring.use_cases.answering import Answer, answer
from storage.tables.documents import filings
from storage.tables.outbox import outbox
from tests.stateful import holding_acts
from tests.stateful.session_acts import leader_of
from tests.stateful.world import CLOCK, Step, World, act

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices import Notice
    from storage.record import SqlRecord

#: Their file, and what stands for it in the toolbars.
_FILED = frozenset({"files", "filings"})


def meet(world: World) -> None:
    """All of one session, from its start until its minutes are filed and corrected."""
    holding_acts.hold_now(world)
    for _ in range(world.chance.randint(2, 6)):
        world.chance.choice([holding_acts.say, holding_acts.say, holding_acts.be_there, holding_acts.stored])(world)
    holding_acts.end(world)
    held = [number for number, one in world.model.meetings.sessions.items() if one.state == "held"]
    for number in held[-1:]:
        holding_acts.confirm(world, number)
        for _ in range(world.chance.randint(1, 2)):
            write(world, number)
            accept(world, number)
            make(world)
            holding_acts.hold_back(world)
            correct(world, number)


def write(world: World, number: int | None = None) -> None:
    """One part in own words; perhaps after somebody else has written there."""
    found = _held(world, number)
    if found is None:
        return
    number, account = found
    part, by, of = world.chance.choice([*Part]), world.by(account), SessionId(number)
    asked = minutes_editing.AskPart(by=by, session_id=of, part=part, adds=world.chance.random() < 0.3)
    may = _leads(world, account, number)
    step = Step(
        name=f"ask_part {part.value} of {number}", by=account, doing=act(minutes_editing.ask_part, asked), allowed=may
    )
    if not world.take(step):
        return
    if world.chance.random() < 0.2:
        write(world)
    before, words = world.model.meetings.minutes.get(number), f"Words {world.next()}"
    asks_this = world.asked(account) is Asking.MINUTES_TEXT
    said = act(answer, Answer(by=replace(by, pressed=None), text=words))
    done = world.take(
        Step(
            name=f"write_minutes {part.value}",
            by=account,
            doing=said,
            allowed=True,
            meets=lambda one: asks_this and _leads(world, account, one),
        )
    )
    after = world.model.meetings.minutes.get(number)
    if done and before is not None and after is not None and before != after:
        places = {Part.SUMMARY: 0, Part.DECISIONS: 1, Part.NEXT_STEPS: 2}
        others = [key for key in range(3) if key != places[part]]
        same = all(before.words[key] == after.words[key] for key in others)
        world.expect(same, f"other parts changed, too: {before}, {after}")


def put_record(world: World) -> None:
    found = _held(world)
    if found is None:
        return
    number, account = found
    command = minutes_editing.PutRecord(
        by=world.by(account), session_id=SessionId(number), with_record=world.chance.random() < 0.5
    )
    world.take(
        Step(
            name=f"put_record into {number}",
            by=account,
            doing=act(minutes_editing.put_record, command),
            allowed=_leads(world, account, number),
            meets=lambda one: one == number,
        )
    )


def accept(world: World, number: int | None = None) -> None:
    """What the card shows, or an older one; accepted is what was shown."""
    found = _held(world, number)
    if found is None:
        return
    number, account = found
    by, of = world.by(account), SessionId(number)
    may = _leads(world, account, number)
    opened = act(minutes_cards.open_minutes, minutes_cards.OfMinutes(by=by, session_id=of))
    step = Step(name=f"open_minutes {number}", by=account, doing=opened, allowed=may, sure=True)
    if not world.take(step):
        return
    shown = _shown(world, account)
    revision = shown.revision if world.chance.random() < 0.8 else shown.revision - 1
    before = world.model.meetings.minutes.get(number)
    command = minutes_filing.AcceptMinutes(by=by, session_id=of, revision=revision)
    world.take(
        Step(
            name=f"accept_minutes {number} {revision}",
            by=account,
            doing=act(minutes_filing.accept, command),
            allowed=may,
            meets=lambda one: one == number,
        )
    )
    after = world.model.meetings.minutes.get(number)
    if after is not None and after != before:
        words = (shown.summary, shown.decisions, shown.next_steps)
        world.expect(after.words == words and after.state == "accepted", f"accepted is {after} instead of {shown}")
        world.expect(revision == shown.revision, "an older card was accepted")
        world.accepted[number] = words
        world.counts["minutes accepted"] += 1


def correct(world: World, number: int | None = None) -> None:
    """What is filed stays."""
    found = _held(world, number)
    if found is None:
        return
    number, account = found
    standing = _standing(world, number)
    command = minutes_cards.OfMinutes(by=world.by(account), session_id=SessionId(number))
    world.take(
        Step(
            name=f"correct_minutes {number}",
            by=account,
            doing=act(minutes_filing.correct, command),
            allowed=_leads(world, account, number),
            meets=lambda one: one == number,
        )
    )
    world.expect(_standing(world, number) == standing, f"filed as minutes is {_standing(world, number)}")


def make(world: World) -> None:
    """Beside the record their file is made, or cannot be; each is filed once, with the words that were accepted."""
    waiting = world.record.minutes.to_file()
    if not waiting:
        return
    minutes = world.chance.choice(waiting)
    number, fails = int(minutes.session_id), world.chance.random() < 0.2
    words = (minutes.summary, minutes.decisions, minutes.next_steps)
    is_same = _is_renamed(world) or words == world.accepted.get(number)
    world.expect(is_same, f"to be filed is {words} instead of {world.accepted.get(number)}")
    before = _standing(world, number)

    def doing(record: SqlRecord, now: datetime) -> Notice | None:
        if fails:
            minutes_filing.failed(record, minutes, now)
            return None
        form = minutes_filing.contents_of(record, minutes, now)
        world.expect(form is not None, f"nobody waits for the minutes of {number}")
        minutes_filing.made(record, minutes, sha256=f"{world.next():064}", size=10, now=now)
        return None

    world.take(
        Step(
            name=f"make minutes of {number}{', which fails' if fails else ''}",
            by=CLOCK,
            doing=doing,
            allowed=True,
            may_bring=_FILED,
            meets=lambda one: one == number,
        )
    )
    after = _standing(world, number)
    world.expect(len(after) <= 1, f"several minutes of {number} stand: {after}")
    if fails:
        world.expect(after == before, f"filed as minutes is {after} instead of {before}")
    else:
        world.expect(len(after - before) == 1, f"the minutes of {number} are not filed: {after}")
        world.counts["minutes filed"] += 1


def _is_renamed(world: World) -> bool:
    """Whoever was erased is called otherwise."""
    return bool(world.model.forgotten)


def _standing(world: World, number: int) -> set[int]:
    found = select(filings.c.id).where(
        filings.c.session_id == number, filings.c.code == "X02", filings.c.state == "filed"
    )
    return set(world.connection.scalars(found))


def _shown(world: World, account: int) -> MinutesCard:
    told = select(outbox.c.facts).where(outbox.c.chat_id == account, outbox.c.kind == "MinutesCard")
    facts = world.connection.scalars(told.order_by(outbox.c.id.desc()).limit(1)).one()
    return msgspec.json.decode(msgspec.json.decode(facts, type=Envelope).notice, type=MinutesCard)


def _held(world: World, number: int | None = None) -> tuple[int, int] | None:
    """Such a session, and mostly somebody who leads it."""
    held = [number for number, one in world.model.meetings.sessions.items() if one.state == "held"]
    if not held:
        return None
    number = number or world.chance.choice(held)
    return number, leader_of(world, world.model.sessions[number])


def _leads(world: World, account: int, number: int) -> bool:
    return world.model.leads(world.person(account), world.model.sessions[number])
