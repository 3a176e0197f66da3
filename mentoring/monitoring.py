"""Monitoring of a programme: which of its sessions comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.sessions import Stage

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from mentoring.groups import Programme


def likely_first(programme: Programme, on: date, had: Collection[Stage]) -> tuple[Stage, ...]:
    """Every stage, the likely one first: that of this third of the programme, or the next that a group has not had."""
    stages = [*Stage]
    ahead = stages[_third(programme, on) :]
    likely = next((one for one in ahead if one not in had), stages[-1])
    return (likely, *(one for one in stages if one is not likely))


def _third(programme: Programme, on: date) -> int:
    """0, 1 or 2; a programme without days counts as if it were in the middle."""
    begins, ends = programme.begins_on, programme.ends_on
    if begins is None or ends is None:
        return 1
    days = (ends - begins).days + 1
    return min(max((on - begins).days * 3 // days, 0), 2)


def stage_of(programme: Programme, said: Stage | None, on: date) -> Stage:
    """As it was said, or as the day of the session makes it."""
    return said or [*Stage][_third(programme, on)]
