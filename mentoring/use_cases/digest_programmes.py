"""A digest over several programmes says of each how it stands, and of each group whose it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.digests import Alarm, ProgrammeTotal
from mentoring.groups import GroupState
from mentoring.programmes import told_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mentoring.digests import GroupFacts
    from mentoring.ids import GroupId
    from mentoring.people import Person
    from mentoring.ports import Record


_FINISHED = frozenset({GroupState.COMPLETED, GroupState.COMPLETED_EARLY})
LATELY = timedelta(days=30)


def names_of_programmes(record: Record, manager: Person) -> Mapping[GroupId, str]:
    """Empty where there is only one: nothing has to be told apart."""
    own = record.programmes.managed_by(manager.id)
    if len(own) == 1:
        return {}
    labels = told_apart(own)
    return {group.id: labels[one.id] for one in own for group in record.groups.of_programme(one.id)}


def lately_finished(record: Record, manager: Person, now: datetime) -> tuple[str, ...]:
    """The latest first."""
    ended = [
        (group.state_since, group.name)
        for programme in record.programmes.managed_by(manager.id)
        for group in record.groups.of_programme(programme.id)
        if group.state in _FINISHED and group.state_since is not None and group.state_since > now - LATELY
    ]
    return tuple(name for _, name in sorted(ended, reverse=True))


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
