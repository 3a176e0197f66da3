"""Absences as they are arranged, begin and end: who stands in, who is told, and how everything returns by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import invitations, notices, zones
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.away_drafts import Cover
from mentoring.groups import InvitationKind
from mentoring.ids import DeputyId, PersonId
from mentoring.notices import AT_THE_BOTTOM
from mentoring.notices.absences import (
    AbsenceNews,
    AwayCalledOff,
    AwayPlanned,
    DeputyLink,
    StandInAsked,
    StandInDeclined,
    StandInEnds,
)
from mentoring.people import Role
from mentoring.permissions import authorise
from mentoring.quiet import QuietHours
from mentoring.refusals import Refusal, Why
from mentoring.schedule import Appointment, DueKind
from mentoring.use_cases import standing_in
from mentoring.use_cases.deputies import last_day, place_name, seen

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.away_drafts import AwayDraft
    from mentoring.deputies import Absence
    from mentoring.notices.absences import Away
    from mentoring.people import Person
    from mentoring.ports import Record

#: An end that a pause of the bot has hidden is still worth telling.
STILL_NEWS = timedelta(days=30)
LINK_VALID = timedelta(days=7)


def arrange(record: Record, by: Acting, person: Person, draft: AwayDraft, now: datetime, *, token: str) -> None:
    begins, ends = draft.begins_at(now), draft.ends_at
    if begins is None or ends is None or draft.role is None or draft.programme_id is None:
        raise Refusal(Why.GONE)
    absence = record.absences.add(
        role=draft.role,
        programme_id=draft.programme_id,
        group_id=draft.group_id,
        absent_id=person.id,
        deputy_id=draft.deputy_id,
        begins_at=begins,
        ends_at=ends,
    )
    record.schedule.plan(
        [
            _appointment(record, absence, DueKind.ABSENCE_BEGIN, person, begins, expires=ends),
            _appointment(record, absence, DueKind.ABSENCE_END, person, ends, expires=ends + STILL_NEWS),
        ]
    )
    invited = draft.cover is Cover.LINK
    notices.answer(record, by, person, AwayPlanned(away=seen(record, absence, now), invited=invited))
    if invited:
        _invite(record, person, absence, now, token=token)
    _tell_others(record, person, absence, now)


def _appointment(
    record: Record, absence: Absence, kind: DueKind, person: Person, at: datetime, *, expires: datetime
) -> Appointment:
    due = told_at(record, absence, at, person.zone)
    return Appointment(
        kind=kind,
        subject_id=absence.id,
        person_id=absence.absent_id,
        occurrence=f"{kind}:{absence.id}",
        due_at=due,
        wall_time=zones.wall(due, person.zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=person.zone,
        expires_at=expires,
    )


def told_at(record: Record, absence: Absence, at: datetime, zone: str) -> datetime:
    """Rights begin and end at midnight; people hear of it when they are awake."""
    hours = QuietHours.of(record.programmes.by_id(absence.programme_id))
    return zones.out_of_quiet(at, zone, begins=hours.begins, ends=hours.ends, latest=at + timedelta(days=1))


def _invite(record: Record, person: Person, absence: Absence, now: datetime, *, token: str) -> None:
    if not token:
        raise Refusal(Why.NOT_UNDERSTOOD)
    made = record.invitations.add(
        kind=InvitationKind.MANAGER,
        token_hash=invitations.hashed(token),
        group_id=None,
        created_by=person.id,
        max_uses=1,
        expires_at=min(now + LINK_VALID, absence.ends_at),
        now=now,
        person_id=person.id,
        programme_id=absence.programme_id,
    )
    programme = record.programmes.by_id(absence.programme_id)
    link = DeputyLink(programme=programme.name, absent=person.name, token=token, expires_at=made.expires_at)
    notices.tell(record, person, link)


def _tell_others(record: Record, person: Person, absence: Absence, now: datetime) -> None:
    """The deputy, unless they hear in a moment that it begins; and the managers who stay."""
    deputy = record.people.by_id(absence.deputy_id) if absence.deputy_id is not None else None
    if deputy is not None and told_at(record, absence, absence.begins_at, person.zone) > now:
        notices.tell(record, deputy, asked(record, absence))
    news = AbsenceNews(
        role=absence.role,
        place=place_name(record, absence.programme_id, absence.group_id),
        absent=person.name,
        deputy=deputy.name if deputy else None,
        begins_at=absence.begins_at,
        last_day=last_day(absence),
    )
    for manager in record.managers.of_programme(absence.programme_id):
        if manager.id not in {person.id, absence.deputy_id}:
            notices.tell(record, manager, news)


def asked(record: Record, absence: Absence) -> StandInAsked:
    return StandInAsked(
        absence_id=absence.id,
        role=absence.role,
        place=place_name(record, absence.programme_id, absence.group_id),
        absent=record.people.by_id(absence.absent_id).name,
        begins_at=absence.begins_at,
        last_day=last_day(absence),
    )


def own(record: Record, person: Person, now: datetime) -> tuple[Away, ...]:
    return tuple(seen(record, one, now) for one in record.absences.of_absent(person.id))


def others_managing(record: Record, person: Person, draft: AwayDraft) -> tuple[str, ...]:
    if draft.role is not Role.MANAGER or draft.programme_id is None:
        return ()
    return tuple(one.name for one in record.managers.of_programme(draft.programme_id) if one.id != person.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfAbsence:
    by: Acting
    absence_id: DeputyId


def come_back(record: Record, command: OfAbsence, now: datetime) -> None:
    """Earlier than planned, or before it has begun."""
    person = authorise(record, command.by, Act.GO_AWAY).known()
    absence = _lasting(record, command.absence_id, now)
    if absence.absent_id != person.id:
        raise Refusal(Why.NOT_ALLOWED)
    for kind in (DueKind.ABSENCE_BEGIN, DueKind.ABSENCE_END):
        record.schedule.cancel(kind, absence.id)
    if absence.begins_at <= now:
        standing_in.finish(record, absence, now, by=command.by)
        return
    ended = replace(absence, ended_at=now)
    record.absences.save(ended)
    place = place_name(record, absence.programme_id, absence.group_id)
    notices.answer(record, command.by, person, AwayCalledOff(absence_id=absence.id, place=place))
    if absence.deputy_id is not None:
        over = StandInEnds(absence_id=absence.id, role=absence.role, place=place, absent=person.name, begun=False)
        notices.tell(record, record.people.by_id(absence.deputy_id), over, AT_THE_BOTTOM)


def decline(record: Record, command: OfAbsence, now: datetime) -> None:
    """The deputy can't: whoever goes away hears it, and the managers too when it has begun."""
    deputy = authorise(record, command.by, Act.STAND_IN).known()
    absence = _lasting(record, command.absence_id, now)
    if absence.deputy_id != deputy.id:
        raise Refusal(Why.NOT_ALLOWED)
    without = replace(absence, deputy_id=None)
    record.absences.save(without)
    absent, place = record.people.by_id(absence.absent_id), place_name(record, absence.programme_id, absence.group_id)
    declined = StandInDeclined(absence_id=absence.id, role=absence.role, place=place, absent=absent.name)
    notices.answer(record, command.by, deputy, declined)
    if absence.begins_at <= now:
        standing_in.give_back(record, without, deputy, now)
        standing_in.ask_for_another(record, without, now, cannot=deputy)
    else:
        notices.tell(record, absent, standing_in.say_cannot(record, without, absent, now, deputy=deputy.name))


@dataclass(frozen=True, kw_only=True, slots=True)
class AppointDeputy:
    """Somebody else, after the first one could not."""

    by: Acting
    absence_id: DeputyId
    person_id: PersonId


def appoint(record: Record, command: AppointDeputy, now: datetime) -> None:
    """By whoever is away, or by a manager of the programme."""
    person = authorise(record, command.by, Act.GO_AWAY).known()
    absence = _lasting(record, command.absence_id, now)
    managers = record.managers.of_programme(absence.programme_id)
    if person.id != absence.absent_id and all(one.id != person.id for one in managers):
        raise Refusal(Why.NOT_ALLOWED)
    if absence.deputy_id is not None:
        raise Refusal(Why.ALREADY_DONE)
    absent = record.people.by_id(absence.absent_id)
    if not any(one.person_id == command.person_id for one in standing_in.others(record, absence, absent, now)):
        raise Refusal(Why.GONE)
    appointed = replace(absence, deputy_id=command.person_id)
    record.absences.save(appointed)
    notices.answer(record, command.by, person, AwayPlanned(away=seen(record, appointed, now), own=person == absent))
    deputy = record.people.by_id(command.person_id)
    if absence.begins_at <= now:
        standing_in.begin(record, appointed, deputy, now)
    else:
        notices.tell(record, deputy, asked(record, appointed))


def _lasting(record: Record, absence_id: DeputyId, now: datetime) -> Absence:
    absence = record.absences.by_id(absence_id)
    if absence is None:
        raise Refusal(Why.NOT_ALLOWED)
    if absence.ended_at is not None or absence.ends_at <= now:
        raise Refusal(Why.ALREADY_DONE)
    return absence
