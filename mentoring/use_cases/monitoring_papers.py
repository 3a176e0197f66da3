"""The plan for the mid-term monitoring on paper: handed to its manager, and put into the toolbar of each group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices, zones
from mentoring.acting import Acting
from mentoring.file_names import filed_name
from mentoring.filings import UploadState
from mentoring.handouts import Way
from mentoring.ids import ProgrammeId
from mentoring.kit import Toolbar
from mentoring.monitoring_plans import PLAN
from mentoring.notices import PLAIN
from mentoring.papers import PaperLanguage
from mentoring.permissions import Actor, standings_of
from mentoring.refusals import Refusal, Why
from mentoring.slots import SlotKey
from mentoring.use_cases import handing_out, monitoring_sheets
from mentoring.use_cases.form_cards import Aimed
from mentoring.use_cases.kits import kit_for
from mentoring.use_cases.programme_cards import managed
from mentoring.use_cases.shelving import ToFile, shelve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.files import Attachment, Received
    from mentoring.groups import Group, Programme
    from mentoring.ids import UploadId
    from mentoring.kit import Document
    from mentoring.monitoring_sheets import MonitoringSheet
    from mentoring.notices.forms import FormSent
    from mentoring.people import Person
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class TakePlan:
    """`files`: what comes is filed as soon as it has come.

    Every group's mentors find it there: what was noticed of several groups is then left to the manager's own words.
    """

    by: Acting
    programme_id: int
    language: PaperLanguage
    files: bool


def take(record: Record, command: TakePlan, now: datetime) -> None:
    manager, programme = managed(record, command.by, command.programme_id)
    groups = monitoring_sheets.covered(record, programme, record.monitoring.plan(programme.id))
    if not groups or command.language is PaperLanguage.BOTH:
        raise Refusal(Why.GONE)
    aimed = Aimed(
        actor=Actor(person=manager, standings=standings_of(record, manager, group_id=groups[0].id)),
        document=_document(record, programme),
        programme=programme,
        language=command.language,
        group=groups[0],
    )
    sent = handing_out.filled(record, aimed, Way.FILLED, now)
    shown = monitoring_sheets.for_paper(record, programme, now)
    if command.files and len(groups) > 1:
        shown = replace(shown, noticed=())
    known = replace(sent.known, monitoring=shown)
    named = _of_all(replace(sent, known=known), programme, files=command.files, now=now)
    notices.tell(record, manager, named, PLAIN)


def _of_all(sent: FormSent, programme: Programme, *, files: bool, now: datetime) -> FormSent:
    """It is one group's by its number, and named after the programme."""
    day = zones.wall(now, programme.zone).date()
    name = filed_name(PLAN, programme.name, "", day, version=1, ending="docx")
    return replace(sent, group=programme.name, file_name=name, filed_for=programme.id if files else 0)


def _document(record: Record, programme: Programme) -> Document:
    """Also where the kit does not ask for it."""
    found = kit_for(record, programme).find(PLAN) or next(
        (one for one in record.rules.documents if one.code == PLAN), None
    )
    if found is None:
        raise Refusal(Why.GONE)
    return found


def arrived(record: Record, telegram_id: int, sent: FormSent, file: Received, now: datetime) -> None:
    """What Telegram has taken is filed under the number that it gave it, for every group that was `sent` in it.

    What has been changed since it was asked for counts as not filed, and goes to no group that has been added.
    """
    manager = record.people.by_telegram_id(telegram_id)
    programmes = () if manager is None else record.programmes.managed_by(manager.id)
    programme = next((one for one in programmes if one.id == ProgrammeId(sent.filed_for)), None)
    told = sent.known.monitoring
    if manager is None or programme is None or told is None:
        return
    plan, document = record.monitoring.plan(programme.id), _document(record, programme)
    told_of = {one.group_id for one in told.groups}
    for group in (one for one in monitoring_sheets.covered(record, programme, plan) if one.id in told_of):
        what = ToFile(
            group_id=group.id,
            document=document,
            toolbar=Toolbar.MONITORING,
            person_id=None,
            session_id=None,
            files=_taken(record, _upload(record, group, manager, now), file, now),
            slot=record.slots.by_key(SlotKey(group_id=group.id, code=PLAN)),
        )
        shelve(record, what, manager, now)
    if _words(told) == _words(monitoring_sheets.for_paper(record, programme, now)):
        by, at = plan.changed_by or manager.id, plan.changed_at or now
        record.monitoring.save(replace(plan, filed_at=now, changed_by=by, changed_at=at))


def _words(sheet: MonitoringSheet) -> MonitoringSheet:
    """What a manager says in it; when groups meet and what is noticed changes by itself."""
    return replace(sheet, noticed=(), groups=tuple(replace(one, starts_at=None) for one in sheet.groups))


def _upload(record: Record, group: Group, manager: Person, now: datetime) -> UploadId:
    """As if its manager had sent it."""
    upload = record.uploads.add(manager.id, group_id=group.id, now=now)
    ours = replace(upload, state=UploadState.FILED, code=PLAN, toolbar=Toolbar.MONITORING)
    record.uploads.change(upload, ours)
    return upload.id


def _taken(record: Record, upload_id: UploadId, file: Received, now: datetime) -> Sequence[Attachment]:
    """It is our own: nobody looks for viruses in it."""
    record.uploads.add_file(upload_id, file, now)
    for one in record.uploads.files(upload_id):
        record.screenings.let_go(one.id)
    return record.uploads.files(upload_id)
