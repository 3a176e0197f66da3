"""The templates section: everybody who takes part reads and takes forms there, and nothing can be put into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.happenings import HappeningKind
from mentoring.kit import GUIDE, Document, Phase
from mentoring.notices.forms import HowToSendBack, Listed, Templates
from mentoring.notices.kit import Titled
from mentoring.people import Language
from mentoring.permissions import LEADING, Actor, authorise
from mentoring.slots import OWED
from mentoring.use_cases import slot_cards
from mentoring.use_cases.kits import kit_for
from mentoring.use_cases.menu import beside_cards

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Programme
    from mentoring.notices.kit import SlotSeen
    from mentoring.people import Person
    from mentoring.ports import Record

#: Lines that a phone shows without scrolling.
A_PAGE = 8
#: Of what somebody needs next.
NEXT = 4
#: These confirm that they have read the guide.


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTemplates:
    by: Acting
    page: int = 0


def open_templates(record: Record, command: OpenTemplates, now: datetime) -> None:
    actor = authorise(record, command.by, Act.OPEN_TEMPLATES)
    card = card_of(record, actor, command.page, now)
    notices.answer(record, beside_cards(record, command.by), actor.known(), card)


def card_of(record: Record, actor: Actor, page: int, now: datetime) -> Templates:
    kit = documents_for(record, actor)
    guide = next((one for one in kit if one.code == GUIDE), None)
    others = [one for one in kit if one.code != GUIDE]
    pages = max(-(-len(others) // A_PAGE), 1)
    page = min(max(page, 0), pages - 1)
    shown = others[page * A_PAGE : (page + 1) * A_PAGE]
    return Templates(
        guide=None if guide is None else titled(guide),
        confirms=guide is not None and bool(actor.standings & LEADING) and not has_read_guide(record, actor.known()),
        owed=next_owed(record, actor, now) if page == 0 else (),
        documents=tuple(Listed(title=titled(one), phase=one.phase, mandatory=one.mandatory) for one in shown),
        page=page,
        pages=pages,
        prints=page == 0 and bool(actor.standings & LEADING),
    )


def documents_for(record: Record, actor: Actor) -> Sequence[Document]:
    """Of all their programmes, by phase."""
    found: dict[str, Document] = {}
    for programme in programmes_of(record, actor):
        for document in kit_for(record, programme).in_use:
            found.setdefault(document.code, document)
    order = [*Phase]
    return sorted(found.values(), key=lambda one: (order.index(one.phase), one.code))


def programmes_of(record: Record, actor: Actor) -> Sequence[Programme]:
    """Also of whoever has paused or finished."""
    own = [record.groups.by_id(one.group_id).programme_id for one in actor.memberships]
    lent = [one.programme_id for one in actor.stood_in]
    managed = [one.id for one in record.programmes.managed_by(actor.known().id)]
    return [record.programmes.by_id(one) for one in dict.fromkeys([*own, *lent, *managed])]


def next_owed(record: Record, actor: Actor, now: datetime) -> tuple[SlotSeen, ...]:
    """Only what there is a form for."""
    return tuple(one for one in slot_cards.expected_of(record, actor, now).slots if one.state in OWED)[:NEXT]


def titled(document: Document) -> Titled:
    return Titled(code=document.code, en=document.title(Language.EN), bg=document.title(Language.BG))


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadGuide:
    by: Acting


def read_guide(record: Record, command: ReadGuide, now: datetime) -> None:
    """Kept once, however often it is said."""
    actor = authorise(record, command.by, Act.OPEN_TEMPLATES)
    person = actor.known()
    if actor.standings & LEADING and not has_read_guide(record, person):
        record.happenings.add(HappeningKind.GUIDE_READ, now=now, person_id=person.id, by_id=person.id)
    notices.answer(record, command.by, person, card_of(record, actor, 0, now))


def has_read_guide(record: Record, person: Person) -> bool:
    return any(one.kind is HappeningKind.GUIDE_READ for one in record.happenings.of_person(person.id))


@dataclass(frozen=True, kw_only=True, slots=True)
class AskHowToSendBack:
    by: Acting


def how_to_send_back(record: Record, command: AskHowToSendBack, now: datetime) -> None:
    """Below the form, which stays as it is."""
    actor = authorise(record, command.by, Act.OPEN_TEMPLATES)
    notices.tell(record, actor.known(), HowToSendBack())
