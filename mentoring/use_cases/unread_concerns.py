"""A concern outlives its readers: when nobody is left who may read it, somebody elsewhere hears that one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.notices.operating import AnotherManagerNeeded
from mentoring.use_cases.concern_cards import tell_reader
from mentoring.use_cases.concern_readers import may_read, raised_of, readers
from mentoring.use_cases.operating import tell_one_of_the_others

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mentoring.concerns import Concern
    from mentoring.groups import Programme
    from mentoring.people import Person
    from mentoring.ports import Record


def unread(record: Record, programme: Programme) -> Sequence[Concern]:
    """Nobody has taken care of these, and nobody who is left may."""
    return [one for one in record.concerns.untaken(programme.id) if not readers(record, raised_of(one))]


def call_for_another(record: Record, programme: Programme, *, before: Collection[Concern]) -> None:
    """Once, however many they are; not for those of `before`, for which somebody was called already."""
    known = {one.id for one in before}
    new = [one for one in unread(record, programme) if one.id not in known]
    if new:
        barred = {person_id for one in new for person_id in (one.person_id, one.about_id)}
        tell_one_of_the_others(record, AnotherManagerNeeded(programme=programme.name), but=barred)


def show(record: Record, newcomer: Person, before: Collection[Concern]) -> None:
    """What waited for somebody like them."""
    for concern in before:
        if may_read(record, raised_of(concern), newcomer.id):
            tell_reader(record, concern, newcomer)
