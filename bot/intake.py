"""Stores what arrived, by polling or by webhook, in one transaction; only after that does Telegram hear of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot import raw_updates
from bot.crash_points import reached
from bot.faults import name_fault
from bot.gap import Gap, find_gap
from bot.logs import log
from storage import inbox
from storage.inbox import Arrival

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.clock import Clock
    from bot.lanes import Lanes
    from bot.progress import Progress
    from bot.raw_updates import RawUpdate
    from storage.writer import Writer


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """`ids` are those of all that can be confirmed, wanted or not; `unreadable` has no id to be confirmed by.

    `order` holds the number of each in the order in which they came, or None where it has none.
    """

    arrivals: Sequence[Arrival]
    unreadable: Sequence[str]
    ids: Sequence[int]
    order: Sequence[int | None]
    received_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stored:
    """What of a batch had not been there before, and what was found missing before it."""

    new: AbstractSet[int]
    unreadable: int
    gap: Gap | None


class Intake:
    """`on_gap` runs in the transaction that notices that updates are missing."""

    def __init__(
        self,
        *,
        writer: Writer,
        lanes: Lanes,
        clock: Clock,
        progress: Progress,
        wanted: Callable[[RawUpdate], bool],
        on_gap: Callable[[Connection, Gap], None],
    ) -> None:
        self._writer = writer
        self._lanes = lanes
        self._clock = clock
        self._progress = progress
        self._wanted = wanted
        self._on_gap = on_gap

    async def take(self, raws: Sequence[str], *, in_order: bool) -> Batch:
        """Return after the commit. `in_order`: by polling, where a number left out is an update that is gone."""
        reached("ingest_received")
        batch = sort_batch(raws, now=self._clock.now(), wanted=self._wanted)
        stored = await self._writer.change(lambda connection: self._store(connection, batch, in_order=in_order))
        reached("inbox_committed")
        self._lanes.accept([arrival for arrival in batch.arrivals if arrival.update_id in stored.new])
        self._count(batch, stored)
        return batch

    def _store(self, connection: Connection, batch: Batch, *, in_order: bool) -> _Stored:
        new = set(inbox.store(connection, batch.arrivals)) if batch.arrivals else set()
        unreadable = inbox.store_unreadable(connection, batch.unreadable, batch.received_at)
        gap = self._note_head(connection, batch) if batch.ids else None
        if gap is None or not in_order:
            return _Stored(new=new, unreadable=unreadable, gap=None)
        self._report(connection, gap)
        return _Stored(new=new, unreadable=unreadable, gap=gap)

    def _note_head(self, connection: Connection, batch: Batch) -> Gap | None:
        head = inbox.head(connection)
        step = find_gap(head, batch.order, batch.received_at)
        inbox.move_head(connection, update_id=step.head, now=batch.received_at)
        return step.gap

    def _report(self, connection: Connection, gap: Gap) -> None:
        """A notice that cannot be made must not keep the updates that did arrive from being stored."""
        try:
            with connection.begin_nested():
                self._on_gap(connection, gap)
        except Exception as error:  # noqa: BLE001 - the log line below says that it was lost
            log.error("the gap could not be reported", lost=gap.lost, fault=name_fault(error))

    def _count(self, batch: Batch, stored: _Stored) -> None:
        self._progress.updates_stored += len(stored.new)
        self._progress.updates_ignored += len(batch.ids) - len(batch.arrivals)
        self._progress.updates_unreadable += stored.unreadable
        if stored.gap is not None:
            self._progress.updates_lost += stored.gap.lost
            log.warning("updates were lost while nobody asked for them", lost=stored.gap.lost, since=stored.gap.since)


def sort_batch(raws: Sequence[str], *, now: datetime, wanted: Callable[[RawUpdate], bool]) -> Batch:
    """In the order of their numbers, each once, whatever came twice or late."""
    kept: dict[int, Arrival] = {}
    order: list[int | None] = []
    unreadable: list[str] = []
    for raw in raws:
        filed = raw_updates.filed(raw)
        if filed is None:
            unreadable.append(raw)
            order.append(None)
            continue
        update_id, update = filed
        order.append(update_id)
        if _is_wanted(update, wanted):
            lane = raw_updates.lane_of(update) or update_id  # what belongs to nobody waits for nobody
            kept[update_id] = Arrival(update_id=update_id, lane=lane, raw=raw, received_at=now)
    arrivals = [kept[update_id] for update_id in sorted(kept)]
    ids = sorted({number for number in order if number is not None})
    return Batch(arrivals=arrivals, unreadable=unreadable, ids=ids, order=order, received_at=now)


def _is_wanted(update: RawUpdate, wanted: Callable[[RawUpdate], bool]) -> bool:
    """One update of a strange shape must not hold up its batch, so what cannot be judged is kept."""
    try:
        return wanted(update)
    except Exception as error:  # noqa: BLE001
        log.warning("an update could not be judged", fault=name_fault(error))
        return True
