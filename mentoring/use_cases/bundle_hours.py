"""At noon and in the evening: what was kept for somebody since, in one message that shows how things stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import bundles, notices
from mentoring.bundles import Matter
from mentoring.ids import GroupId, SessionId, SubmissionId
from mentoring.notices.bundles import Bundle, ToReview
from mentoring.notices.sessions import GroupChoice
from mentoring.people import Role
from mentoring.permissions import Standing, standings_of
from mentoring.sessions import is_over
from mentoring.use_cases import gap_cards
from mentoring.use_cases.session_cards import seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from mentoring.bundles import Piece
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Attendant, Session


def tell_bundles(record: Record, now: datetime) -> None:
    """Once for each hour; what has been settled meanwhile is left out."""
    for person, since in record.bundles.waiting():
        if bundles.is_time(person, since, now):
            tell_bundle(record, person, now)


def tell_bundle(record: Record, person: Person, now: datetime) -> None:
    bundle = _bundle(record, person, record.bundles.take(person.id), now)
    if bundle.reviews or bundle.sessions or bundle.diaries or bundle.gaps:
        notices.tell(record, person, bundle)


def _bundle(record: Record, person: Person, pieces: Sequence[Piece], now: datetime) -> Bundle:
    about = {matter: [one.subject_id for one in pieces if one.matter is matter] for matter in Matter}
    numbers = [SessionId(number) for number in (*about[Matter.SESSION], *about[Matter.DIARY])]
    sessions = {one.id: one for one in record.sessions.by_ids(numbers)}
    own = [one for one in record.sessions.attendants([*sessions]) if one.person.id == person.id]
    new = _about(own, about[Matter.SESSION])
    owed = [one for one in _about(own, about[Matter.DIARY]) if one.owes_diary]
    return Bundle(
        at=now,
        reviews=tuple(_to_review(record, person, about[Matter.REVIEW])),
        sessions=tuple(seen(sessions[one.session_id], one.group) for one in new if _is_ahead(sessions, one, now)),
        diaries=tuple(seen(sessions[one.session_id], one.group) for one in owed),
        gaps=tuple(_gaps(record, person, about[Matter.PLAN], now)),
    )


def _gaps(record: Record, person: Person, numbers: Sequence[int], now: datetime) -> Iterator[GroupChoice]:
    """Of groups that the reader still mentors, also for somebody else."""
    for group_id in dict.fromkeys(map(GroupId, numbers)):
        if Standing.MENTOR not in standings_of(record, person, group_id=group_id):
            continue
        group = record.groups.by_id(group_id)
        if gap_cards.open_gap(record, group, now) is not None:
            yield GroupChoice(group_id=group.id, name=group.name)


def _about(own: Sequence[Attendant], numbers: Sequence[int]) -> Sequence[Attendant]:
    return [one for one in own if one.session_id in numbers]


def _is_ahead(sessions: Mapping[SessionId, Session], one: Attendant, now: datetime) -> bool:
    return not is_over(sessions[one.session_id], now)


def _to_review(record: Record, person: Person, numbers: Sequence[int]) -> Iterator[ToReview]:
    """All that waits in the groups that this was about, as far as the reader mentors them now."""
    if not numbers:
        return
    for line in record.submissions.waiting(_mentored(record, person, numbers)):
        number = line.number or 0
        yield ToReview(submission_id=line.submission_id, number=number, mentee=line.mentee, group=line.group)


def _mentored(record: Record, person: Person, numbers: Sequence[int]) -> Sequence[GroupId]:
    told = (record.submissions.by_id(SubmissionId(number)) for number in numbers if number)
    of_told = [one.group_id for one in told if one is not None and one.group_id is not None]
    own = [one.group_id for one in record.memberships.of_person(person.id) if one.role is Role.MENTOR]
    groups = dict.fromkeys([*of_told, *own])
    return [one for one in groups if Standing.MENTOR in standings_of(record, person, group_id=one)]
