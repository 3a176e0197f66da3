"""Monitoring by talking: questions asked one at a time, answers noted, and a rating given."""

from __future__ import annotations

from enum import StrEnum


class InterviewKind(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    FINAL = "final"


class InterviewState(StrEnum):
    OPEN = "open"
    DONE = "done"


class Rating(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
