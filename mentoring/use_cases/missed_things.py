"""What somebody finds open who could not be reached for a while: of what they missed, only what still matters."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.diaries import OPEN_FOR
from mentoring.next_steps import WITH_OWN, Doing, NextStep, ahead, is_anothers, mentored
from mentoring.people import MembershipState
from mentoring.use_cases import concern_readers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

#: A session that begins before this comes before any work.
SOON = timedelta(days=2)


def still_open(record: Record, person: Person, now: datetime) -> Sequence[NextStep]:
    """The most urgent first: a concern, a session that is near, what others wait for, and the rest."""
    sessions = [*_sessions(record, person, now)]
    near = [one for one in sessions if one.at is not None and one.at - now <= SOON]
    later = [one for one in sessions if one not in near]
    return [
        *_concerns(record, person),
        *near,
        *_own(record, person),
        *_reviews(record, person),
        *_diaries(record, person, now),
        *later,
    ]


def _concerns(record: Record, person: Person) -> Iterator[NextStep]:
    for one in concern_readers.waiting(record, person):
        yield NextStep(doing=Doing.READ_CONCERN, reference=f"C-{one.id}", since=one.raised_at, subject_id=one.id)


def _sessions(record: Record, person: Person, now: datetime) -> Iterator[NextStep]:
    mine = [one.group_id for one in record.memberships.of_person(person.id) if one.state is MembershipState.ACTIVE]
    groups = [*dict.fromkeys([*mine, *mentored(record, person)])]
    for one in ahead(record, groups, now):
        group = record.groups.by_id(one.group_id)
        yield NextStep(doing=Doing.SESSION_AHEAD, group_name=group.name, at=one.starts_at, subject_id=one.id)


def _own(record: Record, person: Person) -> Iterator[NextStep]:
    for line in reversed(record.submissions.of_mentee(person.id)):
        if (doing := WITH_OWN.get(line.state)) is not None:
            reference = f"S-{line.number}" if line.number else line.file
            yield NextStep(doing=doing, reference=reference, since=line.since, subject_id=line.submission_id)


def _reviews(record: Record, person: Person) -> Iterator[NextStep]:
    for line in record.submissions.waiting(mentored(record, person)):
        if not is_anothers(record, line, person):
            yield NextStep(
                doing=Doing.REVIEW_WAITING,
                reference=f"S-{line.number}",
                who=line.mentee,
                since=line.since,
                subject_id=line.submission_id,
            )


def _diaries(record: Record, person: Person, now: datetime) -> Iterator[NextStep]:
    for session in record.diaries.owed(person.id, since=now - OPEN_FOR, now=now):
        group = record.groups.by_id(session.group_id)
        yield NextStep(doing=Doing.WRITE_DIARY, group_name=group.name, since=session.ended_at, subject_id=session.id)
