"""Waves of reminders under Telegram's limits, ours beside python-telegram-bot's AIORateLimiter, and a person's wait.

    uv run python -m benchmarks.waves            all three waves, about eight minutes
    uv run python -m benchmarks.waves --wave 1   one of them
    uv run python -m benchmarks.waves --strict   a server that forgives no burst, and is silent for 5 s after one

While a wave goes out, two other people a second get an answer. Rows 8 and 9 of the bar.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import orjson

from benchmarks.wave_senders import TOKEN, ours, ptb
from benchmarks.waving import REPLIES_PER_SECOND, Wave
from bot.transport import Transport

_CAP_SECONDS = 180.0
_TRIP_SECONDS = 0.05
_PER_SECOND, _BURST, _CHAT_BURST = 30.0, 30.0, 3

Sender: TypeAlias = Callable[[str, Wave], Awaitable[None]]

WAVES = {
    1: Wave(name="1,000 groups x 1", loads=dict.fromkeys(range(-1000, 0), 1)),
    2: Wave(name="one chat x 40, then 100 groups x 6", loads={1: 40, **dict.fromkeys(range(-100, 0), 6)}),
    3: Wave(name="20 groups x 25", loads=dict.fromkeys(range(-20, 0), 25)),
}
SENDERS: dict[str, Sender] = {
    "ementor": ours,
    "PTB AIORateLimiter": lambda url, wave: ptb(url, wave, max_retries=0),
    "PTB AIORateLimiter(max_retries=5)": lambda url, wave: ptb(url, wave, max_retries=5),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`seconds` until the last of the wave arrived; `lost` did not arrive in time."""

    seconds: float
    lost: int
    refused: int
    waits: list[float]

    def share(self, part: float) -> float:
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else float("nan")


def ideal_seconds(wave: Wave) -> float:
    """The best any sender could do beside the answers, which take their share of what is allowed over all."""
    overall = (wave.size - _BURST) / (_PER_SECOND - REPLIES_PER_SECOND)
    return max(overall, *(_chain_seconds(chat_id, n) for chat_id, n in wave.loads.items()))


def _chain_seconds(chat_id: int, messages: int) -> float:
    at: list[float] = []
    for number in range(messages):
        earliest = max(0.0, number + 1 - _CHAT_BURST)
        at.append(max(earliest, at[number - 20] + 60.0) if chat_id < 0 and number >= 20 else earliest)
    return at[-1]


@contextmanager
def limited_server(*, strict: bool) -> Iterator[str]:
    limits = ("--burst", "30", "--penalty", "5") if strict else ("--burst", "60", "--penalty", "1")
    command = [sys.executable, "-m", "benchmarks.limited_server", "--trip", str(_TRIP_SECONDS), *limits]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


async def measure(sender: Sender, wave: Wave, *, strict: bool) -> Outcome:
    with limited_server(strict=strict) as url:
        try:
            async with asyncio.timeout(_CAP_SECONDS):
                await sender(url, wave)
        except TimeoutError:
            print(f"  stopped after {_CAP_SECONDS:.0f} s")
        async with Transport(token=TOKEN) as transport:
            journal = orjson.loads((await transport.post(f"{url}/bot{TOKEN}/journal", b"")).body)
    arrived = {text: at for at, _, text in journal["accepted"]}
    ends = [arrived[text] for text in wave.texts if text in arrived]
    return Outcome(
        seconds=max(ends) - wave.began_at,
        lost=wave.size - len(ends),
        refused=journal["refused"],
        waits=[arrived[text] - asked for text, asked in wave.asked_at.items() if text in arrived],
    )


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wave", type=int, choices=WAVES, action="append")
    parser.add_argument("--strict", action="store_true")
    asked = parser.parse_args()
    logging.disable()  # the peers log each refusal with its traceback
    for number in asked.wave or WAVES:
        wave = WAVES[number]
        ideal = ideal_seconds(wave)
        print(f"\nWave {number}: {wave.name}; ideal {ideal:.1f} s; the network takes {_TRIP_SECONDS * 1000:.0f} ms")
        print("| sender | time | x ideal | lost | 429s | a person's wait p50 | p95 |\n|---|---|---|---|---|---|---|")
        for name, sender in SENDERS.items():
            outcome = await measure(sender, wave.fresh(), strict=asked.strict)
            print(
                f"| {name} | {outcome.seconds:.1f} s | {outcome.seconds / ideal:.2f} | {outcome.lost} |"
                f" {outcome.refused} | {outcome.share(0.5):.3f} s | {outcome.share(0.95):.3f} s |",
                flush=True,
            )


if __name__ == "__main__":
    asyncio.run(main())
