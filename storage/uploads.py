"""What managers and mentors send to be filed, until it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, select, update

from mentoring.files import Attachment
from mentoring.filings import Upload, UploadState
from storage.rows import added, all_of, one_of
from storage.statements import Statement
from storage.tables.documents import pages, scans, uploads
from storage.tables.submissions import attachments, submission_moves

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.files import Received
    from mentoring.ids import AttachmentId, GroupId, PersonId, UploadId
    from mentoring.submissions import Submission
    from storage.files import SqlAttachments

_SHOWN = ("id", "kind", "file_id", "unique_id", "name", "caption", "keeping", "chat_id", "message_id", "screening")
_UPLOAD = select(uploads).where(uploads.c.id == bindparam("of_id"))
_KNOWN = ("state", "group_id", "slot_id", "code", "toolbar", "about_id", "session_id", "replaces")
_CHANGE_UPLOAD = Statement(
    update(uploads)
    .where(uploads.c.id == bindparam("of_id"), uploads.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in _KNOWN})
)
_FILES = select(*(attachments.c[name] for name in _SHOWN))
_FILES_OF = _FILES.where(attachments.c.upload_id == bindparam("of_upload")).order_by(
    attachments.c.message_id, attachments.c.id
)
_IN_MESSAGE = (
    _FILES.where(
        attachments.c.chat_id == bindparam("in_chat"),
        attachments.c.message_id == bindparam("in_message"),
        attachments.c.upload_id.is_not(None),
    )
    .order_by(attachments.c.id.desc())
    .limit(1)
)
_OF_FILE = select(uploads).join(attachments, attachments.c.upload_id == uploads.c.id)
_OF_FILE = _OF_FILE.where(attachments.c.id == bindparam("of_file"))
_MOVES = select(submission_moves.c.id).where(submission_moves.c.submission_id == bindparam("of_draft"))
_IS_LEFT_OUT = exists().where(pages.c.attachment_id == attachments.c.id, pages.c.left_out)
#: The scan before its files: afterwards no move leads to it.
_TAKE_OVER = (
    Statement(update(scans).where(scans.c.move_id.in_(_MOVES)).values(move_id=None, upload_id=bindparam("to_upload"))),
    Statement(
        update(attachments)
        .where(attachments.c.move_id.in_(_MOVES), ~_IS_LEFT_OUT)
        .values(move_id=None, upload_id=bindparam("to_upload"))
    ),
)


class SqlUploads:
    def __init__(self, connection: Connection, attachments: SqlAttachments) -> None:
        self._connection = connection
        self._attachments = attachments

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

    def add_file(self, upload_id: UploadId, file: Received, now: datetime) -> None:
        self._attachments.add_to_upload(upload_id, file, now)

    def take_files_of(self, draft: Submission, upload_id: UploadId) -> None:
        for statement in _TAKE_OVER:
            statement.run(self._connection, {"of_draft": draft.id, "to_upload": upload_id})

    def files(self, upload_id: UploadId) -> Sequence[Attachment]:
        return all_of(Attachment, self._connection, _FILES_OF, of_upload=upload_id)

    def of_message(self, chat_id: int, message_id: int) -> tuple[Upload, Attachment] | None:
        file = one_of(Attachment, self._connection, _IN_MESSAGE, in_chat=chat_id, in_message=message_id)
        upload = self.of_file(file.id) if file is not None else None
        return None if file is None or upload is None else (upload, file)

    def of_file(self, attachment_id: AttachmentId) -> Upload | None:
        return one_of(Upload, self._connection, _OF_FILE, of_file=attachment_id)
