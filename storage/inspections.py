"""Looks into files: which wait for one, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from mentoring.inspection_ports import Inspected, ToInspect
from mentoring.record_ids import RecordId
from mentoring.scans import Verdict
from storage.rows import all_of
from storage.statements import Statement
from storage.tables.documents import inspections
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import AttachmentId

_FORGET = Statement(delete(inspections).where(inspections.c.attachment_id == bindparam("of_id")))
_ASK = Statement(insert(inspections))
_WAITING = (
    select(inspections.c.attachment_id, attachments.c.sha256, attachments.c.name)
    .select_from(inspections.join(attachments))
    .where(inspections.c.verdict == Verdict.WAITING, attachments.c.sha256.is_not(None))
    .order_by(inspections.c.at, inspections.c.attachment_id)
    .limit(bindparam("at_most"))
)
_KEEP = Statement(
    update(inspections)
    .where(inspections.c.attachment_id == bindparam("of_id"), inspections.c.verdict == Verdict.WAITING)
    .values({name: bindparam(name) for name in ("verdict", "record_ids", "pages", "advice", "at")})
)
_OF = (
    select(*(inspections.c[name] for name in ("attachment_id", "verdict", "record_ids", "pages", "advice")))
    .where(inspections.c.attachment_id.in_(bindparam("ids", expanding=True)))
    .order_by(inspections.c.attachment_id)
)


class SqlInspections:
    """`touched` says whether this transaction has asked for a look."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def ask(self, attachment_id: AttachmentId, now: datetime) -> None:
        row = {
            "attachment_id": attachment_id,
            "at": now,
            "verdict": Verdict.WAITING,
            "record_ids": "",
            "pages": 0,
            "advice": (),
            "answers": "",
        }
        _FORGET.run(self._connection, {"of_id": attachment_id})
        _ASK.run(self._connection, row)
        self.touched = True

    def waiting(self, limit: int) -> Sequence[ToInspect]:
        return all_of(ToInspect, self._connection, _WAITING, at_most=limit)

    def keep(self, inspected: Inspected, now: datetime) -> bool:
        found = {
            "of_id": inspected.attachment_id,
            "verdict": inspected.verdict,
            "record_ids": ",".join(inspected.record_ids),
            "pages": inspected.pages,
            "advice": inspected.advice,
            "at": now,
        }
        return _KEEP.run(self._connection, found) == 1

    def of(self, attachment_ids: Sequence[AttachmentId]) -> Sequence[Inspected]:
        rows = self._connection.execute(_OF, {"ids": list(attachment_ids)}).mappings()
        return [_as_inspected(dict(row)) for row in rows]


def _as_inspected(row: Mapping[str, object]) -> Inspected:
    ids = tuple(RecordId(one) for one in str(row["record_ids"]).split(",") if one)
    return Inspected(**{**row, "record_ids": ids})  # type: ignore[arg-type]  # a row's columns have the fields' types
