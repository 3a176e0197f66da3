"""The last message to somebody who was erased: their address goes as soon as it has."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.notices import Address, Delivery
from mentoring.notices.erasing import Erased
from mentoring.people import Reachability
from mentoring.schedule import Appointment, DueKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due

#: How often is looked whether it has gone out, each time after twice as long; more than a week together.
LOOKS = 14
FIRST_LOOK = timedelta(minutes=1)
NEVER_STALE = timedelta(days=3650)


def tell(record: Record, person: Person, *, by: str, evidence: int, now: datetime) -> bool:
    """`person` as they were. Only the parcel itself knows their chat; False where Telegram does not let us write."""
    if person.telegram_id is None or person.reachability is not Reachability.OK:
        return False
    address = Address(chat_id=person.telegram_id, language=person.language, zone=person.zone)
    record.notices.tell(address, Erased(by=by, evidence=evidence), Delivery(once=_once(person.id)))
    _look_again(record, person.id, 0, now)
    return True


def forget(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        if due.person_id is None:
            continue
        is_last = due.subject_id + 1 >= LOOKS
        if not record.erasing.forget_farewell(_once(due.person_id), now, at_last=is_last):
            _look_again(record, due.person_id, due.subject_id + 1, now)


def _look_again(record: Record, person_id: PersonId, look: int, now: datetime) -> None:
    at = now + FIRST_LOOK * 2**look
    planned = Appointment(
        kind=DueKind.FAREWELL,
        subject_id=look,
        person_id=person_id,
        occurrence=f"{_once(person_id)}:{look}",
        due_at=at,
        wall_time=at.replace(tzinfo=None).isoformat(timespec="minutes"),
        zone="UTC",
        expires_at=at + NEVER_STALE,
    )
    record.schedule.plan([planned])


def _once(person_id: PersonId) -> str:
    return f"erased:{person_id}"
