"""What becomes of parcels: due, on their way, and settled one way or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, and_, bindparam, case, delete, exists, func, literal, null, or_, select, update

from mentoring.notices import Placement
from storage import cards, chat_aliases
from storage.cards import Card
from storage.parcels import FORGOTTEN, Parcel, ParcelStatus
from storage.rows import all_of, valued
from storage.schema import Instant
from storage.statements import Statement
from storage.tables.outbox import cards as cards_table
from storage.tables.outbox import outbox

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """As much of a waiting parcel as its place in the queue needs."""

    id: int
    chat_id: int
    broadcast: bool
    not_before: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrivals:
    """Parcels that have become due, and when the next will."""

    due: Sequence[Due]
    last_id: int
    next_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Claimed:
    parcel: Parcel
    card: Card | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """`sent_message_id` is None where no message came of it."""

    parcel_id: int
    sent_message_id: int | None
    settled_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PutBack:
    """Back in the outbox, to be tried again; `repeat` when this attempt may have arrived."""

    parcel_id: int
    not_before: datetime
    repeat: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    parcel_id: int
    status: ParcelStatus
    reason: str
    settled_at: datetime


_IS_NEW = outbox.c.status == ParcelStatus.NEW
_DUE = select(outbox.c.id, outbox.c.chat_id, outbox.c.broadcast, outbox.c.not_before).order_by(outbox.c.id)
_NEWER = _DUE.where(outbox.c.id > bindparam("after_id"), _IS_NEW, outbox.c.not_before <= bindparam("now"))
_RIPENED = _DUE.where(
    _IS_NEW,
    outbox.c.not_before > bindparam("since"),
    outbox.c.not_before <= bindparam("now"),
    outbox.c.id <= bindparam("after_id"),
)
_LAST_ID = select(func.max(outbox.c.id))
_NEXT_AT = select(func.min(outbox.c.not_before)).where(_IS_NEW, outbox.c.not_before > bindparam("now"))


def last_id(connection: Connection) -> int:
    return connection.scalar(_LAST_ID) or 0


def arrivals(connection: Connection, *, after_id: int, since: datetime, now: datetime) -> Arrivals:
    """Rows above `after_id`, and older ones whose time came after `since`."""
    newer = all_of(Due, connection, _NEWER, after_id=after_id, now=now)
    ripened = all_of(Due, connection, _RIPENED, after_id=after_id, since=since, now=now)
    return Arrivals(
        due=[*ripened, *newer],
        last_id=last_id(connection),
        next_at=connection.scalar(_NEXT_AT, {"now": now}),
    )


_NOW = bindparam("now", type_=Instant())
_STALE = literal(ParcelStatus.EXPIRED, outbox.c.status.type)
_UNDER_WAY = literal(ParcelStatus.SENDING, outbox.c.status.type)
_IS_STALE = and_(outbox.c.expires_at.is_not(None), outbox.c.expires_at <= _NOW)
_CLAIM = Statement(
    update(outbox)
    .where(outbox.c.id == bindparam("parcel_id"), _IS_NEW)
    .values(
        status=case((_IS_STALE, _STALE), else_=_UNDER_WAY),
        settled_at=case((_IS_STALE, _NOW), else_=null()),
        facts=case((_IS_STALE, FORGOTTEN), else_=outbox.c.facts),
        attempts=outbox.c.attempts + 1,
    )
    .returning(outbox)
)


def claim(connection: Connection, parcel_ids: Sequence[int], now: datetime) -> Sequence[Claimed]:
    """Mark what is about to be sent, as it stands now. What is missing in the answer is not to be sent any more."""
    rows = (row for one in parcel_ids for row in _CLAIM.rows(connection, {"parcel_id": one, "now": now}))
    parcels = [valued(Parcel, _CLAIM, row) for row in rows]
    sending = (parcel for parcel in parcels if parcel.status is ParcelStatus.SENDING)
    return [Claimed(parcel=parcel, card=_card(connection, parcel)) for parcel in sending]


def _card(connection: Connection, parcel: Parcel) -> Card | None:
    return None if parcel.card_key is None else cards.card_of(connection, parcel.chat_id, parcel.card_key)


_THIS_PARCEL = outbox.c.id == bindparam("parcel_id")
_MARK_SENT = Statement(
    update(outbox)
    .where(_THIS_PARCEL)
    .values(
        status=ParcelStatus.SENT,
        sent_message_id=bindparam("sent_message_id"),
        settled_at=bindparam("settled_at"),
        facts=FORGOTTEN,
    )
)
_PUT_BACK = (
    update(outbox)
    .where(_THIS_PARCEL)
    .values(
        status=ParcelStatus.NEW,
        not_before=bindparam("until"),
        repeat=or_(outbox.c.repeat, bindparam("perhaps_sent", type_=Boolean())),
    )
)
_SETTLE = (
    update(outbox)
    .where(_THIS_PARCEL)
    .values({name: bindparam(name) for name in ("status", "reason", "settled_at")} | {"facts": FORGOTTEN})
)


def mark_sent(connection: Connection, sent: Sequence[Sent]) -> None:
    for one in sent:
        row = {"parcel_id": one.parcel_id, "sent_message_id": one.sent_message_id, "settled_at": one.settled_at}
        _MARK_SENT.run(connection, row)


def put_back(connection: Connection, parcel: PutBack) -> None:
    row = {"parcel_id": parcel.parcel_id, "until": parcel.not_before, "perhaps_sent": parcel.repeat}
    connection.execute(_PUT_BACK, row)


def settle(connection: Connection, settled: Settled) -> None:
    connection.execute(_SETTLE, asdict(settled))


_WAS_UNDER_WAY = outbox.c.status == ParcelStatus.SENDING
_IS_EDIT = and_(
    outbox.c.placement == Placement.EDIT,
    or_(
        outbox.c.message_id.is_not(None),
        exists().where(cards_table.c.chat_id == outbox.c.chat_id, cards_table.c.card_key == outbox.c.card_key),
    ),
)
_EDIT_AGAIN = update(outbox).where(_WAS_UNDER_WAY, _IS_EDIT).values(status=ParcelStatus.NEW)
_REPEAT = update(outbox).where(_WAS_UNDER_WAY, outbox.c.must_arrive).values(status=ParcelStatus.NEW, repeat=True)
_LEAVE_UNCERTAIN = (
    update(outbox)
    .where(_WAS_UNDER_WAY)
    .values(
        status=ParcelStatus.UNKNOWN,
        reason="the bot stopped while sending",
        settled_at=bindparam("now"),
        facts=FORGOTTEN,
    )
)


def recover(connection: Connection, now: datetime) -> int:
    """After a crash, what was under way may have arrived: edits go again, must-arrive kinds go again and say so, and
    the others stay uncertain. How many those are."""
    connection.execute(_EDIT_AGAIN)
    connection.execute(_REPEAT)
    return connection.execute(_LEAVE_UNCERTAIN, {"now": now}).rowcount


_RETARGET = (
    update(outbox)
    .where(outbox.c.chat_id == bindparam("was"), outbox.c.status.in_([ParcelStatus.NEW, ParcelStatus.SENDING]))
    .values(chat_id=bindparam("becomes"), message_id=None, reply_to_message_id=None, thread_id=None)
)


def follow_chat(connection: Connection, old_chat_id: int, new_chat_id: int, now: datetime) -> bool:
    """What waits goes to the new id, and the old messages are forgotten: they are out of reach. False when known."""
    if not chat_aliases.learn(connection, old_chat_id, new_chat_id, now):
        return False
    connection.execute(_RETARGET, {"was": old_chat_id, "becomes": new_chat_id})
    cards.forget_chat(connection, old_chat_id)
    return True


_PRUNE = delete(outbox).where(outbox.c.settled_at < bindparam("before"))


def prune(connection: Connection, before: datetime) -> int:
    """What became of the notices of long ago interests nobody."""
    return connection.execute(_PRUNE, {"before": before}).rowcount
