"""Many plain messages into the outbox at once: 10,000 reminders can be due at one instant, and people wait behind them.

What many of them share is put into words once, and the rows go to the driver as they are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import column, table

from mentoring.notices import Placement
from storage import facts
from storage.parcels import ParcelStatus
from storage.schema import EPOCH, MICROSECOND
from storage.statements import Statement
from storage.tables.outbox import outbox
from storage.upserts import adding_what_is_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.notices import Address, Delivery, Notice

_FILLED = (
    *("chat_id", "person_id", "kind", "facts", "must_arrive", "broadcast", "dedupe_key", "placement"),
    *("not_before", "expires_at", "attempts", "repeat", "status", "created_at"),
)
#: An enumeration's own `.value` takes as long as the rest of the row.
_PLACEMENTS = {placement: placement.value for placement in Placement}
#: Without our column types: the values are what the driver takes.
_BARE = table(outbox.name, *(column(name) for name in _FILLED))


@cache
def _adding(dialect: str) -> Statement:
    return Statement(adding_what_is_new(_BARE, dialect, unique="dedupe_key"))


def add(connection: Connection, told: Sequence[tuple[Address, Notice, Delivery]], now: datetime) -> None:
    """None of them a card, none to a group; those whose `once` was used before are left out."""
    _adding(connection.dialect.name).run_all(connection, [*_rows(told, now)])


def _rows(told: Sequence[tuple[Address, Notice, Delivery]], now: datetime) -> Iterator[Mapping[str, object]]:
    worded: dict[tuple[int, str, str], str] = {}
    present, new = _instant(now), ParcelStatus.NEW.value
    for address, notice, delivery in told:
        shared = (id(notice), address.language, address.zone)
        if shared not in worded:
            worded[shared] = facts.encoded(address, notice)
        yield {
            "chat_id": address.chat_id,
            "person_id": address.person_id,
            "kind": type(notice).__name__,
            "facts": worded[shared],
            "must_arrive": notice.must_arrive,
            "broadcast": notice.broadcast,
            "dedupe_key": delivery.once,
            "placement": _PLACEMENTS[delivery.placement],
            "not_before": present if delivery.not_before is None else _instant(delivery.not_before),
            "expires_at": None if delivery.expires_at is None else _instant(delivery.expires_at),
            "attempts": 0,
            "repeat": False,
            "status": new,
            "created_at": present,
        }


def _instant(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND
