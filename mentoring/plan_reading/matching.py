"""Which row of a plan speaks of which session on record: by its number, its time, its topic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring.plan_rows import Cell, Column, Doubt, Hours, PlanRow
from mentoring.sessions import Session, SessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date


#: What is on record was doubted once, when it was planned.
_SETTLED = {Doubt.PAST, Doubt.NIGHT, Doubt.LONG, Doubt.FAR}


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """`session` is None for a row that is new."""

    row: PlanRow
    session: Session | None = None


def matched(rows: Sequence[PlanRow], sessions: Sequence[Session], zone: str) -> tuple[Match, ...]:
    """What a row leaves open and its session tells is not asked any more. Cancelled sessions are nobody's."""
    left = [one for one in sessions if one.state is not SessionState.CANCELLED]
    found: dict[int, Session] = {}
    for alike in _WAYS:
        waiting = [row for row in rows if row.line not in found]
        for row, session in list(_pairs(waiting, left, partial(alike, zone))):
            found[row.line] = session
            left.remove(session)
    return tuple(_settled(Match(row=row, session=found.get(row.line)), zone) for row in rows)


def _pairs(
    rows: Sequence[PlanRow], sessions: Sequence[Session], alike: Callable[[PlanRow, Session], bool]
) -> Iterator[tuple[PlanRow, Session]]:
    """Only where each means the other and nothing else."""
    for row in rows:
        meant = [one for one in sessions if alike(row, one)]
        if len(meant) == 1 and sum(1 for other in rows if alike(other, meant[0])) == 1:
            yield row, meant[0]


def _same_number(_: str, row: PlanRow, session: Session) -> bool:
    return row.number.value == session.number


def _same_start(zone: str, row: PlanRow, session: Session) -> bool:
    return any(
        instant_of(day, hours, zone)[0] == session.starts_at
        for day in _likely(row.day)
        for hours in _likely_hours(row.hours)
    )


def _same_topic(_: str, row: PlanRow, session: Session) -> bool:
    topic = _plain(row.words.get(Column.TOPIC, ""))
    return bool(topic) and topic == _plain(session.topic)


def _same_day(zone: str, row: PlanRow, session: Session) -> bool:
    return session.starts_at.astimezone(ZoneInfo(zone)).date() in _likely(row.day)


def _surely_the_same(zone: str, row: PlanRow, session: Session) -> bool:
    return _same_number(zone, row, session) and (_same_start(zone, row, session) or _same_topic(zone, row, session))


_WAYS = (_surely_the_same, _same_start, _same_topic, _same_number, _same_day)


def instant_of(day: date, hours: Hours, zone: str) -> tuple[datetime, datetime | None]:
    begins = datetime.combine(day, hours.begins, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if hours.ends is None:
        return begins, None
    last = day if hours.ends > hours.begins else day + timedelta(days=1)
    return begins, datetime.combine(last, hours.ends, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _likely(cell: Cell[date]) -> tuple[date, ...]:
    return cell.options if cell.doubt is None or cell.doubt in _SETTLED else ()


def _likely_hours(cell: Cell[Hours]) -> tuple[Hours, ...]:
    return cell.options if cell.doubt is None or cell.doubt in _SETTLED else ()


def _settled(match: Match, zone: str) -> Match:
    row, session = match.row, match.session
    if session is None:
        return match
    if _same_start(zone, row, session):
        row = _as_on_record(row, session, zone)
    elif row.hours.doubt is Doubt.MISSING and row.day.value is not None:
        row = replace(row, hours=replace(row.hours, value=_hours_of(session, zone), doubt=None))
    if row.mode.doubt is Doubt.MISSING:
        row = replace(row, mode=replace(row.mode, value=session.place, doubt=None))
    if row.kind.doubt is Doubt.MISSING:
        row = replace(row, kind=replace(row.kind, value=session.kind, doubt=None))
    return Match(row=row, session=session)


def _as_on_record(row: PlanRow, session: Session, zone: str) -> PlanRow:
    day = session.starts_at.astimezone(ZoneInfo(zone)).date()
    hours = next(one for one in row.hours.options if instant_of(day, one, zone)[0] == session.starts_at)
    return replace(row, day=Cell(raw=row.day.raw, value=day), hours=Cell(raw=row.hours.raw, value=hours))


def _hours_of(session: Session, zone: str) -> Hours:
    begins, ends = (at.astimezone(ZoneInfo(zone)).time() for at in (session.starts_at, session.ends_at))
    return Hours(begins=begins, ends=ends)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
