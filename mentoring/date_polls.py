"""Agreeing on a date: whoever leads proposes some, everybody says which they can, and one is chosen."""

from __future__ import annotations

from enum import StrEnum


class PollState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    DROPPED = "dropped"


class Can(StrEnum):
    YES = "yes"
    IF_NEEDED = "if_needed"
    NO = "no"
