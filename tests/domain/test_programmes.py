"""Days of a programme as people type them, the calendar that they mean, and what a new one begins with."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.groups import OptionalTool, Programme
from mentoring.ids import ProgrammeId
from mentoring.people import Language
from mentoring.programmes import (
    LONGEST,
    Period,
    as_hours,
    as_number,
    as_the_rules_say,
    calendar,
    is_possible,
    months_from,
    period_said,
)
from mentoring.rules import Rules
from mentoring.trial_groups import free_name

TODAY = date(2026, 11, 23)
PROGRAMME = Programme(
    id=ProgrammeId(1),
    name="P",
    organisation="O",
    language=Language.BG,
    zone="Europe/Sofia",
    created_at=datetime(2026, 11, 23, tzinfo=UTC),
    begins_on=date(2026, 12, 1),
    ends_on=date(2027, 5, 31),
    sessions_planned=6,
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("11.1.2027 – 30.6.2027", (date(2027, 1, 11), date(2027, 6, 30))),
        ("11.01.27-30.06.27", (date(2027, 1, 11), date(2027, 6, 30))),
        ("11.01.27 - 30.06.27", (date(2027, 1, 11), date(2027, 6, 30))),
        ("от 11.1.2027 до 30.6.2027 г.", (date(2027, 1, 11), date(2027, 6, 30))),
        ("11.1.2027 до 30.6.2027 г.", (date(2027, 1, 11), date(2027, 6, 30))),
        ("2027-01-11 to 2027-06-30", (date(2027, 1, 11), date(2027, 6, 30))),
        ("1.12 – 31.5", (date(2026, 12, 1), date(2027, 5, 31))),
        ("30.6.2027", (date(2026, 12, 1), date(2027, 6, 30))),
        ("до 30.6.2027", (date(2026, 12, 1), date(2027, 6, 30))),
        ("until 30.6.2027", (date(2026, 12, 1), date(2027, 6, 30))),
        ("30.2.2027", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_period_is_typed_as_two_days_or_the_last_one(said: str, meant: tuple[date, date] | None) -> None:
    period = period_said(said, programme=PROGRAMME, today=TODAY)

    assert period == (None if meant is None else Period(begins=meant[0], ends=meant[1]))


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_period_or_nothing(said: str) -> None:
    period = period_said(said, programme=PROGRAMME, today=TODAY)

    assert period is None or isinstance(period.ends, date)


def test_a_period_ends_after_it_begins_and_within_reason() -> None:
    begins = PROGRAMME.begins_on or TODAY

    assert not is_possible(Period(begins=begins, ends=begins))
    assert is_possible(Period(begins=begins, ends=begins + LONGEST))
    assert not is_possible(Period(begins=date(2027, 1, 1), ends=date(2099, 1, 1)))


@pytest.mark.parametrize(
    ("begins", "months", "ends"),
    [
        (date(2026, 12, 1), 6, date(2027, 5, 31)),
        (date(2026, 11, 23), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 27)),
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
    ],
)
def test_so_many_months_end_the_day_before(begins: date, months: int, ends: date) -> None:
    assert months_from(begins, months) == ends


def test_the_calendar_lies_within_the_period_in_its_order() -> None:
    days = calendar(PROGRAMME)

    assert days is not None
    assert days.weeks == 26
    assert (days.first, days.middle, days.last) == (date(2026, 12, 16), date(2027, 3, 2), date(2027, 5, 16))


def test_a_new_programme_begins_with_what_the_file_says() -> None:
    rules = Rules(
        begins_on=date(2027, 1, 11),
        ends_on=date(2027, 6, 30),
        sessions_planned=9,
        quiet_from=time(22),
        work_until=time(16),
        adult_age=18,
        optional_tools=(OptionalTool.T10,),
        contacts="112",
    )

    founded = as_the_rules_say(PROGRAMME, rules, TODAY)

    assert (founded.begins_on, founded.ends_on) == (date(2027, 1, 11), date(2027, 6, 30))
    assert (founded.sessions_planned, founded.quiet_from, founded.work_until) == (9, time(22), time(16))
    assert (founded.adult_age, founded.optional_tools, founded.contacts) == (18, (OptionalTool.T10,), "112")
    assert founded.languages == (Language.BG, Language.EN)


def test_a_programme_that_is_founded_after_the_files_days_begins_today() -> None:
    rules = Rules(begins_on=date(2025, 1, 11), ends_on=date(2025, 6, 30))

    founded = as_the_rules_say(PROGRAMME, rules, TODAY)

    assert (founded.begins_on, founded.ends_on) == (TODAY, date(2027, 5, 22))


@given(st.integers())
def test_hours_survive_their_button_and_nothing_else_is_hours(number: int) -> None:
    hours = as_hours(number)

    assert hours is None or as_number(hours) == number


def test_a_second_test_group_has_a_name_of_its_own() -> None:
    first = free_name(Language.EN, [])

    assert free_name(Language.EN, [first]) == "🧪 Test group 2"
