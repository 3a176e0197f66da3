"""Every way in which a file can come × everybody there is: it is filed by managers and mentors alone, in private alone.

Whoever is a mentee, whatever they send and however, hands work in; nothing that they send stands in a toolbar.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select
from telegram import Update

from bot import current_update
from mentoring.acting import ChatKind
from mentoring.rules import Rules
from mentoring.scans import LEFT_ALONE, PATIENCE
from mentoring.schedule import DueKind
from mentoring.use_cases.albums import settle_album
from mentoring.use_cases.scan_making import look_after
from storage.inbox import Arrival
from storage.record import SqlRecord
from storage.tables.documents import filings, uploads
from tests.handlers.a_peopled_record import MESSAGE, NOW, PEOPLE, a_peopled_record
from tests.handlers.test_permission_matrix import LEADERS, NOBODY, Matrix, _update

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

DOCUMENT = {"file_id": "d", "file_unique_id": "du", "file_name": "T03.pdf", "file_size": 9}
PHOTO = [{"file_id": "p", "file_unique_id": "pu", "width": 900, "height": 1200, "file_size": 9}]
_PLACE = {"id": 1, "is_bot": False, "first_name": "X"}
_BEFORE = {"message_id": 3, "date": 1, "chat": {"id": 1, "type": "private", "first_name": "X"}, "text": "card"}
#: The number of a message that carried nothing yet.
_NEW = {"message_id": MESSAGE + 900}
WAYS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "document": ("message", {"document": DOCUMENT}),
    "photo": ("message", {"photo": PHOTO}),
    "part of an album": ("message", {"photo": PHOTO, "media_group_id": "77"}),
    "document of an album": ("message", {"document": DOCUMENT, "media_group_id": "78"}),
    "with a caption": ("message", {"document": DOCUMENT, "caption": "File to Managing"}),
    "reply": ("message", {"document": DOCUMENT, "reply_to_message": _BEFORE}),
    "forwarded": (
        "message",
        {"document": DOCUMENT, "forward_origin": {"type": "user", "date": 1, "sender_user": _PLACE}},
    ),
    "edited": ("edited_message", {"document": DOCUMENT, "edit_date": 2}),
    "edited caption": ("edited_message", {"document": DOCUMENT, "caption": "Managing", "edit_date": 2}),
    "in a topic": ("message", {"document": DOCUMENT, "message_thread_id": 4, "is_topic_message": True}),
}


def rows(connection: Connection) -> tuple[int, int]:
    """How many uploads and filings there are."""
    counts = (connection.scalar(select(func.count()).select_from(table)) for table in (uploads, filings))
    asked, filed = counts
    return int(asked or 0), int(filed or 0)


async def files(matrix: Matrix, connection: Connection, way: str, name: str, where: ChatKind) -> bool:
    """Whether what this person sends so is taken to be filed; nothing is ever filed without a further word."""
    kind, content = WAYS[way]
    before = rows(connection)
    nested = connection.begin_nested()
    current_update.begin(Arrival(update_id=1, lane=1, raw="", received_at=NOW))
    raw = _update(kind, {**content, **_NEW}, PEOPLE[name], where)
    await matrix.dispatch.process_update(Update.de_json(raw, matrix.dispatch.bot))
    later = NOW + timedelta(seconds=5)
    record = SqlRecord(connection, later, Rules())
    for move_id in record.albums.due(later):
        settle_album(record, move_id, later)
    for wait in (LEFT_ALONE, PATIENCE):
        _is_left_alone(connection, later := later + wait)
    after = rows(connection)
    nested.rollback()
    assert after[1] == before[1], (way, name)
    return after[0] > before[0]


def _is_left_alone(connection: Connection, now: datetime) -> None:
    """Photographs that nobody presses anything about go on by themselves."""
    record = SqlRecord(connection, now, Rules())
    due = record.schedule.claim(now, at_most=50).dues
    look_after(record, [one for one in due if one.kind is DueKind.SCAN_LEFT], now)


@pytest.mark.parametrize("where", [ChatKind.PRIVATE, ChatKind.GROUP, ChatKind.SUPERGROUP, ChatKind.CHANNEL])
@pytest.mark.parametrize("way", WAYS)
async def test_only_managers_and_mentors_file_and_only_in_private(
    connection: Connection, way: str, where: ChatKind
) -> None:
    a_peopled_record(connection)
    matrix = Matrix(connection)
    await matrix.dispatch.initialize()
    filing = {name for name in PEOPLE if await files(matrix, connection, way, name, where)}

    assert filing == (LEADERS if where is ChatKind.PRIVATE else NOBODY)
