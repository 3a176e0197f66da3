"""Says whether the bot gets anywhere: /health for a watchdog, /metrics for Prometheus, both from the facts of progress.

A process that is there and does nothing would pass any other check.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from storage.disk import Room, room_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from _typeshed import DataclassInstance
    from prometheus_client.metrics_core import Metric

    from bot.clock import Clock
    from bot.outgoing import Outgoing
    from bot.progress import Progress

LONGEST_WITHOUT_POLL = timedelta(seconds=120)
LONGEST_IN_INBOX = timedelta(seconds=120)
LONGEST_IN_OUTBOX = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """Ages in seconds; None where nothing waits, or where nobody polls because Telegram calls us.

    `disk` is None until somebody has looked.
    """

    healthy: bool
    last_poll_age: float | None
    inbox_age: float | None
    outbox_age: float | None
    disk: Room | None


def judge(*, now: datetime, progress: Progress, outgoing: Outgoing, polling: bool) -> Health:
    poll = now - (progress.last_poll_ok_at or progress.started_at) if polling else None
    inbox, outbox = _age(progress.oldest_waiting_at, now), _age(outgoing.oldest_due_at, now)
    disk = None if progress.disk_free_bytes is None else room_for(progress.disk_free_bytes)
    within_limits = [
        poll is None or poll <= LONGEST_WITHOUT_POLL,
        inbox is None or inbox <= LONGEST_IN_INBOX,
        outbox is None or outbox <= LONGEST_IN_OUTBOX,
        disk is not Room.FULL,
    ]
    return Health(
        healthy=all(within_limits),
        last_poll_age=_seconds(poll),
        inbox_age=_seconds(inbox),
        outbox_age=_seconds(outbox),
        disk=disk,
    )


def health_routes(*, clock: Clock, progress: Progress, outgoing: Outgoing, polling: bool) -> list[web.RouteDef]:
    pages = _Pages(clock=clock, progress=progress, outgoing=outgoing, polling=polling)
    return [web.get("/health", pages.health), web.get("/metrics", pages.metrics)]


class _Pages:
    def __init__(self, *, clock: Clock, progress: Progress, outgoing: Outgoing, polling: bool) -> None:
        self._clock = clock
        self._progress = progress
        self._outgoing = outgoing
        self._polling = polling
        self._registry = CollectorRegistry()
        self._registry.register(_FactsCollector(clock, {"ementor": progress, "ementor_notices": outgoing}))
        ProcessCollector(namespace="ementor", registry=self._registry)

    async def health(self, _request: web.Request) -> web.Response:
        now = self._clock.now()
        health = judge(now=now, progress=self._progress, outgoing=self._outgoing, polling=self._polling)
        return web.json_response(asdict(health), status=200 if health.healthy else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class _FactsCollector(Collector):
    """By rule, so that none is forgotten: an int is a counter (a gauge if it waits or is free), an instant an age."""

    def __init__(self, clock: Clock, facts: Mapping[str, DataclassInstance]) -> None:
        self._clock = clock
        self._facts = facts

    def collect(self) -> Iterator[Metric]:
        now = self._clock.now()
        for prefix, facts in self._facts.items():
            for field in fields(facts):
                yield from _metric(f"{prefix}_{field.name}", getattr(facts, field.name), now)


def _metric(name: str, value: object, now: datetime) -> Iterator[Metric]:
    meaning = name.replace("_", " ")
    match value:
        case bool():
            yield GaugeMetricFamily(name, meaning, int(value))
        case int() if name.endswith(("_waiting", "_free_bytes")):
            yield GaugeMetricFamily(name, meaning, value)
        case int():
            yield CounterMetricFamily(name, meaning, value)
        case datetime():
            age = (now - value).total_seconds()
            yield GaugeMetricFamily(f"{name.removesuffix('_at')}_age_seconds", f"{meaning}, seconds ago", age)
        case _:
            return


def _age(since: datetime | None, now: datetime) -> timedelta | None:
    return None if since is None else now - since


def _seconds(age: timedelta | None) -> float | None:
    return None if age is None else round(age.total_seconds(), 1)
