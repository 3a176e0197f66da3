"""Days as people read them: in English the day stands before its month, in Bulgarian as in Bulgaria."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from mentoring.people import Language
from texts import plan_words, typed_days
from texts.say import Say

DAY = date(2026, 11, 24)


def read_by(language: Language) -> tuple[str, ...]:
    say = Say(language=language, zone="Europe/Sofia")
    return (
        say.date(DAY),
        say.moment(datetime(2026, 11, 24, 16, 30, tzinfo=UTC)),
        typed_days.moment(say, DAY, time(18, 30), today=DAY),
        typed_days.moment(say, DAY, None, today=date(2026, 1, 1)),
        plan_words.day(say, DAY),
    )


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            Language.EN,
            ("Tue 24 Nov", "Tue 24 Nov, 18:30", "Tue 24 Nov, 18:30", "Tue, 24 Nov 2026", "Tue, 24 Nov 2026"),
        ),
        (
            Language.BG,
            ("вт, 24.11", "вт, 24.11, 18:30", "вт, 24 ноември, 18:30", "вт, 24 ноември 2026 г.", "вт, 24.11.2026 г."),
        ),
    ],
)
def test_a_day_is_written_as_in_the_readers_country(language: Language, shown: tuple[str, ...]) -> None:
    assert tuple(one.replace("\u202f", " ") for one in read_by(language)) == shown
