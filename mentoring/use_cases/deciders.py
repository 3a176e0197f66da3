"""Who is shown what a manager has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.acting import Acting
    from mentoring.ids import ProgrammeId
    from mentoring.people import Person
    from mentoring.ports import Record


def shown_a_decision(record: Record, by: Acting, programme_id: ProgrammeId) -> Sequence[Person]:
    """Whoever answers for the programme now, and whoever decided though they are away."""
    present = record.managers.of_programme(programme_id)
    away = (one for one in record.managers.appointed(programme_id) if one.telegram_id == by.telegram_id)
    return [*{one.id: one for one in (*present, *away)}.values()]
