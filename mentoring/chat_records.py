"""What is said in a group's chat between Start and End of a session, and at no other time."""

from __future__ import annotations

from enum import StrEnum


class LineKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    FILE = "file"
    OTHER = "other"
