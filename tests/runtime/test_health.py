"""Health is read from what the bot has achieved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.health import health_routes, judge
from bot.http import build_app
from bot.outgoing import Outgoing
from bot.progress import Progress

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class AtNoon:
    def now(self) -> datetime:
        return NOON


def ago(seconds: int) -> datetime:
    return NOON - timedelta(seconds=seconds)


def progress(
    *, polled: int | None = 1, waiting: int | None = None, started: int = 3600, free: int | None = 10**12
) -> Progress:
    return Progress(
        started_at=ago(started),
        last_poll_ok_at=None if polled is None else ago(polled),
        oldest_waiting_at=None if waiting is None else ago(waiting),
        updates_stored=12,
        disk_free_bytes=free,
    )


@pytest.mark.parametrize(
    ("facts", "outbox", "polling", "healthy"),
    [
        (progress(), None, True, True),
        (progress(polled=120), None, True, True),
        (progress(polled=121), None, True, False),
        (progress(polled=121), None, False, True),
        (progress(polled=None, started=60), None, True, True),
        (progress(polled=None, started=121), None, True, False),
        (progress(waiting=121), None, True, False),
        (progress(), 600, True, True),
        (progress(), 601, True, False),
        (progress(free=None), None, True, True),
        (progress(free=100_000_000), None, True, True),
        (progress(free=99_999_999), None, True, False),
    ],
)
def test_the_bot_is_healthy_while_it_gets_anywhere(
    facts: Progress, outbox: int | None, *, polling: bool, healthy: bool
) -> None:
    outgoing = Outgoing(oldest_due_at=None if outbox is None else ago(outbox))
    assert judge(now=NOON, progress=facts, outgoing=outgoing, polling=polling).healthy == healthy


async def page(path: str, facts: Progress) -> tuple[int, str]:
    outgoing = Outgoing(oldest_due_at=ago(5), sent=4, waiting=2, token_refused=True)
    app = build_app(health_routes(clock=AtNoon(), progress=facts, outgoing=outgoing, polling=True))
    async with TestClient(TestServer(app)) as client, client.get(path) as response:
        return response.status, await response.text()


async def test_a_watchdog_reads_the_ages() -> None:
    status, text = await page("/health", progress(polled=3))
    assert status == 200
    assert text == '{"healthy": true, "last_poll_age": 3.0, "inbox_age": null, "outbox_age": 5.0, "disk": "ample"}'


async def test_a_watchdog_sees_an_unhealthy_bot_by_the_status() -> None:
    status, _ = await page("/health", progress(polled=500))
    assert status == 503


async def test_every_fact_becomes_a_metric() -> None:
    _, text = await page("/metrics", progress(polled=3, waiting=9))
    lines = text.splitlines()
    assert "ementor_updates_stored_total 12.0" in lines
    assert "ementor_disk_free_bytes 1e+12" in lines
    assert "ementor_last_poll_ok_age_seconds 3.0" in lines
    assert "ementor_oldest_waiting_age_seconds 9.0" in lines
    assert "ementor_notices_oldest_due_age_seconds 5.0" in lines
    assert "ementor_notices_waiting 2.0" in lines
    assert "ementor_notices_sent_total 4.0" in lines
    assert "ementor_notices_token_refused 1.0" in lines
    assert any(line.startswith("ementor_process_resident_memory_bytes ") for line in lines)
