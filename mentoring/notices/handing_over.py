"""A group's mentor is replaced: the manager's questions, and what both mentors and the group are told."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.notices import Notice


@dataclass(frozen=True, kw_only=True, slots=True)
class HandedOn(Notice):
    """On a card `key` of work that `to` has now. A session has no `reference`."""

    key: str
    reference: str
    group: str
    to: str

    def card(self) -> str:
        return self.key
