"""In which languages a group reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import MembershipState

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Language
    from mentoring.ports import Record


def languages(record: Record, group: Group) -> tuple[Language, ...]:
    """The group's own first."""
    there = (one for one in record.memberships.of_group(group.id) if one.state is MembershipState.ACTIVE)
    people = [record.people.by_id(one.person_id) for one in there if one.person_id is not None]
    return tuple(dict.fromkeys([group.language, *(person.language for person in people)]))
