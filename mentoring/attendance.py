"""Who was at a session. Absent with notice is not the same as not having come."""

from __future__ import annotations

from enum import StrEnum


class Presence(StrEnum):
    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"


HERE = frozenset({Presence.PRESENT, Presence.LATE})
AWAY = frozenset({Presence.EXCUSED, Presence.ABSENT})
#: A manager hears of it when somebody has not come so often without a word.
TOO_OFTEN = 2
_ROUND = (Presence.PRESENT, Presence.LATE, Presence.EXCUSED, Presence.ABSENT)


def following(presence: Presence | None) -> Presence:
    """What a press on somebody's name makes of it."""
    return _ROUND[0] if presence is None else _ROUND[(_ROUND.index(presence) + 1) % len(_ROUND)]
