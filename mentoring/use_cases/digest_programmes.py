"""A digest over several programmes says of each how it stands, and of each group whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.digests import Alarm, ProgrammeTotal
from mentoring.programmes import told_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentoring.digests import GroupFacts
    from mentoring.ids import GroupId
    from mentoring.people import Person
    from mentoring.ports import Record


def names_of_programmes(record: Record, manager: Person) -> Mapping[GroupId, str]:
    """Empty where there is only one: nothing has to be told apart."""
    own = record.programmes.managed_by(manager.id)
    if len(own) == 1:
        return {}
    labels = told_apart(own)
    return {group.id: labels[one.id] for one in own for group in record.groups.of_programme(one.id)}


def totals(
    names: Mapping[GroupId, str], groups: Sequence[GroupFacts], alarms: Mapping[GroupId, Alarm]
) -> tuple[ProgrammeTotal, ...]:
    """In the order in which they were made."""
    own = {group.group_id for group in groups}
    return tuple(
        ProgrammeTotal(
            name=name,
            groups=len(of_it := [one for one in own if names.get(one) == name]),
            waiting=sum(alarms[one] is not Alarm.GREEN for one in of_it),
        )
        for name in dict.fromkeys(names.values())
    )
