"""What the use cases ask of the record about files that a virus scanner looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mentoring.files import FileKind
from mentoring.ids import AttachmentId, ConcernId, UploadId
from mentoring.scans import Screening

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Screened:
    """A file that is held, or was. `sha256` is None while there is no copy of ours to look at."""

    attachment_id: AttachmentId
    kind: FileKind
    file_id: str
    name: str
    screening: Screening
    sha256: str | None
    concern_id: ConcernId | None
    upload_id: UploadId | None


class Screenings(Protocol):
    def ask(self, attachment_id: AttachmentId) -> None:
        """There is a copy now: it can be looked at, if it waits for that."""

    def held(self) -> Sequence[Screened]:
        """All that wait, and all that hold a virus."""

    def of(self, attachment_id: AttachmentId) -> Screened | None: ...

    def settle(self, file: Screened, screening: Screening) -> Sequence[Screened]:
        """All places where this file waited; none when it was settled already."""

    def let_go(self, attachment_id: AttachmentId) -> Screened | None:
        """There will never be a copy to look at; None where it did not wait."""
