"""Keeps the menu of commands in everybody's private chat in step with their roles and their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import menus, notices
from mentoring.notices import PLAIN
from mentoring.notices.common import CommandMenu
from mentoring.people import Reachability
from mentoring.permissions import standings_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record

#: Looked at in one unit: nobody waits for it for more than a moment.
AT_ONCE = 25


def follow(record: Record, changed: Iterable[PersonId]) -> None:
    """Somebody's role, language or reachability may have changed in this unit."""
    for person_id in changed:
        bring_up_to_date(record, record.people.by_id(person_id))


def repair(record: Record, now: datetime) -> None:
    """Some people at a time, others every minute: whatever was missed, and who stands in for somebody by the clock."""
    pages = max(1, -(-record.menus.count() // AT_ONCE))
    page = int(now.timestamp()) // 60 % pages
    for person in record.menus.people(page * AT_ONCE, AT_ONCE):
        bring_up_to_date(record, person)


def bring_up_to_date(record: Record, person: Person) -> None:
    if person.telegram_id is None or person.reachability is not Reachability.OK:
        return
    commands = menus.menu_of(standings_of(record, person))
    if record.menus.shown(person.telegram_id) == menus.mark(commands, person.language):
        return
    record.notices.take_back(person.telegram_id, CommandMenu)
    notices.tell(record, person, CommandMenu(chat_id=person.telegram_id, commands=tuple(commands)), PLAIN)
