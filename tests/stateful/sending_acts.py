"""Files come: in private and into the group, one by one and several together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.prompts import Asking
from mentoring.use_cases import albums, sending
from tests.stateful.world import CLOCK, Step, act

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices import Notice
    from storage.record import SqlRecord
    from tests.stateful.world import World

FILE, MOVE, NOTHING = frozenset({"files"}), frozenset({"moves"}), frozenset[str]()


def send(world: World) -> None:
    """By anybody: who is no mentee anywhere leaves nothing behind that a mentor would see."""
    account = world.somebody()
    file = world.file(account)
    command = sending.SendFile(by=world.by(account, pressed=False), file=file)
    person = world.person(account)
    world.take(
        Step(
            name="send",
            owing=belongs_to_concern(world, account),
            by=account,
            doing=act(sending.send_file, command),
            allowed=True,
            brings=FILE if sends_work(world, account) else NOTHING,
            may_bring=FILE | MOVE,
            papers=lambda number: has_a_part(world, person, number),
        )
    )


def belongs_to_concern(world: World, account: int) -> bool:
    """Which nobody has to agree to anything for."""
    return world.asked(account) is Asking.CONCERN


def has_a_part(world: World, person: int | None, number: int) -> bool:
    """As work of theirs, or as a word to somebody else's."""
    paper = world.model.papers[number]
    return paper.mentee == person or world.model.reviews(person, paper.group)


def sends_work(world: World, account: int) -> bool:
    """A mentee of whom nothing else is wanted just now: their file is kept, whatever comes of it."""
    person = world.person(account)
    is_mentee = any(world.model.has(person, group, "mentee") for group in world.model.groups)
    return is_mentee and world.record.prompts.of(account, world.now) is None


def post(world: World) -> None:
    """Into the group's chat, also by others."""
    chats = [one.chat for one in world.model.groups.values() if one.chat is not None]
    if not chats:
        return
    account, chat = world.somebody(), world.chance.choice(chats)
    command = sending.SendFile(by=world.by(account, chat=chat, pressed=False), file=world.file(chat))
    world.take(
        Step(
            name="post",
            by=account,
            doing=act(sending.post_file, command),
            allowed=True,
            owing=True,
            may_bring=FILE | MOVE,
        )
    )


def album(world: World) -> None:
    """Two or three together; they settle a moment later, or with whatever else is due."""
    account, name, is_work = world.somebody(), f"album{world.next()}", True
    person = world.person(account)
    for _ in range(world.chance.randint(2, 3)):
        is_work = is_work and sends_work(world, account)
        command = sending.SendFile(by=world.by(account, pressed=False), file=world.file(account), album=name)
        world.take(
            Step(
                name="send_part",
                owing=belongs_to_concern(world, account),
                by=account,
                doing=act(sending.send_file, command),
                allowed=True,
                brings=FILE if is_work else NOTHING,
                may_bring=FILE | MOVE,
                papers=lambda number: has_a_part(world, person, number),
            )
        )
    if world.chance.random() < 0.8:
        settle_albums(world)


def settle_albums(world: World) -> None:
    """What a leader has sent is theirs to file, and no draft any more."""
    world.take(
        Step(
            name="settle_albums",
            may_lose=MOVE,
            by=CLOCK,
            doing=_settle,
            allowed=True,
            may_bring=MOVE,
            papers=lambda number: world.model.papers[number].state in _DRAFTS,
        )
    )


#: What an album becomes a part of while it is coming in, and what it may correct.
_DRAFTS = {
    "collecting",
    "scanning",
    "offered",
    "needs_group",
    "maybe_repeated",
    "maybe_correction",
    "returned",
    "unreadable",
}


def _settle(record: SqlRecord, now: datetime) -> Notice | None:
    for move in record.albums.due(now):
        albums.settle_album(record, move, now)
    return None
