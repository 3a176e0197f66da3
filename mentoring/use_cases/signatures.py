"""Keeps the rows of whoever signs in step: with the people of the group, and with the pages that come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from mentoring import notices, signing
from mentoring.acts import Act
from mentoring.filings import FilingState
from mentoring.kit import Document, Per
from mentoring.notices import Delivery
from mentoring.notices.signatures import AllSigned
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.places import STAYING
from mentoring.refusals import Refusal, Why
from mentoring.sessions import Coming
from mentoring.signing import Party
from mentoring.slots import SlotState
from mentoring.use_cases import boards
from mentoring.use_cases import signature_cards as cards
from mentoring.use_cases.kits import kit_of_group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.filings import Filing
    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.papers import Signer
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.slots import Slot
    from mentoring.submissions import Submission


def parties(record: Record, slot: Slot, document: Document) -> Sequence[Party]:
    """Who has to sign: the managers first, then the mentors and the mentees, each minor with their guardian.

    Whoever manages and mentors signs once, as who they were named first.
    """
    group = record.groups.by_id(slot.key.group_id)
    found = [*_managers(record, group)] if Role.MANAGER in document.signed_by else []
    for role in (Role.MENTOR, Role.MENTEE):
        if role in document.signed_by:
            found += _members(record, slot, document, role)
    wanted: dict[tuple[PersonId, bool], Party] = {}
    for one in found:
        if not _is_anothers(one, slot, document):
            wanted.setdefault(one.key, one)
    return [*wanted.values()]


def _is_anothers(party: Party, slot: Slot, document: Document) -> bool:
    """A document about one mentee is signed by no other."""
    own = document.per in {Per.MENTEE, Per.DIARY, Per.MENTOR, Per.MEMBER} and party.role is not Role.MANAGER
    return own and party.person_id != slot.key.person_id


def _managers(record: Record, group: Group) -> Iterator[Party]:
    for one in record.managers.appointed(group.programme_id):
        yield Party(person_id=one.id, role=Role.MANAGER, name=one.name)


def _members(record: Record, slot: Slot, document: Document, role: Role) -> Iterator[Party]:
    absent = _absent(record, slot)
    for place in record.memberships.of_group(slot.key.group_id, role):
        if place.person_id is None or place.state not in STAYING or place.person_id in absent:
            continue
        yield Party(person_id=place.person_id, role=role, name=place.name)
        yield from _guardian(record, place)


def _guardian(record: Record, place: Membership) -> Iterator[Party]:
    person = record.people.by_id(place.person_id) if place.person_id is not None else None
    if person is not None and place.role is Role.MENTEE and person.adult is False:
        yield Party(person_id=person.id, role=place.role, name=person.guardian or place.name, as_guardian=True)


def _absent(record: Record, slot: Slot) -> frozenset[int]:
    """Whoever was not at the session signs no list of it."""
    if slot.key.session_id is None:
        return frozenset()
    there = record.sessions.attendants([slot.key.session_id])
    return frozenset(one.person.id for one in there if one.coming is Coming.NO)


def begin(record: Record, slot: Slot, document: Document, now: datetime) -> Sequence[Signer]:
    _follow_parties(record, slot, document, now)
    return record.signers.of_slot(slot.id)


def follow_group(record: Record, group: Group, now: datetime) -> None:
    """Somebody came or went: new rows for them, and rows that are no longer needed."""
    signed = [one for one in record.slots.of_group(group.id) if one.state in signing.SIGNED_SLOTS]
    kit = kit_of_group(record, group) if signed else None
    for slot in signed:
        document = kit.find(slot.key.code) if kit is not None else None
        if document is None or not document.is_signed or not record.signers.of_slot(slot.id):
            continue
        joined = _follow_parties(record, slot, document, now)
        if joined is not None or signing.as_far_as(slot, record.signers.of_slot(slot.id), now) != slot:
            settle(record, slot, now)
            cards.ask(record, slot, joined or (), now)


def _follow_parties(record: Record, slot: Slot, document: Document, now: datetime) -> Sequence[Party] | None:
    """Whose signature is asked for anew; None where nothing is different."""
    wanted, before = parties(record, slot, document), record.signers.of_slot(slot.id)
    changes = [*signing.followed(before, wanted, now)]
    for old, new in changes:
        record.signers.change(old, new)
    joined = signing.lacking(before, wanted)
    for one in joined:
        record.signers.add(
            slot.id, person_id=one.person_id, role=one.role, as_guardian=one.as_guardian, name=one.name, now=now
        )
    back = {(old.person_id, old.as_guardian) for old, new in changes if old.state is not new.state}
    asked = [one for one in wanted if one in joined or one.key in back]
    _pick_up(record, slot, {one.key for one in asked}, now)
    return asked if changes or joined else None


def _pick_up(record: Record, slot: Slot, asked: Collection[tuple[PersonId, bool]], now: datetime) -> None:
    """What they had sent of it before they were asked."""
    for signer in record.signers.of_slot(slot.id):
        if (signer.person_id, signer.as_guardian) in asked:
            after = signer
            for submission in record.submissions.for_slot(slot.id, signer.person_id):
                after = signing.with_submission(after, submission, now)
            if after != signer:
                record.signers.change(signer, after)


def follow_submission(record: Record, submission: Submission, now: datetime) -> bool:
    """A page has come, or was decided about. False where nobody collects signatures on what it is."""
    for signer in record.signers.of_submission(submission.id):
        if signer.slot_id != submission.slot_id:
            after = signing.without_submission(signer, submission.id, now)
            _change(record, signer, after, now)
    rows = record.signers.of_slot(submission.slot_id) if submission.slot_id else ()
    for signer in rows:
        if signer.person_id == submission.mentee_id:
            _change(record, signer, signing.with_submission(signer, submission, now), now)
    return bool(rows)


def _change(record: Record, before: Signer, after: Signer, now: datetime) -> None:
    slot = record.slots.by_id(before.slot_id)
    if after != before and record.signers.change(before, after) and slot is not None:
        settle(record, slot, now)
        cards.tell_signers(record, slot, now, only=after.person_id)


def settle(record: Record, before: Slot, now: datetime) -> Slot:
    """The slot is as far as its signers are, and the boards show it. Told once in the group when all have signed."""
    slot = record.slots.by_id(before.id) or before
    after = signing.as_far_as(slot, record.signers.of_slot(slot.id), now)
    if after != slot:
        record.slots.change(slot, after)
    cards.tell_boards(record, after, now)
    show_in_group(record, after, now)
    if after.state is SlotState.ACCEPTED and slot.state is SlotState.SIGNING:
        _announce(record, after, now)
    return after


def show_in_group(record: Record, slot: Slot, now: datetime) -> None:
    """How many have signed what the whole group signs."""
    if slot.key.person_id is None:
        boards.show(record, record.groups.by_id(slot.key.group_id), now)


def _announce(record: Record, slot: Slot, now: datetime) -> None:
    group = record.groups.by_id(slot.key.group_id)
    zone = record.programmes.by_id(group.programme_id).zone
    if slot.key.person_id is None:
        told = AllSigned(title=cards.title_of(record, slot))
        notices.tell_group(record, group, zone, told, Delivery(once=f"all-signed:{slot.id}"))
    cards.tell_signers(record, slot, now)


def taken_out(record: Record, slot: Slot, filing: Filing, now: datetime) -> None:
    """Whom that scan alone showed to have signed is asked again, and the others have signed all the same."""
    for signer in record.signers.of_slot(slot.id):
        if signing.is_covered_by(signer, filing):
            record.signers.change(signer, signing.uncovered(signer, now))
            cards.tell_signers(record, slot, now, only=signer.person_id)
    left = next((one for one in record.filings.of_slot(slot.id) if one.state is FilingState.FILED), None)
    after = signing.without_filing(slot, left, now)
    if after != slot:
        record.slots.change(slot, after)
    settle(record, after, now)


def refuse_unknown(record: Record, by: Acting) -> NoReturn:
    """Of something that is not there nobody learns whose it was."""
    authorise(record, by, Act.COLLECT_SIGNATURES)
    raise Refusal(Why.GONE)
