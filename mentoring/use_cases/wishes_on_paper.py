"""Somebody without Telegram wishes to be erased: a manager notes it for them, and decides as about any other wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.erasing import is_wished
from mentoring.happenings import HappeningKind
from mentoring.ids import MembershipId
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.erasing import AskWishFor
from mentoring.people import Reachability
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import people_cards
from mentoring.use_cases.wishes import deciders, wish

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Membership, Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteWish:
    """`sure` False only asks."""

    by: Acting
    membership_id: MembershipId
    sure: bool


def note_wish(record: Record, command: NoteWish, now: datetime) -> None:
    """Once noted, it is shown to whoever presses again."""
    place = people_cards.managed_place(record, command.by, command.membership_id)
    manager, person = record.people.by_telegram_id(command.by.telegram_id), _on_paper(record, place)
    if is_wished(record.happenings.of_person(person.id)):
        return notices.answer(record, command.by, manager, wish(record, person))
    if not command.sure:
        asked = AskWishFor(membership_id=place.id, group_id=place.group_id, name=place.name)
        return notices.answer(record, command.by, manager, asked)
    by_id = None if manager is None else manager.id
    record.happenings.add(HappeningKind.ERASURE_ASKED, now=now, person_id=person.id, by_id=by_id)
    for other in deciders(record, person):
        if other.id != by_id:
            notices.tell(record, other, wish(record, person), AT_THE_BOTTOM)
    return notices.answer(record, command.by, manager, wish(record, person))


def _on_paper(record: Record, place: Membership) -> Person:
    """Everybody else says it themselves."""
    person = record.people.by_id(place.person_id) if place.person_id is not None else None
    if person is None or person.reachability is not Reachability.ON_PAPER:
        raise Refusal(Why.GONE)
    return person
