"""Many small groups whose mentees hand in documents: each one has an effect that can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count, cycle
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from mentoring.rules import Rules
from simulator.persons import Person
from storage.engine import open_database
from storage.migrate import migrate
from storage.record import SqlRecord

if TYPE_CHECKING:
    from simulator.server import Simulator

MENTEES_OF_EACH = 2


@dataclass(frozen=True, kw_only=True)
class Programme:
    """`posted` are the documents so far: in which chat, and the number of the message there."""

    mentors: list[Person]
    mentees: list[Person]
    mentor_of: dict[int, Person]
    posted: set[tuple[int, int]] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _turns: list[Iterator[Person]] = field(default_factory=list)

    async def hand_in(self, documents: int) -> None:
        """By one mentee after another, each with a content of its own."""
        self._turns[:] = self._turns or [cycle(self.mentees)]
        for _ in range(documents):
            mentee, number = next(self._turns[0]), next(self._numbers)
            sent = await mentee.sends_document(f"essay-{number}.pdf", b"%%PDF-1.7 essay %d" % number)
            self.posted.add((sent.chat_id, sent.message_id))


def a_programme(sim: Simulator, database_url: str, *, groups: int) -> Programme:
    """In the record and on the phones; everybody has opened the bot."""
    mentors = [_person(sim, f"Mentor {number}") for number in range(groups)]
    mentees = [_person(sim, f"Mentee {number}") for number in range(groups * MENTEES_OF_EACH)]
    mentor_of = {mentee.id: mentors[index // MENTEES_OF_EACH] for index, mentee in enumerate(mentees)}
    programme = Programme(mentors=mentors, mentees=mentees, mentor_of=mentor_of)
    with closing(open_database(database_url)) as database:
        migrate(database)
        with database.writing.begin() as connection:
            now = datetime.fromtimestamp(sim.clock.seconds(), UTC)
            _write_down(SqlRecord(connection, now, Rules()), now, programme)
    return programme


def _person(sim: Simulator, name: str) -> Person:
    person = sim.person(name)
    person.chat()
    person.user.started = True
    return person


def _write_down(record: SqlRecord, now: datetime, programme: Programme) -> None:
    created = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="Europe/Sofia", now=now)
    for number, mentor in enumerate(programme.mentors):
        group = record.groups.add(programme_id=created.id, name=f"Group {number}", language=Language.EN, now=now)
        members = [mentor, *(mentee for mentee in programme.mentees if programme.mentor_of[mentee.id] is mentor)]
        for user in members:
            person = record.people.add(
                telegram_id=user.id, name=user.name, language=Language.EN, zone="Europe/Sofia", now=now
            )
            role = Role.MENTOR if user is mentor else Role.MENTEE
            membership = record.memberships.expect(group_id=group.id, role=role, name=user.name, now=now)
            record.memberships.save(replace(membership, person_id=person.id, state=MembershipState.ACTIVE))
