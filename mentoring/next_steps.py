"""Whose turn it is: everybody's home card names exactly one next step, found by asking each area in order.

A step that somebody else waits for comes before one that only its reader waits for. An area adds its members to
`Doing`, its function to `PROVIDERS`, its words to texts/next_steps.py and its button to handlers/screens/next_steps.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from mentoring.diaries import OPEN_FOR
from mentoring.groups import GroupState
from mentoring.kit import GUIDE
from mentoring.notices.kit import Titled
from mentoring.people import Membership, MembershipState, Person, Role
from mentoring.permissions import Standing, standings_of
from mentoring.places import FINISHED, STAYING
from mentoring.ports import Record
from mentoring.sessions import SessionState
from mentoring.submissions import DRAFTS, State
from mentoring.use_cases import awaiting, concern_readers, slot_cards, templates
from mentoring.use_cases.kits import kit_for, kit_of_group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mentoring.groups import Group
    from mentoring.ids import GroupId
    from mentoring.notices.submissions import Line
    from mentoring.sessions import Session


class Doing(StrEnum):
    READ_CONCERN = "read_concern"
    REVIEW_WAITING = "review_waiting"
    ANSWER_QUESTION = "answer_question"
    FIX_RETURNED = "fix_returned"
    FINISH_SENDING = "finish_sending"
    SIGN = "sign"
    NAME_FIRST_GROUP = "name_first_group"
    NAME_MENTOR = "name_mentor"
    NAME_MENTEES = "name_mentees"
    SHARE_LINKS = "share_links"
    BIND_CHAT = "bind_chat"
    READ_GUIDE = "read_guide"
    WAIT_FOR_PEOPLE = "wait_for_people"
    WRITE_DIARY = "write_diary"
    PLAN_SESSION = "plan_session"
    SESSION_AHEAD = "session_ahead"
    SEND_FIRST = "send_first"
    FIND_A_GROUP = "find_a_group"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    """`count` of `doing`; `who` waits since `since`; `subject_id` is what the step's button opens; `at` lies ahead.

    `title` is of the document that it is about.
    """

    doing: Doing
    count: int = 1
    reference: str | None = None
    who: str | None = None
    group_name: str | None = None
    since: datetime | None = None
    subject_id: int | None = None
    at: datetime | None = None
    title: Titled | None = None


Provider: TypeAlias = Callable[[Record, Person, datetime], NextStep | None]


def next_step(record: Record, person: Person, now: datetime) -> NextStep:
    for provider in PROVIDERS:
        step = provider(record, person, now)
        if step is not None:
            return step
    return NextStep(doing=Doing.NOTHING)


def read_concern(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a manager, or whoever stands in for one: the concern that has waited the longest."""
    waiting = concern_readers.waiting(record, person)
    if not waiting:
        return None
    first = waiting[0]
    return NextStep(
        doing=Doing.READ_CONCERN,
        count=len(waiting),
        reference=f"C-{first.id}",
        since=first.raised_at,
        subject_id=first.id,
    )


def review(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a mentor: what has waited the longest."""
    lines = record.submissions.waiting(mentored(record, person))
    waiting = [line for line in lines if not is_anothers(record, line, person)]
    if not waiting:
        return None
    first = waiting[0]
    return NextStep(
        doing=Doing.REVIEW_WAITING,
        count=len(waiting),
        reference=f"S-{first.number}",
        who=first.mentee,
        group_name=first.group,
        since=first.since,
        subject_id=first.submission_id,
    )


def go_on_with_own(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a mentee: the oldest of their submissions whose turn is theirs."""
    if not any(_as(record, person, Role.MENTEE)):
        return None
    for line in reversed(record.submissions.of_mentee(person.id)):
        if (doing := WITH_OWN.get(line.state)) is not None:
            reference = f"S-{line.number}" if line.number else line.file
            return NextStep(doing=doing, reference=reference, since=line.since, subject_id=line.submission_id)
    return None


def sign(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a mentee: the document that has waited the longest for their signature."""
    slots = awaiting.signature_of(record, person)
    if not slots:
        return None
    group = record.groups.by_id(slots[0].key.group_id)
    titled = slot_cards.titled(kit_of_group(record, group), slots[0])
    return NextStep(doing=Doing.SIGN, count=len(slots), group_name=group.name, subject_id=slots[0].id, title=titled)


WITH_OWN = {
    State.ASKED: Doing.ANSWER_QUESTION,
    State.RETURNED: Doing.FIX_RETURNED,
    State.UNREADABLE: Doing.FIX_RETURNED,
    **dict.fromkeys(DRAFTS - {State.COLLECTING}, Doing.FINISH_SENDING),
}


def _as(record: Record, person: Person, role: Role) -> Iterator[Membership]:
    for one in record.memberships.of_person(person.id):
        if one.role is role and one.state is MembershipState.ACTIVE:
            yield one


def mentored(record: Record, person: Person) -> Sequence[GroupId]:
    """The groups that they lead now: lent ones too, and none that a deputy leads for them."""
    own = [one.group_id for one in _as(record, person, Role.MENTOR)]
    lent = [one.group_id for one in record.absences.stood_in_by(person.id) if one.role is Role.MENTOR]
    stood_in = {one.group_id for one in record.absences.current(person.id) if one.deputy_id is not None}
    return [*(one for one in own if one not in stood_in), *(one for one in lent if one is not None)]


def is_anothers(record: Record, line: Line, person: Person) -> bool:
    if line.taken_by in {None, person.id}:
        return False
    submission = record.submissions.by_id(line.submission_id)
    if submission is None or submission.group_id is None:
        return False
    return record.submissions.circle(submission.group_id).has_other(line.taken_by, person.id)


def write_diary(record: Record, person: Person, now: datetime) -> NextStep | None:
    """For a mentee: the oldest session whose diary they owe."""
    owed = record.diaries.owed(person.id, since=now - OPEN_FOR, now=now)
    if not owed:
        return None
    first, group = owed[0], record.groups.by_id(owed[0].group_id)
    return NextStep(
        doing=Doing.WRITE_DIARY, count=len(owed), group_name=group.name, since=first.ends_at, subject_id=first.id
    )


def plan_session(record: Record, person: Person, now: datetime) -> NextStep | None:
    """For a mentor whose group has no session ahead."""
    led = mentored(record, person)
    planned = {one.group_id for one in ahead(record, led, now)}
    for group_id in led:
        group = record.groups.by_id(group_id)
        if group_id not in planned and group.state is GroupState.RUNNING:
            return NextStep(doing=Doing.PLAN_SESSION, group_name=group.name, subject_id=group_id)
    return None


def session_ahead(record: Record, person: Person, now: datetime) -> NextStep | None:
    groups = [*(one.group_id for one in _as(record, person, Role.MENTEE)), *mentored(record, person)]
    first = next(iter(ahead(record, groups, now)), None)
    if first is None:
        return None
    group = record.groups.by_id(first.group_id)
    return NextStep(doing=Doing.SESSION_AHEAD, group_name=group.name, at=first.starts_at, subject_id=first.id)


def send_first(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a mentee who has not sent anything yet."""
    if not any(_as(record, person, Role.MENTEE)) or record.submissions.of_mentee(person.id):
        return None
    return NextStep(doing=Doing.SEND_FIRST)


def ahead(record: Record, groups: Sequence[GroupId], now: datetime) -> Sequence[Session]:
    return [one for one in record.sessions.of_groups(groups, since=now) if one.state is SessionState.PLANNED]


def name_first_group(record: Record, person: Person, _: datetime) -> NextStep | None:
    """Only for a manager, and only until there is a group."""
    if not record.managers.manages(person.id, group_id=None) or any(_managed(record, person)):
        return None
    return NextStep(doing=Doing.NAME_FIRST_GROUP)


def finish_group(record: Record, person: Person, now: datetime) -> NextStep | None:
    """The first thing that a managed group still lacks, in the order in which groups are set up."""
    for group in _managed(record, person):
        doing = lacking(record, group, now)
        if doing is not None:
            return NextStep(doing=doing, group_name=group.name, subject_id=group.id)
    return None


def read_guide(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For a manager, once a group is set up: what the documents are for. Whoever has read it is not asked again."""
    programmes = {group.programme_id for group in _managed(record, person)}
    with_guide = any(GUIDE in kit_for(record, record.programmes.by_id(one)) for one in programmes)
    if not with_guide or templates.has_read_guide(record, person):
        return None
    return NextStep(doing=Doing.READ_GUIDE)


def wait_for_people(record: Record, person: Person, _: datetime) -> NextStep | None:
    for group in _managed(record, person):
        missing = [one for one in record.memberships.of_group(group.id) if one.state is MembershipState.EXPECTED]
        if missing:
            return NextStep(doing=Doing.WAIT_FOR_PEOPLE, count=len(missing), group_name=group.name, subject_id=group.id)
    return None


def lacking(record: Record, group: Group, now: datetime) -> Doing | None:
    """What stands between this group and its first session."""
    people = record.memberships.of_group(group.id)
    if not _any(people, Role.MENTOR, _LEADING):
        return Doing.NAME_MENTOR
    if not _any(people, Role.MENTEE, STAYING | FINISHED):
        return Doing.NAME_MENTEES
    waiting = any(one.state is MembershipState.EXPECTED for one in people)
    if waiting and not record.invitations.live_of(group.id, now):
        return Doing.SHARE_LINKS
    return Doing.BIND_CHAT if group.chat_id is None else None


def _any(people: Sequence[Membership], role: Role, states: Collection[MembershipState]) -> bool:
    return any(one.role is role and one.state in states for one in people)


def _managed(record: Record, person: Person) -> Iterator[Group]:
    """Whatever has finished lacks nothing any more."""
    for programme in record.programmes.managed_by(person.id):
        for group in record.groups.of_programme(programme.id):
            if group.state is GroupState.RUNNING:
                yield group


def find_a_group(record: Record, person: Person, _: datetime) -> NextStep | None:
    """For whoever has no role anywhere."""
    return NextStep(doing=Doing.FIND_A_GROUP) if standings_of(record, person) == {Standing.KNOWN} else None


#: With a mentor who pauses nobody reviews.
_LEADING = frozenset({MembershipState.EXPECTED, MembershipState.ACTIVE})

#: Asked in this order; the first that has a step wins.
PROVIDERS: tuple[Provider, ...] = (
    read_concern,
    review,
    go_on_with_own,
    sign,
    write_diary,
    name_first_group,
    finish_group,
    read_guide,
    plan_session,
    wait_for_people,
    session_ahead,
    send_first,
    find_a_group,
)
