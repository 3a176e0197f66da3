"""More time for a document: asked for by a mentee, given by a mentor or manager to one person, a group or all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.deadlines import ASKABLE_DAYS, GIVEN_DAYS, Reach, extended, owers, put_off
from mentoring.groups import GroupState
from mentoring.ids import SlotId
from mentoring.notices import AT_THE_BOTTOM, PLAIN
from mentoring.notices.deadlines import AskHowLong, DayPutOff, MoreTimeAsked, MoreTimeDenied, MoreTimeSettled
from mentoring.refusals import Refusal, Why
from mentoring.slots import OWED, Slot
from mentoring.use_cases import document_reminders, slot_cards
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.slot_cards import Reading, Shelf, reading_of, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AskMoreTime:
    by: Acting
    slot_id: SlotId
    days: int


def ask_more_time(record: Record, command: AskMoreTime, now: datetime) -> None:
    """To all mentors of the group; the first one's answer counts."""
    reading = reading_of(record, command.by, command.slot_id, Act.ASK_MORE_TIME, now)
    slot, shown, person = reading.slot, reading.shelf, reading.actor.known()
    if not reading.own or command.days not in ASKABLE_DAYS:
        raise Refusal(Why.NOT_ALLOWED)
    if slot.state not in OWED or slot.day is None:
        raise Refusal(Why.ALREADY_DONE)
    until = put_off(slot, command.days, shown.today)
    asked = MoreTimeAsked(
        slot=shown.seen(slot), group_name=shown.group.name, name=shown.names.get(person.id, person.name), until=until
    )
    for mentor in record.submissions.circle(shown.group.id).mentors:
        notices.tell(record, mentor, asked, AT_THE_BOTTOM)
    notices.answer(record, command.by, person, replace(slot_cards.slot_card(reading), asked_until=until))


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerMoreTime:
    """`until` is the day that the card named."""

    by: Acting
    slot_id: SlotId
    until: date
    yes: bool


def answer_more_time(record: Record, command: AnswerMoreTime, now: datetime) -> None:
    reading = reading_of(record, command.by, command.slot_id, Act.EXTEND, now)
    slot, shown = reading.slot, reading.shelf
    person = _ower(record, slot)
    if person is None or slot.state not in OWED or (slot.day is not None and slot.day >= command.until):
        return _settle(record, reading, None if slot.extended_to is None else slot.day)
    if command.yes:
        after = _put_off(record, reading, slot, command.until, now)
        notices.tell(record, person, DayPutOff(slot=shown.seen(after, by_name=False), group_name=shown.group.name))
        return _settle(record, replace(reading, slot=after), command.until)
    notices.tell(record, person, MoreTimeDenied(slot=shown.seen(slot, by_name=False)))
    return _settle(record, reading, None)


def _settle(record: Record, reading: Reading, until: date | None) -> None:
    """The question is answered on every mentor's card."""
    slot, shown, actor = reading.slot, reading.shelf, reading.actor.known()
    name = shown.names.get(slot.key.person_id, "") if slot.key.person_id is not None else ""
    settled = MoreTimeSettled(
        slot=shown.seen(slot),
        group_name=shown.group.name,
        name=name,
        by=shown.names.get(actor.id, actor.name),
        until=until,
    )
    readers = {one.id: one for one in (*record.submissions.circle(shown.group.id).mentors, actor)}
    for mentor in readers.values():
        notices.tell(record, mentor, settled, PLAIN)


@dataclass(frozen=True, kw_only=True, slots=True)
class PutOff:
    """Without `sure` it is only shown what it would mean."""

    by: Acting
    slot_id: SlotId
    days: int
    reach: Reach
    sure: bool


def put_off_day(record: Record, command: PutOff, now: datetime) -> None:
    reading = reading_of(record, command.by, command.slot_id, Act.EXTEND, now)
    if not reading.leads or command.days not in GIVEN_DAYS:
        raise Refusal(Why.NOT_ALLOWED)
    if command.reach is Reach.ALL and not reading.manages:
        raise Refusal(Why.NOT_ALLOWED)
    if reading.slot.state not in OWED:
        raise Refusal(Why.ALREADY_DONE)
    until = put_off(reading.slot, command.days, reading.shelf.today)
    touched = list(_touched(record, reading, command.reach, now))
    if not command.sure:
        return _ask(record, command, reading, until, touched)
    for shown, slot in touched:
        if not _has_later(slot, until):
            _give(record, reading, (shown, slot), until, now)
    return slot_cards.open_slot(record, slot_cards.OfSlot(by=command.by, slot_id=command.slot_id), now)


def _ask(record: Record, command: PutOff, reading: Reading, until: date, touched: list[tuple[Shelf, Slot]]) -> None:
    question = AskHowLong(
        slot=reading.shelf.seen(reading.slot),
        group_name=reading.shelf.group.name,
        days=command.days,
        reach=command.reach,
        until=until,
        later=sum(_has_later(slot, until) for _, slot in touched),
        groups=len({shown.group.id for shown, _ in touched}) if reading.manages else 0,
    )
    notices.answer(record, command.by, reading.actor.known(), question)


def _has_later(slot: Slot, until: date) -> bool:
    return slot.extended_to is not None and slot.extended_to > until


def _touched(record: Record, reading: Reading, reach: Reach, now: datetime) -> Iterator[tuple[Shelf, Slot]]:
    """The slots of the same document, and of the same kind of session, that are still owed."""
    if reach is Reach.ONE:
        yield reading.shelf, reading.slot
        return
    groups = [reading.shelf.group]
    if reach is Reach.ALL:
        groups = [one for one in record.groups.of_programme(groups[0].programme_id) if one.state is GroupState.RUNNING]
    for group in groups:
        shown = reading.shelf if group.id == reading.shelf.group.id else shelf(record, group, now)
        for slot in record.slots.of_group(group.id):
            same_session = reach is Reach.ALL or slot.key.session_id == reading.slot.key.session_id
            if slot.key.code == reading.slot.key.code and same_session and slot.state in OWED:
                yield shown, slot


def _give(record: Record, reading: Reading, touched: tuple[Shelf, Slot], until: date, now: datetime) -> None:
    shown, slot = touched
    after = _put_off(record, reading, slot, until, now)
    person = _ower(record, slot)
    document = shown.document(slot)
    if person is None or document is None or owers(document, slot).person_id != person.id:
        return
    if person.id != reading.actor.known().id:
        told = DayPutOff(slot=shown.seen(after, by_name=False), group_name=shown.group.name)
        tell_in_time(record, person, told, now)


def _put_off(record: Record, reading: Reading, slot: Slot, until: date, now: datetime) -> Slot:
    after = extended(slot, until, reading.actor.known().id)
    if not record.slots.change(slot, after):
        raise Refusal(Why.ALREADY_DONE)
    document_reminders.plan_days(record, reading.shelf.programme, [after], now)
    return after


def _ower(record: Record, slot: Slot) -> Person | None:
    return None if slot.key.person_id is None else record.people.by_id(slot.key.person_id)
