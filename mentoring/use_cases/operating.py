"""Troubles of the running program, told to whoever looks after the bot: the first manager of the first programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices import PLAIN, Delivery, tell

if TYPE_CHECKING:
    from mentoring.notices import Notice
    from mentoring.ports import Record


def tell_operator(record: Record, notice: Notice, delivery: Delivery = PLAIN) -> bool:
    """False while there is nobody to tell."""
    programme = record.programmes.first()
    managers = record.managers.of_programme(programme.id) if programme else ()
    return any(tell(record, manager, notice, delivery) for manager in managers[:1])
