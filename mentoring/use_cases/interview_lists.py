"""Whom a manager has talked with in a group, how far each talk is, and which of them should not be forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import interviews, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.interviews import KIND_OF_ROLE, QUESTIONS, Interview, InterviewKind, InterviewState
from mentoring.notices.interviews import TalkAlarm, TalkLine, Talks
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.places import FINISHED, STAYING
from mentoring.use_cases.interview_doors import is_barred, is_left_to_others, place_of
from mentoring.use_cases.menu import beside_cards
from mentoring.use_cases.session_doors import of_session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record

#: For so long the digest names a talk that went badly, unless a later one with the same person went well.
REMEMBERED = timedelta(days=28)
_LISTED = STAYING | FINISHED


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTalks:
    """`session_id` where they are opened from a session, 0 for none."""

    by: Acting
    group_id: GroupId
    session_id: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTalksIn:
    by: Acting
    session_id: SessionId


def open_talks_in(record: Record, command: OpenTalksIn, now: datetime) -> None:
    _, session = of_session(record, command.by, command.session_id, Act.INTERVIEW)
    open_talks(record, OpenTalks(by=command.by, group_id=session.group_id, session_id=session.id), now)


def open_talks(record: Record, command: OpenTalks, _: datetime) -> None:
    manager = authorise(record, command.by, Act.INTERVIEW, group_id=command.group_id).known()
    record.prompts.close(command.by.telegram_id)
    notices.answer(record, beside_cards(record, command.by), manager, talks(record, manager, command))


def talks(record: Record, manager: Person, command: OpenTalks) -> Talks:
    group = record.groups.by_id(command.group_id)
    held, is_hidden = record.interviews.of_group(group.id), is_left_to_others(record, manager, group)
    asked = [] if is_hidden else [one for one in _people(record, group, held) if one.person_id != manager.id]
    final = interviews.latest(held, InterviewKind.FINAL, None)
    return Talks(
        group_id=group.id,
        group=group.name,
        lines=tuple(_line(one, held) for one in asked),
        final=_seen(TalkLine(), final),
        session_id=command.session_id,
        hidden=is_hidden,
    )


def _people(record: Record, group: Group, held: Sequence[Interview]) -> Sequence[Membership]:
    """Mentors first; whoever has left only where a talk with them is on record."""
    talked = {one.person_id for one in held if one.is_begun}
    there = [one for one in record.memberships.of_group(group.id) if one.person_id and one.role in KIND_OF_ROLE]
    newest = {one.person_id: place_of(record, group.id, one.person_id) for one in there}
    listed = [one for one in newest.values() if one and (one.state in _LISTED or one.person_id in talked)]
    return sorted(listed, key=lambda one: one.role is not Role.MENTOR)


def _line(place: Membership, held: Sequence[Interview]) -> TalkLine:
    line = TalkLine(membership_id=place.id, name=place.name, role=place.role)
    return _seen(line, interviews.latest(held, KIND_OF_ROLE[place.role], place.person_id))


def _seen(line: TalkLine, interview: Interview | None) -> TalkLine:
    if interview is None or not interview.is_begun:
        return line
    return replace(
        line,
        begun=True,
        place=interviews.reached(interview),
        count=len(QUESTIONS[interview.kind]),
        done_at=interview.ended_at if interview.state is InterviewState.DONE else None,
        rating=interview.rating,
    )


def alarms(record: Record, manager: Person, now: datetime) -> Sequence[TalkAlarm]:
    """Red before amber; nothing that this manager may not read."""
    groups = {
        group.id: group
        for programme in record.programmes.managed_by(manager.id)
        for group in record.groups.of_programme(programme.id)
    }
    last: dict[tuple[GroupId, PersonId | None], Interview] = {}
    for one in record.interviews.of_groups([*groups]):
        last[one.group_id, one.person_id] = one
    found = [
        _alarm(record, groups[one.group_id], one)
        for one in last.values()
        if one.alarms and _is_news(one, now) and not is_barred(record, manager, groups[one.group_id], one.person_id)
    ]
    return sorted((one for one in found if one is not None), key=lambda one: one.rating is interviews.Rating.AMBER)


def _is_news(interview: Interview, now: datetime) -> bool:
    return interview.ended_at is not None and now - interview.ended_at <= REMEMBERED


def _alarm(record: Record, group: Group, interview: Interview) -> TalkAlarm | None:
    place = place_of(record, group.id, interview.person_id)
    if place is None or interview.rating is None:
        return None
    return TalkAlarm(group_id=group.id, group=group.name, name=place.name, rating=interview.rating)
