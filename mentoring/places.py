"""Somebody's place in a group over a year: paused, left, removed, finished, back again."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mentoring.happenings import HappeningKind
from mentoring.people import Membership, MembershipState, Role
from mentoring.refusals import Refusal, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


class Deed(StrEnum):
    """What can be done with somebody's place; each is asked about before it is done, and may be given a reason."""

    PAUSE = "pause"
    LEAVE = "leave"
    REMOVE = "remove"
    COMPLETE = "complete"
    COMPLETE_EARLY = "early"
    RETURN = "return"


BECOMES: Mapping[Deed, MembershipState] = {
    Deed.PAUSE: MembershipState.PAUSED,
    Deed.LEAVE: MembershipState.LEFT,
    Deed.REMOVE: MembershipState.REMOVED,
    Deed.COMPLETE: MembershipState.COMPLETED,
    Deed.COMPLETE_EARLY: MembershipState.COMPLETED_EARLY,
    Deed.RETURN: MembershipState.ACTIVE,
}
#: Nothing goes on without them for good: a group counts them as its own.
STAYING = frozenset({MembershipState.EXPECTED, MembershipState.ACTIVE, MembershipState.PAUSED})
#: Reached what they came for, which is no cancellation.
FINISHED = frozenset({MembershipState.COMPLETED, MembershipState.COMPLETED_EARLY})
#: Take no part at the moment, and go on reading what is theirs.
READING_ON = FINISHED | {MembershipState.PAUSED}

#: Named as its people wherever a group is shown to its own: whoever pauses still reads along.
HERE = frozenset({MembershipState.ACTIVE, MembershipState.PAUSED})
_GONE = frozenset({MembershipState.LEFT, MembershipState.REMOVED}) | FINISHED
_FROM: Mapping[MembershipState, frozenset[MembershipState]] = {
    MembershipState.EXPECTED: frozenset(),
    MembershipState.ACTIVE: _GONE | {MembershipState.PAUSED},
    MembershipState.PAUSED: frozenset({MembershipState.ACTIVE}),
    MembershipState.LEFT: HERE,
    MembershipState.REMOVED: HERE | {MembershipState.EXPECTED},
    MembershipState.COMPLETED: HERE,
    MembershipState.COMPLETED_EARLY: HERE,
    MembershipState.MOVED: HERE | {MembershipState.EXPECTED},
}
#: A pause that begins anew takes the place of the one before.
_PAUSABLE = HERE

_TOLD: Mapping[MembershipState, HappeningKind] = {
    MembershipState.PAUSED: HappeningKind.PAUSED,
    MembershipState.LEFT: HappeningKind.LEFT,
    MembershipState.REMOVED: HappeningKind.REMOVED,
    MembershipState.COMPLETED: HappeningKind.COMPLETED,
    MembershipState.COMPLETED_EARLY: HappeningKind.COMPLETED_EARLY,
    MembershipState.MOVED: HappeningKind.MOVED,
}

#: Fewer mentees than this are no group, unless it was made as a pair.
SMALLEST_GROUP = 2


def can_become(before: MembershipState, after: MembershipState) -> bool:
    if after is MembershipState.PAUSED:
        return before in _PAUSABLE
    return before in _FROM[after]


def became(
    membership: Membership,
    state: MembershipState,
    now: datetime,
    *,
    reason: str = "",
    paused_until: datetime | None = None,
) -> Membership:
    """Raises Refusal when that is no way to go from where it stands."""
    if not can_become(membership.state, state):
        raise Refusal(Why.ALREADY_DONE)
    return replace(membership, state=state, changed_at=now, reason=reason, paused_until=paused_until)


def happening(before: MembershipState, after: MembershipState) -> HappeningKind:
    if after is MembershipState.ACTIVE:
        return HappeningKind.RESUMED if before is MembershipState.PAUSED else HappeningKind.RETURNED
    return _TOLD[after]


def deeds_open(membership: Membership) -> tuple[Deed, ...]:
    """What a manager can do with this place; a name that nobody has taken is only struck off."""
    if membership.person_id is None:
        return (Deed.REMOVE,) if membership.state is MembershipState.EXPECTED else ()
    return tuple(deed for deed in Deed if can_become(membership.state, BECOMES[deed]))


def is_pair(memberships: Iterable[Membership]) -> bool:
    """One mentee: people who work in a pair are not told of a group."""
    return sum(one.role is Role.MENTEE and one.state in STAYING for one in memberships) == 1
