"""A session's minutes: made from what is on record, corrected and accepted by a mentor."""

from __future__ import annotations

from enum import StrEnum


class MinutesState(StrEnum):
    DRAFT = "draft"
    ACCEPTED = "accepted"
