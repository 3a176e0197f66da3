"""A manager decides that a document is not needed, with a reason; and can want it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import names, notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.deadlines import LONGEST_REASON, owers, waived, wanted_again
from mentoring.ids import SlotId
from mentoring.notices.deadlines import AskWhyWaive, NoLongerNeeded
from mentoring.prompts import VALID, Asking, Prompt
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import slot_cards
from mentoring.use_cases.slot_cards import OfSlot, Reading, reading_of, titled
from mentoring.use_cases.yes_no import understood

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.slots import Slot


@dataclass(frozen=True, kw_only=True, slots=True)
class Waive:
    """Its reason is in the open question."""

    by: Acting
    slot_id: SlotId


def ask_why(record: Record, command: OfSlot, now: datetime) -> None:
    _ask(record, command.by, _managed(record, command.by, command.slot_id, now), "", now)


def reason_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """No means that it stays needed; yes needs a reason before it."""
    slot_id, reason = SlotId(prompt.number("slot_id")), prompt.words("reason")
    answer = understood(text)
    if answer is False:
        record.prompts.close(by.telegram_id)
        return slot_cards.open_slot(record, OfSlot(by=by, slot_id=slot_id), now)
    if answer is True and reason:
        return waive(record, Waive(by=by, slot_id=slot_id), now)
    reading = _managed(record, by, slot_id, now)
    return _ask(record, by, reading, names.cleaned_words(text)[:LONGEST_REASON], now)


def waive(record: Record, command: Waive, now: datetime) -> None:
    reading = _managed(record, command.by, command.slot_id, now)
    prompt = record.prompts.of(command.by.telegram_id, now)
    is_asked = prompt is not None and prompt.asking is Asking.WAIVING and prompt.number("slot_id") == command.slot_id
    if prompt is None or not is_asked or not prompt.words("reason"):
        raise Refusal(Why.GONE)
    after = waived(reading.slot, by=reading.actor.known().id, reason=prompt.words("reason"), now=now)
    _change(record, command.by, reading, after, now)
    record.prompts.close(command.by.telegram_id)
    _tell_ower(record, reading)


def want_again(record: Record, command: OfSlot, now: datetime) -> None:
    reading = _managed(record, command.by, command.slot_id, now)
    _change(record, command.by, reading, wanted_again(reading.slot, by=reading.actor.known().id, now=now), now)


def _managed(record: Record, by: Acting, slot_id: SlotId, now: datetime) -> Reading:
    reading = reading_of(record, by, slot_id, Act.WAIVE, now)
    if not reading.manages:
        raise Refusal(Why.NOT_ALLOWED)
    return reading


def _ask(record: Record, by: Acting, reading: Reading, reason: str, now: datetime) -> None:
    waived(reading.slot, by=reading.actor.known().id, reason=reason, now=now)
    draft: dict[str, str | int] = {"slot_id": reading.slot.id, "reason": reason}
    record.prompts.ask(Prompt(telegram_id=by.telegram_id, asking=Asking.WAIVING, draft=draft, expires_at=now + VALID))
    shown = reading.shelf
    question = AskWhyWaive(slot=shown.seen(reading.slot), group_name=shown.group.name, reason=reason)
    notices.answer(record, by, reading.actor.known(), question)


def _change(record: Record, by: Acting, reading: Reading, after: Slot, now: datetime) -> None:
    if not record.slots.change(reading.slot, after):
        raise Refusal(Why.ALREADY_DONE)
    slot_cards.open_slot(record, OfSlot(by=by, slot_id=after.id), now)


def _tell_ower(record: Record, reading: Reading) -> None:
    slot, shown = reading.slot, reading.shelf
    document = shown.document(slot)
    person_id = None if document is None else owers(document, slot).person_id
    if person_id is not None:
        told = NoLongerNeeded(title=titled(shown.kit, slot), group_name=shown.group.name)
        notices.tell(record, record.people.by_id(person_id), told)
