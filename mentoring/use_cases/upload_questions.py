"""What has to be asked about a file before it can be filed: only what neither the file nor the kit tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mentoring.files import FileKind
from mentoring.filings import FilingState
from mentoring.groups import GroupState
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.kit import Code, Document, Per
from mentoring.notices.files import About, Ask, Choice, FiledIn, UploadedFile, UploadQuestion
from mentoring.notices.kit import Titled
from mentoring.notices.screening import UploadBeingChecked
from mentoring.people import Language, MembershipState, Role
from mentoring.permissions import standings_of
from mentoring.sessions import SessionState
from mentoring.slots import SETTLED, SlotKey
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.shelving import filing_roles, name_in_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.filings import Filing, Upload
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.slots import Slot

#: On the first page; then a whole screen.
LIKELY, A_PAGE = 4, 8
OF_PERSON = frozenset({Per.MENTEE, Per.MENTOR, Per.MEMBER, Per.DIARY})
OF_SESSION = frozenset({Per.SESSION, Per.DIARY})
_ROLES = {Per.MENTEE: {Role.MENTEE}, Per.DIARY: {Role.MENTEE}, Per.MENTOR: {Role.MENTOR}}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def led_groups(record: Record, person: Person) -> Sequence[GroupId]:
    """Those in which somebody files: as mentor, standing in for one, or as manager."""
    of_mentor = [
        one.group_id
        for one in record.memberships.of_person(person.id)
        if one.role is Role.MENTOR and one.state is MembershipState.ACTIVE
    ]
    lent = [one.group_id for one in record.absences.stood_in_by(person.id) if one.role is Role.MENTOR]
    managed = [
        group.id
        for programme in record.programmes.managed_by(person.id)
        for group in record.groups.of_programme(programme.id)
        if group.state is not GroupState.MERGED
    ]
    return [*dict.fromkeys([*of_mentor, *(one for one in lent if one is not None), *managed])]


def document_of(record: Record, upload: Upload) -> Document | None:
    if upload.group_id is None or upload.code is None:
        return None
    return kit_of_group(record, record.groups.by_id(upload.group_id)).find(upload.code)


def completed(record: Record, upload: Upload, person: Person) -> Upload:
    """With whatever there is only one answer to."""
    if upload.group_id is None:
        groups = led_groups(record, person)
        return completed(record, replace(upload, group_id=groups[0]), person) if len(groups) == 1 else upload
    document, group_id = document_of(record, upload), upload.group_id
    if document is None:
        return upload
    if document.per in OF_PERSON and upload.about_id is None:
        whom = people(record, group_id, document)
        upload = replace(upload, about_id=PersonId(whom[0].number) if len(whom) == 1 else None)
    if document.per in OF_SESSION and upload.session_id is None:
        which = sessions(record, group_id)
        upload = replace(upload, session_id=SessionId(which[0].number) if len(which) == 1 else None)
    return replace(upload, toolbar=document.toolbar if upload.toolbar is None else upload.toolbar)


def next_question(record: Record, upload: Upload) -> Ask | None:
    """None when it can be filed."""
    if upload.group_id is None:
        return Ask.GROUP
    document = document_of(record, upload)
    if document is None:
        return None if upload.toolbar is not None else Ask.DOCUMENT
    if document.per in OF_PERSON and upload.about_id is None:
        return Ask.PERSON
    if document.per in OF_SESSION and upload.session_id is None:
        return Ask.SESSION
    return Ask.TOOLBAR if upload.toolbar is None else None


def question(record: Record, upload: Upload, person: Person, ask: Ask, *, page: int = 0) -> UploadQuestion:
    every = _choices(record, upload, person, ask)
    begin, end = (0, LIKELY) if page <= 0 else (LIKELY + (page - 1) * A_PAGE, LIKELY + page * A_PAGE)
    end = len(every) if len(every) <= end + 1 else end
    return UploadQuestion(
        upload_id=upload.id,
        files=shown_files(record, upload),
        about=about(record, upload),
        ask=ask,
        choices=tuple(every[begin:end]),
        page=max(page, 0),
        more=len(every) > end,
        filed=filed_before(record, upload) if ask is Ask.REASON else None,
    )


def being_checked(record: Record, upload: Upload) -> UploadBeingChecked:
    return UploadBeingChecked(upload_id=upload.id, files=shown_files(record, upload), about=about(record, upload))


def shown_files(record: Record, upload: Upload) -> tuple[UploadedFile, ...]:
    scan_id = record.filings.scan_of_upload(upload.id)
    scan = record.scans.by_id(scan_id) if scan_id is not None else None
    if scan is not None:
        return (UploadedFile(kind=FileKind.DOCUMENT, name="", pages=scan.pages),)
    return tuple(UploadedFile(kind=file.kind, name=file.name) for file in record.uploads.files(upload.id))


def about(record: Record, upload: Upload) -> About:
    if upload.group_id is None:
        return About()
    document = document_of(record, upload)
    named = record.sessions.by_ids([upload.session_id]) if upload.session_id is not None else ()
    return About(
        group=record.groups.by_id(upload.group_id).name,
        document=titled(document) if document is not None else None,
        person=name_in_group(record, upload.group_id, upload.about_id),
        session=next((one.number for one in named), None),
    )


def titled(document: Document) -> Titled:
    return Titled(code=document.code, en=document.title(Language.EN), bg=document.title(Language.BG))


def slot_of(record: Record, upload: Upload) -> Slot | None:
    if upload.group_id is None or upload.code is None:
        return None
    document = document_of(record, upload)
    return None if document is None else slot_for(record, upload.group_id, document, upload.about_id, upload.session_id)


def slot_for(
    record: Record, group_id: GroupId, document: Document, person_id: PersonId | None, session_id: SessionId | None
) -> Slot | None:
    """None where nobody waits for it."""
    key = SlotKey(
        group_id=group_id,
        code=document.code,
        person_id=person_id if document.per in OF_PERSON else None,
        session_id=session_id if document.per in OF_SESSION else None,
    )
    return record.slots.by_key(key)


def live_before(record: Record, upload: Upload) -> Sequence[Filing]:
    """What it takes the place of: the one that was named, or all that stand for the same slot and person."""
    if upload.replaces is not None:
        named = record.filings.by_id(upload.replaces)
        return [named] if named is not None and named.state is FilingState.FILED else []
    slot = slot_of(record, upload)
    of_slot = record.filings.of_slot(slot.id) if slot is not None else ()
    return [one for one in of_slot if one.state is FilingState.FILED and one.person_id == upload.about_id]


def filed_before(record: Record, upload: Upload) -> FiledIn | None:
    first = next(iter(live_before(record, upload)), None)
    if first is None:
        return None
    by = name_in_group(record, first.group_id, first.filed_by)
    return FiledIn(filing_id=first.id, toolbar=first.toolbar, by=by, at=first.filed_at)


def fileable(record: Record, group_id: GroupId, person: Person) -> Sequence[Document]:
    """What this person files in this group: what is due first before the rest, their own forms before others'."""
    roles = filing_roles(standings_of(record, person, group_id=group_id))
    kit = kit_of_group(record, record.groups.by_id(group_id))
    days: dict[Code, str] = {}
    for slot in record.slots.of_group(group_id):
        if slot.state not in SETTLED:
            day = slot.day.isoformat() if slot.day is not None else "8"
            days[slot.key.code] = min(day, days.get(slot.key.code, "9"))
    documents = [one for one in kit.in_use if one.per is not Per.NOBODY and one.may_be_filed_by(roles)]
    return sorted(documents, key=lambda one: (one.code not in days, not one.filled_by & roles, days.get(one.code, "")))


def _choices(record: Record, upload: Upload, person: Person, ask: Ask) -> Sequence[Choice]:
    document, group_id = document_of(record, upload), upload.group_id
    if ask is Ask.GROUP:
        return [Choice(number=one, name=record.groups.by_id(one).name) for one in led_groups(record, person)]
    if group_id is None:
        return ()
    if ask is Ask.DOCUMENT:
        return [Choice(document=titled(one)) for one in fileable(record, group_id, person)]
    if ask is Ask.PERSON and document is not None:
        return people(record, group_id, document)
    return sessions(record, group_id) if ask is Ask.SESSION else ()


def people_of(record: Record, upload: Upload) -> frozenset[PersonId]:
    """Whom it can be about."""
    document = document_of(record, upload)
    if document is None or upload.group_id is None:
        return frozenset()
    return frozenset(PersonId(one.number) for one in people(record, upload.group_id, document))


def people(record: Record, group_id: GroupId, document: Document) -> Sequence[Choice]:
    """Whoever is there before whoever has left."""
    roles = _ROLES.get(document.per, {Role.MENTEE, Role.MENTOR})
    members = [one for one in record.memberships.of_group(group_id) if one.role in roles and one.person_id is not None]
    in_order = sorted(members, key=lambda one: one.state is not MembershipState.ACTIVE)
    return [Choice(number=one.person_id or 0, name=one.name) for one in in_order]


def sessions(record: Record, group_id: GroupId) -> Sequence[Choice]:
    """The latest first."""
    there = record.sessions.of_groups([group_id], since=_LONG_AGO)
    kept = [one for one in there if one.state is not SessionState.CANCELLED]
    in_order = sorted(kept, key=lambda one: one.starts_at, reverse=True)
    return [Choice(number=one.id, name=str(one.number), at=one.starts_at) for one in in_order]
