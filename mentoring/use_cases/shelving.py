"""Puts files into a toolbar under their right names, and takes them out: the one way in, for whatever is filed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.file_names import ending_of, filed_name, stem_of
from mentoring.files import Attachment
from mentoring.filings import FiledFile, Filing, FilingDeed, FilingState
from mentoring.ids import FilingId, GroupId, PersonId, ScanId, SessionId, SubmissionId
from mentoring.kit import Document, Toolbar, Visibility
from mentoring.people import Role
from mentoring.permissions import Standing
from mentoring.refusals import Refusal, Why
from mentoring.scans import Screening
from mentoring.slots import Slot, SlotState, filed, taken_out
from mentoring.submissions import State
from mentoring.use_cases import signatures
from mentoring.zones import wall

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record

_FILING_ROLES = {Standing.MENTOR: Role.MENTOR, Standing.MANAGER: Role.MANAGER}


@dataclass(frozen=True, kw_only=True, slots=True)
class ToFile:
    """All that a filing is told by. Without a document `title` names it; with `scan_id` it is one file of ours, which
    was `made_as` a PDF of pages, or as something else.

    `replaces` is the one whose place it takes, and `reason` why.
    """

    group_id: GroupId
    document: Document | None
    toolbar: Toolbar
    person_id: PersonId | None
    session_id: SessionId | None
    files: Sequence[Attachment]
    slot: Slot | None = None
    scan_id: ScanId | None = None
    made_as: str = "pdf"
    submission_id: SubmissionId | None = None
    title: str = ""
    replaces: FilingId | None = None
    reason: str = ""


def filing_roles(standings: Collection[Standing]) -> frozenset[Role]:
    """In which somebody files; none for anybody else."""
    return frozenset(role for standing, role in _FILING_ROLES.items() if standing in standings)


def refuse_unless_filed_by(standings: Collection[Standing], document: Document | None) -> None:
    """`standings` to the group that it is filed for."""
    roles = filing_roles(standings)
    if not roles or (document is not None and not document.may_be_filed_by(roles)):
        raise Refusal(Why.NOT_ALLOWED)


def refuse_held(record: Record, files: Iterable[Attachment | FiledFile]) -> None:
    """Raises Refusal for what holds a virus, or still waits to be looked at."""
    found = {file.screening for file in files}
    if Screening.INFECTED in found:
        raise Refusal(Why.HOLDS_A_VIRUS)
    if is_being_checked(record, found):
        raise Refusal(Why.BEING_CHECKED)


def is_being_checked(record: Record, found: Iterable[Screening | None]) -> bool:
    """While there is a scanner: without one, nobody will ever look."""
    return record.rules.screens_files and Screening.WAITING in found


def shelve(record: Record, what: ToFile, by: Person, now: datetime) -> Sequence[Filing]:
    """What was filed for the same slot and person before is kept as replaced. Of what is being signed, pages stand
    beside each other, and none of them fills the slot.
    """
    refuse_held(record, what.files)
    earlier = _earlier(record, what)
    version = max((one.version for one in earlier), default=0) + 1
    is_signed = what.slot is not None and what.slot.state is SlotState.SIGNING
    for one in earlier:
        if one.state is FilingState.FILED and (not is_signed or what.replaces is not None):
            state, deed = FilingState.REPLACED, FilingDeed.REPLACE
            lay_aside(record, one, state, deed, by=by, reason=what.reason, now=now)
    made = [record.filings.add(one) for one in _filings(record, what, by, version, now)]
    for one in made:
        record.filings.log(one.id, FilingDeed.FILE, by=by.id, reason="", now=now)
    if what.slot is not None and not is_signed:
        fill(record, what.slot, made[0].id, by=by, now=now)
    return made


def fill(record: Record, slot: Slot, filing_id: FilingId, *, by: Person, now: datetime) -> None:
    if not record.slots.change(slot, filed(slot, filing_id, by=by.id, now=now)):
        raise Refusal(Why.ALREADY_DONE)


def lay_aside(
    record: Record, filing: Filing, state: FilingState, deed: FilingDeed, *, by: Person, reason: str, now: datetime
) -> Filing:
    after = replace(filing, state=state, changed_by=by.id, changed_at=now, reason=reason)
    if not record.filings.change(filing, after):
        raise Refusal(Why.ALREADY_DONE)
    record.filings.log(filing.id, deed, by=by.id, reason=reason, now=now)
    return after


def empty_slot(record: Record, filing: Filing, now: datetime) -> None:
    """Unless something else is filed for it."""
    slot = record.slots.by_id(filing.slot_id) if filing.slot_id is not None else None
    if slot is not None and record.signers.of_slot(slot.id):
        signatures.taken_out(record, slot, filing, now)
        return
    if slot is None or slot.state is not SlotState.FILED:
        return
    left = next((one for one in record.filings.of_slot(slot.id) if one.state is FilingState.FILED), None)
    if left is not None:
        record.slots.change(slot, replace(slot, filing_id=left.id))
    else:
        record.slots.change(slot, taken_out(slot, now, accepted=_is_accepted(record, slot)))


def _is_accepted(record: Record, slot: Slot) -> bool:
    submission = record.submissions.by_id(slot.submission_id) if slot.submission_id is not None else None
    return submission is not None and submission.state is State.ACCEPTED


def _earlier(record: Record, what: ToFile) -> Sequence[Filing]:
    if what.replaces is not None:
        named = record.filings.by_id(what.replaces)
        return [named] if named is not None else []
    if what.slot is None:
        return ()
    of_slot = record.filings.of_slot(what.slot.id)
    return [one for one in of_slot if one.person_id == what.person_id and one.state is not FilingState.WITHDRAWN]


def _filings(record: Record, what: ToFile, by: Person, version: int, now: datetime) -> Sequence[Filing]:
    group = record.groups.by_id(what.group_id)
    zone = record.programmes.by_id(group.programme_id).zone
    whose = name_in_group(record, what.group_id, what.person_id)
    day, several = wall(now, zone).date(), len(what.files) > 1 and what.scan_id is None
    filing = Filing(
        id=FilingId(0),
        group_id=what.group_id,
        toolbar=what.toolbar,
        code=what.document.code if what.document is not None else None,
        slot_id=what.slot.id if what.slot is not None else None,
        person_id=what.person_id,
        session_id=what.session_id,
        submission_id=what.submission_id,
        attachment_id=None,
        scan_id=what.scan_id,
        name="",
        version=version,
        visibility=what.document.visibility if what.document is not None else Visibility.LEADERS,
        state=FilingState.FILED,
        filed_by=by.id,
        filed_at=now,
    )
    if what.scan_id is not None:
        called = filed_name(_called(what), group.name, whose, day, version=version, ending=what.made_as)
        return [replace(filing, name=called)]
    named = (
        (
            file,
            filed_name(
                _called(what, file),
                group.name,
                whose,
                day,
                version=version,
                ending=ending_of(file.name),
                part=part if several else 0,
            ),
        )
        for part, file in enumerate(what.files, 1)
    )
    return [replace(filing, attachment_id=file.id, name=called) for file, called in named]


def _called(what: ToFile, file: Attachment | None = None) -> str:
    if what.document is not None:
        return what.document.code
    return what.title or (stem_of((file or what.files[0]).name))


def name_in_group(record: Record, group_id: GroupId, person_id: PersonId | None) -> str:
    """As the manager listed it; empty for nobody."""
    if person_id is None:
        return ""
    listed = (one.name for one in record.memberships.of_group(group_id) if one.person_id == person_id)
    return next(listed, record.people.by_id(person_id).name)
