"""Somebody who was known on paper comes by a code: nothing is theirs before they are asked like a joiner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import invitations, namesakes
from mentoring.invitations import Door
from mentoring.people import MembershipState, Reachability
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import entering, moving_accounts, places, welcoming
from mentoring.use_cases import joining_questions as questions
from mentoring.use_cases.asking import spoken_to
from mentoring.ways_in import Way

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.groups import Invitation
    from mentoring.people import Membership, Person
    from mentoring.ports import Record


def is_first(person: Person) -> bool:
    return person.reachability is Reachability.ON_PAPER


def begin(record: Record, by: Acting, invitation: Invitation, person: Person, now: datetime) -> None:
    """The language comes first; the code stays unused until the last answer."""
    place = _place(record, person, invitation)
    way = Way(
        group_id=place.group_id,
        role=place.role,
        language=by.language,
        membership_id=place.id,
        handle=namesakes.handle(by),
        relink_id=invitation.id,
    )
    questions.language(record, by, way, now)


def come_in(record: Record, by: Acting, way: Way, now: datetime) -> None:
    """Raises Refusal where the code was used, or ran out, meanwhile."""
    invitation = None if way.relink_id is None else record.invitations.by_id(way.relink_id)
    why = invitations.refusal(invitation, Door.RELINK, now)
    if why is not None or invitation is None:
        raise Refusal(why or Why.INVITATION_UNKNOWN)
    if not record.invitations.use(invitation.id, now):
        raise Refusal(Why.INVITATION_USED)
    by = spoken_to(by, way.language)
    if record.people.by_telegram_id(by.telegram_id) is not None:
        raise AssertionError("whoever comes in by another door is asked nothing more at this one")
    person = _agree(record, by, moving_accounts.person_of(record, invitation), way, now)
    moving_accounts.relink(record, by, invitation, now)
    place = _place(record, person, invitation)
    group = record.groups.by_id(place.group_id)
    _take_seats(record, person, now)
    places.cards_follow(record, group, now)
    welcoming.show_round(record, record.people.by_id(person.id), group, place.role, now)
    if way.adult is False:
        entering.tell_of_minor(record, group, place, way.guardian)


def _agree(record: Record, by: Acting, person: Person, way: Way, now: datetime) -> Person:
    agreed = replace(person, language=by.language, consent_version=record.rules.notice_version, consented_at=now)
    if way.adult is not None:
        agreed = replace(agreed, adult=way.adult, guardian=way.guardian)
    record.people.save(agreed)
    entering.keep_consents(record, agreed, now, quotes=way.quotes)
    return agreed


def _take_seats(record: Record, person: Person, now: datetime) -> None:
    """One that stood on the list of the join link is nobody else's any more."""
    for one in record.memberships.of_person(person.id):
        if one.state is MembershipState.EXPECTED:
            record.memberships.save(replace(one, state=MembershipState.ACTIVE, changed_at=now))
            places.reseat(record, record.groups.by_id(one.group_id), one.role)


def _place(record: Record, person: Person, invitation: Invitation) -> Membership:
    """In the programme whose manager made the code, the newest first."""
    for one in reversed(record.memberships.of_person(person.id)):
        if record.groups.by_id(one.group_id).programme_id == invitation.programme_id:
            return one
    raise Refusal(Why.INVITATION_UNKNOWN)
