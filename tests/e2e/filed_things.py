"""Documents that are filed already when a conversation begins, and packs of them as they were received."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from sqlalchemy import select

from mentoring.files import Keeping
from mentoring.filings import Filing, FilingState
from mentoring.ids import FilingId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.slots import SlotKey, filed
from storage.tables.submissions import attachments
from tests.e2e.a_group import all_is_handled
from tests.e2e.kept_files import becomes

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

GOALS = Code("T02")


async def is_filed(
    house: House,
    person: Person,
    content: bytes,
    *,
    visibility: Visibility = Visibility.GROUP,
    state: FilingState = FilingState.FILED,
    name: str = "",
) -> None:
    """What this mentee sends now; for their goals where it stands in its toolbar with everybody's eyes on it."""
    await person.sends_document("goals.pdf", content)
    await all_is_handled(house)
    await becomes(house.bot, Keeping.STORED)

    def file(record: SqlRecord, now: datetime) -> None:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        [group] = {one.group_id for one in record.memberships.of_person(known.id)}
        slot = record.slots.by_key(SlotKey(group_id=group, code=GOALS, person_id=known.id))
        assert slot is not None
        is_goal = visibility is Visibility.GROUP
        made = record.filings.add(
            Filing(
                id=FilingId(0),
                group_id=group,
                toolbar=Toolbar.MANAGING,
                code=GOALS if is_goal else None,
                slot_id=slot.id if is_goal else None,
                person_id=known.id,
                session_id=None,
                submission_id=None,
                attachment_id=record.connection.scalars(select(attachments.c.id)).all()[-1],
                scan_id=None,
                name=name or f"T02_Nova_{known.name}_2026-11-23_v1.pdf",
                version=1,
                visibility=visibility,
                state=state,
                filed_by=known.id,
                filed_at=now,
            )
        )
        if is_goal and state is FilingState.FILED:
            record.slots.change(slot, filed(slot, made.id, by=known.id, now=now))

    await house.bot.changes.make(file)


def opened(archive: View) -> dict[str, bytes]:
    assert archive.file is not None
    assert archive.file.content is not None
    with zipfile.ZipFile(io.BytesIO(archive.file.content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}
