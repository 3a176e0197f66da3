"""How many files one person may send in a day: a flood must neither fill the disk nor bury a mentor."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting, ChatKind
from mentoring.files import SENDABLE
from mentoring.notices import Delivery, Placement
from mentoring.notices.sending import TooMuchToday

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.files import Received
    from mentoring.people import Person
    from mentoring.ports import Record

DAY = timedelta(days=1)


def refuse_beyond(record: Record, by: Acting, person: Person, file: Received, now: datetime) -> bool:
    """True where this one would be too much. It is said once an hour, in private only."""
    if file.kind not in SENDABLE:
        return False
    rules, sent = record.rules, record.attachments.sent_since(person.id, file.chat_id, now - DAY)
    if sent.files < rules.files_a_day and sent.size + file.kept_size <= rules.bytes_a_day:
        return False
    record.tallies.count("file_refused:too_much", now)
    if by.chat_kind is ChatKind.PRIVATE:
        once = Delivery(placement=Placement.BOTTOM, once=f"too-much:{person.id}:{now:%Y-%m-%dT%H}")
        notices.tell(record, person, TooMuchToday(files=rules.files_a_day, size=rules.bytes_a_day), once)
    return True
