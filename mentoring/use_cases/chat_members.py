"""People go out of a group's Telegram chat and come back; their place in the group stays what it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.groups import GroupState
from mentoring.happenings import HappeningKind
from mentoring.ids import MembershipId
from mentoring.notices import PLAIN
from mentoring.notices.chat_members import BackInChat, OutsiderAdded, StillOutOfChat, TakenOutByAdmin, WentOutOfChat
from mentoring.people import MembershipState
from mentoring.permissions import NOBODY
from mentoring.schedule import Appointment, DueKind
from mentoring.use_cases import welcoming

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.schedule import Due

#: Whoever went out by accident has come back by then.
PATIENCE = timedelta(hours=24)
_STILL_NEWS = timedelta(days=3)
#: Who belongs in the chat, and comes first where somebody has had several places in the group.
_BELONGS = (MembershipState.ACTIVE, MembershipState.PAUSED)
_ENDED = (MembershipState.LEFT, MembershipState.REMOVED)


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetMember:
    """`by` is whoever let them in or took them out, perhaps they themselves."""

    by: Acting
    telegram_id: int
    present: bool


def meet_member(record: Record, command: MeetMember, now: datetime) -> None:
    """Of people whom nobody knows here, nothing is kept."""
    group = record.groups.by_chat(command.by.chat_id)
    person = None if command.telegram_id in NOBODY else record.people.by_telegram_id(command.telegram_id)
    place = _place(record, group, person) if group and person else None
    if group is None or person is None or place is None:
        return None
    if command.present:
        if place.left_chat_at is None:
            welcoming.welcome(record, group, place, now)
        return _came_in(record, group, person, place)
    if place.left_chat_at is not None:
        return None
    record.memberships.save(replace(place, left_chat_at=now))
    if group.state is not GroupState.RUNNING or place.state not in _BELONGS:
        return None
    record.happenings.add(HappeningKind.CHAT_LEFT, now=now, group_id=group.id, person_id=person.id)
    if command.by.telegram_id == command.telegram_id:
        return _went_out(record, group, person, place, now)
    return _was_taken_out(record, command.by, group, place)


def tell_who_is_still_out(record: Record, dues: Sequence[Due], _: datetime) -> None:
    for due in dues:
        place = record.memberships.by_id(MembershipId(due.subject_id))
        if place is None or place.left_chat_at is None or place.state is not MembershipState.ACTIVE:
            continue
        group = record.groups.by_id(place.group_id)
        news = StillOutOfChat(name=place.name, person_id=place.person_id or 0, group_name=group.name)
        for mentor in record.submissions.circle(group.id).mentors:
            if mentor.id != place.person_id:
                notices.tell(record, mentor, news)


def _place(record: Record, group: Group, person: Person) -> Membership | None:
    """Somebody may have left and joined anew: the place that counts now."""
    mine = [one for one in record.memberships.of_person(person.id) if one.group_id == group.id]
    for state in (*_BELONGS, *_ENDED):
        for one in reversed(mine):
            if one.state is state:
                return one
    return None


def _came_in(record: Record, group: Group, person: Person, place: Membership) -> None:
    if place.state in _ENDED:
        return _tell_of_outsider(record, group, place)
    record.schedule.cancel(DueKind.STILL_OUT_OF_CHAT, place.id)
    if place.left_chat_at is None:
        return None
    record.memberships.save(replace(place, left_chat_at=None))
    back = BackInChat(group_id=group.id, group_name=group.name)
    if person.telegram_id is not None and record.notices.has_card(person.telegram_id, back.card()):
        notices.tell(record, person, back, PLAIN)
    return None


def _tell_of_outsider(record: Record, group: Group, place: Membership) -> None:
    record.memberships.save(replace(place, left_chat_at=None))
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, OutsiderAdded(membership_id=place.id, name=place.name, group_name=group.name))


def _went_out(record: Record, group: Group, person: Person, place: Membership, now: datetime) -> None:
    notices.tell(record, person, WentOutOfChat(group_id=group.id, group_name=group.name, invite_link=group.invite_link))
    due_at = now + PATIENCE
    still = Appointment(
        kind=DueKind.STILL_OUT_OF_CHAT,
        subject_id=place.id,
        person_id=person.id,
        occurrence=f"still_out:{place.id}:{now.timestamp()}",
        due_at=due_at,
        wall_time=zones.wall(due_at, person.zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=person.zone,
        expires_at=due_at + _STILL_NEWS,
    )
    record.schedule.plan([still])


def _was_taken_out(record: Record, by: Acting, group: Group, place: Membership) -> None:
    """The manager who did it knows; nothing follows by itself."""
    taken = TakenOutByAdmin(membership_id=place.id, name=place.name, group_name=group.name)
    for manager in record.managers.of_programme(group.programme_id):
        if manager.telegram_id != by.telegram_id:
            notices.tell(record, manager, taken)
