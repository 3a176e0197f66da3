"""Whether Telegram lets the bot write to somebody: people who block it, and come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.notices.joining import WelcomeBack
from mentoring.people import Reachability
from mentoring.use_cases import home

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeReach:
    """In private: the bot was blocked, or may write again."""

    by: Acting
    reachable: bool


def change_reach(record: Record, command: ChangeReach, now: datetime) -> None:
    person = record.people.by_telegram_id(command.by.telegram_id)
    if person is None:
        return
    if not command.reachable:
        lose(record, person, Reachability.BLOCKED)
    else:
        come_back(record, person, now)


def come_back(record: Record, person: Person, now: datetime) -> Person:
    """Whoever had blocked the bot hears how much they missed; their home card names what waits for them."""
    if person.reachability is Reachability.OK:
        return person
    back = replace(person, reachability=Reachability.OK, missed=0)
    record.people.save(back)
    if person.reachability in {Reachability.BLOCKED, Reachability.GONE}:
        notices.tell(record, back, WelcomeBack(name=back.name, missed=person.missed))
        notices.tell(record, back, home.card(record, back, now))
    return back


def lose(record: Record, person: Person, reachability: Reachability) -> None:
    if person.reachability is not reachability:
        record.people.save(replace(person, reachability=reachability))
