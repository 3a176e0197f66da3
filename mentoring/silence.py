"""When somebody gives no sign of life while something is expected: three nudges at most, then the manager decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, MembershipId, PersonId
from mentoring.people import Role

if TYPE_CHECKING:
    from mentoring.rules import Rules

#: Diaries are asked for by themselves in the first days, so that these begin later.
MENTEE_NUDGES = (timedelta(days=5), timedelta(days=10), timedelta(days=15))
#: A stage that has been stuck for so long.
MENTEE_STUCK = timedelta(days=21)
#: Nobody looks at what was expected longer ago.
FORGOTTEN = timedelta(days=60)
#: Nobody is silent who has not been heard of for less than this.
NOTHING_BEFORE = timedelta(days=2)
WAIT_LONGER = timedelta(days=14)


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """Of one member: `since` is when something was expected, or when they were last heard of, if that is later."""

    membership_id: MembershipId
    person_id: PersonId
    group_id: GroupId
    role: Role
    name: str
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Patience:
    """After how long each nudge goes out, and when it is the manager's turn."""

    nudges: tuple[timedelta, ...]
    decides: timedelta

    def nudge_due(self, silent: timedelta) -> int | None:
        """The number of the latest nudge that is due, from 1; None before the first, and from the manager's turn on."""
        if silent >= self.decides:
            return None
        return sum(silent >= after for after in self.nudges) or None


def patience(role: Role, rules: Rules) -> Patience:
    """With a mentor others wait: theirs is the programme's own rhythm of reviews."""
    if role is Role.MENTOR:
        return Patience(nudges=rules.review_nudges, decides=rules.manager_alert)
    return Patience(nudges=MENTEE_NUDGES, decides=MENTEE_STUCK)
