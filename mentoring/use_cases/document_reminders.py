"""One message a day for all documents that somebody has to bring soon, or should have brought."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.deadlines import days_to_tell, owers, to_tell
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.kit import Per
from mentoring.notices import AT_THE_BOTTOM, Delivery
from mentoring.notices.deadlines import DocumentsDue
from mentoring.people import MembershipState, Role
from mentoring.schedule import Appointment, DueKind
from mentoring.signing import MISSING
from mentoring.slots import SlotState
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.slot_cards import A_PAGE, shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from mentoring.groups import Group, Programme
    from mentoring.ids import PersonId
    from mentoring.kit import Document
    from mentoring.notices.kit import SlotSeen
    from mentoring.ports import Record
    from mentoring.schedule import Due
    from mentoring.slots import Slot

_MORNING = time(9)
#: Later on the same day it is still news; the day after it is not.
_WORTH = timedelta(hours=10)


def plan_days(record: Record, programme: Programme, slots: Iterable[Slot], now: datetime) -> None:
    """A morning on which nothing is left to tell passes in silence, so that none has to be called off."""
    today = zones.wall(now, programme.zone).date()
    mornings = {(slot.key.group_id, day) for slot in slots for day in days_to_tell(slot) if day >= today}
    wanted = [_morning(programme, group_id, day) for group_id, day in sorted(mornings)]
    if wanted:
        record.schedule.plan([one for one in wanted if one.due_at > now])


def _morning(programme: Programme, group_id: GroupId, day: date) -> Appointment:
    due = zones.instant(day, _MORNING, programme.zone)
    return Appointment(
        kind=DueKind.DOCUMENTS_DUE,
        subject_id=group_id,
        person_id=None,
        occurrence=f"documents:{group_id}:{day.isoformat()}",
        due_at=due,
        wall_time=datetime.combine(day, _MORNING).isoformat(timespec="minutes"),
        zone=programme.zone,
        expires_at=due + _WORTH,
    )


def remind(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Whoever is in several groups hears of all of them at once."""
    lines: dict[PersonId, list[SlotSeen]] = {}
    for group_id in dict.fromkeys(GroupId(due.subject_id) for due in dues):
        group = record.groups.by_id(group_id)
        if group.state is GroupState.RUNNING:
            for person_id, seen in _of_group(record, group, now):
                lines.setdefault(person_id, []).append(seen)
    for person_id, slots in lines.items():
        told = DocumentsDue(slots=tuple(slots[:A_PAGE]), more=len(slots[A_PAGE:]))
        once = f"documents:{person_id}:{dues[0].due_at:%Y%m%d}"
        delivery = Delivery(placement=AT_THE_BOTTOM.placement, once=once)
        tell_in_time(record, record.people.by_id(person_id), told, now, delivery)


def _of_group(record: Record, group: Group, now: datetime) -> Iterator[tuple[PersonId, SlotSeen]]:
    """Paused people are left in peace, and diaries have prompts of their own."""
    shown, reached = shelf(record, group, now), _Reached(record, group)
    for slot in to_tell(record.slots.of_group(group.id), shown.today):
        document = shown.document(slot)
        if document is None or document.per is Per.DIARY:
            continue
        owing = reached.signing(record, slot) if slot.state is SlotState.SIGNING else reached.by(document, slot)
        for person_id in owing:
            yield person_id, shown.seen(slot, by_name=slot.key.person_id != person_id)


class _Reached:
    """Who in a group hears of what: whoever owes it and takes part."""

    def __init__(self, record: Record, group: Group) -> None:
        members = record.memberships.of_group(group.id)
        self._active = {one.person_id for one in members if one.state is MembershipState.ACTIVE}
        self._mentors = [one.id for one in record.submissions.circle(group.id).mentors]
        self._managers = [one.id for one in record.managers.of_programme(group.programme_id)]

    def by(self, document: Document, slot: Slot) -> Sequence[PersonId]:
        who = owers(document, slot)
        if who.person_id is not None:
            return [who.person_id] if who.person_id in self._active else []
        return self._mentors if who.role is Role.MENTOR else self._managers

    def signing(self, record: Record, slot: Slot) -> Sequence[PersonId]:
        """Only whose signature is missing."""
        missing = (one.person_id for one in record.signers.of_slot(slot.id) if one.state in MISSING)
        there = self._active | {*self._managers}
        return [one for one in dict.fromkeys(missing) if one in there]
