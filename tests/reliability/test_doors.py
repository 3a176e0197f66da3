"""Two hundred people at one door at the same moment, on real processes: exactly one comes in."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring.groups import InvitationKind
from mentoring.invitations import Door, hashed, new_token, payload
from mentoring.manager_codes import new_code, signing_key
from mentoring.people import Language, MembershipState, Role
from mentoring.rules import Rules
from simulator.server import Simulator
from storage.engine import open_database
from storage.record import SqlRecord
from storage.tables.people import invitations, memberships
from tests.reliability.bot_process import Place, a_free_port, running
from tests.reliability.ledger import Books

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from simulator.persons import Person

PEOPLE = 200
PATIENCE = 60


def uses(connection: Connection) -> int:
    return connection.scalar(select(func.sum(invitations.c.uses))) or 0


def active_mentors(connection: Connection) -> int:
    is_one = memberships.c.state == MembershipState.ACTIVE
    return connection.scalar(select(func.count()).select_from(memberships).where(is_one)) or 0


@pytest.mark.reliability
@pytest.mark.timeout(300)
async def test_one_manager_code_makes_one_manager(
    migrated_url: str, tmp_path: Path, summary: Callable[[str], None]
) -> None:
    async with Simulator.start(webhook_pause=0.05) as sim:
        code = payload(Door.MANAGER, new_code(signing_key(sim.token), sim.clock.now()))
        place = Place(sim=sim, folder=tmp_path, database_url=migrated_url, webhook_port=a_free_port())
        people = [sim.person(f"Person {number}") for number in range(PEOPLE)]
        async with running(place) as bot:
            for person in people:
                await person.starts(code)
            await asyncio.gather(*(person.sees("", timeout=PATIENCE) for person in people))
            assert await bot.stopped() <= 5
        refused = [person for person in people if "has been used already" in person.messages()[-1].text]
        with closing(Books(migrated_url)) as books:
            assert books.read(uses) == 1
    summary(f"doors: {PEOPLE} people with one manager code at once, {PEOPLE - len(refused)} came in")
    assert len(refused) == PEOPLE - 1


@pytest.mark.reliability
@pytest.mark.timeout(300)
async def test_one_seat_takes_one_person(migrated_url: str, tmp_path: Path, summary: Callable[[str], None]) -> None:
    async with Simulator.start(webhook_pause=0.05) as sim:
        link = payload(Door.JOIN, a_link_with_one_seat(sim, migrated_url))
        place = Place(sim=sim, folder=tmp_path, database_url=migrated_url, webhook_port=a_free_port())
        people = [sim.person(f"Person {number}") for number in range(PEOPLE)]
        async with running(place) as bot:
            await asyncio.gather(*(comes_to_the_door(person, link) for person in people))
            await asyncio.gather(*(person.presses("I agree", timeout=PATIENCE) for person in people))
            await bot.until(lambda: sim.confirmed == sim.queued, within=PATIENCE)
            with closing(Books(migrated_url)) as books:
                await bot.until(books.nothing_is_left_to_do, within=PATIENCE)
                assert (books.read(uses), books.read(active_mentors)) == (1, 1)
            assert await bot.stopped() <= 5
        welcome = [person for person in people if any("Welcome" in seen.text for seen in person.messages())]
    summary(f"doors: {PEOPLE} people agree at once to take one seat, {len(welcome)} came in")
    assert len(welcome) == 1


async def comes_to_the_door(person: Person, link: str) -> None:
    await person.starts(link)
    for button in ("English", "Anton"):
        await person.presses(button, timeout=PATIENCE)
    await person.sees("Do you agree", timeout=PATIENCE)


def a_link_with_one_seat(sim: Simulator, database_url: str) -> str:
    token, now = new_token(), sim.clock.now()
    with closing(open_database(database_url)) as database, database.writing.begin() as connection:
        record = SqlRecord(connection, now, Rules())
        programme = record.programmes.add(name="P", organisation="O", language=Language.EN, zone="UTC", now=now)
        group = record.groups.add(programme_id=programme.id, name="Nova", language=Language.EN, now=now)
        record.memberships.expect(group_id=group.id, role=Role.MENTOR, name="Anton", now=now)
        record.invitations.add(
            kind=InvitationKind.MENTOR,
            token_hash=hashed(token),
            group_id=group.id,
            created_by=None,
            max_uses=1,
            expires_at=now + timedelta(days=1),
            now=now,
        )
    return token
