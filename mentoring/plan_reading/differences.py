"""What a plan that was sent would change: sessions that are new, moved, cancelled, or told otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.plan_reading.matching import instant_of
from mentoring.plan_reading.parts import codes_in
from mentoring.plan_rows import Column, RowStatus
from mentoring.sessions import USUAL_LENGTH, Place, Session, SessionKind, Stage, can_change, is_late_change, of_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.plan_reading.matching import Match
    from mentoring.plan_rows import PlanRow

LONGEST_WORDS = 1000
LONGEST_ADDRESS = 300


class Difference(StrEnum):
    """FIXED: it has begun or is over, and stays as it is. LATE: so near that people are owed a reason.

    BEFORE: held, and never planned with the bot.
    """

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    SAME = "same"
    FIXED = "fixed"
    LATE = "late"
    BEFORE = "before"
    NEVER_PLANNED = "never_planned"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A session as the plan has it; names are those of a session's fields."""

    kind: SessionKind
    starts_at: datetime
    ends_at: datetime
    wall_time: str
    zone: str
    place: Place
    address: str
    topic: str
    aim: str
    goals: str
    preparation: str
    homework: str
    documents: str
    responsible: str
    stage: Stage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """`fields` are those that a CHANGED or MOVED session gets anew, besides when it begins."""

    line: int
    difference: Difference
    session: Session | None = None
    wanted: Wanted | None = None
    fields: tuple[str, ...] = ()


_FIELDS = {
    "address": Column.PLACE,
    "topic": Column.TOPIC,
    "aim": Column.RESULT,
    "goals": Column.GOALS,
    "preparation": Column.PREPARATION,
    "homework": Column.HOMEWORK,
    "responsible": Column.RESPONSIBLE,
}


_ONE_LINE = {Column.PLACE, Column.TOPIC, Column.RESPONSIBLE}


def differences(matches: Sequence[Match], zone: str, now: datetime, *, usual: str = "") -> tuple[Change, ...]:
    """Of rows that nothing has to be asked about any more. `usual` is who is responsible where nobody is named."""
    return tuple(_change(_unnamed(match, usual), zone, now) for match in matches)


def left_alone(matches: Sequence[Match], sessions: Sequence[Session], now: datetime) -> tuple[Session, ...]:
    """Planned, still ahead, and in no row: they stay."""
    named = {match.session.id for match in matches if match.session is not None}
    return tuple(one for one in sessions if one.id not in named and can_change(one, now))


def _change(match: Match, zone: str, now: datetime) -> Change:
    row, session = match.row, match.session
    if session is None:
        return _of_new(row, zone)
    if row.status.value is RowStatus.CANCELLED:
        return Change(line=row.line, difference=_if_it_may(Difference.CANCELLED, session, now), session=session)
    wanted = _wanted(row, session, zone)
    changed = () if wanted is None else _fields(wanted, session)
    moved = wanted is not None and wanted.starts_at != session.starts_at
    if wanted is None or (not moved and not changed):
        return Change(line=row.line, difference=Difference.SAME, session=session)
    difference = _if_it_may(Difference.MOVED if moved else Difference.CHANGED, session, now)
    return Change(line=row.line, difference=difference, session=session, wanted=wanted, fields=changed)


def _unnamed(match: Match, usual: str) -> Match:
    """The form names whoever leads where nobody else is named."""
    if match.row.words.get(Column.RESPONSIBLE, "") != usual or not usual:
        return match
    words = dict(match.row.words)
    del words[Column.RESPONSIBLE]
    return replace(match, row=replace(match.row, words=words))


def _if_it_may(difference: Difference, session: Session, now: datetime) -> Difference:
    """What has begun is history; a late move is made on the session's own card, which asks for a reason."""
    if not can_change(session, now):
        return Difference.FIXED
    is_late = is_late_change(session, now) and difference is not Difference.CHANGED
    return Difference.LATE if is_late else difference


def _of_new(row: PlanRow, zone: str) -> Change:
    status = row.status.value
    if status is RowStatus.CANCELLED:
        return Change(line=row.line, difference=Difference.NEVER_PLANNED)
    if status is not None and status.is_over:
        return Change(line=row.line, difference=Difference.BEFORE)
    wanted = _wanted(row, None, zone)
    return Change(line=row.line, difference=Difference.NEW, wanted=wanted)


def _wanted(row: PlanRow, session: Session | None, zone: str) -> Wanted | None:
    """What the plan leaves empty stays as it is on record."""
    day, hours, kind, place = row.day.value, row.hours.value, row.kind.value, row.mode.value
    if day is None or hours is None or kind is None or place is None:
        return None
    begins, ends = instant_of(day, hours, zone)
    same = session is not None and begins == session.starts_at
    length = USUAL_LENGTH if session is None else session.ends_at - session.starts_at
    words = {name: _words(row, name, column, session) for name, column in _FIELDS.items()}
    return Wanted(
        kind=kind,
        starts_at=begins,
        ends_at=begins + length if ends is None else ends,
        wall_time=session.wall_time if session and same else f"{day.isoformat()}T{hours.begins.isoformat()}",
        zone=session.zone if session and same else zone,
        place=place,
        documents=codes_in(row.words.get(Column.DOCUMENTS, "")) or ("" if session is None else session.documents),
        stage=_stage(row, kind, session),
        **words,
    )


def _stage(row: PlanRow, kind: SessionKind, session: Session | None) -> Stage | None:
    if kind is not SessionKind.MONITORING:
        return None
    return row.stage or (None if session is None else of_kind(session, kind).stage)


def _words(row: PlanRow, name: str, column: Column, session: Session | None) -> str:
    before = "" if session is None else str(getattr(session, name))
    said = row.words.get(column, "")
    if column in _ONE_LINE:
        said = " ".join(said.split())
    return said[: LONGEST_ADDRESS if column is Column.PLACE else LONGEST_WORDS] or before


def _fields(wanted: Wanted, session: Session) -> tuple[str, ...]:
    compared = ("ends_at", "kind", "stage", "place", *_FIELDS, "documents")
    moved = wanted.starts_at != session.starts_at
    return tuple(
        name
        for name in compared
        if getattr(wanted, name) != getattr(session, name) and not (moved and name == "ends_at")
    )


def has_effect(change: Change) -> bool:
    return change.difference in {Difference.NEW, Difference.MOVED, Difference.CANCELLED, Difference.CHANGED}
