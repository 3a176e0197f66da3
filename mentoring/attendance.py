"""Who was at a session. Absent with notice is not the same as not having come."""

from __future__ import annotations

from enum import StrEnum


class Presence(StrEnum):
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
