"""The moment somebody is in: their name is theirs, what they agreed to is kept, and everybody hears what they need."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.consents import ConsentKind
from mentoring.happenings import HappeningKind
from mentoring.notices.joining import MinorJoined
from mentoring.people import Reachability
from mentoring.places import Deed
from mentoring.use_cases import (
    chat_doors,
    group_cards,
    handing_over,
    home,
    on_paper,
    places,
    session_cards,
    welcoming,
)
from mentoring.use_cases.asking import spoken_to
from mentoring.use_cases.places import Change, reseat

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.groups import Group
    from mentoring.people import Membership, Person
    from mentoring.ports import Record
    from mentoring.ways_in import Way


def enter(record: Record, by: Acting, way: Way, now: datetime) -> bool:
    """False, and nothing written, when the link has no seat left meanwhile and no manager has let them in.

    The seat and the name are taken by guarded updates.
    """
    if way.let_in_by is None and (way.invitation_id is None or not record.invitations.use(way.invitation_id, now)):
        return False
    by = spoken_to(by, way.language)
    record.prompts.close(by.telegram_id)
    if way.back_id is not None:
        _bring_back(record, by, way, now)
        return True
    membership, group = on_paper.freed(record, by, _seat(record, way, now)), record.groups.by_id(way.group_id)
    person = _remember(record, by, way, membership.name, now)
    if not record.memberships.claim(membership.id, person.id):
        raise AssertionError("the name was free in this transaction")
    reseat(record, group, way.role)
    record.happenings.add(
        HappeningKind.JOINED, now=now, group_id=group.id, person_id=person.id, by_id=way.let_in_by or person.id
    )
    _tell(record, by, way, membership, now, person=person)
    return True


def _seat(record: Record, way: Way, now: datetime) -> Membership:
    listed = None if way.membership_id is None else record.memberships.by_id(way.membership_id)
    return listed or record.memberships.expect(group_id=way.group_id, role=way.role, name=way.name, now=now)


def _remember(record: Record, by: Acting, way: Way, name: str, now: datetime) -> Person:
    """The person begins to exist for us with their consent, and not before."""
    known = record.people.by_telegram_id(by.telegram_id)
    zone = record.programmes.by_id(record.groups.by_id(way.group_id).programme_id).zone
    person = known or record.people.add(telegram_id=by.telegram_id, name=name, language=by.language, zone=zone, now=now)
    if way.adult is not None:
        person = replace(person, adult=way.adult, guardian=way.guardian)
    if way.agreed:
        version = record.rules.notice_version
        person = replace(person, consent_version=version, consented_at=now)
        keep_consents(record, person, now, quotes=way.quotes)
    person = replace(person, reachability=Reachability.OK)
    record.people.save(person)
    return person


def keep_consents(record: Record, person: Person, now: datetime, *, quotes: bool) -> None:
    """Taking part, and quotes where they were allowed; whoever leaves that open has not allowed it."""
    version = record.rules.notice_version
    record.consents.give(person.id, ConsentKind.TAKE_PART, version=version, now=now)
    if quotes:
        record.consents.give(person.id, ConsentKind.QUOTES, version=version, now=now)
    else:
        record.consents.withdraw(person.id, ConsentKind.QUOTES, now)


def _bring_back(record: Record, by: Acting, way: Way, now: datetime) -> None:
    """To the place that was theirs; the person is told by whatever changes it."""
    gone = None if way.back_id is None else record.memberships.by_id(way.back_id)
    if gone is None:
        raise AssertionError("places are never deleted")
    _remember(record, by, way, gone.name, now)
    manager = None if way.let_in_by is None else record.people.by_id(way.let_in_by)
    places.change(record, gone, Change(deed=Deed.RETURN, by=manager), now)
    _open_chat(record, by, way, record.groups.by_id(gone.group_id))


def _tell(record: Record, by: Acting, way: Way, membership: Membership, now: datetime, *, person: Person) -> None:
    group = record.groups.by_id(way.group_id)
    home.show(record, by, person, now, joined=home.joined(record, group, membership.role))
    welcoming.show_round(record, person, group, membership.role, now)
    group_cards.refresh(record, group, now)
    session_cards.include_newcomer(record, group, now)
    handing_over.welcome_successor(record, membership, person, now)
    if way.adult is False:
        tell_of_minor(record, group, membership, way.guardian)
    _open_chat(record, by, way, group)


def tell_of_minor(record: Record, group: Group, membership: Membership, guardian: str) -> None:
    years = record.programmes.by_id(group.programme_id).adult_age
    notice = MinorJoined(name=membership.name, group_name=group.name, guardian=guardian, years=years)
    for manager in record.managers.of_programme(group.programme_id):
        notices.tell(record, manager, notice)


def _open_chat(record: Record, by: Acting, way: Way, group: Group) -> None:
    """Whoever had asked Telegram already need not ask again."""
    if way.at_door:
        chat_doors.open_to(record, group, by.telegram_id)
