"""What people must be told, and when: a plain model of reminders that uses nothing of the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from tests.year import clocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOUR, DAY = timedelta(hours=1), timedelta(hours=24)
LENGTH = HOUR
SHORTEST_NOTICE = timedelta(minutes=5)
LINK_FOR = timedelta(minutes=15)
DIARIES = (timedelta(minutes=15), DAY, 3 * DAY)
DIARY_FOR = 4 * DAY
STILL_MOVED = timedelta(days=30)
EVENING = time(19)


@dataclass
class Human:
    """`reminders` in hours; `quiet` as begin and end, in the hours of a clock where they are."""

    id: int
    zone: str
    quiet: tuple[int, int]
    reminders: tuple[int, ...]
    woken: bool = False


@dataclass
class Meeting:
    id: int
    starts_at: datetime
    has_link: bool
    has_homework: bool
    people: dict[int, str]
    moves: int = 0
    cancelled: bool = False
    absent: set[int] = field(default_factory=set)


@dataclass
class Thing:
    """One thing that one person is to be told. `state`: unplanned, pending, told, stale, dropped."""

    due: datetime
    until: datetime
    state: str


Key = tuple[int, int, int, str]
#: The hours before a session that people choose from.
CHOICES = (24, 1)
WHATS = (*(f"reminder {hours}" for hours in CHOICES), "begins", "homework", *(f"diary {at}" for at in range(3)))


@dataclass
class Model:
    holidays: frozenset[date]
    humans: dict[int, Human] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    things: dict[Key, Thing] = field(default_factory=dict)
    queue: list[tuple[datetime, Key]] = field(default_factory=list)
    stale: int = 0

    # -- what people do

    def plan(self, meeting: Meeting, now: datetime) -> None:
        self.meetings[meeting.id] = meeting
        for person in meeting.people:
            for what, (due, until) in self._wanted(meeting, person).items():
                state = "pending" if due > now else "unplanned"
                self._put((meeting.id, meeting.moves, person, what), Thing(due=due, until=until, state=state))

    def move(self, meeting: Meeting, starts_at: datetime, now: datetime) -> None:
        self.drop(meeting)
        meeting.starts_at, meeting.moves, meeting.absent = starts_at, meeting.moves + 1, set()
        self.plan(meeting, now)

    def cancel(self, meeting: Meeting) -> None:
        meeting.cancelled = True
        self.drop(meeting)

    def drop(self, meeting: Meeting) -> None:
        for key in self._keys(meeting):
            if self.things[key].state == "pending":
                self.things[key].state = "dropped for good"

    def _put(self, key: Key, thing: Thing) -> None:
        self.things[key] = thing
        if thing.state == "pending":
            heappush(self.queue, (thing.due, key))

    def _keys(self, meeting: Meeting) -> list[Key]:
        return [
            (meeting.id, meeting.moves, person, what)
            for person in meeting.people
            for what in WHATS
            if (meeting.id, meeting.moves, person, what) in self.things
        ]

    def settle_in(self, person: int, now: datetime) -> None:
        """Their zone, their hours or their reminders are others now."""
        for meeting in self.meetings.values():
            is_open = meeting.starts_at + LENGTH > now - STILL_MOVED and not meeting.cancelled
            if person in meeting.people and is_open:
                self._settle(meeting, person, now)

    def _settle(self, meeting: Meeting, person: int, now: datetime) -> None:
        wanted = self._wanted(meeting, person)
        known = [key[3] for key in self._keys(meeting) if key[2] == person]
        for what in {*known, *wanted}:
            key = (meeting.id, meeting.moves, person, what)
            thing = self.things.setdefault(key, Thing(now, now, "unplanned"))
            due, until = wanted.get(what, (now, now))
            if until <= now:
                thing.state = "dropped" if thing.state == "pending" else thing.state
            elif due > now and thing.state in {"unplanned", "dropped", "pending"}:
                self._put(key, Thing(due=due, until=until, state="pending"))
            elif thing.state == "pending":
                self._put(key, Thing(due=max(due, now), until=until, state="pending"))

    # -- what the clock does

    def next_due(self) -> datetime | None:
        while self.queue and not self._holds(*self.queue[0]):
            heappop(self.queue)
        return self.queue[0][0] if self.queue else None

    def _holds(self, due: datetime, key: Key) -> bool:
        return (self.things[key].state, self.things[key].due) == ("pending", due)

    def ripe(self, now: datetime) -> tuple[dict[int, set[tuple[str, int]]], list[timedelta]]:
        """What each person is told now, and by how much that is late."""
        told: dict[int, set[tuple[str, int]]] = {}
        late = []
        while (due := self.next_due()) is not None and due <= now:
            _, key = heappop(self.queue)
            of, _, person, what = key
            if self.things[key].until <= now:
                self.things[key].state = "stale"
                self.stale += 1
                continue
            self.things[key].state = "told"
            if self._is_said(self.meetings[of], person, what):
                told.setdefault(person, set()).add((what.split()[0], of))
                late.append(now - due)
        return told, late

    @staticmethod
    def _is_said(meeting: Meeting, person: int, what: str) -> bool:
        if person in meeting.absent:
            return False
        return meeting.has_homework or what != "homework"

    # -- when it is due

    def _wanted(self, meeting: Meeting, person: int) -> dict[str, tuple[datetime, datetime]]:
        human, is_mentee = self.humans[person], meeting.people[person] == "mentee"
        wanted = dict(self._reminders(meeting, human))
        if human.reminders:
            evening = self._evening(meeting, human)
            if evening < meeting.starts_at:
                wanted["homework"] = (evening, meeting.starts_at)
        if is_mentee:
            wanted |= dict(self._diaries(meeting, human))
        return wanted

    def _reminders(self, meeting: Meeting, human: Human) -> Iterator[tuple[str, tuple[datetime, datetime]]]:
        start, end = meeting.starts_at, meeting.starts_at
        dues = {}
        for hours in human.reminders:
            due = start - hours * HOUR
            wakes = human.woken and hours <= 1
            dues[f"reminder {hours}"] = due if wakes else self._in_peace(due, human, start - SHORTEST_NOTICE)
        if human.reminders and meeting.has_link and (human.woken or not self._sleeps(start, human)):
            dues["begins"], end = start, start + LINK_FOR
        yield from _until_the_next(dues.items(), end)

    def _evening(self, meeting: Meeting, human: Human) -> datetime:
        eve = clocks.shown(meeting.starts_at, human.zone).date() - timedelta(days=1)
        return self._in_peace(clocks.first(eve, EVENING, human.zone), human, meeting.starts_at - SHORTEST_NOTICE)

    def _diaries(self, meeting: Meeting, human: Human) -> Iterator[tuple[str, tuple[datetime, datetime]]]:
        dues = {}
        for number, later in enumerate(DIARIES):
            due = meeting.starts_at + LENGTH + later
            due = self._in_peace(due, human, due + DAY)
            while (there := clocks.shown(due, human.zone)).date() in self.holidays:
                due = clocks.first(there.date() + timedelta(days=1), there.time(), human.zone)
            dues[f"diary {number}"] = due
        yield from _until_the_next(dues.items(), max(dues.values()) + DIARY_FOR)

    def _in_peace(self, due: datetime, human: Human, latest: datetime) -> datetime:
        if not self._sleeps(due, human):
            return due
        begins, ends = (time(hour) for hour in human.quiet)
        over = clocks.after(due, ends, human.zone)
        return over if over <= latest else min(due, clocks.before(due, begins, human.zone))

    @staticmethod
    def _sleeps(at: datetime, human: Human) -> bool:
        begins, ends = (time(hour) for hour in human.quiet)
        return clocks.sleeps(clocks.shown(at, human.zone).time(), begins, ends)


def _until_the_next(
    dues: Iterable[tuple[str, datetime]], end: datetime
) -> Iterator[tuple[str, tuple[datetime, datetime]]]:
    """Each holds until the next one; of two at one moment the later one in the list."""
    ordered = sorted(dues, key=lambda one: one[1])
    for number, (what, due) in enumerate(ordered):
        until = ordered[number + 1][1] if number + 1 < len(ordered) else end
        if due < until:
            yield what, (due, until)
