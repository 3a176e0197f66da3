"""What becomes of a submission's files when it is dropped, or when its pages become a part of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, exists, select, update

from mentoring.submissions import VERSIONS, MoveKind
from storage.tables.documents import inspections, pages, scans
from storage.tables.submissions import albums, attachments, submission_moves, submissions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mentoring.ids import SubmissionId
    from mentoring.submissions import Submission

_MOVES_OF = select(submission_moves.c.id).where(submission_moves.c.submission_id == bindparam("of_id"))
_FILES_OF = select(attachments.c.id).where(attachments.c.move_id.in_(_MOVES_OF))
_DROP = (
    delete(inspections).where(inspections.c.attachment_id.in_(_FILES_OF)),
    delete(pages).where(pages.c.attachment_id.in_(_FILES_OF)),
    delete(scans).where(scans.c.move_id.in_(_MOVES_OF)),
    delete(attachments).where(attachments.c.move_id.in_(_MOVES_OF)),
    delete(albums).where(albums.c.move_id.in_(_MOVES_OF)),
    delete(submission_moves).where(submission_moves.c.submission_id == bindparam("of_id")),
    delete(submissions).where(submissions.c.id == bindparam("of_id")),
)
_of_the_page = select(submission_moves.c.id).where(
    submission_moves.c.submission_id == bindparam("of_id"), submission_moves.c.kind.in_(VERSIONS)
)
_of_the_whole = (
    select(submission_moves.c.id)
    .where(
        submission_moves.c.submission_id == bindparam("to_id"),
        submission_moves.c.version == bindparam("to_version"),
        submission_moves.c.kind.in_(VERSIONS),
    )
    .scalar_subquery()
)
_stands = attachments.alias()
#: A message carries one file: what came by it before stands already, and a repeat of it is no page more.
_IS_REPEAT = exists().where(
    _stands.c.move_id == _of_the_whole,
    _stands.c.chat_id == attachments.c.chat_id,
    _stands.c.message_id == attachments.c.message_id,
)
_REPEATS = select(attachments.c.id).where(attachments.c.move_id.in_(_of_the_page), _IS_REPEAT)
_HAND_PAGES = (
    delete(inspections).where(inspections.c.attachment_id.in_(_REPEATS)),
    delete(pages).where(pages.c.attachment_id.in_(_REPEATS)),
    delete(attachments).where(attachments.c.move_id.in_(_of_the_page), _IS_REPEAT),
    update(attachments).where(attachments.c.move_id.in_(_of_the_page)).values(move_id=_of_the_whole),
    update(albums).where(albums.c.move_id.in_(_of_the_page)).values(move_id=_of_the_whole),
    update(submission_moves)
    .where(submission_moves.c.submission_id == bindparam("of_id"), submission_moves.c.kind == MoveKind.NOTE)
    .values(submission_id=bindparam("to_id"), version=bindparam("to_version")),
)


def drop(connection: Connection, submission_id: SubmissionId) -> None:
    for statement in _DROP:
        connection.execute(statement, {"of_id": submission_id})


def hand_over(connection: Connection, page: Submission, whole: Submission) -> None:
    """To the present version of `whole`, with their notes and albums."""
    handed = {"of_id": page.id, "to_id": whole.id, "to_version": whole.version}
    for statement in _HAND_PAGES:
        connection.execute(statement, handed)
