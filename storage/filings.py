"""What stands in the two toolbars, and what was done with each of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sqlalchemy import and_, bindparam, insert, select, update

from mentoring.files import FileKind
from mentoring.filings import FiledFile, Filing, FilingState, LoggedDeed
from mentoring.scans import ScanState
from storage import slot_moves
from storage.rows import all_of, fields_of, inserted, one_of
from storage.statements import Statement
from storage.tables.documents import filing_deeds, filings, scans
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.filings import FilingDeed
    from mentoring.ids import FilingId, GroupId, MoveId, PersonId, ScanId, SlotId, SubmissionId, UploadId

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
_DEEDS = (
    select(filing_deeds.c.deed, filing_deeds.c.by_id, filing_deeds.c.at, filing_deeds.c.reason)
    .where(filing_deeds.c.filing_id == bindparam("of_filing"))
    .order_by(filing_deeds.c.id)
)
_OF_GROUPS = (
    select(filings)
    .where(filings.c.group_id.in_(bindparam("group_ids", expanding=True)), filings.c.state == FilingState.FILED)
    .order_by(filings.c.id.desc())
    .limit(bindparam("at_most"))
)
_IS_JOINED = and_(scans.c.state == ScanState.READY, scans.c.sha256.is_not(None))
_SCAN_OF_MOVE = Statement(select(scans.c.id).where(scans.c.move_id == bindparam("of_move"), _IS_JOINED))
_SCAN_OF_UPLOAD = Statement(select(scans.c.id).where(scans.c.upload_id == bindparam("of_upload"), _IS_JOINED))
_FILE = select(*(attachments.c[name] for name in ("kind", "file_id", "sha256", "screening"))).where(
    attachments.c.id == bindparam("of_id")
)
_SCAN = Statement(select(scans.c.file_id, scans.c.sha256).where(scans.c.id == bindparam("of_id")))


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

    def deeds(self, filing_id: FilingId) -> Sequence[LoggedDeed]:
        return all_of(LoggedDeed, self._connection, _DEEDS, of_filing=filing_id)

    def of_groups(self, group_ids: Sequence[GroupId], limit: int) -> Sequence[Filing]:
        return all_of(Filing, self._connection, _OF_GROUPS, group_ids=list(group_ids), at_most=limit)

    def scan_of_move(self, move_id: MoveId) -> ScanId | None:
        return _first_scan(_SCAN_OF_MOVE.rows(self._connection, {"of_move": move_id}))

    def scan_of_upload(self, upload_id: UploadId) -> ScanId | None:
        return _first_scan(_SCAN_OF_UPLOAD.rows(self._connection, {"of_upload": upload_id}))

    def regroup(self, *, old: GroupId, new: GroupId, but: Sequence[PersonId]) -> None:
        slot_moves.take_over(self._connection, old=old, new=new, but=but)

    def file_of(self, filing: Filing) -> FiledFile | None:
        if filing.scan_id is not None:
            [row] = _SCAN.mappings(self._connection, {"of_id": filing.scan_id})
            return FiledFile(kind=FileKind.DOCUMENT, **row)
        return one_of(FiledFile, self._connection, _FILE, of_id=filing.attachment_id)


def _first_scan(rows: Sequence[tuple[object, ...]]) -> ScanId | None:
    return next((cast("ScanId", row[0]) for row in rows), None)
