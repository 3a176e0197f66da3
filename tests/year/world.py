"""A programme that lives for a year under the bot's own ticker, use cases and tables.

People, its computer and its clock do what they do at random.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from zoneinfo import available_timezones

import msgspec
from sqlalchemy import func, select, update

from bot.changes import Changes
from bot.known_chats import KnownChats
from bot.rendering import Envelope
from bot.ticker import Ticker
from mentoring.acting import Acting, ChatKind
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.operating import RemindersStale
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.together import HomeworkReminder, SessionBegins, Together
from mentoring.prompts import Asking, Prompt
from mentoring.refusals import Refusal
from mentoring.rules import Rules
from mentoring.schedule import DueState
from mentoring.session_drafts import SessionDraft, stored
from simulator.clock import Clock
from storage.engine import open_database
from storage.migrate import migrate
from storage.parcels import ParcelStatus
from storage.tables.outbox import outbox
from storage.tables.schedule import appointments
from storage.writer import Writer
from tests.year.model import DAY, HOUR, Model

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from sqlalchemy import Connection

    from handlers.desk import CommandT, UseCase

BEGIN, END = datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)
ZONES = sorted(available_timezones())
#: As often as the model looks; the ticker itself looks every second.
BEAT = timedelta(seconds=15)
HELD = timedelta(seconds=60)
JUMP = timedelta(minutes=5)
OPERATOR = 9_999_999
TOLD = (SessionReminder, SessionBegins, HomeworkReminder, DiaryAsked, Together)
KINDS = {kind.__name__: kind for kind in TOLD}
T = TypeVar("T")
Said = set[tuple[str, int]]
Event: TypeAlias = "Callable[[World], Awaitable[None]]"


@dataclass(frozen=True, slots=True)
class Row:
    telegram_id: int
    kind: str
    facts: str


@dataclass
class World:
    """`now` is what the bot's clock shows, `passed` how much time has really gone by."""

    folder: Path
    chance: random.Random
    model: Model
    clock: Clock = field(default_factory=lambda: Clock(stands_at=BEGIN))
    events: list[tuple[float, int, Event]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    zones: set[str] = field(default_factory=set)
    latest: timedelta = timedelta()
    is_settled: bool = False
    held_until: float = 0.0
    able_since: float = 0.0
    waiting: list[Event] = field(default_factory=list)
    skew: timedelta = timedelta()
    seen_skew: timedelta = timedelta()
    read_until: int = 0
    stale_told: int = 0
    next_in_table: datetime | None = None
    writer: Writer | None = None
    ticker: Ticker | None = None
    changes: Changes | None = None
    close: Callable[[], None] = lambda: None

    # -- the computer

    async def boot(self) -> None:
        database = open_database(f"sqlite:///{self.folder}/year.db")
        if not self.is_settled:
            migrate(database)
            self.is_settled = True
        with closing(database.writing.raw_connection()) as connection:
            connection.cursor().execute("pragma synchronous = off")  # power cuts are tried in tests/reliability
        rules = Rules(days_off=self.model.holidays)
        self.writer = Writer(database=database, seconds_per_commit=0)
        self.writer.start()
        self.changes = Changes(
            writer=self.writer, clock=self.clock, rules=rules, known_chats=KnownChats(), wake=lambda _: None
        )
        self.ticker = Ticker(changes=self.changes, clock=self.clock, periodic=())
        self.held_until, self.able_since, self.seen_skew, self.close = 0.0, self.passed, self.skew, database.close
        await self.tick()
        self.waiting, waited = [], self.waiting
        for event in waited:
            await event(self)

    async def halt(self) -> None:
        assert self.writer is not None
        await self.writer.stop()
        self.writer = self.ticker = self.changes = None
        self.close()

    @property
    def is_up(self) -> bool:
        return self.ticker is not None

    @property
    def passed(self) -> float:
        return self.clock.elapsed()

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def sets_clock(self, by: timedelta) -> None:
        self.skew += by
        self.clock.sets(by)

    # -- what is expected, and what was told

    async def tick(self) -> None:
        assert self.ticker is not None
        assert self.changes is not None
        jump, self.seen_skew = self.skew - self.seen_skew, self.skew
        if abs(jump) > JUMP:
            self.held_until = self.passed + HELD.total_seconds()
            self.counts["jumps seen"] += 1
        await self.ticker.tick()
        rows = await self.changes.make(lambda record, _: self._read(record.connection))
        expected: Mapping[int, Said] = {}
        if self.passed >= self.held_until:
            expected, late = self.model.ripe(self.now)
            self._count_late(late)
            assert self.next_in_table is None or self.next_in_table > self.now, "something due was left lying"
        self._compare(expected, rows)

    def _count_late(self, late: list[timedelta]) -> None:
        """Since the bot was there and sure of the time."""
        free = timedelta(seconds=self.passed - max(self.able_since, self.held_until))
        self.counts["told"] += len(late)
        self.counts["told after a pause"] += sum(one > free for one in late)
        self.latest = max([self.latest, *(min(one, free) for one in late)])

    def _compare(self, expected: Mapping[int, Said], rows: list[Row]) -> None:
        told: dict[int, Said] = {}
        for row in rows:
            if row.kind == RemindersStale.__name__:
                self.stale_told += _notice(row, RemindersStale).count
                continue
            assert row.telegram_id not in told, f"two messages at once at {self.now} to {row.telegram_id}"
            told[row.telegram_id] = _said(row)
            self.counts["messages"] += 1
            self.counts["together"] += row.kind == Together.__name__
        assert told == expected, f"at {self.now}"
        assert self.stale_told == self.model.stale, f"at {self.now}"

    def _read(self, connection: Connection) -> list[Row]:
        found = connection.execute(
            select(outbox.c.id, outbox.c.chat_id, outbox.c.kind, outbox.c.facts).where(outbox.c.id > self.read_until)
        ).all()
        if found:
            self.read_until = max(row.id for row in found)
            connection.execute(
                update(outbox).where(outbox.c.status == ParcelStatus.NEW).values(status=ParcelStatus.SENT)
            )
        pending = appointments.c.state == DueState.PENDING
        self.next_in_table = connection.scalar(select(func.min(appointments.c.due_at)).where(pending))
        kinds = {*KINDS, RemindersStale.__name__}
        return [Row(row.chat_id, row.kind, row.facts) for row in found if row.kind in kinds]

    # -- time goes by

    async def live(self) -> None:
        self.events.sort(key=lambda one: one[:2])
        for at, _, event in self.events:
            await self._until(at)
            await self._happens(event)
        await self._until((END + 40 * DAY - BEGIN).total_seconds())

    async def _happens(self, event: Event) -> None:
        await event(self)
        if self.is_up and self.skew != self.seen_skew:
            await self.tick()

    def when_up(self, event: Event) -> Event:
        """What somebody wants of a bot that is away they want when it is back."""

        async def happens(world: World) -> None:
            if world.is_up:
                await event(world)
            else:
                world.waiting.append(event)

        return happens

    def at(self, moment: datetime, event: Event) -> None:
        self.events.append(((moment - BEGIN).total_seconds(), len(self.events), event))

    async def _until(self, at: float) -> None:
        while self.is_up and (beat := self._next_beat()) is not None and beat <= at:
            await self._beat_at(beat)
        self.clock.advance(timedelta(seconds=at - self.passed))

    async def _beat_at(self, beat: float) -> None:
        self.clock.advance(timedelta(seconds=beat - self.passed))
        await self.tick()

    def _next_beat(self) -> float | None:
        """The first beat at which something may be due, by the model or by the table."""
        dues = [due for due in (self.model.next_due(), self.next_in_table) if due is not None]
        if not dues:
            return None
        ripe = (min(dues) - self.skew - BEGIN).total_seconds()
        earliest = max(ripe, self.passed + 0.001, self.held_until)
        beats = -(-earliest // BEAT.total_seconds())
        return beats * BEAT.total_seconds()

    # -- what people do

    async def does(self, use_case: UseCase[CommandT], command: CommandT) -> bool:
        assert self.changes is not None
        try:
            await self.changes.make(lambda record, now: use_case(record, command, now))
        except Refusal:
            self.counts["refused"] += 1
            return False
        return True

    async def asks(self, person: int, draft: SessionDraft) -> None:
        assert self.changes is not None
        prompt = Prompt(telegram_id=person, asking=Asking.SESSION_PLAN, draft=stored(draft), expires_at=self.now + HOUR)
        await self.changes.make(lambda record, _: record.prompts.ask(prompt))


def by(person: int) -> Acting:
    return Acting(telegram_id=person, chat_id=person, chat_kind=ChatKind.PRIVATE)


def _notice(row: Row, kind: type[T]) -> T:
    envelope = msgspec.json.decode(row.facts, type=Envelope)
    return msgspec.json.decode(envelope.notice, type=kind)


def _said(row: Row) -> Said:
    notice = _notice(row, KINDS[row.kind])
    match notice:
        case SessionReminder(session=session):
            return {("reminder", session.session_id)}
        case SessionBegins(session=session):
            return {("begins", session.session_id)}
        case HomeworkReminder(session=session):
            return {("homework", session.session_id)}
        case DiaryAsked(session=session):
            return {("diary", session.session_id)}
        case Together():
            return {
                *(("begins", one.session_id) for one in notice.begins),
                *(("reminder", one.session_id) for one in notice.sessions),
                *(("homework", one.session.session_id) for one in notice.homework),
                *(("diary", one.session_id) for one in notice.diaries),
            }
        case _:
            raise AssertionError(row.kind)
