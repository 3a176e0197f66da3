"""The first minutes of a newcomer: a word in the group's chat, a round of what there is, and what they have missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.catching_up import expected_by
from mentoring.happenings import HappeningKind
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.welcome import CatchUp, GroupWelcome, Round
from mentoring.people import MembershipState, Role
from mentoring.permissions import authorise
from mentoring.sessions import SessionState
from mentoring.use_cases import boards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.happenings import Happening
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

#: Whoever comes within this after another is welcomed in the same message.
TOGETHER = timedelta(minutes=30)
#: As many past sessions as a newcomer is told the days of.
_MOST_PAST = 5


def welcome(record: Record, group: Group, newcomer: Membership, now: datetime) -> None:
    """In the chat that they have just come into, in silence: all who joined within minutes in one message."""
    burst = _burst(record, group, now)
    if newcomer.person_id not in {one.person_id for one in burst}:
        return
    here = {one.person_id: one for one in _active(record, group)}
    came = dict.fromkeys(one.person_id for one in burst)
    new = [here[person_id] for person_id in came if person_id in here]
    welcomed = GroupWelcome(
        group_id=group.id,
        since=burst[0].id,
        group_name=group.name,
        new_mentors=tuple(one.name for one in new if one.role is Role.MENTOR),
        new_mentees=tuple(one.name for one in new if one.role is Role.MENTEE),
        mentors=tuple(one.name for one in here.values() if one.role is Role.MENTOR),
        languages=boards.languages(record, group),
    )
    notices.tell_group(record, group, record.programmes.by_id(group.programme_id).zone, welcomed, AT_THE_BOTTOM)


def show_round(record: Record, person: Person, group: Group, role: Role, now: datetime) -> None:
    """What there is here, for whoever comes in for the first time; what was before, for whoever comes late."""
    mine = [one for one in record.memberships.of_person(person.id) if one.state is not MembershipState.EXPECTED]
    if len(mine) == 1:
        notices.tell(record, person, Round(role=role))
    late = catch_up(record, person, group, role, now)
    if late is not None:
        notices.tell(record, person, late)


@dataclass(frozen=True, kw_only=True, slots=True)
class PutAway:
    by: Acting


def put_away(record: Record, command: PutAway, now: datetime) -> None:
    person = authorise(record, command.by, Act.OPEN_HOME).known()
    notices.answer(record, command.by, person, Round(role=Role.MENTEE, away=True))


def catch_up(record: Record, person: Person, group: Group, role: Role, now: datetime) -> CatchUp | None:
    """None for whoever is there from the first session on."""
    sessions = record.sessions.of_groups([group.id], since=group.created_at)
    past = [one for one in sessions if one.starts_at <= now and one.state in _TOOK_PLACE]
    if not past:
        return None
    ahead = [one for one in sessions if one.starts_at > now and one.state is SessionState.PLANNED]
    programme = record.programmes.by_id(group.programme_id)
    today = zones.wall(now, person.zone).date()
    return CatchUp(
        group_id=group.id,
        group_name=group.name,
        mentors=tuple(one.name for one in _active(record, group) if one.role is Role.MENTOR),
        held=len(past),
        past=tuple(one.starts_at for one in past[-_MOST_PAST:]),
        next_at=ahead[0].starts_at if ahead else None,
        expected_by=expected_by(today, programme.ends_on) if role is Role.MENTEE else None,
    )


_TOOK_PLACE = frozenset({SessionState.PLANNED, SessionState.HELD})


def _burst(record: Record, group: Group, now: datetime) -> Sequence[Happening]:
    """Those who came last, back to the first pause in which nobody came."""
    came = [one for one in record.happenings.of_group(group.id) if one.kind in _CAME]
    burst: list[Happening] = []
    later = now
    for one in reversed(came):
        if later - one.at > TOGETHER:
            break
        burst.insert(0, one)
        later = one.at
    return burst


_CAME = frozenset({HappeningKind.JOINED, HappeningKind.RETURNED})


def _active(record: Record, group: Group) -> Sequence[Membership]:
    return [one for one in record.memberships.of_group(group.id) if one.state is MembershipState.ACTIVE]
