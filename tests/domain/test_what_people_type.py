"""Words, cities and hours as people type them: by sound in either alphabet, and never guessed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring import bundles
from mentoring.cities import zone_said
from mentoring.quiet import QuietHours, hours_said
from mentoring.spelling import same, sounds
from mentoring.zone_names import Zone

NIGHT = QuietHours(begins=time(22), ends=time(7))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Моите срещи", "moite sreshti"),
        ("Моите срещи", "Moite sre6ti!"),
        ("Начало", "na4alo"),
        ("Настройки", "nastroyki"),
        ("Обратно: София", "obratno sofiq"),
        ("Връщане с коментар", "vryshtane s komentar"),
        ("Връщане с коментар", "wrashtane s komentar"),
        ("Ще закъснея", "shte zakusneq"),
        ("🗓 My sessions", "MY SESSIONS"),
        ("Жълт ключ", "jult kliuch"),
    ],
)
def test_words_are_the_same_when_they_sound_the_same(written: str, typed: str) -> None:
    assert same(written, typed)


@pytest.mark.parametrize(
    ("one", "other"), [("Да", "Не"), ("Help", "Home"), ("Срещи", "Срещам"), ("", ""), ("👍", "👎")]
)
def test_different_words_stay_different_and_nothing_sounds_like_nothing(one: str, other: str) -> None:
    assert not same(one, other)


@given(st.text(max_size=40))
def test_whatever_is_typed_sounds_like_itself_or_like_nothing(text: str) -> None:
    assert same(text, text) is bool(sounds(text))


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Бургас", "Europe/Sofia"),
        ("burgas", "Europe/Sofia"),
        ("6umen", "Europe/Sofia"),
        ("veliko tyrnovo", "Europe/Sofia"),
        ("  Виена ", "Europe/Vienna"),
        ("München", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("Europe/Sofia", "Europe/Sofia"),
        ("Нийде", None),
        ("", None),
        ("5", None),
    ],
)
def test_a_city_names_its_zone(typed: str, zone: str | None) -> None:
    assert zone_said(typed) == zone


def test_every_zone_with_a_name_exists() -> None:
    assert {*Zone} <= available_timezones()


@pytest.mark.parametrize("typed", ["22-7", "22:00–07:00", "от 22 до 7 ч.", "from 22.00 till 7", "22 7"])
def test_hours_are_read_as_people_write_them(typed: str) -> None:
    assert hours_said(typed) == NIGHT


@pytest.mark.parametrize("typed", ["", "22", "25-7", "22:75-7", "at night", "1-2-3", "2026-11-23"])
def test_what_is_no_pair_of_hours_is_not_guessed(typed: str) -> None:
    assert hours_said(typed) is None


@given(
    after=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(sorted(Zone)),
)
def test_the_next_hour_of_news_is_noon_or_six_within_a_day(after: datetime, zone: Zone) -> None:
    hour = bundles.next_hour(after, zone)

    assert after < hour
    assert (hour - after).total_seconds() <= 19 * 3600
    assert hour.astimezone(ZoneInfo(zone)).time() in bundles.HOURS
