"""What people owe, what was filed of it, and what they said in talks follows them into another group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import signing
from mentoring.people import MembershipState
from mentoring.places import READING_ON
from mentoring.slots import left_behind
from mentoring.use_cases import signatures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.people import Membership
    from mentoring.ports import Record
    from mentoring.slots import Slot

_GOING = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED, MembershipState.EXPECTED})


def into(record: Record, people: Sequence[Membership], group: Group, other: Group, now: datetime) -> None:
    """`people` as they stood in `group`, which is no more. Whoever has finished there goes on reading it there."""
    going = _people(one for one in people if one.state in _GOING)
    record.slots.regroup(sorted(going), old=group.id, new=other.id)
    resting = _people(one for one in people if one.state in READING_ON) - going
    record.filings.regroup(old=group.id, new=other.id, but=sorted(resting))
    record.interviews.regroup(sorted(_people(people)), old=group.id, new=other.id)
    for slot in record.slots.of_group(group.id):
        after = left_behind(slot, now)
        if after != slot:
            record.slots.change(slot, after)
            _sign_no_more(record, slot, now)
    _ask_anew(record, _people(people), other)


def apart(record: Record, moved: Sequence[Membership], group: Group, new: Group, now: datetime) -> None:
    """What the group has in common stays with it, signed or not by those who have gone."""
    people = _people(moved)
    record.slots.regroup(sorted(people), old=group.id, new=new.id)
    record.interviews.regroup(sorted(people), old=group.id, new=new.id)
    signatures.follow_group(record, group, now)
    _ask_anew(record, people, new)


def _people(places: Iterable[Membership]) -> frozenset[PersonId]:
    return frozenset(one.person_id for one in places if one.person_id is not None)


def _sign_no_more(record: Record, slot: Slot, now: datetime) -> None:
    for before, after in signing.followed(record.signers.of_slot(slot.id), (), now):
        record.signers.change(before, after)


def _ask_anew(record: Record, people: Collection[PersonId], group: Group) -> None:
    """A page of what the old group signs is no page of what the new one does: its mentee or mentor says what it is."""
    for submission in record.submissions.open_in(group.id):
        slot = record.slots.by_id(submission.slot_id) if submission.slot_id else None
        is_common = slot is not None and slot.key.person_id is None and slot.key.group_id != group.id
        if is_common and submission.mentee_id in people:
            record.submissions.change(submission, replace(submission, slot_id=None))
