"""What someone must be told, as data: stored with the change that caused it, put into words when it is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from mentoring.ids import PersonId
from mentoring.people import Language, Person, Reachability

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.groups import Group
    from mentoring.ports import Record


class Placement(StrEnum):
    """EDIT changes the card where it stands, in silence; BOTTOM posts it anew, with a sound, and the old one goes."""

    EDIT = "edit"
    BOTTOM = "bottom"


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """The facts of one thing to tell, complete: whoever puts it into words reads nothing else.

    `must_arrive` kinds are repeated, and marked as repeats, when it is uncertain whether they went out; the others go
    at most once. `broadcast` kinds wait behind answers to people.
    """

    must_arrive: ClassVar[bool] = False
    broadcast: ClassVar[bool] = False

    def card(self) -> str | None:
        """The card that shows this notice: one message for each chat, edited when told again. None: a plain message."""
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """A chat, with the language and IANA zone that its reader reads in, who perhaps wants to be left in peace."""

    chat_id: int
    language: Language
    zone: str
    thread_id: int | None = None
    person_id: PersonId | None = None
    snoozed_until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """How a notice travels. `once` is a key under which it is told at most once, ever.

    `first`: this card has never been told before, so that nobody need look for an earlier one.
    """

    placement: Placement = Placement.EDIT
    message_id: int | None = None
    reply_to: int | None = None
    once: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
    first: bool = False
    silent: bool = False


PLAIN = Delivery()
AT_THE_BOTTOM = Delivery(placement=Placement.BOTTOM)
FIRST = Delivery(placement=Placement.BOTTOM, first=True)
#: What must arrive waits in the outbox for whoever cannot be reached, until they are back.
UNTIL_THEY_ARE_BACK = datetime(2999, 1, 1, tzinfo=UTC)


def tell(record: Record, person: Person, notice: Notice, delivery: Delivery = AT_THE_BOTTOM) -> bool:
    """To a person in private; False when Telegram would not let us write to them: what must arrive waits then."""
    is_reached = person.reachability is Reachability.OK
    if not is_reached:
        record.people.count_missed(person.id)
    if person.telegram_id is None or not (is_reached or notice.must_arrive):
        return False
    address = Address(
        chat_id=person.telegram_id,
        language=person.language,
        zone=person.zone,
        person_id=person.id,
        snoozed_until=person.snoozed_until,
    )
    waiting = replace(delivery, placement=Placement.BOTTOM, not_before=UNTIL_THEY_ARE_BACK)
    record.notices.tell(address, notice, delivery if is_reached else waiting)
    return is_reached


def tell_group(record: Record, group: Group, zone: str, notice: Notice, delivery: Delivery = PLAIN) -> bool:
    """To a group's chat, in its topic; False while it has none."""
    if group.chat_id is None:
        return False
    address = Address(chat_id=group.chat_id, language=group.language, zone=zone, thread_id=group.topic_id)
    record.notices.tell(address, notice, delivery)
    return True


def answer(record: Record, by: Acting, person: Person | None, notice: Notice) -> None:
    """To whoever acted, where they acted: a press changes the pressed card, anything else is answered at the bottom."""
    address = Address(
        chat_id=by.chat_id,
        thread_id=by.thread_id,
        language=person.language if person else by.language,
        zone=person.zone if person else "UTC",
        person_id=person.id if person else None,
    )
    placement = Placement.BOTTOM if by.pressed is None else Placement.EDIT
    record.notices.tell(address, notice, Delivery(placement=placement, message_id=by.pressed))
