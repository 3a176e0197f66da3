"""Which moments a planned session leads to, in every zone and around every change of the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.people import Language, Person, Reachability, Role
from mentoring.rules import Rules
from mentoring.schedule import Appointment, DueKind
from mentoring.session_clock import appointments, is_at_the_start
from mentoring.sessions import USUAL_LENGTH, Attendant, Place, Session, SessionKind, SessionState
from mentoring.zones import is_quiet, wall

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ZONES = sorted(available_timezones())
RULES = Rules()
#: Of the others one comes by the session's own morning, and one makes no sound.
TOLD_TO_PEOPLE = (DueKind.SESSION_REMINDER, DueKind.HOMEWORK_EVENING, DueKind.DIARY_PROMPT)

starts = st.datetimes(
    min_value=datetime(2026, 1, 5),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2031, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def session(starts_at: datetime, *, zone: str = "Europe/Sofia", moves: int = 0) -> Session:
    return Session(
        id=SessionId(7),
        group_id=GroupId(1),
        number=1,
        kind=SessionKind.MONITORING,
        starts_at=starts_at,
        ends_at=starts_at + USUAL_LENGTH,
        wall_time=wall(starts_at, zone).replace(tzinfo=None).isoformat(),
        zone=zone,
        place=Place.VIDEO,
        address="",
        state=SessionState.PLANNED,
        moves=moves,
        planned_by=PersonId(1),
        created_at=NOW,
    )


def attendant(zone: str, role: Role = Role.MENTEE) -> Attendant:
    person = Person(
        id=PersonId(2),
        telegram_id=2,
        name="Vera",
        language=Language.EN,
        zone=zone,
        reachability=Reachability.OK,
        consent_version=1,
        consented_at=NOW,
        created_at=NOW,
    )
    return Attendant(
        session_id=SessionId(7), group="Nova", person=person, name="Vera", role=role, coming=None, diary=None
    )


def made(starts_at: datetime, zone: str, *, role: Role = Role.MENTEE, now: datetime = NOW) -> list[Appointment]:
    return [*appointments(session(starts_at), [attendant(zone, role)], RULES, now)]


def reminders(made: list[Appointment]) -> list[datetime]:
    """Those that come before it."""
    return [one.due_at for one in made if one.kind is DueKind.SESSION_REMINDER and not is_at_the_start(one.occurrence)]


def links(made: list[Appointment]) -> list[datetime]:
    return [one.due_at for one in made if one.kind is DueKind.SESSION_REMINDER and is_at_the_start(one.occurrence)]


def test_reminders_come_a_day_and_an_hour_before() -> None:
    at = datetime(2026, 11, 27, 16, tzinfo=UTC)

    assert reminders(made(at, "Europe/Sofia")) == [at - timedelta(days=1), at - timedelta(hours=1)]


@pytest.mark.parametrize(
    ("own", "expected"),
    [("", [24, 1, 0]), ("48 h, 1 h", [48, 1, 0]), ("1 h", [1, 0]), ("-", [])],
    ids=["the programme's", "others", "only the last", "none"],
)
def test_everybody_has_the_reminders_that_they_chose(own: str, expected: list[int]) -> None:
    at = datetime(2026, 11, 27, 16, tzinfo=UTC)
    vera = attendant("Europe/Sofia")
    vera = replace(vera, person=replace(vera.person, reminders=own))

    planned = appointments(session(at), [vera], RULES, NOW)

    due = [one.due_at for one in planned if one.kind is DueKind.SESSION_REMINDER]
    assert due == [at - timedelta(hours=hours) for hours in expected]
    assert bool([one for one in planned if one.kind is DueKind.HOMEWORK_EVENING]) == bool(expected)


@pytest.mark.parametrize("place", list(Place))
def test_the_link_comes_at_the_start_where_there_is_one(place: Place) -> None:
    at = datetime(2026, 11, 27, 16, tzinfo=UTC)

    planned = appointments(replace(session(at), place=place), [attendant("Europe/Sofia")], RULES, NOW)

    assert links([*planned]) == ([] if place is Place.FACE_TO_FACE else [at])


def test_whoever_agreed_is_woken_by_the_last_reminder_alone() -> None:
    at = datetime(2026, 11, 27, 5, 30, tzinfo=UTC)  # 07:30 in Sofia
    vera = attendant("Europe/Sofia")
    vera = replace(vera, person=replace(vera.person, woken_for_sessions=True))

    planned = [*appointments(session(at), [vera], RULES, NOW)]

    assert [wall(one, "Europe/Sofia").time() for one in reminders(planned)] == [time(8), time(6, 30)]
    assert links(planned) == [at]
    assert links(made(at, "Europe/Sofia")) == []


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Sofia", "2026-11-26T17:00"),
        ("America/New_York", "2026-11-27T00:00"),
        ("Asia/Tokyo", "2026-11-27T10:00"),
    ],
)
def test_homework_is_asked_after_on_the_evening_before_where_its_reader_is(zone: str, expected: str) -> None:
    at = datetime(2026, 11, 27, 16, tzinfo=UTC)  # in Tokyo it is the 28th

    due = [one.due_at for one in made(at, zone) if one.kind is DueKind.HOMEWORK_EVENING]

    assert due == [datetime.fromisoformat(expected).replace(tzinfo=UTC)]
    assert due == [one.due_at for one in made(at, zone, role=Role.MENTOR) if one.kind is DueKind.HOMEWORK_EVENING]


def test_across_the_change_of_the_clock_a_day_before_is_24_hours() -> None:
    at = datetime(2026, 3, 29, 15, tzinfo=UTC)  # 18:00 in Sofia's summer time, which began that night

    [day, hour] = reminders(made(at, "Europe/Sofia"))

    assert wall(day, "Europe/Sofia").time() == time(17)
    assert wall(hour, "Europe/Sofia").time() == time(17)


@pytest.mark.parametrize(
    ("begins", "expected"),
    [(time(8, 30), time(8)), (time(8), time(21))],
    ids=["at the end of the quiet hours", "else before them"],
)
def test_an_early_session_is_reminded_of_outside_quiet_hours(begins: time, expected: time) -> None:
    at = datetime(2026, 11, 27, begins.hour, begins.minute, tzinfo=ZoneInfo("Europe/Sofia")).astimezone(UTC)

    hour_before = reminders(made(at, "Europe/Sofia"))[1]

    assert wall(hour_before, "Europe/Sofia").time() == expected
    assert hour_before < at


@given(st.sampled_from(ZONES), starts)
def test_nobody_is_woken_or_reminded_too_late_in_any_zone(zone: str, at: datetime) -> None:
    for one in made(at, zone):
        local = wall(one.due_at, zone).time()
        quiet = is_quiet(local, begins=RULES.quiet_from, ends=RULES.quiet_until)
        assert one.kind not in TOLD_TO_PEOPLE or not quiet or local == RULES.quiet_from
        assert one.due_at < one.expires_at
        assert one.kind is not DueKind.SESSION_REMINDER or one.due_at < at or one.due_at in links(made(at, zone))


@given(st.sampled_from(ZONES), starts)
def test_its_cards_hear_of_the_end_at_once(zone: str, at: datetime) -> None:
    assert [one.due_at for one in made(at, zone) if one.kind is DueKind.SESSION_END] == [at + USUAL_LENGTH]


@given(st.sampled_from(ZONES), starts)
def test_diaries_are_asked_for_after_the_end_and_only_of_mentees(zone: str, at: datetime) -> None:
    asked = [one.due_at for one in made(at, zone) if one.kind is DueKind.DIARY_PROMPT]

    assert 1 <= len(asked) <= len(RULES.diary_prompts)
    assert all(due >= at + USUAL_LENGTH for due in asked)
    assert not [one for one in made(at, zone, role=Role.MENTOR) if one.kind is DueKind.DIARY_PROMPT]


def test_no_diary_is_asked_for_on_a_public_holiday() -> None:
    at = datetime(2027, 3, 2, 15, tzinfo=UTC)
    rules = replace(RULES, days_off={date(2027, 3, 3)})
    planned = appointments(session(at), [attendant("Europe/Sofia")], rules, NOW)

    asked = [one.due_at for one in planned if one.kind is DueKind.DIARY_PROMPT]

    end = at + USUAL_LENGTH
    assert asked == [end + timedelta(minutes=15), end + timedelta(hours=48), end + timedelta(hours=72)]


@given(starts, st.integers(min_value=0, max_value=100))
def test_nothing_is_planned_that_is_past_already(at: datetime, hours: int) -> None:
    now = at - timedelta(hours=hours)

    assert [one for one in made(at, "Europe/Sofia", now=now) if one.due_at <= now] == []


@given(starts)
def test_a_moved_session_has_occurrences_of_its_own(at: datetime) -> None:
    before = {one.occurrence for one in appointments(session(at), [attendant("UTC")], RULES, NOW)}
    after = {one.occurrence for one in appointments(session(at, moves=1), [attendant("UTC")], RULES, NOW)}

    assert before & after == set()
    assert len(before) == len(after)


@given(st.sampled_from(ZONES), starts, st.integers(min_value=0, max_value=200))
def test_after_any_pause_at_most_one_of_each_kind_is_still_worth_doing(zone: str, at: datetime, hours: int) -> None:
    now = at - timedelta(days=2) + timedelta(hours=hours)
    late = [one for one in made(at, zone) if one.due_at <= now < one.expires_at]

    assert len({one.kind for one in late}) == len(late)
