"""Photographs as pages, and the PDFs that are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, exists, insert, select, update

from mentoring.files import Keeping
from mentoring.scan_ports import PageFile, ToJoin
from mentoring.scans import Page, Scan, ScanState, Verdict
from mentoring.submissions import State, Submission
from storage.rows import all_of, fields_of, one_of
from storage.statements import Statement
from storage.tables.documents import inspections, pages, scans
from storage.tables.submissions import attachments, submissions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import AttachmentId, MoveId, PersonId, ScanId, UploadId
    from mentoring.scan_ports import Made

_DRAFT_OF = (
    select(submissions)
    .where(submissions.c.mentee_id == bindparam("mentee_id"), submissions.c.state == State.SCANNING)
    .order_by(submissions.c.id.desc())
    .limit(1)
)
_OF_MOVE = select(scans).where(scans.c.move_id == bindparam("move_id"))
_BY_ID = select(scans).where(scans.c.id == bindparam("id"))
_PAGES = (
    select(pages)
    .select_from(pages.join(attachments))
    .where(attachments.c.move_id == bindparam("move_id"))
    .order_by(pages.c.place, pages.c.attachment_id)
)
_PAGE = Statement(select(pages.c.place).where(pages.c.attachment_id == bindparam("of_id")))
_CHANGE_PAGE = Statement(
    update(pages)
    .where(pages.c.attachment_id == bindparam("of_id"))
    .values({name: bindparam(name) for name in ("place", "turns", "left_out")})
)
_ADD_PAGE = Statement(insert(pages))
_ASK_ANEW = Statement(
    update(scans)
    .where(scans.c.move_id == bindparam("of_move"))
    .values(state=ScanState.PENDING, order=bindparam("wanted"), asked_at=bindparam("now"), sha256=None, file_id=None)
)
_ASK = Statement(insert(scans))
_is_of_it = attachments.c.move_id == scans.c.move_id
_TO_COME = exists().where(
    _is_of_it, attachments.c.id == pages.c.attachment_id, attachments.c.keeping == Keeping.PENDING
)
_TO_LOOK_INTO = exists().where(
    _is_of_it, attachments.c.id == inspections.c.attachment_id, inspections.c.verdict == Verdict.WAITING
)
_WAITING = (
    select(scans.c.id, scans.c.order, scans.c.move_id)
    .where(scans.c.state == ScanState.PENDING, scans.c.move_id.is_not(None), ~_TO_COME, ~_TO_LOOK_INTO)
    .order_by(scans.c.asked_at, scans.c.id)
    .limit(bindparam("at_most"))
)
_FILES = (
    select(attachments.c.sha256, pages.c.turns)
    .select_from(pages.join(attachments))
    .where(attachments.c.move_id == bindparam("move_id"), pages.c.left_out.is_(False))
    .order_by(pages.c.place, pages.c.attachment_id)
)
_IS_WANTED = (
    scans.c.id == bindparam("of_id"),
    scans.c.state == ScanState.PENDING,
    scans.c.order == bindparam("of_order"),
)
_MADE = Statement(
    update(scans)
    .where(*_IS_WANTED)
    .values(
        state=ScanState.READY,
        file_id=None,
        **{name: bindparam(name) for name in ("pages", "size", "sha256", "preview_sha256")},
    )
)
_FAIL = Statement(update(scans).where(*_IS_WANTED).values(state=ScanState.FAILED, sha256=None, file_id=None))
_FORGET = (
    delete(pages).where(
        pages.c.attachment_id.in_(select(attachments.c.id).where(attachments.c.move_id == bindparam("of_move")))
    ),
    delete(scans).where(scans.c.move_id == bindparam("of_move")),
)
_FORGET_OF_UPLOAD = (
    Statement(
        delete(pages).where(
            pages.c.attachment_id.in_(select(attachments.c.id).where(attachments.c.upload_id == bindparam("of_upload")))
        )
    ),
    Statement(delete(scans).where(scans.c.upload_id == bindparam("of_upload"))),
)
_SENT = Statement(
    update(scans)
    .where(scans.c.sha256 == bindparam("of_hash"), scans.c.file_id.is_(None))
    .values(file_id=bindparam("name"))
)


class SqlScans:
    """`touched` says whether this transaction has asked for a PDF."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def draft_of(self, mentee_id: PersonId) -> Submission | None:
        return one_of(Submission, self._connection, _DRAFT_OF, mentee_id=mentee_id)

    def of_move(self, move_id: MoveId) -> Scan | None:
        return one_of(Scan, self._connection, _OF_MOVE, move_id=move_id)

    def by_id(self, scan_id: ScanId) -> Scan | None:
        return one_of(Scan, self._connection, _BY_ID, id=scan_id)

    def pages(self, move_id: MoveId) -> Sequence[Page]:
        return all_of(Page, self._connection, _PAGES, move_id=move_id)

    def is_page(self, attachment_id: AttachmentId) -> bool:
        return bool(_PAGE.rows(self._connection, {"of_id": attachment_id}))

    def put(self, page: Page) -> None:
        row = fields_of(page)
        if _CHANGE_PAGE.run(self._connection, {"of_id": row.pop("attachment_id"), **row}) == 0:
            _ADD_PAGE.run(self._connection, fields_of(page))

    def ask(self, move_id: MoveId, order: str, now: datetime) -> None:
        self.touched = True
        if _ASK_ANEW.run(self._connection, {"of_move": move_id, "wanted": order, "now": now}) == 1:
            return
        new: dict[str, object] = {"move_id": move_id, "state": ScanState.PENDING, "order": order, "asked_at": now}
        _ASK.run(self._connection, {**new, "pages": 0, "size": 0, "advice": ()})

    def waiting(self, limit: int) -> Sequence[ToJoin]:
        rows = self._connection.execute(_WAITING, {"at_most": limit})
        return [ToJoin(scan_id=row.id, order=row.order, pages=self._files(row.move_id)) for row in rows]

    def _files(self, move_id: MoveId) -> tuple[PageFile, ...]:
        return tuple(all_of(PageFile, self._connection, _FILES, move_id=move_id))

    def made(self, made: Made) -> bool:
        row = fields_of(made)
        return _MADE.run(self._connection, {"of_id": row.pop("scan_id"), "of_order": row.pop("order"), **row}) == 1

    def fail(self, scan_id: ScanId, order: str) -> bool:
        return _FAIL.run(self._connection, {"of_id": scan_id, "of_order": order}) == 1

    def forget(self, move_id: MoveId) -> None:
        for statement in _FORGET:
            self._connection.execute(statement, {"of_move": move_id})

    def forget_of_upload(self, upload_id: UploadId) -> None:
        for statement in _FORGET_OF_UPLOAD:
            statement.run(self._connection, {"of_upload": upload_id})

    def sent(self, sha256: str, file_id: str) -> None:
        _SENT.run(self._connection, {"of_hash": sha256, "name": file_id})
