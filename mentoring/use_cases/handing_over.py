"""A mentor's work passes to another: access, open submissions, reminders and sessions move in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.groups import Group
from mentoring.happenings import HappeningKind
from mentoring.notices import PLAIN
from mentoring.notices.handing_over import HandoverNote, MentorChanged, NewMentorOf, PlaceHandedOver, QuestionLine
from mentoring.people import Membership, MembershipState, Person, Role
from mentoring.sessions import SessionState
from mentoring.use_cases import boards, ended_absences, handed_on, inviting, session_cards
from mentoring.use_cases.places import reseat, set_clock
from mentoring.use_cases.submission_cards import mentee_card, story_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.happenings import Happening
    from mentoring.ids import PersonId
    from mentoring.ports import Record

#: Lines of the list that a successor begins with.
LONGEST_LIST = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """`mentor` is the place of whoever goes; `reason` is for the managers alone."""

    manager: Person
    mentor: Membership
    group: Group
    reason: str


def hand_over(record: Record, change: Change, successor: Person, now: datetime) -> None:
    """To somebody whom the programme knows. What was decided keeps the old name."""
    old = _end(record, change, successor.name, now, known=successor)
    _seat(record, change.group, successor, now)
    _note(record, change, now, other=successor.id)
    _pass_on(record, change.group, old, successor, now)


def expect(record: Record, by: Acting, change: Change, name: str, now: datetime, *, token: str) -> None:
    """To somebody who joins by a link; until then the work waits, and the managers look after it."""
    _end(record, change, name, now)
    record.memberships.expect(group_id=change.group.id, role=Role.MENTOR, name=name, now=now)
    reseat(record, change.group, Role.MENTOR)
    _note(record, change, now, other=None)
    inviting.invite_mentor(record, by, change.group, now, token=token)
    _tell_group(record, change.group, change.mentor.name, name, now, joined=False)


def welcome_successor(record: Record, membership: Membership, successor: Person, now: datetime) -> None:
    """Somebody has joined as mentor: where one was replaced and nobody has followed yet, this is the successor."""
    if membership.role is not Role.MENTOR:
        return
    replaced = latest(record, membership)
    if replaced is None or replaced.other_id is not None or replaced.person_id is None:
        return
    group = record.groups.by_id(membership.group_id)
    record.happenings.add(
        HappeningKind.REPLACED,
        now=now,
        group_id=group.id,
        person_id=replaced.person_id,
        by_id=replaced.by_id,
        other_id=successor.id,
    )
    _pass_on(record, group, record.people.by_id(replaced.person_id), successor, now)
    for note in record.happenings.of_group(group.id):
        if note.kind is HappeningKind.HANDOVER_NOTE and note.id > replaced.id and note.by_id is not None:
            tell_note(record, group, record.people.by_id(note.by_id), successor, note.text)


def latest(record: Record, place: Membership) -> Happening | None:
    """The last time that a mentor of this group was replaced."""
    told = [one for one in record.happenings.of_group(place.group_id) if one.kind is HappeningKind.REPLACED]
    return told[-1] if told else None


def tell_note(record: Record, group: Group, author: Person, successor: Person, text: str) -> None:
    waiting = len(record.submissions.open_in(group.id))
    note = HandoverNote(group_name=group.name, author=author.name, text=text, waiting=waiting)
    notices.tell(record, successor, note)


def _end(record: Record, change: Change, successor: str, now: datetime, *, known: Person | None = None) -> Person:
    """The old mentor has no access from this moment on."""
    group = change.group
    if change.mentor.person_id is None:
        raise LookupError("nobody has this place")
    old = record.people.by_id(change.mentor.person_id)
    ended = replace(change.mentor, state=MembershipState.LEFT, changed_at=now, reason=change.reason, paused_until=None)
    record.memberships.save(ended)
    set_clock(record, ended)
    ended_absences.follow(record, ended, now, successor=known)
    handed_on.take_cards_away(record, old, group.id, to=successor, now=now)
    notices.tell(record, old, PlaceHandedOver(group_id=group.id, group_name=group.name, successor=successor))
    return old


def _seat(record: Record, group: Group, successor: Person, now: datetime) -> None:
    """Whoever was a mentor of the group before has that place again."""
    places = [one for one in record.memberships.of_group(group.id, Role.MENTOR) if one.person_id == successor.id]
    if any(one.state is MembershipState.ACTIVE for one in places):
        return
    place = places[-1] if places else None
    if place is None:
        place = record.memberships.expect(group_id=group.id, role=Role.MENTOR, name=successor.name, now=now)
    active = replace(
        place, person_id=successor.id, state=MembershipState.ACTIVE, changed_at=now, reason="", paused_until=None
    )
    record.memberships.save(active)
    set_clock(record, active)


def _note(record: Record, change: Change, now: datetime, *, other: PersonId | None) -> None:
    record.happenings.add(
        HappeningKind.REPLACED,
        now=now,
        group_id=change.group.id,
        person_id=change.mentor.person_id,
        by_id=change.manager.id,
        other_id=other,
        text=change.reason,
    )


def _pass_on(record: Record, group: Group, old: Person, successor: Person, now: datetime) -> None:
    for one in record.submissions.open_in(group.id):
        if one.taken_by == old.id:
            record.submissions.take(one.id, successor.id)
    record.sessions.hand_over(group.id, old.id, successor.id, now)
    session_cards.include_newcomer(record, group, now)
    notices.tell(record, successor, _list_of_what_is_open(record, group, old, now))
    _refresh_mentees(record, group, now)
    _tell_group(record, group, _called(record, group, old), successor.name, now, joined=True)


def _list_of_what_is_open(record: Record, group: Group, old: Person, now: datetime) -> NewMentorOf:
    lines = record.submissions.waiting([group.id])
    ahead = [one for one in record.sessions.of_groups([group.id], since=now) if one.state is SessionState.PLANNED]
    return NewMentorOf(
        group_id=group.id,
        group_name=group.name,
        predecessor=_called(record, group, old),
        lines=tuple(lines[:LONGEST_LIST]),
        more=len(lines[LONGEST_LIST:]),
        next_session=ahead[0].starts_at if ahead else None,
        invite_link=group.invite_link,
        questions=tuple(_unanswered(record, group)),
    )


def _unanswered(record: Record, group: Group) -> Iterator[QuestionLine]:
    called = record.submissions.circle(group.id).names
    for one in record.questions.waiting_in(group.id)[:LONGEST_LIST]:
        name = called.get(one.person_id, record.people.by_id(one.person_id).name)
        yield QuestionLine(question_id=one.id, name=name, words=one.text, way=one.way)


def _called(record: Record, group: Group, person: Person) -> str:
    return record.submissions.circle(group.id).names.get(person.id, person.name)


def _refresh_mentees(record: Record, group: Group, now: datetime) -> None:
    """Their cards say for whom they wait; in silence, and only where they were shown."""
    for one in record.submissions.open_in(group.id):
        mentee = record.people.by_id(one.mentee_id)
        card = mentee_card(record, story_of(record, one), now)
        if record.notices.has_card(mentee.telegram_id or 0, card.card()):
            notices.tell(record, mentee, card, PLAIN)


def _tell_group(record: Record, group: Group, old: str, new: str, now: datetime, *, joined: bool) -> None:
    post = MentorChanged(group=group.name, old=old, new=new, joined=joined, languages=boards.languages(record, group))
    notices.tell_group(record, group, record.programmes.by_id(group.programme_id).zone, post)
    boards.show(record, group, now)
