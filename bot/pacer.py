"""When each message may go, so that Telegram never has to refuse one: even gaps over all, a pace for each chat.

Pure: it is told the time and what happened. Limits after Telegram's Bot FAQ ("My bot is hitting limits"). A message is
dated by its end, not its start: Telegram counted it somewhere in between, so no jitter of the network breaks a limit.
"""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from dataclasses import dataclass, field

#: A flood of the whole bot shows as refusals in several chats within this time.
_FLOOD_SECONDS = 0.5
_WIDER = 1.1
_WIDEST = 3.0
_RECOVERY_PER_MESSAGE = 0.9999


@dataclass(frozen=True, kw_only=True, slots=True)
class Rates:
    #: 30 in any second, less a little, because the network may push messages together.
    overall_per_second: float = 29.9
    #: So many may follow at once when the loop was late: the gaps stay even over all.
    overall_burst: int = 2
    chat_per_second: float = 1.0
    chat_burst: int = 2
    group_per_window: int = 20
    group_window_seconds: float = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    chat_id: int
    parcel_id: int


@dataclass(slots=True, eq=False)
class _Line:
    """The messages that wait for one chat; `even_at` is when the chat's burst will be whole again."""

    chat_id: int
    interactive: deque[int] = field(default_factory=deque)
    broadcast: deque[int] = field(default_factory=deque)
    flying: bool = False
    even_at: float = 0.0
    parked_until: float = 0.0
    ended: deque[float] = field(default_factory=deque)
    ticket: int = 0

    def __len__(self) -> int:
        return len(self.interactive) + len(self.broadcast)

    @property
    def is_group(self) -> bool:
        return self.chat_id < 0

    @property
    def queue(self) -> deque[int]:
        return self.interactive or self.broadcast


class Pacer:
    """`rates=None` switches every pace off; one message in flight per chat remains, because it keeps the order."""

    def __init__(self, rates: Rates | None) -> None:
        self._rates = rates
        self._lines: dict[int, _Line] = {}
        self._ready: list[tuple[bool, float, int]] = []
        self._waiting: list[tuple[float, int]] = []
        self._tickets = itertools.count(1)
        self._placed: dict[int, _Line] = {}
        self._flying = 0
        self._next_slot = 0.0
        self._paused_until = 0.0
        self._wideness = 1.0
        self._refusals: deque[tuple[float, int]] = deque()

    @property
    def flying(self) -> int:
        return self._flying

    def add(self, chat_id: int, parcel_id: int, *, broadcast: bool, now: float, first: bool = False) -> None:
        """Queue a message; `first` puts it before its chat's others, for one that goes on or is tried again."""
        line = self._lines.setdefault(chat_id, _Line(chat_id))
        queue = line.broadcast if broadcast else line.interactive
        if first:
            queue.appendleft(parcel_id)
        else:
            queue.append(parcel_id)
        self._place(line, now)

    def release(self, now: float, room: int) -> list[Release]:
        """The messages that may go now, at most `room`; each must be reported by `ended` or `unused`."""
        released: list[Release] = []
        while len(released) < room and now >= max(self._next_slot, self._paused_until):
            line = self._most_urgent(now)
            if line is None:
                break
            released.append(self._launch(line, now))
        return released

    def next_at(self, now: float) -> float | None:
        """When `release` may have something again if nothing else happens before; None: not by time alone."""
        self._wake_waiting(now)
        while self._ready and self._ready[0][-1] not in self._placed:
            heapq.heappop(self._ready)
        chat_at = now if self._ready else self._waiting[0][0] if self._waiting else None
        return None if chat_at is None else max(chat_at, self._next_slot, self._paused_until)

    def ended(self, chat_id: int, *, now: float, messages: int = 1) -> None:
        """The message has gone, as `messages` for Telegram (an album is several); its chat's next may follow."""
        line = self._land(chat_id)
        if self._rates is not None:
            line.even_at = max(line.even_at, now) + messages / self._rates.chat_per_second
            if line.is_group:
                line.ended.extend([now] * messages)
            self._next_slot += (messages - 1) * self._gap
        self._place(line, now)

    def unused(self, chat_id: int, *, now: float) -> None:
        """Nothing was sent: the place over all is given back, and the chat keeps its pace."""
        self._next_slot -= self._gap
        self._place(self._land(chat_id), now)

    def park(self, chat_id: int, seconds: float, *, now: float) -> None:
        """Leave one chat alone for a while."""
        line = self._lines.setdefault(chat_id, _Line(chat_id))
        line.parked_until = max(line.parked_until, now + seconds)
        self._place(line, now)

    def refused(self, chat_id: int, seconds: float, *, now: float) -> None:
        """Telegram said 429. Several chats at once mean that the bot as a whole is too fast."""
        self.park(chat_id, seconds, now=now)
        self._refusals.append((now, chat_id))
        while self._refusals[0][0] < now - _FLOOD_SECONDS:
            self._refusals.popleft()
        if len({chat for _, chat in self._refusals}) > 1:
            self.pause(seconds, now=now)
            self._wideness = min(self._wideness * _WIDER, _WIDEST)
            self._refusals.clear()

    def pause(self, seconds: float, *, now: float) -> None:
        """Send nothing to anybody for a while."""
        self._paused_until = max(self._paused_until, now + seconds)

    def move(self, old_chat_id: int, new_chat_id: int, *, now: float) -> None:
        """The group lives under a new id: what waits for it follows, before what came for the new id already."""
        old = self._lines.get(old_chat_id)
        if old is None:
            return
        new = self._lines.setdefault(new_chat_id, _Line(new_chat_id))
        new.interactive.extendleft(reversed(old.interactive))
        new.broadcast.extendleft(reversed(old.broadcast))
        new.ended = deque(sorted([*old.ended, *new.ended]))
        new.even_at = max(old.even_at, new.even_at)
        old.interactive.clear()
        old.broadcast.clear()
        self._place(old, now)
        self._place(new, now)

    @property
    def _gap(self) -> float:
        return 0.0 if self._rates is None else self._wideness / self._rates.overall_per_second

    def _most_urgent(self, now: float) -> _Line | None:
        self._wake_waiting(now)
        while self._ready:
            *_, ticket = heapq.heappop(self._ready)
            if ticket in self._placed:
                return self._placed.pop(ticket)
        return None

    def _wake_waiting(self, now: float) -> None:
        while self._waiting and (self._waiting[0][0] <= now or self._waiting[0][1] not in self._placed):
            _, ticket = heapq.heappop(self._waiting)
            if ticket in self._placed:
                self._place(self._placed[ticket], now)

    def _launch(self, line: _Line, now: float) -> Release:
        parcel_id = line.queue.popleft()
        line.flying = True
        self._flying += 1
        if self._rates is not None:
            credit = (self._rates.overall_burst - 1) * self._gap
            self._next_slot = max(self._next_slot, now - credit) + self._gap
            self._wideness = max(1.0, self._wideness * _RECOVERY_PER_MESSAGE)
        return Release(chat_id=line.chat_id, parcel_id=parcel_id)

    def _land(self, chat_id: int) -> _Line:
        line = self._lines[chat_id]
        line.flying = False
        self._flying -= 1
        return line

    def _place(self, line: _Line, now: float) -> None:
        """Put the line where it belongs now; an entry of it in a heap is void once its ticket is not placed."""
        self._placed.pop(line.ticket, None)
        if line.flying or not line.queue:
            return
        line.ticket = next(self._tickets)
        self._placed[line.ticket] = line
        allowed_at = self._allowed_at(line, now)
        if allowed_at <= now:
            heapq.heappush(self._ready, (not line.interactive, -self._chain_seconds(line), line.ticket))
        else:
            heapq.heappush(self._waiting, (allowed_at, line.ticket))

    def _allowed_at(self, line: _Line, now: float) -> float:
        if self._rates is None:
            return line.parked_until
        burst_seconds = (self._rates.chat_burst - 1) / self._rates.chat_per_second
        window_at = _window_open_at(line, self._rates, now) if line.is_group else now
        return max(line.parked_until, line.even_at - burst_seconds, window_at)

    def _chain_seconds(self, line: _Line) -> float:
        """How long this chat's own pace makes its messages last: the longest goes first, or it ends last."""
        if self._rates is None:
            return 0.0
        seconds = len(line) / self._rates.chat_per_second
        if line.is_group:
            windows = (len(line) + len(line.ended) - 1) // self._rates.group_per_window
            seconds = max(seconds, windows * self._rates.group_window_seconds)
        return seconds


def _window_open_at(line: _Line, rates: Rates, now: float) -> float:
    while line.ended and line.ended[0] <= now - rates.group_window_seconds:
        line.ended.popleft()
    if len(line.ended) < rates.group_per_window:
        return now
    return line.ended[-rates.group_per_window] + rates.group_window_seconds
