"""Once an hour the bot forgets what nobody needs any more, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mentoring.schedule import Appointment, DueKind
from storage.tables.inbox import inbox
from storage.tables.outbox import outbox
from storage.tables.schedule import appointments
from storage.tables.submissions import submissions
from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, FromClause

    from mentoring.ports import Record
    from tests.e2e.conftest import House

#: The deadlines of the kit have appointments of their own, which stay for as long as they are ahead.
PROMPTS = appointments.select().where(appointments.c.kind == DueKind.DIARY_PROMPT).subquery()
FLEETING: Sequence[FromClause] = (inbox, outbox, PROMPTS)
LASTING: Sequence[FromClause] = (submissions,)


def counts(connection: Connection, tables: Sequence[FromClause]) -> list[int]:
    return [connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def something_due(record: Record, now: datetime) -> None:
    wall_time = now.replace(tzinfo=None).isoformat(timespec="minutes")
    kind, until = DueKind.DIARY_PROMPT, now + timedelta(hours=1)
    record.schedule.plan(
        [
            Appointment(
                kind=kind,
                subject_id=1,
                person_id=None,
                occurrence="diary:1",
                due_at=now,
                wall_time=wall_time,
                zone="UTC",
                expires_at=until,
            )
        ]
    )


async def test_updates_notices_and_appointments_are_forgotten_in_their_time(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("essay.pdf")
    await nova.anton.sees("S-1001")
    await house.bot.changes.make(something_due)
    await house.passes(hours=2)
    await all_is_handled(house)

    house.sim.clock.advance(timedelta(days=89))
    await house.bot.housekeeping.tidy()
    assert await house.bot.writer.change(lambda connection: counts(connection, FLEETING)) == [0, 0, 1]

    house.sim.clock.advance(timedelta(days=2))
    await house.bot.housekeeping.tidy()
    assert await house.bot.writer.change(lambda connection: counts(connection, FLEETING)) == [0, 0, 0]
    assert await house.bot.writer.change(lambda connection: counts(connection, LASTING)) == [1]
