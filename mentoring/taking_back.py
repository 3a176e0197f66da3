"""A version that its mentee takes back counts for nothing: the submission stands where it stood before it came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.submissions import VERSIONS, Move, MoveKind, NewMove, State, Submission, moved

if TYPE_CHECKING:
    from collections.abc import Sequence


def standing(moves: Sequence[Move]) -> Sequence[Move]:
    """Without the versions that were taken back, and what was said about them."""
    taken_back = {move.version for move in moves if move.kind is MoveKind.TAKEN_BACK}
    return [move for move in moves if move.version not in taken_back]


def before(submission: Submission, moves: Sequence[Move]) -> Submission:
    """As it stood before its present version. What was a draft may have an older number than what came before it."""
    earlier = [move for move in standing(moves) if move.version < submission.version]
    first, *later = sorted(earlier, key=lambda move: (move.version, move.kind not in VERSIONS, move.id))
    then = replace(
        submission, state=State.WAITING, version=first.version, since=first.at, sent_at=first.at, decided_by=None
    )
    for move in later:
        after = moved(then, NewMove(kind=move.kind, person_id=move.person_id), move.at)
        then = replace(after, version=move.version)
    return then
