"""Everything open that concerns somebody, posted in a chat that has none of it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.people import MembershipState, Role
from mentoring.sessions import SessionState
from mentoring.submissions import TO_CORRECT, UNDECIDED
from mentoring.use_cases import session_cards
from mentoring.use_cases.submission_cards import mentee_card, review_card, show_files, story_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.ids import GroupId, SubmissionId
    from mentoring.people import Person
    from mentoring.ports import Record

#: More of one kind stands in the lists.
MOST = 10


def post(record: Record, person: Person, now: datetime) -> None:
    mentored = [*_groups(record, person, Role.MENTOR)]
    for line in record.submissions.of_mentee(person.id)[:MOST]:
        if line.state in UNDECIDED | TO_CORRECT:
            _own(record, person, line.submission_id, now)
    for line in record.submissions.waiting(mentored)[:MOST]:
        _to_review(record, person, line.submission_id, now)
    groups = [*mentored, *_groups(record, person, Role.MENTEE)]
    for session in record.sessions.of_groups(groups, since=now)[:MOST]:
        if session.state is SessionState.PLANNED:
            of = session_cards.gathering(record, session)
            notices.tell(record, person, session_cards.card(of, person, now))


def _own(record: Record, person: Person, submission_id: SubmissionId, now: datetime) -> None:
    submission = record.submissions.by_id(submission_id)
    if submission is not None:
        notices.tell(record, person, mentee_card(record, story_of(record, submission), now))


def _to_review(record: Record, person: Person, submission_id: SubmissionId, now: datetime) -> None:
    submission = record.submissions.by_id(submission_id)
    if submission is not None:
        story = story_of(record, submission)
        show_files(record, person, story)
        notices.tell(record, person, review_card(story, now, person))


def _groups(record: Record, person: Person, role: Role) -> Iterator[GroupId]:
    for one in record.memberships.of_person(person.id):
        if one.role is role and one.state is MembershipState.ACTIVE:
            yield one.group_id
