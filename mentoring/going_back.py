"""How often a submission has come back in a row: from some time on, a talk helps more than another version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.submissions import READY_RETURNS, Move, MoveKind
from mentoring.taking_back import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Then both sides are offered help.
OFTEN = 3
_BACK = READY_RETURNS | {MoveKind.RETURN, MoveKind.NOT_READABLE}
_DECISIONS = _BACK | {MoveKind.ACCEPT, MoveKind.ASK}


def times_back(moves: Sequence[Move]) -> int:
    """Without what was taken back; a question in between is no return, and ends nothing."""
    decisions: list[MoveKind] = []
    for move in sorted(standing(moves), key=lambda move: (move.at, move.id)):
        if move.kind in _DECISIONS:
            decisions.append(move.kind)
        elif move.kind is MoveKind.UNDO and decisions:
            decisions.pop()
    return sum(kind in _BACK for kind in decisions)
