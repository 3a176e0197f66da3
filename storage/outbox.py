"""The outbox: what people must be told, written with the change that caused it, until it is known what became of it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from sqlalchemy import and_, bindparam, case, func, insert, literal, or_, select, update

from mentoring.notices import UNTIL_THEY_ARE_BACK, Placement
from storage import cards, chat_aliases
from storage.parcels import FORGOTTEN, Parcel, ParcelDraft, ParcelStatus
from storage.rows import one_of
from storage.statements import Statement
from storage.tables.outbox import outbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

__all__ = ["Parcel", "ParcelDraft", "add"]

_IS_NEW = outbox.c.status == ParcelStatus.NEW
_INSERT = Statement(insert(outbox).returning(outbox.c.id))
_OF_A_DRAFT = tuple(field.name for field in fields(ParcelDraft))
_KNOWN_KEY = select(outbox.c.id).where(outbox.c.dedupe_key == bindparam("dedupe_key"))
_WAITING_FOR_CARD = select(outbox).where(
    _IS_NEW, outbox.c.chat_id == bindparam("chat_id"), outbox.c.card_key == bindparam("card_key")
)
_REWRITE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(kind=bindparam("kind"), facts=bindparam("facts"), placement=bindparam("placement"))
)
_SUPERSEDE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(status=ParcelStatus.SUPERSEDED, settled_at=bindparam("now"), facts=FORGOTTEN)
)

_HOLD = (
    update(outbox)
    .where(_IS_NEW, outbox.c.chat_id == bindparam("to_chat_id"), outbox.c.not_before == bindparam("held"))
    .values(not_before=bindparam("until"))
)
_IS_HELD = and_(
    _IS_NEW,
    outbox.c.chat_id == bindparam("to_chat_id"),
    outbox.c.not_before == bindparam("held", type_=outbox.c.not_before.type),
)
_MADE_ANEW = {"id", "dedupe_key", "not_before"}
_KEPT = [column.name for column in outbox.columns if column.name not in _MADE_ANEW]
_RELEASE = insert(outbox).from_select(
    ["not_before", *_KEPT],
    select(bindparam("now", type_=outbox.c.not_before.type), *(outbox.c[name] for name in _KEPT))
    .where(_IS_HELD)
    .order_by(outbox.c.id),
)
_SUPERSEDE_HELD = (
    update(outbox).where(_IS_HELD).values(status=ParcelStatus.SUPERSEDED, settled_at=bindparam("now"), facts=FORGOTTEN)
)
_TAKE_BACK = (
    update(outbox)
    .where(_IS_NEW, outbox.c.chat_id == bindparam("to_chat_id"), outbox.c.kind == bindparam("of_kind"))
    .values(status=ParcelStatus.SUPERSEDED, settled_at=bindparam("now"), facts=FORGOTTEN)
)
_BEGINNING = bindparam("begins", type_=outbox.c.dedupe_key.type)
#: Also where it is one of several keys that were put together.
_BEGINS_SO = or_(
    func.substr(outbox.c.dedupe_key, 1, func.length(_BEGINNING)) == _BEGINNING,
    outbox.c.dedupe_key.like(literal("%|").concat(_BEGINNING).concat("%")),
)
#: Of what waits only, which has an index of its own.
_TAKE_BACK_ONCE = (
    update(outbox)
    .where(_IS_NEW, _BEGINS_SO)
    .values(status=ParcelStatus.SUPERSEDED, settled_at=bindparam("now"), facts=FORGOTTEN)
    .returning(outbox.c.dedupe_key)
)
_WAITS_THERE = and_(_IS_NEW, outbox.c.chat_id == bindparam("from_chat_id"))
_NOW = bindparam("now", type_=outbox.c.not_before.type)
_ANEW_IN_CHAT = {
    "chat_id": bindparam("to_chat_id", type_=outbox.c.chat_id.type),
    "not_before": case((outbox.c.not_before >= UNTIL_THEY_ARE_BACK, _NOW), else_=outbox.c.not_before),
    "created_at": _NOW,
}
#: A key stays with the row that had it, so that what was told once is never told twice; messages stay where they were.
_STAYS_BEHIND = {"id", "dedupe_key", "message_id", "reply_to_message_id", *_ANEW_IN_CHAT}
_GOES_ALONG = [column.name for column in outbox.columns if column.name not in _STAYS_BEHIND]
_COPY_TO_CHAT = insert(outbox).from_select(
    [*_ANEW_IN_CHAT, *_GOES_ALONG],
    select(*_ANEW_IN_CHAT.values(), *(outbox.c[name] for name in _GOES_ALONG))
    .where(_WAITS_THERE, outbox.c.kind.not_in(bindparam("but_for", expanding=True)))
    .order_by(outbox.c.id),
)
_LEAVE_CHAT = (
    update(outbox)
    .where(_WAITS_THERE)
    .values(status=ParcelStatus.SUPERSEDED, settled_at=bindparam("now"), facts=FORGOTTEN)
)
#: Should it not arrive, it is tried again where its reader is now.
_REDIRECT_UNDER_WAY = (
    update(outbox)
    .where(outbox.c.status == ParcelStatus.SENDING, outbox.c.chat_id == bindparam("from_chat_id"))
    .values(chat_id=bindparam("to_chat_id"), message_id=None, reply_to_message_id=None)
)
_TAKE_BACK_CARD = _TAKE_BACK.where(outbox.c.card_key == bindparam("of_card_key"))

#: What belongs to the old chat of a group that became a supergroup.
_LEFT_BEHIND = {"thread_id": None, "message_id": None, "reply_to_message_id": None}


def add(connection: Connection, draft: ParcelDraft, now: datetime, *, first: bool = False) -> int | None:
    """The number of the row that will tell it, or None where its dedupe key was used before.

    A card has one unsent parcel at a time, with the newest facts. `first` says that it has none yet.
    """
    if draft.dedupe_key is not None and connection.scalar(_KNOWN_KEY, {"dedupe_key": draft.dedupe_key}) is not None:
        return None
    row = _row(draft, chat_aliases.present_id(connection, draft.chat_id), now)
    waiting = None if first else _waiting_for_card(connection, row)
    if waiting is None:
        return _insert(connection, row)
    if waiting.must_arrive and not _was_shown(connection, waiting):
        return _take_over(connection, waiting, row, now)
    connection.execute(_SUPERSEDE, {"row_id": waiting.id, "now": now})
    return _insert(connection, {**row, **_inherited(waiting, row)})


def _row(draft: ParcelDraft, chat_id: int, now: datetime) -> dict[str, object]:
    row = {
        **{name: getattr(draft, name) for name in _OF_A_DRAFT},
        "chat_id": chat_id,
        "not_before": draft.not_before or now,
        **({} if chat_id == draft.chat_id else _LEFT_BEHIND),
    }
    return {**row, "status": ParcelStatus.NEW, "attempts": 0, "repeat": False, "created_at": now}


def _insert(connection: Connection, row: dict[str, object]) -> int:
    [(number,)] = _INSERT.rows(connection, row)
    return cast("int", number)


def _waiting_for_card(connection: Connection, row: dict[str, object]) -> Parcel | None:
    if row["card_key"] is None:
        return None
    return one_of(Parcel, connection, _WAITING_FOR_CARD, chat_id=row["chat_id"], card_key=row["card_key"])


def _was_shown(connection: Connection, waiting: Parcel) -> bool:
    if waiting.message_id is not None or waiting.card_key is None:
        return True
    return cards.card_of(connection, waiting.chat_id, waiting.card_key) is not None


def _take_over(connection: Connection, waiting: Parcel, row: dict[str, object], now: datetime) -> int:
    """The first showing of a card keeps its place and its promise to arrive, and shows the newest facts."""
    rewritten = {"kind": row["kind"], "facts": row["facts"], "placement": row["placement"]}
    connection.execute(_REWRITE, {"row_id": waiting.id, **rewritten})
    if row["dedupe_key"] is not None:
        _insert(connection, {**row, "status": ParcelStatus.SUPERSEDED, "settled_at": now, "facts": FORGOTTEN})
    return waiting.id


def _inherited(waiting: Parcel, row: dict[str, object]) -> dict[str, object]:
    """What the newer parcel owes for the one it supersedes."""
    return {
        "must_arrive": waiting.must_arrive or row["must_arrive"],
        "broadcast": waiting.broadcast and row["broadcast"],
        "repeat": waiting.repeat,
        "placement": Placement.BOTTOM if waiting.placement is Placement.BOTTOM else row["placement"],
        "message_id": row["message_id"] or waiting.message_id,
    }


def hold_until(connection: Connection, chat_id: int, held: datetime, until: datetime) -> None:
    connection.execute(_HOLD, {"to_chat_id": chat_id, "held": held, "until": until})


def release(connection: Connection, chat_id: int, held: datetime, now: datetime) -> int:
    """As new rows, so that they go out after what was told before them."""
    values = {"to_chat_id": chat_id, "held": held, "now": now}
    released = connection.execute(_RELEASE, values).rowcount
    connection.execute(_SUPERSEDE_HELD, values)
    return released


def anew(parcel: Parcel, not_before: datetime) -> ParcelDraft:
    """The same to tell, as a message of its own."""
    same = {name: getattr(parcel, name) for name in _OF_A_DRAFT}
    fresh = {"dedupe_key": None, "message_id": None, "reply_to_message_id": None, "placement": Placement.BOTTOM}
    return ParcelDraft(**{**same, **fresh, "not_before": not_before})


def take_back(connection: Connection, chat_id: int, kind: str, now: datetime, *, card_key: str | None = None) -> None:
    """What has not gone out yet of this kind (and card) to this chat is not to be sent any more."""
    taken = {"to_chat_id": chat_id, "of_kind": kind, "now": now}
    if card_key is None:
        connection.execute(_TAKE_BACK, taken)
    else:
        connection.execute(_TAKE_BACK_CARD, {**taken, "of_card_key": card_key})


def take_back_once(connection: Connection, begins: str, now: datetime) -> Sequence[str]:
    taken = connection.execute(_TAKE_BACK_ONCE, {"begins": begins, "now": now})
    return [key for (key,) in taken if key is not None]


def follow_reader(
    connection: Connection, old_chat_id: int, new_chat_id: int, now: datetime, *, but_for: Sequence[str]
) -> None:
    """What waits goes out in another chat, in the same order; what waited for its reader to be back, at once."""
    values = {"from_chat_id": old_chat_id, "to_chat_id": new_chat_id, "now": now, "but_for": list(but_for)}
    connection.execute(_COPY_TO_CHAT, values)
    connection.execute(_LEAVE_CHAT, values)
    connection.execute(_REDIRECT_UNDER_WAY, values)
