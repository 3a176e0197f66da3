"""What one person has sent lately, for the limits on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, func, or_, select

from mentoring.files import Keeping, SentLately
from storage.statements import Statement
from storage.tables.submissions import attachments, submission_moves

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

# A file that belongs to several versions was sent once. What belongs to a diary comes in its writer's own chat.
_MESSAGES = (
    select(
        func.max(case((attachments.c.keeping == Keeping.BY_REFERENCE, 0), else_=attachments.c.size)).label("size"),
    )
    .select_from(attachments.outerjoin(submission_moves))
    .where(
        and_(attachments.c.chat_id == bindparam("chat_id"), attachments.c.received_at > bindparam("since")),
        or_(attachments.c.move_id.is_(None), submission_moves.c.person_id == bindparam("person_id")),
    )
    .group_by(attachments.c.message_id)
    .subquery()
)
_SENT = Statement(select(func.count(), func.coalesce(func.sum(_MESSAGES.c.size), 0)).select_from(_MESSAGES))


def sent_since(connection: Connection, person_id: PersonId, chat_id: int, since: datetime) -> SentLately:
    [(files, size)] = _SENT.rows(connection, {"person_id": person_id, "chat_id": chat_id, "since": since})
    return SentLately(files=int(str(files)), size=int(str(size)))
