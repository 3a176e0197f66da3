"""A place in a group changes: kept with its reason, told in neutral words, and everything about it follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentoring import notices, places, zones
from mentoring.groups import GroupState
from mentoring.ids import MembershipId
from mentoring.invitations import KIND_OF_ROLE
from mentoring.notices import PLAIN
from mentoring.notices.joining import TakenOut
from mentoring.notices.places import PlaceChanged, PlaceNews
from mentoring.people import MembershipState, Person, Reachability, Role
from mentoring.places import BECOMES, Deed
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.sessions import SessionState
from mentoring.use_cases import boards, ended_absences, group_cards, session_cards, small_groups

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.notices import Notice
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.schedule import Due

#: A pause has to end, however long the bot itself was away.
NEVER_STALE = timedelta(days=3650)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What is done with a place. `by` is None when the calendar does it; `until` is for a pause."""

    deed: Deed
    by: Person | None
    reason: str = ""
    until: datetime | None = None


def change(record: Record, membership: Membership, what: Change, now: datetime) -> Membership:
    """Raises Refusal, before anything is written, where that can't be done (any more)."""
    after = keep(record, membership, what, now)
    group = record.groups.by_id(membership.group_id)
    ended_absences.follow(record, after, now)
    _follow(record, group, membership, after, now)
    _tell(record, group, after, what)
    small_groups.look(record, group, membership, after)
    return after


def settle(record: Record, membership: Membership, what: Change, now: datetime) -> Membership:
    """As `change`, where the whole group changes: only the person hears of it, the others once of all."""
    after = keep(record, membership, what, now)
    group = record.groups.by_id(membership.group_id)
    if after.state is MembershipState.ACTIVE:
        session_cards.include_newcomer(record, group, now)
    if after.person_id is not None:
        notices.tell(record, record.people.by_id(after.person_id), _to_themselves(group, after, what.deed))
    return after


def keep(record: Record, membership: Membership, what: Change, now: datetime) -> Membership:
    """The change itself and its history, without telling anybody."""
    group = record.groups.by_id(membership.group_id)
    after = places.became(membership, BECOMES[what.deed], now, reason=what.reason, paused_until=what.until)
    if after.state is MembershipState.ACTIVE:
        _check_free(record, group, membership)
    record.memberships.save(after)
    set_clock(record, after)
    record.happenings.add(
        places.happening(membership.state, after.state),
        now=now,
        group_id=group.id,
        person_id=membership.person_id,
        by_id=what.by.id if what.by else None,
        text=what.reason or (membership.name if membership.person_id is None else ""),
    )
    return after


def end_pauses(record: Record, dues: Sequence[Due], now: datetime) -> None:
    """Pauses end by themselves; one that was changed meanwhile is not meant any more."""
    for due in dues:
        membership = record.memberships.by_id(MembershipId(due.subject_id))
        if membership is None or membership.state is not MembershipState.PAUSED:
            continue
        if record.groups.by_id(membership.group_id).state is GroupState.RUNNING:
            change(record, membership, Change(deed=Deed.RETURN, by=None), now)


def cards_follow(record: Record, group: Group, now: datetime) -> None:
    """What shows who is in the group is brought up to date where it stands, in silence."""
    facts = group_cards.card(record, group, now)
    for manager in record.managers.of_programme(group.programme_id):
        if record.notices.has_card(manager.telegram_id or 0, facts.card()):
            notices.tell(record, manager, facts, PLAIN)
    boards.show(record, group, now)


def reseat(record: Record, group: Group, role: Role) -> None:
    """A join link opens as often as there are names that nobody has taken."""
    waiting = [one for one in record.memberships.of_group(group.id, role) if one.state is MembershipState.EXPECTED]
    record.invitations.seat(group.id, KIND_OF_ROLE[role], len(waiting))


def _check_free(record: Record, group: Group, membership: Membership) -> None:
    if group.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    if membership.person_id is None:
        return
    for one in record.memberships.of_person(membership.person_id):
        if one.group_id == group.id and one.id != membership.id and one.state is MembershipState.ACTIVE:
            raise Refusal(Why.ALREADY_DONE)


def set_clock(record: Record, after: Membership) -> None:
    """A pause ends by itself."""
    record.schedule.cancel(DueKind.PAUSE_END, after.id)
    if after.paused_until is None or after.person_id is None or after.changed_at is None:
        return
    person = record.people.by_id(after.person_id)
    wall = zones.wall(after.paused_until, person.zone).replace(tzinfo=None)
    ends = Appointment(
        kind=DueKind.PAUSE_END,
        subject_id=after.id,
        person_id=person.id,
        occurrence=f"pause_end:{after.id}:{after.changed_at.timestamp()}",
        due_at=after.paused_until,
        wall_time=wall.isoformat(timespec="minutes"),
        zone=person.zone,
        expires_at=after.paused_until + NEVER_STALE,
    )
    record.schedule.plan([ends])


def _follow(record: Record, group: Group, before: Membership, after: Membership, now: datetime) -> None:
    if before.state is MembershipState.EXPECTED:
        reseat(record, group, before.role)
    if after.state is MembershipState.ACTIVE:
        session_cards.include_newcomer(record, group, now)
    elif after.person_id is not None:
        telegram_id = record.people.by_id(after.person_id).telegram_id
        if telegram_id is not None:
            record.prompts.close(telegram_id)
    for session in record.sessions.of_groups([group.id], since=now):
        if session.state is SessionState.PLANNED:
            session_cards.refresh_leaders(record, session_cards.gathering(record, session), now)
    cards_follow(record, group, now)


def _tell(record: Record, group: Group, after: Membership, what: Change) -> None:
    """The person, unless they did it themselves; the mentors without the reason; the other managers with it."""
    person = record.people.by_id(after.person_id) if after.person_id is not None else None
    if person is None:
        return
    by_id = what.by.id if what.by else None
    if person.id != by_id and person.reachability is not Reachability.ON_PAPER:
        notices.tell(record, person, _to_themselves(group, after, what.deed))
    news = PlaceNews(deed=what.deed, name=after.name, group_name=group.name, until=after.paused_until)
    managers = record.managers.of_programme(group.programme_id)
    for manager in _but({by_id, person.id}, managers):
        notices.tell(record, manager, replace(news, reason=what.reason, membership_id=after.id))
    for mentor in _but({by_id, person.id, *(one.id for one in managers)}, record.submissions.circle(group.id).mentors):
        notices.tell(record, mentor, news)


def _but(these: Collection[PersonId | None], people: Iterable[Person]) -> Iterable[Person]:
    return (one for one in people if one.id not in these)


def _to_themselves(group: Group, after: Membership, deed: Deed) -> Notice:
    if deed is Deed.REMOVE:
        return TakenOut(group_name=group.name)
    return PlaceChanged(deed=deed, membership_id=after.id, group_name=group.name, until=after.paused_until)
