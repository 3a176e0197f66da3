"""Which minutes wait for somebody: one line on the home card, and never a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import next_steps
from mentoring.minutes import MINUTES, STILL_WAITED_FOR
from mentoring.notices.minutes import MinutesWaiting
from mentoring.use_cases.kits import kit_of_group

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


def waiting(record: Record, person: Person, now: datetime) -> MinutesWaiting | None:
    """Of the latest session that they led, where the programme wants minutes or there is something to put into them."""
    led = next_steps.mentored(record, person)
    for one in record.minutes.waiting(led, now - STILL_WAITED_FOR) if led else ():
        group = record.groups.by_id(one.group_id)
        if one.begun or one.has_record or MINUTES in kit_of_group(record, group):
            return MinutesWaiting(session_id=one.session_id, number=one.number, group=group.name)
    return None
