"""What falls together for one person becomes one message: at the edge of their quiet hours, or after a pause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from mentoring.bundles import is_bundling
from mentoring.notices import Address, Delivery, Placement
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.together import HomeworkReminder, SessionBegins, Together
from mentoring.people import Person, Reachability
from mentoring.use_cases.bundling import tell_in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.notices.sessions import SessionSeen
    from mentoring.ports import Record
    from mentoring.schedule import Due

OfSession: TypeAlias = SessionReminder | SessionBegins | HomeworkReminder
Reminding: TypeAlias = tuple[Address, OfSession, "Due"]
Asking: TypeAlias = tuple[Person, DiaryAsked, "Due"]

_TOGETHER = "together"


@dataclass(slots=True)
class Pile:
    """All that one person is to be told now."""

    reminders: list[Reminding] = field(default_factory=list)
    diaries: list[Asking] = field(default_factory=list)

    @property
    def is_one_message(self) -> bool:
        return len(self.reminders) + len(self.diaries) > 1

    @property
    def dues(self) -> Sequence[Due]:
        return [*(due for *_, due in self.reminders), *(due for *_, due in self.diaries)]


class FallingTogether:
    def __init__(self) -> None:
        self._piles: dict[PersonId | None, Pile] = {}

    def remind(self, address: Address, reminder: OfSession, due: Due) -> None:
        self._pile(due).reminders.append((address, reminder, due))

    def ask(self, person: Person, asked: DiaryAsked, due: Due) -> None:
        self._pile(due).diaries.append((person, asked, due))

    def _pile(self, due: Due) -> Pile:
        pile = self._piles.get(due.person_id)
        if pile is None:
            pile = self._piles[due.person_id] = Pile()
        return pile

    def tell(self, record: Record, now: datetime) -> None:
        record.notices.tell_many([*self._many()])
        for pile in self._piles.values():
            if not pile.is_one_message:
                for person, asked, due in pile.diaries:
                    tell_in_time(record, person, asked, now, once(due))

    def _many(self) -> Iterator[tuple[Address, OfSession | Together, Delivery]]:
        for pile in self._piles.values():
            if pile.is_one_message:
                yield _address(pile), _together(pile), _all_once(pile.dues)
            else:
                yield from ((address, reminder, once(due)) for address, reminder, due in pile.reminders)


def _address(pile: Pile) -> Address:
    if pile.reminders:
        return pile.reminders[0][0]
    person = pile.diaries[0][0]
    return Address(
        chat_id=person.telegram_id or 0,
        language=person.language,
        zone=person.zone,
        person_id=person.id,
        snoozed_until=person.snoozed_until,
    )


def _together(pile: Pile) -> Together:
    told = [notice for _, notice, _ in pile.reminders]
    return Together(
        begins=_in_order(one.session for one in told if isinstance(one, SessionBegins)),
        sessions=_in_order(one.session for one in told if isinstance(one, SessionReminder)),
        homework=tuple(one for one in told if isinstance(one, HomeworkReminder)),
        diaries=_in_order(asked.session for _, asked, _ in pile.diaries),
    )


def _in_order(sessions: Iterable[SessionSeen]) -> tuple[SessionSeen, ...]:
    """Each once."""
    found = {one.session_id: one for one in sessions}
    return tuple(sorted(found.values(), key=lambda one: one.starts_at))


def can_be_together(person: Person) -> bool:
    """Not whoever wants news twice a day, nor who cannot be reached: each thing that those miss is counted."""
    is_reached = person.telegram_id is not None and person.reachability is Reachability.OK
    return is_reached and not is_bundling(person)


def once(due: Due) -> Delivery:
    return Delivery(placement=Placement.BOTTOM, once=due.occurrence, expires_at=due.expires_at)


def _all_once(dues: Sequence[Due]) -> Delivery:
    """No longer than the first of them is worth telling."""
    key = "|".join([_TOGETHER, *sorted(due.occurrence for due in dues)])
    return Delivery(placement=Placement.BOTTOM, once=key, expires_at=min(due.expires_at for due in dues))


def take_back(record: Record, begins: str) -> None:
    """What has not gone out and was told under a key that begins so; what was together with it is told anew."""
    for key in record.notices.take_back_once(begins):
        first, *occurrences = key.split("|")
        if first == _TOGETHER:
            record.schedule.reopen([one for one in occurrences if not one.startswith(begins)])
