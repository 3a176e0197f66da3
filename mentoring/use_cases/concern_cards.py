"""What managers see of concerns, and that somebody takes care of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.ids import ConcernId
from mentoring.notices import PLAIN
from mentoring.notices.concerns import ConcernCard, ConcernFileShown, ConcernLine, OpenConcernList, OwnConcern
from mentoring.people import Reachability
from mentoring.permissions import authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import talking
from mentoring.use_cases.concern_readers import may_read, place_in, raised_of, readers, waiting
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.concerns import Concern
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenConcerns:
    by: Acting


@dataclass(frozen=True, kw_only=True, slots=True)
class OfConcern:
    by: Acting
    concern_id: ConcernId


def open_concerns(record: Record, command: OpenConcerns, _: datetime) -> None:
    manager = authorise(record, command.by, Act.READ_CONCERNS).known()
    lines = [ConcernLine(concern_id=one.id, raised_at=one.raised_at) for one in waiting(record, manager)]
    notices.answer(record, beside_cards(record, command.by), manager, OpenConcernList(concerns=tuple(lines)))


def waiting_for(record: Record, manager: Person) -> int:
    return len(waiting(record, manager))


def open_concern(record: Record, command: OfConcern, _: datetime) -> None:
    """With everything that came with it, at the bottom."""
    manager, concern = _readable(record, command)
    tell_reader(record, concern, manager)


def take_concern(record: Record, command: OfConcern, now: datetime) -> None:
    manager, concern = _readable(record, command)
    if not record.concerns.take(concern.id, manager.id, now):
        raise Refusal(Why.ALREADY_DONE)
    taken = record.concerns.by_id(concern.id) or concern
    notices.answer(record, command.by, manager, card(record, taken))
    for other in readers(record, raised_of(taken)):
        if other.id != manager.id and has_it(record, other, taken):
            notices.tell(record, other, card(record, taken), PLAIN)
    notices.tell(record, record.people.by_id(taken.person_id), own_card(record, taken))


def has_it(record: Record, manager: Person, concern: Concern) -> bool:
    """Also where it waits for them to be back."""
    shown = record.notices.has_card(manager.telegram_id or 0, card(record, concern).card())
    return shown or manager.reachability is not Reachability.OK


def tell_reader(record: Record, concern: Concern, manager: Person) -> bool:
    for file in record.concerns.files_of(concern.id):
        part = ConcernFileShown(concern_id=concern.id, kind=file.kind, file_id=file.file_id)
        notices.tell(record, manager, part, PLAIN)
    return notices.tell(record, manager, card(record, concern))


def card(record: Record, concern: Concern) -> ConcernCard:
    person, place = record.people.by_id(concern.person_id), place_in(record, concern.person_id, concern.programme_id)
    return ConcernCard(
        concern_id=concern.id,
        person_id=person.id,
        name=place.name if place else person.name,
        group=record.groups.by_id(concern.group_id).name if concern.group_id else None,
        words=concern.text,
        files=len(record.concerns.files_of(concern.id)),
        raised_at=concern.raised_at,
        can_write=_can_write(record, concern),
        seen_by=_seen_by(record, concern),
        seen_at=concern.seen_at,
    )


def own_card(record: Record, concern: Concern) -> OwnConcern:
    return OwnConcern(
        concern_id=concern.id,
        raised_at=concern.raised_at,
        readers=tuple(one.name for one in readers(record, raised_of(concern))),
        reached=True,
        contacts=record.programmes.by_id(concern.programme_id).contacts,
        seen_by=_seen_by(record, concern),
        seen_at=concern.seen_at,
    )


def _can_write(record: Record, concern: Concern) -> bool:
    """Not to whoever has no place any more through which words travel."""
    contacts = {one.person_id for one in talking.contacts(record, concern.person_id)}
    return any(one.id in contacts for one in readers(record, raised_of(concern)))


def _seen_by(record: Record, concern: Concern) -> str | None:
    return record.people.by_id(concern.seen_by).name if concern.seen_by is not None else None


def _readable(record: Record, command: OfConcern) -> tuple[Person, Concern]:
    """To anybody but its readers, no concern has ever been there."""
    manager = authorise(record, command.by, Act.READ_CONCERNS).known()
    concern = record.concerns.by_id(command.concern_id)
    if concern is None or not may_read(record, raised_of(concern), manager.id):
        raise Refusal(Why.NOT_ALLOWED)
    return manager, concern
