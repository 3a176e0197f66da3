"""What a proposed plan has to go by: the group's sessions, its programme's days, topics and documents, its goals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from mentoring import drafting, topics, zones
from mentoring import rhythm as mentoring_rhythm
from mentoring.drafting import Wish
from mentoring.groups import Group, Programme
from mentoring.people import Role
from mentoring.programmes import months_from
from mentoring.rhythm import Often, Rhythm, Season, first_day, meeting_days, so_many
from mentoring.sessions import Session, SessionKind, SessionState
from mentoring.topics import Topic
from mentoring.use_cases.kits import kit_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentoring.drafted_plans import DraftedPlan, DraftRow
    from mentoring.ids import GroupId
    from mentoring.ports import Record

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_NOON = time(12)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """`standing` are the sessions that count for the programme's number, oldest first."""

    group: Group
    programme: Programme
    standing: tuple[Session, ...]
    planned: int
    catalogue: tuple[Topic, ...]

    @property
    def missing(self) -> int:
        return max(0, self.planned - len(self.standing))

    @property
    def goals(self) -> tuple[str, ...]:
        return tuple(one for one in self.group.goals.splitlines() if one.strip())


def ground(record: Record, group_id: GroupId) -> Ground:
    group = record.groups.by_id(group_id)
    programme = record.programmes.by_id(group.programme_id)
    return Ground(
        group=group,
        programme=programme,
        standing=tuple(drafting.counted(record.sessions.of_groups([group.id], since=_EVER))),
        planned=programme.sessions_planned or record.rules.sessions_planned,
        catalogue=tuple(topics.of_programme(programme, record.rules)),
    )


def last_day(record: Record, of: Ground, now: datetime) -> date:
    """Of a programme that names none, what the definition file says."""
    if of.programme.ends_on is not None:
        return of.programme.ends_on
    begins = of.programme.begins_on or zones.wall(now, of.programme.zone).date()
    return months_from(begins, record.rules.months)


def season(record: Record, of: Ground, at: time | None, now: datetime) -> Season:
    """After the initial session and before the final one, where these are planned."""
    zone = of.programme.zone
    first = max(first_day(at or _NOON, zone, now), of.programme.begins_on or _EVER.date())
    last = last_day(record, of, now)
    days = {one: zones.wall(one.starts_at, zone).date() for one in of.standing}
    for one, day in days.items():
        if one.kind is SessionKind.INITIAL and one.state is SessionState.PLANNED:
            first = max(first, day + _DAY)
        if one.kind is SessionKind.FINAL:
            last = min(last, day - _DAY)
    return Season(first=first, last=last, standing=tuple(days.values()))


def days(record: Record, of: Ground, rhythm: Rhythm, now: datetime) -> Sequence[date]:
    """As many as are missing, or as many as have room; the final session comes after all that is planned."""
    found = season(record, of, rhythm.at, now)
    has_end = any(one.kind is SessionKind.FINAL for one in of.standing)
    beyond = None if has_end else max(found.standing, default=None)
    return so_many(meeting_days(rhythm, found, record.rules.days_off), of.missing, beyond=beyond)


def calmest(record: Record, of: Ground, draft: DraftedPlan, now: datetime) -> Often | None:
    """In which all have room; None while nobody has said when they meet."""
    rhythm = replace(draft, often=Often.WEEKLY).rhythm
    if rhythm is None:
        return None
    found = season(record, of, rhythm.at, now)
    return mentoring_rhythm.calmest(rhythm, found, record.rules.days_off, sessions=of.missing)


def rows(record: Record, of: Ground, draft: DraftedPlan, now: datetime) -> tuple[DraftRow, ...]:
    rhythm = draft.rhythm
    return () if rhythm is None else drafting.drafted(wish(record, of, draft), days(record, of, rhythm, now))


def wish(record: Record, of: Ground, draft: DraftedPlan) -> Wish:
    return Wish(
        planned=of.planned,
        standing=of.standing,
        topics=tuple(topics.known(one, of.catalogue) for one in draft.topics),
        goals=of.goals,
        kit=kit_for(record, of.programme),
        language=of.group.language,
        zone=draft.zone,
        at=draft.at or _NOON,
    )


def clashing(record: Record, of: Ground, draft: DraftedPlan) -> frozenset[int]:
    """Keys of the rows at whose time one of the mentors, or the group, has another session."""
    spans = drafting.spans(draft)
    if not spans:
        return frozenset()
    mentors = [one.person_id for one in record.memberships.of_group(of.group.id, Role.MENTOR) if one.person_id]
    led = {one.group_id for mentor in mentors for one in record.memberships.of_person(mentor)} | {of.group.id}
    others = record.sessions.of_groups([*led], since=min(begins for begins, _ in spans.values()))
    planned = [one for one in others if one.state is SessionState.PLANNED]
    return frozenset(
        key
        for key, (begins, ends) in spans.items()
        if any(begins < one.ends_at and one.starts_at < ends for one in planned)
    )
