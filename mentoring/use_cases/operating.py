"""Troubles of the running program, told to whoever looks after the bot: the first manager of the first programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices import FIRST, PLAIN, Delivery, tell
from mentoring.people import Reachability

if TYPE_CHECKING:
    from collections.abc import Collection

    from mentoring.ids import PersonId
    from mentoring.notices import Notice
    from mentoring.ports import Record


def tell_operator(record: Record, notice: Notice, delivery: Delivery = PLAIN) -> bool:
    """False while there is nobody to tell."""
    programme = record.programmes.first()
    managers = record.managers.of_programme(programme.id) if programme else ()
    return any(tell(record, manager, notice, delivery) for manager in managers[:1])


def tell_one_of_the_others(record: Record, notice: Notice, *, but: Collection[PersonId | None]) -> None:
    """Of all managers whom Telegram reaches, the one who has been there the longest; the log, where there is none."""
    for manager in record.managers.everywhere():
        if manager.id not in but and manager.reachability is Reachability.OK:
            tell(record, manager, notice, FIRST)
            return
    record.untold.append(type(notice))
