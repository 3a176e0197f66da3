"""Gathers what the record knows for a form: the names as the manager listed them, the sessions, who was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring.diaries import DiaryState, Question
from mentoring.ids import SessionId
from mentoring.minutes import MINUTES
from mentoring.monitoring_plans import PLAN
from mentoring.people import Role
from mentoring.places import FINISHED, STAYING
from mentoring.printed import DiaryWords, Known, Meeting, NamedPerson, Presence, Subject
from mentoring.sessions import Attendant, Session, SessionState, is_over
from mentoring.use_cases import monitoring_sheets, session_courses
from mentoring.use_cases.who_was_there import There, who_was_there
from mentoring.zones import wall

if TYPE_CHECKING:
    from mentoring.groups import Group, Programme
    from mentoring.ids import PersonId
    from mentoring.papers import Paper
    from mentoring.people import Membership
    from mentoring.ports import Record

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_SHOWN = frozenset({SessionState.PLANNED, SessionState.RUNNING, SessionState.HELD, SessionState.NOT_HELD})
_TOOK_PLACE = frozenset({SessionState.PLANNED, SessionState.RUNNING, SessionState.HELD})
#: Who has a line in lists of members.
_LISTED = STAYING | FINISHED


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sessions:
    """Of one group: all that count, those of them that took place, and who was asked to each.

    `plan` has the cancelled ones too.
    """

    plan: Sequence[Session]
    all: Sequence[Session]
    over: Sequence[Session]
    there: Sequence[Attendant]
    seen: Mapping[SessionId, Sequence[There]]
    now: datetime

    def meeting(self, session: Session) -> Meeting:
        return Meeting(
            number=session.number,
            kind=session.kind,
            stage=session.stage,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            place=session.place,
            address=session.address,
            state=session.state,
            over=is_over(session, self.now) and session.state in _TOOK_PLACE,
            present=sum(one.came for one in self.seen.get(session.id, ())),
            moves=session.moves,
            began_at=session.began_at,
            finished_at=session.finished_at,
            topic=session.topic,
            aim=session.aim,
            goals=session.goals,
            preparation=session.preparation,
            homework=session.homework,
            documents=session.documents,
            responsible=session.responsible,
            logged=session.was_logged,
        )

    def of(self, session: Session) -> Sequence[Attendant]:
        return [one for one in self.there if one.session_id == session.id]


def of_blank(programme: Programme, now: datetime) -> Known:
    return Known(
        programme=programme.name,
        organisation=programme.organisation,
        zone=programme.zone,
        on=wall(now, programme.zone).date(),
    )


def of_paper(record: Record, paper: Paper, now: datetime) -> Known:
    group = record.groups.by_id(paper.group_id)
    programme = record.programmes.by_id(group.programme_id)
    members = [one for one in record.memberships.of_group(group.id) if one.state in _LISTED]
    sessions = _sessions(record, group, now)
    known = replace(
        of_blank(programme, now),
        begins=programme.begins_on,
        ends=programme.ends_on,
        planned=programme.sessions_planned,
        group=group.name,
        managers=tuple(one.name for one in record.managers.of_programme(programme.id)),
        members=tuple(NamedPerson(name=one.name, role=one.role) for one in _in_order(members)),
        meetings=tuple(sessions.meeting(one) for one in sessions.all),
        plan=tuple(sessions.meeting(one) for one in sessions.plan),
        presences=_presences(sessions),
        number=paper.record_id,
        monitoring=monitoring_sheets.for_paper(record, programme, now, of=group) if paper.code == PLAN else None,
    )
    return _at(record, _about(record, known, paper, sessions), paper, sessions)


def _sessions(record: Record, group: Group, now: datetime) -> _Sessions:
    plan = record.sessions.of_groups([group.id], since=_EVER)
    found = [one for one in plan if one.state in _SHOWN]
    there = record.sessions.attendants([one.id for one in found]) if found else ()
    by_session = {one.id: [who for who in there if who.session_id == one.id] for one in found}
    return _Sessions(
        plan=plan,
        all=found,
        over=[one for one in found if is_over(one, now) and one.state in _TOOK_PLACE],
        there=there,
        seen={one.id: who_was_there(record, group, one, by_session[one.id]) for one in found},
        now=now,
    )


def _in_order(members: Sequence[Membership]) -> Sequence[Membership]:
    return sorted(members, key=lambda one: (one.role is not Role.MENTOR, one.id))


def _about(record: Record, known: Known, paper: Paper, sessions: _Sessions) -> Known:
    person_id = paper.person_id
    if person_id is None:
        return known
    person = record.people.by_id(person_id)
    places = [one for one in record.memberships.of_person(person_id) if one.group_id == paper.group_id]
    name, role = (places[-1].name, places[-1].role) if places else (person.name, Role.MANAGER)
    subject = Subject(
        name=name,
        role=role,
        language=person.language,
        zone=person.zone,
        adult=person.adult,
        guardian=person.guardian,
        attended=_attended(sessions, person_id),
    )
    return replace(known, subject=subject)


def _attended(sessions: _Sessions, person_id: PersonId) -> int:
    return sum(one.came for met in sessions.over for one in sessions.seen[met.id] if one.person_id == person_id)


def _at(record: Record, known: Known, paper: Paper, sessions: _Sessions) -> Known:
    """The one session that the form is about."""
    session = next((one for one in sessions.all if one.id == paper.session_id), None)
    if session is None:
        return known
    here = sessions.of(session)
    return replace(
        known,
        meeting=sessions.meeting(session),
        present=tuple(
            Presence(name=one.name, role=one.role, seen=(one.presence,), unknown=() if one.known else (0,))
            for one in sessions.seen[session.id]
        ),
        diary=None if paper.person_id is None else _diary(record, session.id, paper.person_id),
        course=session_courses.course(record, session, here) if paper.code == MINUTES else None,
    )


def _presences(sessions: _Sessions) -> tuple[Presence, ...]:
    """Of managers nobody expects that they come: they have a line where they came."""
    people = {one.person_id: one for met in sessions.all for one in sessions.seen[met.id]}
    return tuple(_row(sessions, one) for one in sorted(people.values(), key=lambda one: one.role is Role.MANAGER))


def _row(sessions: _Sessions, person: There) -> Presence:
    seen = [
        next((one for one in sessions.seen[met.id] if one.person_id == person.person_id), None) for met in sessions.over
    ]
    return Presence(
        name=person.name,
        role=person.role,
        seen=tuple(None if one is None else one.presence for one in seen),
        unknown=tuple(number for number, one in enumerate(seen) if one is not None and not one.known),
        unexpected=tuple(number for number, one in enumerate(seen) if one is None),
    )


def _diary(record: Record, session_id: SessionId, person_id: PersonId) -> DiaryWords | None:
    """What was written in the chat and sent; never the private note."""
    diary = record.diaries.of(session_id, person_id)
    if diary is None or diary.state is not DiaryState.SENT:
        return None
    words = {answer.question: answer.text for answer in diary.answers}
    return DiaryWords(
        done=words.get(Question.DONE, ""),
        learned=words.get(Question.LEARNED, ""),
        next=words.get(Question.NEXT, ""),
        easy_hard=words.get(Question.EASY_HARD, ""),
        progress=words.get(Question.PROGRESS, ""),
    )
