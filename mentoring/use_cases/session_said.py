"""What was said in a recorded session, for its minutes, with what became of the files; nothing that is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.printed import Spoken

if TYPE_CHECKING:
    from mentoring.ids import SessionId
    from mentoring.ports import Record


def spoken_in(record: Record, session_id: SessionId) -> tuple[Spoken, ...]:
    copies = {one.line_id: one.copy for one in record.session_things.of_session(session_id)}
    return tuple(
        Spoken(
            at=one.said_at,
            who=one.name,
            text=one.text,
            kind=one.kind,
            file=one.file_name or "",
            copy=copies.get(one.id),
        )
        for one in record.chat_records.of_session(session_id)
        if one.withheld_at is None
    )
