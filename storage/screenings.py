"""Which files are held until a virus scanner has looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, select, update

from mentoring.files import FileKind, Keeping
from mentoring.scans import Screening
from mentoring.screening_ports import Screened
from storage.rows import all_of, one_of
from storage.statements import Statement
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mentoring.files import Received
    from mentoring.ids import AttachmentId

_MADE_ANEW = frozenset({FileKind.PHOTO, FileKind.VOICE})
_SHOWN = ("kind", "file_id", "name", "screening", "sha256", "concern_id", "upload_id")
_ALL = select(attachments.c.id.label("attachment_id"), *(attachments.c[name] for name in _SHOWN))
_IS_HELD = or_(attachments.c.screening == Screening.WAITING, attachments.c.screening == Screening.INFECTED)
_HELD = _ALL.where(_IS_HELD).order_by(attachments.c.id)
_OF = _ALL.where(attachments.c.id == bindparam("of_id"), attachments.c.screening.is_not(None))
_WAITS = attachments.c.screening == Screening.WAITING
_UNIQUE = select(attachments.c.unique_id).where(attachments.c.id == bindparam("of_id")).scalar_subquery()
_EVERYWHERE = _ALL.where(attachments.c.unique_id == _UNIQUE, _WAITS).order_by(attachments.c.id)
_SETTLE = Statement(
    update(attachments).where(attachments.c.id == bindparam("of_id"), _WAITS).values(screening=bindparam("found"))
)
_LET_GO = Statement(update(attachments).where(attachments.c.id == bindparam("of_id"), _WAITS).values(screening=None))


class Holding:
    """Says of each new file whether it is looked at before it is passed on; `files` are those that are."""

    def __init__(self, *, screens: bool) -> None:
        self._screens = screens
        self.files: list[str] = []

    def __call__(self, file: Received) -> Screening | None:
        """Photographs and voice messages are made anew by Telegram itself: nothing rides along in them."""
        if not self._screens or file.kind in _MADE_ANEW or file.keeping is not Keeping.PENDING:
            return None
        self.files.append(file.file_id)
        return Screening.WAITING


class SqlScreenings:
    """`asked` are the files that this transaction wants looked at; `released` are passed on from now on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.asked: list[AttachmentId] = []
        self.released: list[str] = []
        self.infected: list[str] = []

    def ask(self, attachment_id: AttachmentId) -> None:
        waiting = self.of(attachment_id)
        if waiting is not None and waiting.screening is Screening.WAITING:
            self.asked.append(attachment_id)

    def held(self) -> Sequence[Screened]:
        return all_of(Screened, self._connection, _HELD)

    def of(self, attachment_id: AttachmentId) -> Screened | None:
        return one_of(Screened, self._connection, _OF, of_id=attachment_id)

    def settle(self, file: Screened, screening: Screening) -> Sequence[Screened]:
        settled = all_of(Screened, self._connection, _EVERYWHERE, of_id=file.attachment_id)
        for one in settled:
            _SETTLE.run(self._connection, {"of_id": one.attachment_id, "found": screening})
            (self.infected if screening is Screening.INFECTED else self.released).append(one.file_id)
        return settled

    def let_go(self, attachment_id: AttachmentId) -> Screened | None:
        waiting = self.of(attachment_id)
        if waiting is None or not _LET_GO.run(self._connection, {"of_id": attachment_id}):
            return None
        self.released.append(waiting.file_id)
        return waiting
