"""The days on which a group meets in its rhythm: in order, in the season, on no holiday, at one time by the clock."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from holidays import country_holidays

from mentoring import zones
from mentoring.rhythm import NOTICE, Often, Rhythm, Season, calmest, first_day, meeting_days, so_many

SOFIA = "Europe/Sofia"
BULGARIAN = country_holidays("BG")
MONDAY, TUESDAY, THURSDAY = 0, 1, 3


def rhythm(*weekdays: int, often: Often = Often.WEEKLY, at: time = time(18), zone: str = SOFIA) -> Rhythm:
    return Rhythm(weekdays=weekdays, at=at, often=often, zone=zone)


def days(of: Rhythm, season: Season) -> list[date]:
    return list(meeting_days(of, season, BULGARIAN))


def a_case(seed: int) -> tuple[Rhythm, Season]:
    chance = random.Random(seed)
    first = date(2026, 1, 1) + timedelta(days=chance.randrange(1200))
    last = first + timedelta(days=chance.randrange(400))
    weekdays = tuple(sorted(chance.sample(range(7), chance.randint(1, 3))))
    met = [first - timedelta(days=60) + timedelta(days=chance.randrange(300)) for _ in range(chance.randrange(4))]
    zone = chance.choice([SOFIA, "Europe/Lisbon", "America/New_York", "Asia/Kathmandu"])
    of = rhythm(*weekdays, often=chance.choice([*Often]), at=time(chance.randrange(6, 23), 30), zone=zone)
    return of, Season(first=first, last=last, standing=tuple(met))


@pytest.mark.parametrize("seed", range(300))
def test_whatever_the_rhythm_and_the_season_every_day_keeps_to_both(seed: int) -> None:
    of, season = a_case(seed)

    found = days(of, season)

    assert found == sorted(set(found))
    assert all(season.first <= day <= season.last for day in found)
    assert {day.weekday() for day in found} <= set(of.weekdays)
    assert not [day for day in found if day in BULGARIAN]
    assert not set(found) & set(season.standing)
    shown = [zones.instant(day, of.at, of.zone).astimezone(ZoneInfo(of.zone)).time() for day in found]
    assert shown == [of.at] * len(found)


@pytest.mark.parametrize("seed", range(100))
def test_between_one_day_of_the_week_and_the_next_the_rhythm_passes_or_a_holiday(seed: int) -> None:
    of, season = a_case(seed)
    one = Rhythm(weekdays=of.weekdays[:1], at=of.at, often=of.often, zone=SOFIA)

    found = days(one, Season(first=season.first, last=season.last))

    gaps = [(later - earlier).days // 7 for earlier, later in pairwise(found)]
    step = one.often.weeks
    holidays = {later - timedelta(days=7) for later in found} | {later + timedelta(days=7) for later in found}
    assert all(gap % step == 0 or holidays & set(BULGARIAN) for gap in gaps)
    assert all(gap >= step - 1 for gap in gaps)


def test_a_holiday_gives_way_to_the_week_after_it() -> None:
    # 24 December is a holiday in Bulgaria, and a Thursday in 2026.
    season = Season(first=date(2026, 12, 8), last=date(2027, 1, 31))

    fortnightly = days(rhythm(THURSDAY, often=Often.FORTNIGHTLY), season)
    weekly = days(rhythm(THURSDAY), season)

    assert fortnightly == [date(2026, 12, 10), date(2026, 12, 31), date(2027, 1, 7), date(2027, 1, 21)]
    assert weekly[:3] == [date(2026, 12, 10), date(2026, 12, 17), date(2026, 12, 31)]


def test_the_rhythm_of_what_is_planned_goes_on() -> None:
    met = Season(first=date(2026, 11, 26), last=date(2027, 1, 31), standing=(date(2026, 11, 17),))

    assert days(rhythm(TUESDAY, often=Often.FORTNIGHTLY), met)[:3] == [
        date(2026, 12, 1),
        date(2026, 12, 15),
        date(2026, 12, 29),
    ]


def test_a_week_in_which_they_meet_anyway_is_left_free() -> None:
    met = Season(first=date(2026, 11, 26), last=date(2026, 12, 20), standing=(date(2026, 12, 10),))

    assert days(rhythm(TUESDAY), met) == [date(2026, 12, 1), date(2026, 12, 15)]
    assert days(rhythm(TUESDAY, THURSDAY), met)[-3:] == [date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 17)]


def test_people_hear_of_the_first_one_a_day_before() -> None:
    noon = datetime(2026, 11, 24, 10, tzinfo=UTC)

    assert first_day(time(18), SOFIA, noon) == date(2026, 11, 25)
    assert first_day(time(9), SOFIA, noon) == date(2026, 11, 26)
    assert zones.instant(first_day(time(12), SOFIA, noon), time(12), SOFIA) - noon >= NOTICE


@pytest.mark.parametrize(
    ("last", "often"),
    [
        (date(2027, 5, 31), Often.MONTHLY),
        (date(2027, 2, 28), Often.FORTNIGHTLY),
        (date(2027, 1, 10), Often.WEEKLY),
        (date(2026, 12, 2), Often.WEEKLY),
    ],
)
def test_the_calmest_rhythm_with_room_for_all_is_suggested(last: date, often: Often) -> None:
    season = Season(first=date(2026, 11, 25), last=last)

    assert calmest(rhythm(TUESDAY), season, BULGARIAN, sessions=6) == often


def test_the_last_day_comes_after_what_is_planned_where_there_is_room() -> None:
    weekly = rhythm(TUESDAY)
    season = Season(first=date(2026, 12, 1), last=date(2027, 1, 31))

    found = so_many(meeting_days(weekly, season, BULGARIAN), 3, beyond=date(2027, 1, 6))
    too_late = so_many(meeting_days(weekly, season, BULGARIAN), 3, beyond=date(2027, 3, 1))

    assert found == [date(2026, 12, 1), date(2026, 12, 8), date(2027, 1, 12)]
    assert too_late == [date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)]


def test_a_season_that_is_over_has_no_days() -> None:
    season = Season(first=date(2026, 11, 25), last=date(2026, 11, 20))

    assert days(rhythm(MONDAY), season) == []
