"""Whoever writes to a manager or mentor is told when an answer can be expected."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from mentoring.groups import Programme
from mentoring.ids import ProgrammeId
from mentoring.people import Language
from mentoring.working_hours import answering_hours

PROGRAMME = Programme(
    id=ProgrammeId(1),
    name="P",
    organisation="O",
    language=Language.BG,
    zone="Europe/Sofia",
    created_at=datetime(2027, 1, 1, tzinfo=UTC),
)
#: The national holiday, a Wednesday.
DAYS_OFF = {date(2027, 3, 3)}


@pytest.mark.parametrize(
    ("day", "hour", "answers_on", "later"),
    [
        (2, 12, 2, False),
        (2, 5, 2, True),
        (2, 17, 4, True),
        (3, 12, 4, True),
        (5, 16, 8, True),
        (7, 12, 8, True),
    ],
    ids=["in the hours", "before them", "on the eve of a holiday", "on a holiday", "on Friday evening", "on Sunday"],
)
def test_an_answer_comes_in_the_hours_of_a_working_day(day: int, hour: int, answers_on: int, *, later: bool) -> None:
    hours = answering_hours(PROGRAMME, DAYS_OFF, datetime(2027, 3, day, hour, tzinfo=UTC))

    assert hours is not None
    assert (hours.begins, hours.later) == (datetime(2027, 3, answers_on, 7, tzinfo=UTC), later)
    assert hours.ends == datetime(2027, 3, answers_on, 16, tzinfo=UTC)


def test_a_programme_without_working_hours_promises_nothing() -> None:
    never = Programme(
        id=PROGRAMME.id,
        name="P",
        organisation="O",
        language=Language.BG,
        zone="Europe/Sofia",
        created_at=PROGRAMME.created_at,
        work_from=time(9),
        work_until=time(9),
    )

    assert answering_hours(never, DAYS_OFF, datetime(2027, 3, 2, 12, tzinfo=UTC)) is None
