"""A filled session plan that was sent: what was understood of it waits until somebody confirms it."""

from __future__ import annotations

from enum import StrEnum


class ReadingState(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"
