"""Evidence packs that are being made, and what goes into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, func, null, select, update

from mentoring.files import FileKind
from mentoring.filings import Filing
from mentoring.packs import Pack, StoredFiling
from mentoring.submissions import State
from storage.prints import SqlPrints
from storage.rows import added, one_of
from storage.statements import Statement
from storage.tables.documents import filings, packs, scans
from storage.tables.submissions import attachments, submissions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PackId, PersonId
    from mentoring.people import Language

_BY_ID = select(packs).where(packs.c.id == bindparam("of_id"))
_UNDER_WAY = (
    select(packs)
    .where(
        packs.c.group_id == bindparam("of_group"),
        packs.c.person_id == bindparam("of_person"),
        packs.c.finished_at.is_(None),
    )
    .limit(1)
)
_NEXT = select(packs).where(packs.c.finished_at.is_(None)).order_by(packs.c.asked_at, packs.c.id).limit(1)
_THIS = and_(packs.c.id == bindparam("of_id"), packs.c.finished_at.is_(None))
_PROGRESS = Statement(update(packs).where(_THIS).values(done=bindparam("files_done"), total=bindparam("files")))
_FINISH = Statement(update(packs).where(_THIS).values(finished_at=bindparam("at"), failed=bindparam("in_vain")))
_FILED = tuple(column.name for column in filings.columns)
_IS_ACCEPTED = submissions.c.state == State.ACCEPTED
#: What is nobody's comes last, on every engine.
_IN_ORDER = [
    order for name in ("code", "session_id", "person_id") for order in (filings.c[name].is_(None), filings.c[name])
]
#: A scan that was joined out of photographs is a PDF of ours, whatever its photographs were.
_CONTENTS = Statement(
    select(
        *filings.columns,
        attachments.c.kind.label("sent_as"),
        attachments.c.screening,
        func.coalesce(scans.c.file_id, attachments.c.file_id).label("telegrams"),
        func.coalesce(scans.c.sha256, attachments.c.sha256).label("ours"),
        func.coalesce(scans.c.size, attachments.c.size, 0).label("size"),
        case((_IS_ACCEPTED, submissions.c.decided_by), else_=null()).label("accepted_by"),
        case((_IS_ACCEPTED, submissions.c.since), else_=null()).label("accepted_at"),
    )
    .select_from(
        filings.outerjoin(scans, scans.c.id == filings.c.scan_id)
        .outerjoin(attachments, and_(attachments.c.id == filings.c.attachment_id, filings.c.scan_id.is_(None)))
        .outerjoin(submissions, submissions.c.id == filings.c.submission_id)
    )
    .where(filings.c.group_id == bindparam("of_group"))
    .order_by(filings.c.toolbar, *_IN_ORDER, filings.c.id)
)


class SqlPacks:
    """`touched` once there is one to be made, or one to be printed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._added = False
        self.prints = SqlPrints(connection)

    @property
    def touched(self) -> bool:
        return self._added or self.prints.touched

    def add(self, group_id: GroupId, person_id: PersonId, *, language: Language, now: datetime) -> Pack:
        self._added = True
        return added(
            Pack,
            self._connection,
            packs,
            group_id=group_id,
            person_id=person_id,
            language=language,
            asked_at=now,
            done=0,
            total=0,
            finished_at=None,
            failed=False,
        )

    def by_id(self, pack_id: PackId) -> Pack | None:
        return one_of(Pack, self._connection, _BY_ID, of_id=pack_id)

    def under_way(self, group_id: GroupId, person_id: PersonId) -> Pack | None:
        return one_of(Pack, self._connection, _UNDER_WAY, of_group=group_id, of_person=person_id)

    def next(self) -> Pack | None:
        return one_of(Pack, self._connection, _NEXT)

    def note_progress(self, pack_id: PackId, *, done: int, total: int) -> bool:
        return _PROGRESS.run(self._connection, {"of_id": pack_id, "files_done": done, "files": total}) == 1

    def finish(self, pack_id: PackId, now: datetime, *, failed: bool) -> bool:
        return _FINISH.run(self._connection, {"of_id": pack_id, "at": now, "in_vain": failed}) == 1

    def filings_of(self, group_id: GroupId) -> Sequence[StoredFiling]:
        rows = _CONTENTS.mappings(self._connection, {"of_group": group_id})
        return [
            StoredFiling(
                filing=Filing(**{name: row[name] for name in _FILED}),
                kind=row["sent_as"] or FileKind.DOCUMENT,
                file_id=row["telegrams"],
                sha256=row["ours"],
                size=row["size"],
                screening=row["screening"],
                accepted_by=row["accepted_by"],
                accepted_at=row["accepted_at"],
            )
            for row in rows
        ]
