"""Somebody wishes to be erased, and a manager decides: nothing says then who it was, and nobody else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mentoring import former
from mentoring.ids import PersonId
from mentoring.use_cases import erasing, own_data
from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from storage.tables.people import memberships, people
from tests.stateful import checks, owners
from tests.stateful.meeting_owners import MEETINGS
from tests.stateful.world import Step, World, act

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices import Notice
    from storage.record import SqlRecord
    from tests.stateful.owners import Row

#: Columns that say whose a row is, or who had a hand in it.
_THEIRS = (
    "person_id", "mentee_id", "taken_by", "absent_id", "deputy_id", "changed_by", "decided_by", "by_id", "owner_id",
    "made_by",
)  # fmt: skip


def wish(world: World) -> None:
    """Seldom by more than one at a time."""
    if len(world.model.wishes) > 1:
        return
    account = world.somebody()
    person = world.person(account)
    before = {one for one in world.model.wishes if one == person}
    world.take(
        Step(
            name="wish_erased",
            by=account,
            doing=act(own_data.erase, own_data.Erase(by=world.by(account), sure=True)),
            allowed=person is not None and not before,
            owing=True,
            then=lambda: world.model.wishes.add(person or 0),
        )
    )


def decide(world: World) -> None:
    """Also by those who have nothing to say about it; nobody decides about themselves."""
    if not world.model.wishes:
        return
    person = world.chance.choice(sorted(world.model.wishes))
    near = sorted(one for programme in world.model.programmes_of(person) for one in world.model.on_duty(programme))
    account = world.account(world.chance.choice(near)) if near and world.chance.random() < 0.7 else world.somebody()
    actor, theirs = world.person(account), world.account(person)
    allowed = actor in near and actor != person and not world.model.only_manages(person)
    names = _names(world, person)
    erased = _Erasing(world, account, person, theirs)
    done = world.take(
        Step(
            name=f"erase {person}",
            by=account,
            doing=erased,
            allowed=allowed,
            sure=actor is not None,
            then=lambda: world.model.erase(person, theirs),
            absences=True,
            papers=lambda number: person in {world.model.papers[number].mentee, world.model.papers[number].taken},
            may_lose=frozenset({"files"}),
            meets=lambda _: True,
        )
    )
    if done:
        world.counts["erased"] += 1
        world.model.forgotten |= names
        world.asking.pop(theirs, None)
        world.merging = {new: of for new, of in world.merging.items() if new != theirs and of[0] != person}
        for complaint in (
            *erased.strange,
            *_still_named(world, person),
            *_still_written(world, names),
            *_told_later(world, names),
        ):
            world.expect(False, complaint)


class _Erasing:
    """Done, with every row of anybody else compared before and after."""

    def __init__(self, world: World, account: int, person: int, theirs: int) -> None:
        self._world, self._account, self._person, self._theirs = world, account, person, theirs
        self._names = _names(world, person)
        self.strange: list[str] = []

    def __call__(self, record: SqlRecord, now: datetime) -> Notice | None:
        before = owners.snapshot(record.connection)
        command = erasing.DecideToErase(by=self._world.by(self._account), person_id=PersonId(self._person), sure=True)
        erasing.decide_to_erase(record, command, now)
        after = owners.snapshot(record.connection)
        changed = owners.differing(before, after)
        self.strange = [
            f"{table} {row} is none of {self._person}'s" for table, row in changed if not self._is(row, table)
        ]
        return None

    def _is(self, row: Row, table: str) -> bool:
        if table == "people":
            return bool(row["id"] == self._person)
        if table == "prompts":
            named = set(checks.WORDS.findall(str(row["draft"]))) & self._names
            return row["telegram_id"] in {self._theirs, self._account} or bool(named)
        if any(row.get(column) == self._person for column in _THEIRS):
            return True
        if table == "interview_answers":
            talk = self._world.model.meetings.talks[row["interview_id"]]
            return talk.person == self._person or self._names_them(row)
        if table in _WRITTEN:
            return self._names_them(row)
        return table in _FOLLOWS and self._belongs(row)

    def _names_them(self, row: Row) -> bool:
        return bool(set(checks.WORDS.findall(str(dict(row)))) & self._names)

    def _belongs(self, row: Row) -> bool:
        """By the way of their papers."""
        number = row.get("submission_id")
        return number is None or self._world.model.papers[number].mentee == self._person


#: Of their papers, files and places.
_FOLLOWS = frozenset(
    {"submission_moves", "attachments", "filings", "filing_deeds", "scans", "pages", "inspections", "slots"}
)


#: What leaders have written.
_WRITTEN = frozenset({"sessions", "minutes", "interviews", "monitoring_plans"})


def _names(world: World, person: int) -> set[str]:
    own = select(people.c.name).where(people.c.id == person)
    listed = select(memberships.c.name).where(memberships.c.person_id == person)
    return {*world.connection.scalars(own), *world.connection.scalars(listed)}


def _still_named(world: World, person: int) -> list[str]:
    names = _names(world, person)
    is_mark = len(names) == 1 and former.in_words(next(iter(names)), lambda *_: "") == ""
    return [] if is_mark else [f"{person} is erased and still called {names}"]


def _still_written(world: World, names: set[str]) -> list[str]:
    kept = owners.snapshot(world.connection)
    found = [(table, row) for (table, _), row in kept.items() if table in _WRITTEN | {*MEETINGS}]
    named = [(table, row) for table, row in found if names & set(checks.WORDS.findall(str(dict(row))))]
    return [f"{names} was erased, and stands in {table}: {row}" for table, row in named]


def _told_later(world: World, names: set[str]) -> list[str]:
    """That they have left is told at once, and with their name; what waits for another hour has lost it."""
    waits = select(outbox.c.facts).where(outbox.c.status == ParcelStatus.NEW, outbox.c.not_before > world.now)
    named = (facts for facts in world.connection.scalars(waits) if names & set(checks.WORDS.findall(facts)))
    return [f"{names} was erased, and is to be told later: {facts}" for facts in named]
