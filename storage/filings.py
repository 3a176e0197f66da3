"""The two toolbars, and what is on its way into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sqlalchemy import bindparam, insert, select, update

from mentoring.filings import Filing, Upload, UploadState
from storage.rows import added, all_of, fields_of, inserted, one_of
from storage.statements import Statement
from storage.tables.documents import filing_deeds, filings, uploads

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.filings import FilingDeed, FilingState
    from mentoring.ids import FilingId, GroupId, PersonId, SlotId, SubmissionId, UploadId

_BY_ID = select(filings).where(filings.c.id == bindparam("of_id"))
_OF_GROUP = (
    select(filings)
    .where(
        filings.c.group_id == bindparam("of_group"),
        filings.c.state.in_(bindparam("states", expanding=True)),
    )
    .order_by(filings.c.toolbar, filings.c.code, filings.c.id)
)
_OF_SLOT = select(filings).where(filings.c.slot_id == bindparam("of_slot")).order_by(filings.c.id.desc())
_OF_SUBMISSION = (
    select(filings).where(filings.c.submission_id == bindparam("of_submission")).order_by(filings.c.id.desc())
)
_FILED = tuple(column.name for column in filings.columns if column.name != "id")
_CHANGE = Statement(
    update(filings)
    .where(filings.c.id == bindparam("of_id"), filings.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in _FILED})
)
_LOG = Statement(insert(filing_deeds))

_UPLOAD = select(uploads).where(uploads.c.id == bindparam("of_id"))
_KNOWN = ("state", "group_id", "slot_id", "code", "toolbar", "about_id", "session_id", "replaces")
_CHANGE_UPLOAD = Statement(
    update(uploads)
    .where(uploads.c.id == bindparam("of_id"), uploads.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in _KNOWN})
)


class SqlFilings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, filing: Filing) -> Filing:
        row = fields_of(filing)
        row.pop("id")
        return replace(filing, id=cast("FilingId", inserted(self._connection, filings, row)))

    def by_id(self, filing_id: FilingId) -> Filing | None:
        return one_of(Filing, self._connection, _BY_ID, of_id=filing_id)

    def of_group(self, group_id: GroupId, states: Sequence[FilingState]) -> Sequence[Filing]:
        return all_of(Filing, self._connection, _OF_GROUP, of_group=group_id, states=list(states))

    def of_slot(self, slot_id: SlotId) -> Sequence[Filing]:
        return all_of(Filing, self._connection, _OF_SLOT, of_slot=slot_id)

    def of_submission(self, submission_id: SubmissionId) -> Sequence[Filing]:
        return all_of(Filing, self._connection, _OF_SUBMISSION, of_submission=submission_id)

    def change(self, before: Filing, after: Filing) -> bool:
        guard = {"of_id": before.id, "of_state": before.state}
        return _CHANGE.run(self._connection, {**guard, **{name: getattr(after, name) for name in _FILED}}) == 1

    def log(self, filing_id: FilingId, deed: FilingDeed, *, by: PersonId, reason: str, now: datetime) -> None:
        row = {"filing_id": filing_id, "deed": deed, "by_id": by, "at": now, "reason": reason}
        _LOG.run(self._connection, row)


class SqlUploads:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, person_id: PersonId, *, group_id: GroupId | None, now: datetime) -> Upload:
        return added(
            Upload,
            self._connection,
            uploads,
            person_id=person_id,
            state=UploadState.OPEN,
            sent_at=now,
            group_id=group_id,
        )

    def by_id(self, upload_id: UploadId) -> Upload | None:
        return one_of(Upload, self._connection, _UPLOAD, of_id=upload_id)

    def change(self, before: Upload, after: Upload) -> bool:
        guard = {"of_id": before.id, "of_state": before.state}
        return _CHANGE_UPLOAD.run(self._connection, {**guard, **{name: getattr(after, name) for name in _KNOWN}}) == 1
