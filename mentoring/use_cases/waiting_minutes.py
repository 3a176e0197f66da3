"""Which minutes wait for somebody: one line on the home card, and never a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import next_steps
from mentoring.minutes import MINUTES, STILL_WAITED_FOR
from mentoring.notices.minutes import MinutesWaiting
from mentoring.use_cases.kits import kit_for

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ids import ProgrammeId
    from mentoring.kit import Kit
    from mentoring.people import Person
    from mentoring.ports import Record


def waiting(record: Record, person: Person, now: datetime) -> MinutesWaiting | None:
    """Of the latest session that they led, where the programme wants minutes or there is something to put into them."""
    led = next_steps.mentored(record, person)
    kits: dict[ProgrammeId, Kit] = {}
    for one in record.minutes.waiting(led, now - STILL_WAITED_FOR) if led else ():
        if one.begun or one.has_record or MINUTES in _kit(record, one.programme_id, kits):
            return MinutesWaiting(session_id=one.session_id, number=one.number, group=one.group)
    return None


def _kit(record: Record, programme_id: ProgrammeId, known: dict[ProgrammeId, Kit]) -> Kit:
    """Looked up once: the home card is shown at every step, and a mentor may have led dozens of sessions."""
    if programme_id not in known:
        known[programme_id] = kit_for(record, record.programmes.by_id(programme_id))
    return known[programme_id]
