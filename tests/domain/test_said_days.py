"""Days and times as people type them, in either language: right, or asked about."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.people import Language
from mentoring.said_dates import Doubt
from mentoring.said_days import Asked, Reading, Said, day_said, said
from tests.domain.said_dates_bulgarian import BULGARIAN
from tests.domain.said_dates_english import ENGLISH
from tests.domain.said_dates_past import PAST
from texts import typed_days
from texts.say import Say

TODAY = date(2026, 11, 23)
SOFIA = ZoneInfo("Europe/Sofia")
NOON = datetime(2026, 11, 23, 12, tzinfo=SOFIA)
ASKED = {"D ": Asked.DAY, "T ": Asked.TIME}


def rows(tables: dict[str, str]) -> list[tuple[str, str, str]]:
    lines = [(typed, line) for typed, table in tables.items() for line in table.splitlines() if line.strip()]
    parts = [(typed, *line.rpartition("=")) for typed, line in lines]
    return [(phrase.strip(), typed, meant.strip()) for typed, phrase, _, meant in parts]


ROWS = list(dict.fromkeys([*rows(ENGLISH), *rows(BULGARIAN)]))


def shown(reading: Reading) -> str:
    day = f"{reading.day:%a %d.%m.%y}" if reading.day else ""
    at = f"{reading.at:%H:%M}" if reading.at else ""
    return f"{day} {at}".strip()


def told(what: Said) -> str:
    readings = " | ".join(shown(one) for one in what.readings)
    if what.doubt is None:
        return readings
    return f"? {readings}" if readings else f"- {what.doubt}"


@pytest.mark.parametrize(("phrase", "typed", "meant"), ROWS)
def test_what_people_type_is_right_or_asked(phrase: str, typed: str, meant: str) -> None:
    now = datetime.fromisoformat(typed).replace(tzinfo=SOFIA)
    asked = ASKED.get(phrase[:2], Asked.EITHER)
    words = phrase if asked is Asked.EITHER else phrase[2:]

    assert told(said(words, now, asked=asked)) == meant


@pytest.mark.parametrize(("phrase", "typed", "meant"), rows(PAST))
def test_what_people_type_about_a_session_that_is_over_is_right_or_asked(phrase: str, typed: str, meant: str) -> None:
    now = datetime.fromisoformat(typed).replace(tzinfo=SOFIA)
    asked = ASKED.get(phrase[:2], Asked.EITHER)
    words = phrase if asked is Asked.EITHER else phrase[2:]

    assert told(said(words, now, asked=asked, past=True)) == meant


def test_the_tables_have_three_hundred_phrases_and_more() -> None:
    assert len(ROWS) >= 300


ZONES = st.sampled_from(["Europe/Sofia", "Europe/Lisbon", "America/New_York", "Asia/Beirut", "Australia/Lord_Howe"])
MOMENTS = st.builds(
    lambda days, at, zone: datetime.combine(date(2026, 1, 1) + timedelta(days=days), at, ZoneInfo(zone)),
    st.integers(0, 1500),
    st.times(),
    ZONES,
)
AHEAD = st.integers(0, 270).map(lambda days: timedelta(days=days))


@settings(deadline=None)
@given(now=MOMENTS, ahead=AHEAD, at=st.times(), language=st.sampled_from(Language), asked=st.sampled_from(Asked))
def test_what_we_write_is_read_as_the_same(
    *, now: datetime, ahead: timedelta, at: time, language: Language, asked: Asked
) -> None:
    starts_at = datetime.combine(now.date() + ahead, at.replace(second=0, microsecond=0), now.tzinfo)
    say = Say(language=language, zone=str(now.tzinfo))
    asked_back = typed_days.moment(say, starts_at.date(), starts_at.time(), today=now.date())

    for written in (say.moment(starts_at), asked_back):
        read = said(written, now, asked=asked)
        if read.understood is None:
            assert (read.readings, read.doubt) in [((), Doubt.PAST), ((), Doubt.CLOCK)]
        else:
            assert read.understood == Reading(day=starts_at.date(), at=starts_at.time())


@settings(deadline=None)
@given(MOMENTS, AHEAD, st.sampled_from(Language))
def test_a_day_that_we_write_is_read_as_the_same_unless_it_looks_like_a_time(
    now: datetime, ahead: timedelta, language: Language
) -> None:
    day = now.date() + ahead
    written = Say(language=language, zone="Europe/Sofia").date(day)
    read = said(written, now)

    assert Reading(day=day) in read.readings
    assert read.understood in {Reading(day=day), None}


WORDS = sorted({word for phrase, _, _ in ROWS for word in phrase.split()})


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), MOMENTS, st.sampled_from(Asked))
def test_whatever_is_understood_is_ahead_and_read_back_as_the_same(words: str, now: datetime, asked: Asked) -> None:
    meant = said(words, now, asked=asked).understood

    if meant is not None and meant.day is not None:
        at = f" {meant.at:%H:%M}" if meant.at else ""
        assert said(f"{meant.day:%d.%m.%Y}{at}", now).understood == meant
        assert now.date() <= meant.day <= now.date() + timedelta(days=366)
    elif meant is not None:
        assert meant.at is not None
        assert said(f"{meant.at:%H:%M}", now).understood == meant


PAST_WORDS = sorted({word for phrase, _, _ in rows(PAST) for word in phrase.split()})


@settings(deadline=None)
@given(st.lists(st.sampled_from(PAST_WORDS), max_size=9).map(" ".join), MOMENTS, st.sampled_from(Asked))
def test_whatever_is_understood_of_the_past_is_over_and_read_back_as_the_same(
    words: str, now: datetime, asked: Asked
) -> None:
    meant = said(words, now, asked=asked, past=True).understood

    if meant is not None and meant.day is not None:
        at = f" {meant.at:%H:%M}" if meant.at else ""
        assert said(f"{meant.day:%d.%m.%Y}{at}", now, past=True).understood == meant
        assert now.date() - timedelta(days=366) <= meant.day <= now.date()


@settings(deadline=None)
@given(st.text(max_size=100), MOMENTS)
def test_no_text_breaks_it(text: str, now: datetime) -> None:
    found = said(text, now)

    assert (found.understood is None) is (found.doubt is not None)


@pytest.mark.parametrize(
    "text",
    [
        "5." * 40,
        "twenty-one " * 7,
        "двайсет и " * 8,
        "9" * 80,
        " " * 100_000 + "x",
        "a.m." * 20,
        "в " * 40,
        "5-ти" * 20,
        "(((" * 26,
        "по " * 100_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = perf_counter()
    said(text, NOON)

    assert perf_counter() - began < 2


def test_a_time_alone_is_of_the_day_that_is_known() -> None:
    friday = date(2026, 11, 27)

    assert said("18:30", NOON, asked=Asked.TIME, day=friday).understood == Reading(day=friday, at=time(18, 30))
    assert said("at 6", NOON, asked=Asked.TIME, day=TODAY).understood == Reading(day=TODAY, at=time(18))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.12", date(2026, 12, 1)),
        (" 01.12. ", date(2026, 12, 1)),
        ("23.11", TODAY),
        ("22.11", date(2027, 11, 22)),
        ("25/1", date(2027, 1, 25)),
        ("22.11.2026", date(2026, 11, 22)),
        ("05.12.26 г.", date(2026, 12, 5)),
        ("2026-12-05", date(2026, 12, 5)),
        ("5 декември", date(2026, 12, 5)),
        ("утре", date(2026, 11, 24)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(typed: str, meant: date) -> None:
    assert day_said(typed, today=TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "31.02", "0.1", "12", "29.2.2027", "2026-13-01", "1.12.20266", "5/1", "next Friday", "Tue 25.11"],
)
def test_what_is_no_day_or_could_be_two_is_none(typed: str) -> None:
    assert day_said(typed, today=TODAY) is None
