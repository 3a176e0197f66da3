"""Nothing is planned for a group: when its mentors are asked about it, what they are offered, when it is an alarm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import zones
from mentoring.digests import NO_SESSION_ALERT, Alarm
from mentoring.ids import GroupId
from mentoring.rhythm import Often, Rhythm, Season, first_day, meeting_days
from mentoring.sessions import Session, SessionKind, SessionState, is_over

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from mentoring.groups import Programme

ASKED_AT = time(10)
_DAY = timedelta(days=1)
#: Whether it took place is asked first; without an answer this comes a day later.
_UNMARKED = 2 * _DAY
#: So long mentors have before their manager reads of it.
CHANCE = timedelta(days=7)
#: Nothing is offered that lies further ahead.
_AHEAD = timedelta(days=70)
_TOOK_PLACE = frozenset({SessionState.PLANNED, SessionState.HELD})


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Since the end of the `last` session, or since the group began when there was none, nothing is planned.

    `met_at` is when the last one ended that was not cancelled and did not fail, `silent_since` the same, or the begin.
    """

    group_id: GroupId
    since: datetime
    silent_since: datetime
    last: Session | None = None
    met_at: datetime | None = None

    @property
    def key(self) -> str:
        return f"{self.group_id}:{self.last.id if self.last else 0}"

    def days(self, now: datetime) -> int:
        return (now - self.silent_since).days


def gap_after(group_id: GroupId, sessions: Sequence[Session], began_at: datetime, now: datetime) -> Gap | None:
    """None while a session is ahead or goes on. `sessions` are all that the group ever had."""
    if any(_is_ahead(one, now) for one in sessions):
        return None
    past = [one for one in sessions if one.ended_at <= now]
    last = max(past, key=lambda one: one.ended_at, default=None)
    met_at = max((one.ended_at for one in past if one.state in _TOOK_PLACE), default=None)
    return Gap(
        group_id=group_id,
        since=last.ended_at if last else began_at,
        silent_since=met_at or began_at,
        last=last,
        met_at=met_at,
    )


def _is_ahead(session: Session, now: datetime) -> bool:
    return session.state is SessionState.RUNNING or (
        session.state is SessionState.PLANNED and not is_over(session, now)
    )


def is_through(sessions: Sequence[Session], programme: Programme, now: datetime) -> bool:
    """The programme is over or has not begun, or the group has had all of its sessions."""
    today = zones.wall(now, programme.zone).date()
    if programme.begins_on is not None and today < programme.begins_on:
        return True
    if programme.ends_on is not None and programme.ends_on < today:
        return True
    held = [one for one in sessions if one.state in _TOOK_PLACE and is_over(one, now)]
    if any(one.kind is SessionKind.FINAL for one in held):
        return True
    return 0 < programme.sessions_planned <= len(held)


def is_to_be_asked(gap: Gap, zone: str, now: datetime) -> bool:
    """The day after a session; without any, after as long as is an alarm."""
    if gap.last is None:
        return now - gap.since > NO_SESSION_ALERT
    wait = _UNMARKED if gap.last.state is SessionState.PLANNED else _DAY
    day = zones.wall(gap.since, zone).date() + wait
    return now >= zones.instant(day, ASKED_AT, zone)


def asked_again_at(gap: Gap, now: datetime) -> datetime:
    """For whoever said: not now."""
    return max(gap.since + NO_SESSION_ALERT, now + CHANCE)


def same_time(last: Session, programme: Programme, days_off: Container[date], now: datetime) -> date | None:
    """The day of the next session in the rhythm of two weeks, at the hour of the last one; None where none fits."""
    met = datetime.fromisoformat(last.wall_time)
    rhythm = Rhythm(weekdays=(met.weekday(),), at=met.time(), often=Often.FORTNIGHTLY, zone=last.zone)
    first = first_day(met.time(), last.zone, now)
    until = first + _AHEAD
    season = Season(first=first, last=min(until, programme.ends_on or until), standing=(met.date(),))
    return next(iter(meeting_days(rhythm, season, days_off)), None)


def starts_at(last: Session, day: date) -> datetime:
    return zones.instant(day, datetime.fromisoformat(last.wall_time).time(), last.zone)


def alarm(gap: Gap, *, asked_at: datetime | None, is_reached: bool, now: datetime) -> Alarm:
    """For the manager's digest: the mentors have their chance first, where anybody can be asked."""
    had_chance = not is_reached or (asked_at is not None and now - asked_at >= CHANCE)
    if had_chance and now - gap.silent_since > NO_SESSION_ALERT:
        return Alarm.RED
    return Alarm.YELLOW if had_chance or gap.last is None else Alarm.GREEN
