"""Who may lead and read a talk: managers, and of those who belong to the group themselves only where nobody else can.

Whoever answers is told that neither their group nor the other side will see it. So a manager who is also the mentor of
a group, or is mentored in it, leaves its talks to the other managers; where there is no other, they lead them and say
so. Nobody is asked about themselves, or reads what was noted of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import former
from mentoring.acts import Act
from mentoring.groups import Group
from mentoring.interviews import CODES, Interview, InterviewKind
from mentoring.people import Membership, MembershipState
from mentoring.permissions import Actor, Standing, authorise, may_read, standings_of
from mentoring.places import STAYING
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.filings import Filing
    from mentoring.ids import GroupId, InterviewId, PersonId
    from mentoring.people import Person
    from mentoring.ports import Record

_BELONGS = frozenset({Standing.MENTOR, Standing.MENTEE, Standing.RESTING})


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """`place` is whose talk it is; None where the whole group talks."""

    actor: Actor
    group: Group
    interview: Interview
    place: Membership | None

    @property
    def manager(self) -> Person:
        return self.actor.known()

    @property
    def left(self) -> bool:
        return self.place is not None and self.place.state not in STAYING

    @property
    def own_group(self) -> bool:
        return bool(self.actor.standings & _BELONGS)


def talk_of(record: Record, by: Acting, interview_id: InterviewId) -> Talk:
    """Raises Refusal unless `by` may lead it, and for a talk with somebody who was erased."""
    interview = record.interviews.by_id(interview_id)
    if interview is None:
        authorise(record, by, Act.INTERVIEW)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, Act.INTERVIEW, group_id=interview.group_id)
    group = record.groups.by_id(interview.group_id)
    if is_barred(record, actor.known(), group, interview.person_id):
        raise Refusal(Why.NOT_ALLOWED)
    place = None if interview.kind is InterviewKind.FINAL else place_of(record, group.id, interview.person_id)
    if interview.kind is not InterviewKind.FINAL and (place is None or is_erased(place)):
        raise Refusal(Why.GONE)
    return Talk(actor=actor, group=group, interview=interview, place=place)


def place_of(record: Record, group_id: GroupId, person_id: PersonId | None) -> Membership | None:
    """Where somebody has several, the one that still holds, or the newest."""
    theirs = [one for one in record.memberships.of_group(group_id) if one.person_id == person_id]
    known = [one for one in theirs if one.state is not MembershipState.MOVED] or theirs
    return next((one for one in known if one.state in STAYING), known[-1] if known else None)


def is_barred(record: Record, reader: Person, group: Group, person_id: PersonId | None) -> bool:
    """From what this person says. What the whole group says is for all who lead it."""
    if person_id is None:
        return False
    return person_id == reader.id or is_left_to_others(record, reader, group)


def is_left_to_others(record: Record, reader: Person, group: Group) -> bool:
    """They belong to the group, and another manager does not: also one who is away now."""
    if not _belongs(record, reader, group.id):
        return False
    managers = [*record.managers.of_programme(group.programme_id), *record.managers.appointed(group.programme_id)]
    return any(one.id != reader.id and not _belongs(record, one, group.id) for one in managers)


def _belongs(record: Record, person: Person, group_id: GroupId) -> bool:
    return bool(standings_of(record, person, group_id=group_id) & _BELONGS)


def is_erased(place: Membership) -> bool:
    return former.in_words(place.name, lambda *_: "") != place.name


def may_read_filed(record: Record, actor: Actor, filing: Filing) -> bool:
    """As permissions have it; what was noted in talks is read by whoever may lead them."""
    if not may_read(actor, filing):
        return False
    is_of_talk = filing.code == CODES[InterviewKind.MENTEE] and actor.person is not None
    return not (is_of_talk and is_barred(record, actor.known(), record.groups.by_id(filing.group_id), filing.person_id))
