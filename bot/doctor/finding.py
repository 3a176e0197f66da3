"""What the doctor says about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Verdict(Enum):
    GOOD = auto()
    MIND = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of anything but GOOD ends with what to do."""

    verdict: Verdict
    subject: str
    sentence: str


def good(subject: str, sentence: str) -> Finding:
    return Finding(Verdict.GOOD, subject, sentence)


def mind(subject: str, sentence: str) -> Finding:
    return Finding(Verdict.MIND, subject, sentence)


def wrong(subject: str, sentence: str) -> Finding:
    return Finding(Verdict.WRONG, subject, sentence)
