"""What is still expected of somebody, as a list and one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.deadlines import owers
from mentoring.groups import Group, Programme
from mentoring.ids import PersonId, SessionId, SlotId
from mentoring.kit import Code, Document, Kit
from mentoring.notices.deadlines import Expected, SlotCard, SlotOffer
from mentoring.notices.kit import SlotSeen, Titled
from mentoring.people import Language, Person, Role
from mentoring.permissions import Actor, authorise, standings_of
from mentoring.permissions import Standing as As
from mentoring.refusals import Refusal, Why
from mentoring.signing import MISSING, Progress, progress
from mentoring.slots import OWED, SETTLED, Slot, SlotState
from mentoring.use_cases.kits import kit_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from mentoring.ids import GroupId
    from mentoring.ports import Record

#: Lines that a phone shows without scrolling.
A_PAGE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """One group's slots, and whatever is needed to name them."""

    group: Group
    programme: Programme
    kit: Kit
    names: dict[PersonId, str]
    sessions: dict[SessionId, int]
    today: date
    signing: dict[SlotId, Progress] = field(default_factory=dict)

    def document(self, slot: Slot) -> Document | None:
        return self.kit.find(slot.key.code)

    def seen(self, slot: Slot, *, by_name: bool = True) -> SlotSeen:
        person_id, session_id, signed = slot.key.person_id, slot.key.session_id, self.signing.get(slot.id)
        return SlotSeen(
            slot_id=slot.id,
            title=titled(self.kit, slot),
            state=slot.state,
            day=slot.day,
            overdue=slot.is_overdue(self.today),
            extended=slot.extended_to is not None,
            about=self.names.get(person_id) if by_name and person_id is not None else None,
            session=self.sessions.get(session_id) if session_id is not None else None,
            signed=0 if signed is None else signed.done,
            signers=0 if signed is None else signed.total,
        )


def titled(kit: Kit, slot: Slot) -> Titled:
    return titled_code(kit, slot.key.code)


def titled_code(kit: Kit, code: Code) -> Titled:
    """By its code alone where the programme's definition no longer has it."""
    document = kit.find(code)
    if document is None:
        return Titled(code=code, en=code, bg=code)
    return Titled(code=code, en=document.title(Language.EN), bg=document.title(Language.BG))


def shelf(record: Record, group: Group, now: datetime) -> Shelf:
    programme = record.programmes.by_id(group.programme_id)
    members = record.memberships.of_group(group.id)
    slots = record.slots.of_group(group.id)
    ids = {slot.key.session_id for slot in slots} - {None}
    sessions = record.sessions.by_ids([one for one in ids if one is not None]) if ids else ()
    return Shelf(
        group=group,
        programme=programme,
        kit=kit_for(record, programme),
        names={one.person_id: one.name for one in members if one.person_id is not None},
        sessions={one.id: one.number for one in sessions},
        today=zones.wall(now, programme.zone).date(),
        signing={one.id: progress(record.signers.of_slot(one.id)) for one in slots if one.state is SlotState.SIGNING},
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenExpected:
    by: Acting


def open_expected(record: Record, command: OpenExpected, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_EXPECTED)
    notices.answer(record, command.by, actor.known(), expected_of(record, actor, now))


def expected_of(record: Record, actor: Actor, now: datetime) -> Expected:
    """Everything that this person has to bring, in all their groups."""
    person, lines, settled = actor.known(), [], 0
    for group_id in groups_of(record, actor):
        shown = shelf(record, record.groups.by_id(group_id), now)
        for slot in owed_by(record, shown, person):
            settled += slot.state in SETTLED | {SlotState.ACCEPTED, SlotState.SUBMITTED}
            if slot.state in OWED:
                lines.append(shown.seen(slot, by_name=slot.key.person_id != person.id))
    urgent = sorted(lines, key=_urgency)
    return Expected(slots=tuple(urgent[:A_PAGE]), more=len(urgent[A_PAGE:]), done=settled, total=settled + len(lines))


def _urgency(seen: SlotSeen) -> tuple[bool, str, str, int]:
    """What has a day comes first, the earliest before the others."""
    return seen.day is None, "" if seen.day is None else seen.day.isoformat(), seen.title.code, seen.slot_id


def groups_of(record: Record, actor: Actor) -> Sequence[GroupId]:
    """Where they take part, and where they manage."""
    managed = (
        group.id
        for programme in record.programmes.managed_by(actor.known().id)
        for group in record.groups.of_programme(programme.id)
    )
    mine = (*actor.groups_as(Role.MENTEE), *actor.groups_as(Role.MENTOR), *managed)
    return tuple(dict.fromkeys(mine))


def owed_by(record: Record, shown: Shelf, person: Person) -> Iterable[Slot]:
    """What they fill in here: their own, and what their role does for the group."""
    standings = standings_of(record, person, group_id=shown.group.id)
    roles = {role for role, standing in ((Role.MENTOR, As.MENTOR), (Role.MANAGER, As.MANAGER)) if standing in standings}
    for slot in record.slots.of_group(shown.group.id):
        document = shown.document(slot)
        if document is None or slot.state is SlotState.NOT_NEEDED:
            continue
        if slot.state is SlotState.SIGNING:
            if any(one.person_id == person.id and one.state in MISSING for one in record.signers.of_slot(slot.id)):
                yield slot
            continue
        who = owers(document, slot)
        if who.person_id == person.id or (who.person_id is None and who.role in roles):
            yield slot


@dataclass(frozen=True, kw_only=True, slots=True)
class OfSlot:
    by: Acting
    slot_id: SlotId


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A slot that this person may look at, and as what."""

    slot: Slot
    shelf: Shelf
    actor: Actor
    own: bool
    leads: bool
    manages: bool


def open_slot(record: Record, command: OfSlot, now: datetime) -> None:
    reading = reading_of(record, command.by, command.slot_id, Act.OPEN_EXPECTED, now)
    show(record, command.by, reading)


def show(record: Record, by: Acting, reading: Reading) -> None:
    notices.answer(record, by, reading.actor.known(), slot_card(reading))


def reading_of(record: Record, by: Acting, slot_id: SlotId, act: Act, now: datetime) -> Reading:
    """Raises Refusal unless it is their own, or of a group that they lead."""
    slot = record.slots.by_id(slot_id)
    if slot is None:
        authorise(record, by, act)
        raise Refusal(Why.GONE)
    actor = authorise(record, by, act, group_id=slot.key.group_id)
    manages = As.MANAGER in actor.standings
    leads = manages or As.MENTOR in actor.standings
    own = slot.key.person_id == actor.known().id
    if not own and not leads:
        raise Refusal(Why.NOT_ALLOWED)
    shown = shelf(record, record.groups.by_id(slot.key.group_id), now)
    return Reading(slot=slot, shelf=shown, actor=actor, own=own, leads=leads, manages=manages)


def slot_card(reading: Reading) -> SlotCard:
    return SlotCard(
        slot=reading.shelf.seen(reading.slot, by_name=not reading.own),
        group_name=reading.shelf.group.name,
        offers=tuple(_offers(reading)),
        reason=reading.slot.reason if reading.leads else "",
    )


def _offers(reading: Reading) -> Iterable[SlotOffer]:
    slot = reading.slot
    owed, document = slot.state in OWED, reading.shelf.document(slot)
    if owed and slot.state is not SlotState.SIGNING:
        yield SlotOffer.GET_FORM
    if reading.leads and document is not None and document.is_signed:
        if slot.state is SlotState.SIGNING:
            yield SlotOffer.SIGNATURES
        elif owed:
            yield SlotOffer.ISSUE
    if reading.own and owed:
        yield SlotOffer.SEND
        if slot.day is not None and not reading.leads:
            yield SlotOffer.ASK_MORE_TIME
    if reading.leads and owed:
        yield SlotOffer.EXTEND
    if reading.manages and (owed or slot.state is SlotState.SUBMITTED):
        yield SlotOffer.WAIVE
    if reading.manages and slot.state is SlotState.WAIVED:
        yield SlotOffer.WANT_AGAIN
