"""Telegram's sending limits behind a bare HTTP server, in a process of its own so that it costs the bots nothing.

It accepts sendMessage, JSON or form-encoded, refuses with 429 what is too much, and remembers what arrived when.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

_PER_SECOND = 30.0
_CHAT_BURST = 3.0
_WINDOW_SECONDS, _PER_WINDOW = 60.0, 20


@dataclass(kw_only=True, slots=True)
class Bucket:
    per_second: float
    level: float
    size: float
    at: float = field(default_factory=time.monotonic)

    def wait(self, now: float) -> float:
        self.level = min(self.size, self.level + (now - self.at) * self.per_second)
        self.at = now
        return max(0.0, (1.0 - self.level) / self.per_second)


def _overall(burst: float) -> Bucket:
    return Bucket(per_second=_PER_SECOND, level=burst, size=burst)


def _chat() -> Bucket:
    return Bucket(per_second=1.0, level=_CHAT_BURST, size=_CHAT_BURST)


@dataclass(kw_only=True, slots=True)
class Limits:
    """A token bucket over all and one per chat; per group 20 in a sliding minute; a breach over all silences it."""

    burst: float
    penalty: float
    overall: Bucket
    chats: dict[int, Bucket] = field(default_factory=lambda: defaultdict(_chat))
    groups: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    blocked_until: float = 0.0

    def refuse_for(self, chat_id: int, now: float) -> float:
        """Seconds to wait, or 0 where the message counts as sent."""
        if now < self.blocked_until:
            return self.blocked_until - now
        if self.overall.wait(now) > 0:
            self.blocked_until = now + self.penalty
            return self.penalty
        wait = max(self.chats[chat_id].wait(now), self._window_wait(chat_id, now))
        if wait == 0:
            self._count(chat_id, now)
        return wait

    def _window_wait(self, chat_id: int, now: float) -> float:
        window = self.groups[chat_id]
        while window and window[0] <= now - _WINDOW_SECONDS:
            window.popleft()
        full = chat_id < 0 and len(window) >= _PER_WINDOW
        return window[0] + _WINDOW_SECONDS - now if full else 0.0

    def _count(self, chat_id: int, now: float) -> None:
        self.overall.level -= 1
        self.chats[chat_id].level -= 1
        self.groups[chat_id].append(now)


@dataclass(kw_only=True, slots=True)
class Journal:
    limits: Limits | None
    trip: float
    accepted: list[tuple[float, int, str]] = field(default_factory=list)
    refused: int = 0

    def answer(self, method: bytes, body: bytes) -> bytes:
        match method:
            case b"sendMessage":
                return self._send(_params(body))
            case b"journal":
                return orjson.dumps({"accepted": self.accepted, "refused": self.refused})
            case _:
                return b'{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"b","username":"bench_bot"}}'

    def _send(self, params: Mapping[str, object]) -> bytes:
        chat_id, now = int(str(params["chat_id"])), time.monotonic()
        wait = self.limits.refuse_for(chat_id, now) if self.limits is not None else 0.0
        if wait:
            self.refused += 1
            return _too_many(math.ceil(wait))
        self.accepted.append((now, chat_id, str(params["text"])))
        kind = "supergroup" if chat_id < 0 else "private"
        message = {"message_id": len(self.accepted), "date": 1, "chat": {"id": chat_id, "type": kind}, "text": "x"}
        return orjson.dumps({"ok": True, "result": message})


def _params(body: bytes) -> Mapping[str, object]:
    if body.startswith(b"{"):
        params: Mapping[str, object] = orjson.loads(body)
        return params
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


def _too_many(seconds: int) -> bytes:
    description = f"Too Many Requests: retry after {seconds}"
    parameters = {"retry_after": seconds}
    return orjson.dumps({"ok": False, "error_code": 429, "description": description, "parameters": parameters})


class Connection(asyncio.Protocol):
    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, chunk: bytes) -> None:
        self._buffer += chunk
        while (request := self._next_request()) is not None:
            # Half of the trip before Telegram counts it, half after.
            asyncio.get_running_loop().call_later(self._journal.trip / 2, self._carry_out, *request)

    def _next_request(self) -> tuple[bytes, bytes] | None:
        head, end, rest = self._buffer.partition(b"\r\n\r\n")
        if not end:
            return None
        length = _content_length(head)
        if len(rest) < length:
            return None
        self._buffer = rest[length:]
        return head.split(b" ", 2)[1].rsplit(b"/", 1)[1], rest[:length]

    def _carry_out(self, method: bytes, body: bytes) -> None:
        answer = self._journal.answer(method, body)
        asyncio.get_running_loop().call_later(self._journal.trip / 2, self._write, answer)

    def _write(self, answer: bytes) -> None:
        status = b"200 OK" if answer.startswith(b'{"ok":true') or b'"accepted"' in answer[:20] else b"429 Too Many"
        if self._transport is not None and not self._transport.is_closing():
            head = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (
                status,
                len(answer),
            )
            self._transport.write(head + answer)


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def serve(journal: Journal) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(journal), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trip", type=float, default=0.05, help="seconds there and back")
    parser.add_argument("--burst", type=float, default=30.0, help="0: no limits")
    parser.add_argument("--penalty", type=float, default=5.0, help="seconds of silence after too much over all")
    asked = parser.parse_args()
    limits = Limits(burst=asked.burst, penalty=asked.penalty, overall=_overall(asked.burst)) if asked.burst else None
    asyncio.run(serve(Journal(limits=limits, trip=asked.trip)))


if __name__ == "__main__":
    main()
