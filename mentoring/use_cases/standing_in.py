"""The clock: deputies take over when an absence begins and give back when it ends; each happens exactly once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.away_drafts import AwayDraft, AwayStep
from mentoring.happenings import HappeningKind
from mentoring.ids import DeputyId
from mentoring.notices import AT_THE_BOTTOM, Delivery
from mentoring.notices.absences import BackAgain, DeputyCannot, MentorAway, StandInBegins, StandInEnds
from mentoring.people import Role
from mentoring.sessions import SessionState
from mentoring.use_cases import boards, digesting, handed_on, session_cards
from mentoring.use_cases.deputies import candidates, place_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.deputies import Absence
    from mentoring.ids import GroupId
    from mentoring.notices.absences import Candidate
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.schedule import Due


def begin_absences(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        absence = record.absences.by_id(DeputyId(due.subject_id))
        if absence is None or not absence.covers(now):
            continue
        deputy = deputy_of(record, absence)
        if deputy is not None:
            begin(record, absence, deputy, now)
        elif absence.role is Role.MENTOR:
            ask_for_another(record, absence, now)


def deputy_of(record: Record, absence: Absence) -> Person | None:
    """None also where the chosen one has lost their own place meanwhile."""
    if absence.deputy_id is None:
        return None
    holds = any(one.id == absence.id for one in record.absences.stood_in_by(absence.deputy_id))
    return record.people.by_id(absence.deputy_id) if holds else None


def begin(record: Record, absence: Absence, deputy: Person, now: datetime) -> None:
    groups = groups_of(record, absence)
    ahead = [one.starts_at for one in record.sessions.of_groups(groups, since=now) if one.state is SessionState.PLANNED]
    begun = StandInBegins(
        absence_id=absence.id,
        role=absence.role,
        place=place_name(record, absence.programme_id, absence.group_id),
        absent=record.people.by_id(absence.absent_id).name,
        last_day=absence.ends_at - timedelta(minutes=1),
        waiting=len(record.submissions.waiting(groups)),
        next_session=min(ahead, default=None),
    )
    notices.tell(
        record, deputy, begun, Delivery(placement=AT_THE_BOTTOM.placement, once=f"stands-in:{absence.id}:{deputy.id}")
    )
    _note(record, HappeningKind.DEPUTY_BEGAN, absence, now)
    if absence.role is Role.MANAGER:
        digesting.plan_next(record, deputy, now)
    else:
        _remind_of_sessions(record, groups, now)
        _tell_group(record, absence, deputy, last=begun.last_day)


def end_absences(record: Record, dues: Sequence[Due], now: datetime) -> None:
    for due in dues:
        absence = record.absences.by_id(DeputyId(due.subject_id))
        if absence is not None and absence.ended_at is None:
            finish(record, absence, now)


def finish(record: Record, absence: Absence, now: datetime, *, by: Acting | None = None) -> None:
    """Everything returns by itself, because every right and every card asks who stands in now."""
    deputy = record.people.by_id(absence.deputy_id) if absence.deputy_id is not None else None
    absent, place = record.people.by_id(absence.absent_id), place_name(record, absence.programme_id, absence.group_id)
    record.absences.save(replace(absence, ended_at=min(now, absence.ends_at)))
    groups = groups_of(record, absence)
    back = BackAgain(
        absence_id=absence.id,
        place=place,
        deputy=deputy.name if deputy else None,
        waiting=len(record.submissions.waiting(groups)),
    )
    if by is None:
        notices.tell(record, absent, back)
    else:
        notices.answer(record, by, absent, back)
    if deputy is None:
        return
    over = StandInEnds(absence_id=absence.id, role=absence.role, place=place, absent=absent.name, begun=True)
    notices.tell(record, deputy, over)
    give_back(record, absence, deputy, now)
    _tell_group(record, absence, deputy, last=None)


def give_back(record: Record, absence: Absence, deputy: Person, now: datetime, *, to: str | None = None) -> None:
    """Whoever stood in has the work no longer; it is the absent one's again, or somebody else's."""
    record.happenings.add(
        HappeningKind.DEPUTY_ENDED,
        now=now,
        group_id=absence.group_id,
        person_id=absence.absent_id,
        other_id=deputy.id,
    )
    if absence.group_id is not None:
        _remind_of_sessions(record, groups_of(record, absence), now)
        whose = record.people.by_id(absence.absent_id).name if to is None else to
        handed_on.take_cards_away(record, deputy, absence.group_id, to=whose, now=now)


def ask_for_another(record: Record, absence: Absence, now: datetime, *, cannot: Person | None = None) -> None:
    """While nobody stands in the work is still the absent one's own; the managers hear of it."""
    absent = record.people.by_id(absence.absent_id)
    told = {one.id: one for one in (absent, *record.managers.of_programme(absence.programme_id))}
    for one in told.values():
        if cannot is None or one.id != cannot.id:
            notices.tell(record, one, say_cannot(record, absence, one, now, deputy=cannot.name if cannot else ""))


def say_cannot(record: Record, absence: Absence, reader: Person, now: datetime, *, deputy: str) -> DeputyCannot:
    absent = record.people.by_id(absence.absent_id)
    return DeputyCannot(
        absence_id=absence.id,
        place=place_name(record, absence.programme_id, absence.group_id),
        absent=absent.name,
        deputy=deputy,
        own=reader.id == absent.id,
        candidates=tuple(others(record, absence, absent, now)),
    )


def others(record: Record, absence: Absence, absent: Person, now: datetime) -> Sequence[Candidate]:
    """Who could stand in from now on."""
    draft = AwayDraft(
        step=AwayStep.DEPUTY,
        zone=absent.zone,
        role=absence.role,
        programme_id=absence.programme_id,
        group_id=absence.group_id,
        first=zones.wall(absence.begins_at, absent.zone).date(),
        last=zones.wall(absence.ends_at - timedelta(minutes=1), absent.zone).date(),
    )
    return candidates(record, absent, draft, now)


def groups_of(record: Record, absence: Absence) -> Sequence[GroupId]:
    if absence.group_id is not None:
        return [absence.group_id]
    return [group.id for group in record.groups.of_programme(absence.programme_id)]


def _remind_of_sessions(record: Record, groups: Sequence[GroupId], now: datetime) -> None:
    for group_id in groups:
        session_cards.include_newcomer(record, record.groups.by_id(group_id), now)


def _tell_group(record: Record, absence: Absence, deputy: Person, *, last: datetime | None) -> None:
    if absence.group_id is None:
        return
    group = record.groups.by_id(absence.group_id)
    post = MentorAway(
        group=group.name,
        absent=record.people.by_id(absence.absent_id).name,
        deputy=deputy.name,
        last_day=last,
        languages=boards.languages(record, group),
    )
    notices.tell_group(record, group, record.programmes.by_id(group.programme_id).zone, post)


def _note(record: Record, kind: HappeningKind, absence: Absence, now: datetime) -> None:
    record.happenings.add(
        kind, now=now, group_id=absence.group_id, person_id=absence.absent_id, other_id=absence.deputy_id
    )
