"""The files of submissions and diaries: where they came from, and how far the making of our own copy is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, insert, select, union, update

from mentoring.files import Attachment, Fetching, Keeping, Received, SentLately
from mentoring.ids import AttachmentId, ConcernId, DiaryId, LineId, MoveId, PersonId, SubmissionId, UploadId
from mentoring.submissions import DRAFTS, Placed, State, Submission
from storage.rows import all_of, inserted, one_of
from storage.screenings import Holding
from storage.sent_files import sent_since
from storage.tables.documents import own_templates, scans
from storage.tables.meetings import session_lines
from storage.tables.submissions import albums, attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_OF_A_FILE = ("chat_id", "message_id", "kind", "file_id", "unique_id", "name", "mime", "size", "caption", "keeping")
_THIS = attachments.c.id == bindparam("of_id")
_IN_MESSAGE = and_(attachments.c.chat_id == bindparam("chat_id"), attachments.c.message_id == bindparam("message_id"))
_BY_MESSAGE = (
    select(
        submissions,
        attachments.c.id.label("attachment_id"),
        attachments.c.unique_id,
        submission_moves.c.version.label("of_version"),
        submission_moves.c.kind,
        submission_moves.c.person_id,
    )
    .select_from(attachments.join(submission_moves).join(submissions))
    .where(_IN_MESSAGE)
    .order_by(attachments.c.id.desc())
    .limit(1)
)
_REPLACE = (
    update(attachments)
    .where(_THIS)
    .values(
        {name: bindparam(name) for name in (*_OF_A_FILE, "fetch_at", "tries", "screening")}
        | {"sha256": None, "stored_at": None}
    )
)
_COPIED = tuple(column.name for column in attachments.columns if column.name not in {"id", "move_id"})
_REPEAT = insert(attachments).from_select(
    ["move_id", *_COPIED],
    select(bindparam("to_move", type_=attachments.c.move_id.type), *(attachments.c[name] for name in _COPIED)).where(
        attachments.c.move_id == bindparam("of_move"), attachments.c.id != bindparam("but_id")
    ),
)
_RECAPTION = update(attachments).where(_THIS).values(caption=bindparam("words"))
_FETCH_NOW = (
    update(attachments)
    .where(
        attachments.c.keeping == Keeping.PENDING,
        attachments.c.move_id.in_(
            select(submission_moves.c.id).where(submission_moves.c.submission_id == bindparam("of_id"))
        ),
    )
    .values(fetch_at=bindparam("now"))
)
_FETCHING = select(
    attachments.c.id, attachments.c.file_id, attachments.c.size, attachments.c.received_at, attachments.c.tries
)
_TO_FETCH = (
    _FETCHING.where(attachments.c.fetch_at <= bindparam("now"))
    .order_by(attachments.c.fetch_at, attachments.c.id)
    .limit(bindparam("how_many"))
)
_STILL_TO_FETCH = _FETCHING.where(attachments.c.id == bindparam("id"), attachments.c.fetch_at.is_not(None))
_SETTLE = (
    update(attachments)
    .where(_THIS, attachments.c.keeping == Keeping.PENDING)
    .values(
        keeping=bindparam("kept"),
        fetch_at=None,
        sha256=bindparam("digest"),
        size=func.coalesce(bindparam("bytes"), attachments.c.size),
        stored_at=bindparam("now"),
    )
)
#: Numbers of deleted rows are given again: what was fetched for one file must not become another's.
_SETTLE_THIS = _SETTLE.where(attachments.c.file_id == bindparam("of_file"))
_TRY_AGAIN = (
    update(attachments)
    .where(_THIS, attachments.c.keeping == Keeping.PENDING)
    .values(fetch_at=bindparam("at"), tries=attachments.c.tries + 1)
)
_PUT_OFF = update(attachments).where(_THIS, attachments.c.keeping == Keeping.PENDING).values(fetch_at=bindparam("at"))
_SUBMISSION_OF = (
    select(submissions)
    .select_from(attachments.join(submission_moves).join(submissions))
    .where(attachments.c.id == bindparam("id"))
)
_theirs, _its_move, _its_submission = attachments.alias(), submission_moves.alias(), submissions.alias()
_SAME_CONTENT = (
    select(submissions)
    .select_from(attachments.join(submission_moves).join(submissions))
    .join(_theirs, and_(_theirs.c.sha256 == attachments.c.sha256, _theirs.c.id == bindparam("id")))
    .join(_its_move, _its_move.c.id == _theirs.c.move_id)
    .join(_its_submission, _its_submission.c.id == _its_move.c.submission_id)
    .where(
        submissions.c.mentee_id == _its_submission.c.mentee_id,
        submissions.c.id < _its_submission.c.id,
        submissions.c.state.not_in({*DRAFTS, State.WITHDRAWN}),
    )
    .order_by(submissions.c.id.desc())
    .limit(1)
)
_THIS_ALBUM = and_(albums.c.chat_id == bindparam("of_chat"), albums.c.media_group_id == bindparam("of_album"))
_MOVE_OF_ALBUM = select(albums.c.move_id).where(_THIS_ALBUM)
_OPEN_ALBUM = insert(albums)
_EXTEND_ALBUM = update(albums).where(_THIS_ALBUM).values(settles_at=bindparam("at"))
_NEXT_DUE = select(func.min(albums.c.settles_at))
_QUIET_ALBUMS = select(albums.c.move_id).where(albums.c.settles_at <= bindparam("now")).order_by(albums.c.settles_at)
_SETTLE_ALBUM = (
    update(albums)
    .where(albums.c.move_id == bindparam("of_move"), albums.c.settles_at <= bindparam("now"))
    .values(settles_at=None)
)
_PUT_OFF_ALBUM = update(albums).where(albums.c.move_id == bindparam("of_move")).values(settles_at=bindparam("at"))

_HASHES = (attachments.c.sha256, scans.c.sha256, scans.c.preview_sha256, own_templates.c.sha256, session_lines.c.sha256)
_KNOWN_HASHES = union(*(select(column).where(column.is_not(None)) for column in _HASHES))


class SqlAttachments:
    """`touched` once something may have come that is to be fetched; `holding` knows what is not passed on yet."""

    def __init__(self, connection: Connection, *, screens: bool = False) -> None:
        self._connection = connection
        self.touched = False
        self.holding = Holding(screens=screens)

    def add(self, move_id: MoveId, file: Received, now: datetime, *, fetch: bool = True) -> Attachment:
        new = self._new(file, now if fetch else None)
        return Attachment(
            id=self._add({"move_id": move_id}, new, now),
            kind=file.kind,
            file_id=file.file_id,
            unique_id=file.unique_id,
            name=file.name,
            caption=file.caption,
            keeping=file.keeping,
            chat_id=file.chat_id,
            message_id=file.message_id,
            screening=new["screening"],
        )

    def add_spoken(self, diary_id: DiaryId, file: Received, now: datetime) -> None:
        self._add({"diary_id": diary_id}, self._new(file, now), now)

    def add_to_concern(self, concern_id: ConcernId, file: Received, now: datetime) -> None:
        self._add({"concern_id": concern_id}, self._new(file, now), now)

    def add_to_upload(self, upload_id: UploadId, file: Received, now: datetime) -> None:
        self._add({"upload_id": upload_id}, self._new(file, now), now)

    def add_to_line(self, line_id: LineId, file: Received, now: datetime) -> None:
        self._add({}, self._new(replace(file, chat_id=0, message_id=line_id, caption=""), now), now)

    def _add(self, whose: Mapping[str, object], new: Mapping[str, object], now: datetime) -> AttachmentId:
        self.touched = self.touched or new["fetch_at"] is not None
        return AttachmentId(inserted(self._connection, attachments, {**whose, "received_at": now, **new}))

    def _new(self, file: Received, due: datetime | None) -> dict[str, Any]:
        due = due if file.keeping is Keeping.PENDING else None
        return {**_file(file), "fetch_at": due, "tries": 0, "screening": self.holding(file)}

    def replace(self, attachment_id: AttachmentId, file: Received, now: datetime) -> None:
        self.touched = True
        self._connection.execute(_REPLACE, {"of_id": attachment_id, **self._new(file, now)})

    def repeat(self, to: MoveId, of: MoveId, *, but: AttachmentId) -> None:
        self._connection.execute(_REPEAT, {"to_move": to, "of_move": of, "but_id": but})

    def by_message(self, chat_id: int, message_id: int) -> Placed | None:
        row = self._connection.execute(_BY_MESSAGE, {"chat_id": chat_id, "message_id": message_id}).mappings().first()
        if row is None:
            return None
        submission = Submission(**{column.name: row[column.name] for column in submissions.columns})
        return Placed(
            submission=submission,
            attachment_id=row["attachment_id"],
            unique_id=row["unique_id"],
            version=row["of_version"],
            kind=row["kind"],
            sent_by=row["person_id"],
        )

    def sent_since(self, person_id: PersonId, chat_id: int, since: datetime) -> SentLately:
        return sent_since(self._connection, person_id, chat_id, since)

    def recaption(self, attachment_id: AttachmentId, caption: str) -> None:
        self._connection.execute(_RECAPTION, {"of_id": attachment_id, "words": caption})

    def fetch_now(self, submission_id: SubmissionId, now: datetime) -> None:
        self.touched = True
        self._connection.execute(_FETCH_NOW, {"of_id": submission_id, "now": now})

    def to_fetch(self, now: datetime, limit: int) -> Sequence[Fetching]:
        return all_of(Fetching, self._connection, _TO_FETCH, now=now, how_many=limit)

    def fetching(self, attachment_id: AttachmentId) -> Fetching | None:
        return one_of(Fetching, self._connection, _STILL_TO_FETCH, id=attachment_id)

    def stored(
        self, attachment_id: AttachmentId, *, sha256: str, size: int, now: datetime, file_id: str | None = None
    ) -> bool:
        values = {"of_id": attachment_id, "kept": Keeping.STORED, "digest": sha256, "bytes": size, "now": now}
        if file_id is None:
            return self._connection.execute(_SETTLE, values).rowcount == 1
        return self._connection.execute(_SETTLE_THIS, {**values, "of_file": file_id}).rowcount == 1

    def try_again(self, attachment_id: AttachmentId, at: datetime) -> None:
        self._connection.execute(_TRY_AGAIN, {"of_id": attachment_id, "at": at})

    def put_off(self, attachment_id: AttachmentId, at: datetime) -> None:
        self._connection.execute(_PUT_OFF, {"of_id": attachment_id, "at": at})

    def give_up(self, attachment_id: AttachmentId, keeping: Keeping) -> bool:
        self.touched = True
        values = {"of_id": attachment_id, "kept": keeping, "digest": None, "bytes": None, "now": None}
        return self._connection.execute(_SETTLE, values).rowcount == 1

    def submission_of(self, attachment_id: AttachmentId) -> Submission | None:
        return one_of(Submission, self._connection, _SUBMISSION_OF, id=attachment_id)

    def same_content(self, attachment_id: AttachmentId) -> Submission | None:
        return one_of(Submission, self._connection, _SAME_CONTENT, id=attachment_id)


def known_hashes(connection: Connection) -> frozenset[str]:
    """Every hash that a row points to."""
    return frozenset(connection.scalars(_KNOWN_HASHES))


def _file(file: Received) -> dict[str, object]:
    return {name: getattr(file, name) for name in _OF_A_FILE}


class SqlAlbums:
    """`touched` once an album has got a part."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def move_of(self, chat_id: int, media_group_id: str) -> MoveId | None:
        found = self._connection.scalar(_MOVE_OF_ALBUM, {"of_chat": chat_id, "of_album": media_group_id})
        return None if found is None else MoveId(found)

    def open(self, chat_id: int, media_group_id: str, move_id: MoveId, settles_at: datetime) -> None:
        row = {"chat_id": chat_id, "media_group_id": media_group_id, "move_id": move_id, "settles_at": settles_at}
        self.touched = True
        self._connection.execute(_OPEN_ALBUM, row)

    def extend(self, chat_id: int, media_group_id: str, settles_at: datetime) -> None:
        self.touched = True
        self._connection.execute(_EXTEND_ALBUM, {"of_chat": chat_id, "of_album": media_group_id, "at": settles_at})

    def next_due(self) -> datetime | None:
        due: datetime | None = self._connection.scalar(_NEXT_DUE)
        return due

    def due(self, now: datetime) -> Sequence[MoveId]:
        return [MoveId(move_id) for move_id in self._connection.scalars(_QUIET_ALBUMS, {"now": now})]

    def put_off(self, move_id: MoveId, until: datetime) -> None:
        self._connection.execute(_PUT_OFF_ALBUM, {"of_move": move_id, "at": until})

    def settle(self, move_id: MoveId, now: datetime) -> bool:
        return self._connection.execute(_SETTLE_ALBUM, {"of_move": move_id, "now": now}).rowcount == 1
