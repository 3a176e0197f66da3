"""Keeps what is owed in step with the kit, the people and the sessions of a group."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring.diaries import DiaryState
from mentoring.groups import GroupState
from mentoring.people import MembershipState, Role
from mentoring.places import FINISHED
from mentoring.programmes import calendar
from mentoring.sessions import SessionState, is_over
from mentoring.slots import (
    GroupAtWork,
    HeldOrPlanned,
    Owing,
    Slot,
    SlotKey,
    SlotState,
    as_expected,
    diaries_written,
    expected,
    no_longer_expected,
)
from mentoring.use_cases import document_reminders, signatures
from mentoring.use_cases.kits import kit_for
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from mentoring.groups import Group, Programme
    from mentoring.ids import GroupId, ProgrammeId
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.sessions import Attendant, Session

#: Planned in one unit: nobody waits for it for more than a moment.
AT_ONCE = 25
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
#: Whoever has left owes nothing any more; whoever has finished may still bring what is missing.
_OWING = FINISHED | {MembershipState.ACTIVE, MembershipState.PAUSED}
_COUNTS = frozenset({SessionState.PLANNED, SessionState.HELD})


def follow(record: Record, groups: Iterable[GroupId], now: datetime, *, programmes: Iterable[ProgrammeId] = ()) -> None:
    """Somebody came or went, a session was planned, moved or held, or a programme changed, in this unit."""
    if not record.rules.documents:
        return
    of_programmes = (group.id for one in programmes for group in record.groups.of_programme(one))
    for group_id in sorted({*groups, *of_programmes}):
        plan(record, record.groups.by_id(group_id), now)


def begin(record: Record, now: datetime) -> None:
    """For groups that are older than the kit."""
    if record.rules.documents:
        for group_id in record.slots.groups_without(AT_ONCE):
            plan(record, record.groups.by_id(group_id), now)


def plan(record: Record, group: Group, now: datetime) -> None:
    """A group that is finished keeps what it has."""
    if group.state is not GroupState.RUNNING:
        return
    programme = record.programmes.by_id(group.programme_id)
    at_work = _at_work(record, group, programme, now)
    there = {slot.key: slot for slot in record.slots.of_group(group.id)}
    wanted = expected(kit_for(record, programme), at_work)
    moved = [slot for key, due_on in wanted.items() if (slot := _expect(record, there, key, due_on, now)) is not None]
    for key in there.keys() - wanted.keys():
        _keep(record, there[key], no_longer_expected(there[key], now))
    _take_diaries(record, at_work, now)
    signatures.follow_group(record, group, now)
    document_reminders.plan_days(record, programme, moved, now)


def _expect(
    record: Record, there: Mapping[SlotKey, Slot], key: SlotKey, due_on: date | None, now: datetime
) -> Slot | None:
    """None where nothing about it is new."""
    slot = there.get(key)
    if slot is None:
        return record.slots.add(key, due_on=due_on, now=now)
    after = as_expected(slot, due_on, now)
    _keep(record, slot, after)
    return None if after == slot else after


def _keep(record: Record, before: Slot, after: Slot) -> None:
    if after != before:
        record.slots.change(before, after)


def _take_diaries(record: Record, at_work: GroupAtWork, now: datetime) -> None:
    for key in diaries_written(at_work):
        slot = record.slots.by_key(key)
        if slot is not None and slot.state is SlotState.OPEN:
            record.slots.change(slot, replace(slot, state=SlotState.SUBMITTED, since=now))


def _at_work(record: Record, group: Group, programme: Programme, now: datetime) -> GroupAtWork:
    days, members = calendar(programme), record.memberships.of_group(group.id)
    return GroupAtWork(
        group_id=group.id,
        mentees=_owing(record, members, Role.MENTEE, programme.zone),
        mentors=_owing(record, members, Role.MENTOR, programme.zone),
        sessions=_sessions(record, group, programme.zone, now),
        middle=None if days is None else days.middle,
        end=programme.ends_on,
    )


def _owing(record: Record, members: Sequence[Membership], role: Role, zone: str) -> tuple[Owing, ...]:
    """They joined when they were listed, or when they agreed where that was later."""
    found = []
    for one in members:
        if one.person_id is None or one.role is not role or one.state not in _OWING:
            continue
        agreed = record.people.by_id(one.person_id).consented_at or one.created_at
        finished = one.changed_at if one.state in FINISHED else None
        owing = Owing(
            person_id=one.person_id,
            joined_on=wall(max(agreed, one.created_at), zone).date(),
            finished_on=None if finished is None else wall(finished, zone).date(),
        )
        found.append(owing)
    return tuple(found)


def _sessions(record: Record, group: Group, zone: str, now: datetime) -> tuple[HeldOrPlanned, ...]:
    counting = [one for one in record.sessions.of_groups([group.id], since=_EVER) if one.state in _COUNTS]
    over = [one.id for one in counting if is_over(one, now)]
    there = record.sessions.attendants(over) if over else ()
    return tuple(_seen(one, [who for who in there if who.session_id == one.id], zone, now) for one in counting)


def _seen(session: Session, there: Sequence[Attendant], zone: str, now: datetime) -> HeldOrPlanned:
    mentees = [one for one in there if one.role is Role.MENTEE]
    return HeldOrPlanned(
        session_id=session.id,
        kind=session.kind,
        on=wall(session.starts_at, zone).date(),
        held=is_over(session, now),
        attended_by=tuple(one.person.id for one in mentees if not one.was_away),
        written_by=tuple(one.person.id for one in mentees if one.diary is DiaryState.SENT),
    )
