"""What is said in a group's chat between Start and End of a session, and at no other time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import LineId, PersonId, SessionId


class LineKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    FILE = "file"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One message of a recorded session, as it reads after its last edit before the end.

    `size` is in bytes, `sha256` of our copy. A voice message has no name: `file_name` says how long it is, as "0:42".
    """

    id: LineId
    session_id: SessionId
    message_id: int
    person_id: PersonId | None
    name: str
    kind: LineKind
    text: str
    said_at: datetime
    edited_at: datetime | None = None
    file_id: str | None = None
    unique_id: str | None = None
    file_name: str | None = None
    sha256: str | None = None
    size: int | None = None
    withheld_at: datetime | None = None
