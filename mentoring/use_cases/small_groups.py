"""A group that has too few mentees left: the manager hears of it once, and may merge it or leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.groups import GroupState
from mentoring.notices import Delivery, Placement
from mentoring.notices.group_life import GroupTooSmall
from mentoring.people import MembershipState, Role
from mentoring.places import SMALLEST_GROUP, STAYING

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Membership
    from mentoring.ports import Record

_LEAVERS = frozenset({MembershipState.LEFT, MembershipState.REMOVED})


def look(record: Record, group: Group, before: Membership, after: Membership) -> None:
    """Only where somebody who was there has gone: a pair was small from the beginning."""
    if after.role is not Role.MENTEE or after.state not in _LEAVERS or before.state not in STAYING:
        return
    if group.state is not GroupState.RUNNING:
        return
    left = sum(one.state in STAYING for one in record.memberships.of_group(group.id, Role.MENTEE))
    if left >= SMALLEST_GROUP:
        return
    alert = GroupTooSmall(group_id=group.id, name=group.name, left=left)
    for manager in record.managers.of_programme(group.programme_id):
        once = Delivery(placement=Placement.BOTTOM, once=f"too_small:{group.id}:{manager.id}")
        notices.tell(record, manager, alert, once)
