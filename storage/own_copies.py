"""Our own copies of files that Telegram has lost, or never had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, bindparam, select, union

from storage.tables.documents import scans
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

_IDS: BindParameter[object] = bindparam("file_ids", expanding=True)
# A scan that was never sent has no identifier of Telegram's, and is asked for by its hash.
_COPIES_OF = union(
    select(attachments.c.file_id, attachments.c.sha256).where(
        attachments.c.file_id.in_(_IDS), attachments.c.sha256.is_not(None)
    ),
    select(scans.c.file_id, scans.c.sha256).where(scans.c.file_id.in_(_IDS), scans.c.sha256.is_not(None)),
    select(scans.c.sha256, scans.c.sha256).where(scans.c.sha256.in_(_IDS)),
)


def copies_of(connection: Connection, file_ids: Collection[str]) -> Mapping[str, str]:
    """The hash of our own copy for each identifier of Telegram's, where there is one."""
    rows = connection.execute(_COPIES_OF, {"file_ids": list(file_ids)})
    return {row.file_id: row.sha256 for row in rows}
