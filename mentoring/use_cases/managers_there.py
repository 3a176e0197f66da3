"""Managers who were at a session: they are no members of the group, but began it or wrote in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.sessions import SessionState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.groups import Group
    from mentoring.ids import PersonId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.sessions import Attendant, Session

_BEGUN = frozenset({SessionState.RUNNING, SessionState.HELD})


def managers_there(record: Record, group: Group, session: Session, people: Sequence[Attendant]) -> Sequence[Person]:
    """Beside `people`, who were asked to come."""
    if session.state not in _BEGUN or session.begun_by is None:
        return ()
    expected = {one.person.id for one in people}
    wrote = record.chat_records.speakers(session.id) if session.keeps_record else {}
    there: set[PersonId] = {session.begun_by, *wrote} - expected
    return [one for one in record.managers.of_programme(group.programme_id) if one.id in there] if there else ()
