"""A file has come and there is no room for a copy: it stays in Telegram until there is, and its sender is told so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.ids import AttachmentId
from mentoring.notices import Delivery
from mentoring.notices.sending import CopyWaitsForRoom

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.submissions import Move

LOOK_AGAIN_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileWaitsForRoom:
    attachment_id: AttachmentId


def file_waits_for_room(record: Record, command: FileWaitsForRoom, now: datetime) -> None:
    """Counts as no try: nothing is wrong with the file."""
    waiting = record.attachments.fetching(command.attachment_id)
    if waiting is None:
        return
    record.attachments.put_off(waiting.id, now + LOOK_AGAIN_AFTER)
    move = _move_with(record, waiting.id)
    if move is not None:
        sender = record.people.by_id(move.person_id)
        notices.tell(record, sender, CopyWaitsForRoom(), Delivery(once=f"no-room:{move.id}"))
    upload = record.uploads.of_file(waiting.id)
    if upload is not None:
        sender = record.people.by_id(upload.person_id)
        notices.tell(record, sender, CopyWaitsForRoom(), Delivery(once=f"no-room-to-file:{upload.id}"))


def _move_with(record: Record, attachment_id: AttachmentId) -> Move | None:
    submission = record.attachments.submission_of(attachment_id)
    moves = record.submissions.moves(submission.id) if submission is not None else ()
    return next((move for move in moves if any(file.id == attachment_id for file in move.files)), None)
