"""What the cards of a submission say about its place in the kit, and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring.guessing import guesses
from mentoring.kit import Per
from mentoring.notices.kit import SlotSeen
from mentoring.people import Role
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.slot_cards import shelf
from mentoring.zones import wall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.kit import Kit
    from mentoring.ports import Record
    from mentoring.slots import Slot
    from mentoring.submissions import Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelSide:
    """`document` is the slot that it fills; `late` when it came after its day. `likely` is asked about."""

    document: SlotSeen | None = None
    late: bool = False
    likely: tuple[SlotSeen, ...] = ()


def side_of(record: Record, submission: Submission, file_names: Sequence[str]) -> LabelSide | None:
    """None where the programme has no kit."""
    if submission.group_id is None or not record.rules.documents:
        return None
    shown = shelf(record, record.groups.by_id(submission.group_id), submission.sent_at)
    slot = record.slots.by_id(submission.slot_id) if submission.slot_id else None
    likely = guesses(shown.kit, slots_for(record, submission), " ".join(file_names)).likely
    own = submission.mentee_id
    return LabelSide(
        document=None if slot is None else shown.seen(slot, by_name=slot.key.person_id != own),
        late=slot is not None and _is_late(slot, submission, shown.programme.zone),
        likely=tuple(shown.seen(one, by_name=one.key.person_id != own) for one in likely),
    )


def _is_late(slot: Slot, submission: Submission, zone: str) -> bool:
    return slot.day is not None and wall(submission.sent_at, zone).date() > slot.day


def slots_for(record: Record, submission: Submission) -> Sequence[Slot]:
    """What its mentee may hand in there: their own, and what the group signs with them."""
    if submission.group_id is None or not record.rules.documents:
        return ()
    kit = kit_of_group(record, record.groups.by_id(submission.group_id))
    slots = record.slots.of_group(submission.group_id)
    return [one for one in slots if _is_theirs(kit, one, submission)]


def _is_theirs(kit: Kit, slot: Slot, submission: Submission) -> bool:
    document = kit.find(slot.key.code)
    if document is None:
        return False
    if slot.key.person_id is not None:
        return slot.key.person_id == submission.mentee_id
    return document.per in {Per.GROUP, Per.SESSION} and Role.MENTEE in document.signed_by
