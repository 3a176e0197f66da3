"""The list of what a programme's sessions can be about, as its manager changes it."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices.joining import Question


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicSeen:
    """In the reader's language. `used`: mentors can choose it."""

    key: int
    words: str
    used: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicList(Question):
    """One page; `used` counts all that mentors can choose. `misread` when typed words were no topics."""

    programme_id: int
    programme: str
    topics: tuple[TopicSeen, ...]
    used: int
    page: int
    pages: int
    misread: bool = False
