"""Updates as they arrived, kept until they are handled: the first thing that is written and the last to be forgotten.

What somebody wrote is forgotten when it is done. The row with its number goes three days later: Telegram repeats an
update within a day, and after a week of silence may give its number to another. Quarantined ones wait for the operator
longer and keep what they hold, because it may be somebody's work.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from storage.rows import all_of, one_of
from storage.statements import Statement
from storage.tables.inbox import InboxStatus, inbox, inbox_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

DONE_KEPT: Final = timedelta(days=3)
DEAD_KEPT: Final = timedelta(days=30)
UNREADABLE: Final = "no update_id"

_THE_HEAD = 1
#: What no database text can hold, though JSON can: NUL, and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """`lane` is the chat it belongs to, or the person; `raw` is the JSON that came."""

    update_id: int
    lane: int
    raw: str
    received_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The highest number seen and when, and when Telegram last answered at all."""

    update_id: int
    seen_at: datetime
    polled_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    waiting: int
    dead: int
    oldest_waiting_at: datetime | None


class AlreadyDoneError(Exception):
    """This update's effects are in the record already; the unit that meant to write them again is undone."""


_ARRIVAL_COLUMNS = (inbox.c.update_id, inbox.c.lane, inbox.c.raw, inbox.c.received_at)
# Written out, not bound: only so can the database see that the partial index holds the answer.
_is_waiting = inbox.c.status == bindparam("is_waiting", InboxStatus.WAITING, literal_execute=True)
_is_dead = inbox.c.status == InboxStatus.DEAD
_is_this_waiting = and_(inbox.c.update_id == bindparam("key"), inbox.c.status == InboxStatus.WAITING)
_is_requeuable = and_(_is_dead, inbox.c.update_id >= 0)

_KNOWN = Statement(select(inbox.c.update_id).where(inbox.c.update_id == bindparam("key")))
_ADD = Statement(insert(inbox))
_MARK_DONE = Statement(
    update(inbox).where(_is_this_waiting).values(status=InboxStatus.DONE, finished_at=bindparam("now"), raw="")
)
_RECORD_FAILURE = (
    update(inbox)
    .where(_is_this_waiting)
    .values(attempts=inbox.c.attempts + 1, error=bindparam("fault"))
    .returning(inbox.c.attempts)
)
_HOLD = update(inbox).where(_is_this_waiting).values(status=InboxStatus.HELD, finished_at=bindparam("now"))
_is_held_in_lane = and_(inbox.c.lane == bindparam("of_lane"), inbox.c.status == InboxStatus.HELD)
_RELEASE = update(inbox).where(_is_held_in_lane).values(status=InboxStatus.WAITING, attempts=0, finished_at=None)
_FORGET_HELD = (
    update(inbox).where(_is_held_in_lane).values(status=InboxStatus.DONE, finished_at=bindparam("now"), raw="")
)
_QUARANTINE = update(inbox).where(_is_this_waiting).values(status=InboxStatus.DEAD, finished_at=bindparam("now"))
_ALL_WAITING = select(*_ARRIVAL_COLUMNS).where(_is_waiting).order_by(inbox.c.received_at, inbox.c.update_id)
_ALL_DEAD = select(*_ARRIVAL_COLUMNS).where(_is_requeuable).order_by(inbox.c.received_at, inbox.c.update_id)
_WAIT_AGAIN = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("key"))
    .values(status=InboxStatus.WAITING, attempts=0, finished_at=None)
)
_COUNT_WAITING = select(func.count(), func.min(inbox.c.received_at)).where(_is_waiting)
_COUNT_DEAD = select(func.count()).where(_is_dead)
_OLD = (
    select(inbox.c.update_id)
    .where(
        or_(
            and_(inbox.c.status == InboxStatus.DONE, inbox.c.finished_at < bindparam("done_before")),
            and_(_is_dead, inbox.c.finished_at < bindparam("dead_before")),
            and_(inbox.c.status == InboxStatus.HELD, inbox.c.finished_at < bindparam("dead_before")),
        )
    )
    .limit(bindparam("limit"))
)
_SWEEP = delete(inbox).where(inbox.c.update_id.in_(_OLD.scalar_subquery()))
_HEAD = select(inbox_head.c.update_id, inbox_head.c.seen_at, inbox_head.c.polled_at)
_ADD_HEAD = insert(inbox_head)
_MOVE_HEAD = Statement(
    update(inbox_head).values(update_id=bindparam("newest"), seen_at=bindparam("now"), polled_at=bindparam("now"))
)
_NOTE_POLLED = update(inbox_head).values(polled_at=bindparam("now"))


def store(connection: Connection, arrivals: Sequence[Arrival]) -> list[int]:
    """The numbers of those that are new; what is known already stays as it is. No number may be there twice."""
    new = [arrival for arrival in arrivals if not _KNOWN.rows(connection, {"key": arrival.update_id})]
    for arrival in new:
        _ADD.run(connection, _as_row(arrival))
    return [arrival.update_id for arrival in new]


def store_unreadable(connection: Connection, raws: Iterable[str], now: datetime) -> int:
    """Straight into quarantine, under a negative number made from the content: it has none, and may come again.

    How many had not come before.
    """
    new = [arrival for raw in raws for arrival in [_unnumbered(raw, now)] if store(connection, [arrival])]
    for arrival in new:
        record_failure(connection, arrival.update_id, error=UNREADABLE)
        quarantine(connection, arrival.update_id, now)
    return len(new)


def mark_done(connection: Connection, update_id: int, now: datetime) -> None:
    """Raises AlreadyDoneError unless it waits, so that no update takes effect twice."""
    if _MARK_DONE.run(connection, {"key": update_id, "now": now}) != 1:
        raise AlreadyDoneError


def mark_all_done(connection: Connection, update_ids: Sequence[int], now: datetime) -> None:
    """For updates without effects, whose state before does not matter."""
    for update_id in update_ids:
        _MARK_DONE.run(connection, {"key": update_id, "now": now})


def hold(connection: Connection, update_id: int, now: datetime) -> None:
    """Not to be handled before its sender has answered something else."""
    if connection.execute(_HOLD, {"key": update_id, "now": now}).rowcount != 1:
        raise AlreadyDoneError


def release(connection: Connection, lane: int) -> int:
    """How many wait again, in the order in which they came."""
    return connection.execute(_RELEASE, {"of_lane": lane}).rowcount


def forget_held(connection: Connection, lane: int, now: datetime) -> None:
    connection.execute(_FORGET_HELD, {"of_lane": lane, "now": now})


def record_failure(connection: Connection, update_id: int, *, error: str) -> int:
    """How often it has failed now; `error` must not carry anybody's words."""
    terms = {"key": update_id, "fault": error}
    attempts: int | None = connection.execute(_RECORD_FAILURE, terms).scalar_one_or_none()
    if attempts is None:
        raise AlreadyDoneError
    return attempts


def quarantine(connection: Connection, update_id: int, now: datetime) -> None:
    """Put it aside until the operator has it requeued."""
    if connection.execute(_QUARANTINE, {"key": update_id, "now": now}).rowcount != 1:
        raise AlreadyDoneError


def requeuable(connection: Connection, update_id: int | None = None) -> list[Arrival]:
    """One quarantined update, or all; without those that have no number, as nothing can become of them."""
    arrivals = all_of(Arrival, connection, _ALL_DEAD)
    return [arrival for arrival in arrivals if update_id in {None, arrival.update_id}]


def requeue(connection: Connection, update_id: int | None = None) -> list[Arrival]:
    """Let one quarantined update wait again, or all."""
    chosen = requeuable(connection, update_id)
    if chosen:
        connection.execute(_WAIT_AGAIN, [{"key": arrival.update_id} for arrival in chosen])
    return chosen


def waiting(connection: Connection) -> Sequence[Arrival]:
    """All that is to be handled, oldest first."""
    return all_of(Arrival, connection, _ALL_WAITING)


def counts(connection: Connection) -> Counts:
    waiting_count, oldest = connection.execute(_COUNT_WAITING).one()
    dead_count = connection.execute(_COUNT_DEAD).scalar_one()
    return Counts(waiting=waiting_count, dead=dead_count, oldest_waiting_at=oldest)


def sweep(connection: Connection, now: datetime, *, limit: int = 1_000) -> int:
    """Delete what is no longer needed; call again while it returns `limit`."""
    terms = {"done_before": now - DONE_KEPT, "dead_before": now - DEAD_KEPT, "limit": limit}
    return connection.execute(_SWEEP, terms).rowcount


def head(connection: Connection) -> Head | None:
    return one_of(Head, connection, _HEAD)


def move_head(connection: Connection, *, update_id: int, now: datetime) -> None:
    terms = {"newest": update_id, "now": now}
    if _MOVE_HEAD.run(connection, terms) == 0:
        row = {"id": _THE_HEAD, "update_id": update_id, "seen_at": now, "polled_at": now}
        connection.execute(_ADD_HEAD, row)


def note_polled(connection: Connection, now: datetime) -> None:
    """Telegram answered, and had nothing."""
    connection.execute(_NOTE_POLLED, {"now": now})


def _as_row(arrival: Arrival) -> dict[str, object]:
    return {
        "update_id": arrival.update_id,
        "lane": arrival.lane,
        "raw": _UNSTORABLE.sub(_as_escape, arrival.raw),
        "received_at": arrival.received_at,
        "status": InboxStatus.WAITING,
        "attempts": 0,
    }


def _as_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _unnumbered(raw: str, now: datetime) -> Arrival:
    digest = hashlib.sha256(raw.encode(errors="surrogatepass")).digest()
    return Arrival(update_id=-1 - (int.from_bytes(digest[:8]) >> 1), lane=0, raw=raw, received_at=now)
