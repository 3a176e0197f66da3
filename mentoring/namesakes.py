"""Names that sound alike, and how two people who share one are told apart."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mentoring import spelling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.acting import Acting
    from mentoring.people import Membership

_TAIL = 4


def handle(by: Acting) -> str:
    """@name on Telegram, or else the end of their number."""
    return f"@{by.username}" if by.username else tail(by.telegram_id)


def tail(telegram_id: int) -> str:
    return f"…{str(telegram_id)[-_TAIL:]}"


def same(one: str, other: str) -> bool:
    """In either alphabet."""
    return one.casefold() == other.casefold() or spelling.same(one, other)


def likeliest(listed: Sequence[Membership], name: str) -> Sequence[Membership]:
    """Those first that sound most like this name."""
    return sorted(listed, key=lambda one: -_likeness(one.name, name))


def _likeness(one: str, other: str) -> float:
    pairs = ((a, b) for a in spelling.sounds(one) for b in spelling.sounds(other))
    return max((SequenceMatcher(None, a, b).ratio() for a, b in pairs), default=0.0)
