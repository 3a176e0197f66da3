"""A plan that is sent again: each row finds its session, and what would change is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.plan_reading.differences import Change, Difference, differences, has_effect, left_alone
from mentoring.plan_reading.matching import matched
from mentoring.plan_reading.parts import codes_in, parted
from mentoring.plan_reading.rows import is_asked, understood
from mentoring.plan_rows import Column, Written, WrittenRow
from mentoring.sessions import Place, Session, SessionKind, SessionState, Stage

if TYPE_CHECKING:
    from mentoring.plan_reading.matching import Match

ZONE = "Europe/Sofia"
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=ZoneInfo(ZONE))
FIFTH = datetime(2026, 12, 5, 16, 0, tzinfo=UTC)
FIRST = Session(
    id=SessionId(11),
    group_id=GroupId(1),
    number=1,
    kind=SessionKind.EMPLOYABILITY,
    starts_at=FIFTH,
    ends_at=FIFTH + timedelta(minutes=90),
    wall_time="2026-12-05T18:00:00",
    zone=ZONE,
    place=Place.CHAT,
    address="",
    state=SessionState.PLANNED,
    moves=0,
    planned_by=PersonId(1),
    created_at=NOW,
    topic="CV",
)
IN_A_WEEK = FIFTH + timedelta(days=7)
SECOND = replace(
    FIRST,
    id=SessionId(12),
    number=2,
    starts_at=IN_A_WEEK,
    ends_at=IN_A_WEEK + timedelta(minutes=90),
    wall_time="2026-12-12T18:00:00",
    topic="Letter",
)


def row(day: str = "", hours: str = "18:00–19:30", **cells: str) -> WrittenRow:
    said = {"date": day, "hours": hours, "mode": "chat", "kind": "employability", **cells}
    return WrittenRow(cells={Column(name): Written(text=text) for name, text in said.items() if text})


AS_FIRST = row("5.12.2026", number="1", topic="CV")
AS_SECOND = row("12.12.2026", number="2", topic="Letter")


def matches(*rows: WrittenRow, sessions: tuple[Session, ...] = (FIRST, SECOND)) -> tuple[Match, ...]:
    return matched(understood(rows, NOW), sessions, ZONE)


def changes(*rows: WrittenRow, sessions: tuple[Session, ...] = (FIRST, SECOND)) -> tuple[Change, ...]:
    found = matches(*rows, sessions=sessions)
    assert all(is_asked(one.row) == () for one in found)
    return differences(found, ZONE, NOW)


def in_short(*rows: WrittenRow, sessions: tuple[Session, ...] = (FIRST, SECOND)) -> list[tuple[Difference, int | None]]:
    return [(one.difference, one.session.number if one.session else None) for one in changes(*rows, sessions=sessions)]


def test_the_same_plan_changes_nothing() -> None:
    assert in_short(AS_FIRST, AS_SECOND) == [(Difference.SAME, 1), (Difference.SAME, 2)]


def test_a_row_of_its_own_is_a_new_session() -> None:
    (_, _, added) = changes(AS_FIRST, AS_SECOND, row("19.12.2026", "18:00", topic="Interview"))

    assert added.difference is Difference.NEW
    assert added.wanted is not None
    assert (added.wanted.starts_at, added.wanted.ends_at) == (
        datetime(2026, 12, 19, 16, 0, tzinfo=UTC),
        datetime(2026, 12, 19, 17, 0, tzinfo=UTC),
    )
    assert (added.wanted.wall_time, added.wanted.zone) == ("2026-12-19T18:00:00", ZONE)
    assert (added.wanted.topic, added.wanted.place) == ("Interview", Place.CHAT)


def test_a_row_with_its_number_moves_its_session() -> None:
    moved, same = changes(row("6.12.2026", number="1", topic="CV"), AS_SECOND)

    assert (moved.difference, moved.session, same.difference) == (Difference.MOVED, FIRST, Difference.SAME)
    assert moved.wanted is not None
    assert moved.wanted.starts_at == FIFTH + timedelta(days=1)
    assert moved.fields == ()


def test_without_numbers_the_time_tells_then_the_topic_then_the_day() -> None:
    by_time, by_topic = row("5.12.2026", topic="My CV"), row("13.12.2026", topic="letter ")
    by_day = row("5.12.2026", "10:00", topic="Else")

    assert in_short(by_time, by_topic) == [(Difference.CHANGED, 1), (Difference.MOVED, 2)]
    assert in_short(by_day) == [(Difference.MOVED, 1)]


def test_rows_that_were_numbered_anew_keep_their_sessions() -> None:
    """Somebody put one in between, and Word counted on."""
    between = row("8.12.2026", number="2", topic="Interview")
    assert in_short(AS_FIRST, between, row("12.12.2026", number="3", topic="Letter")) == [
        (Difference.SAME, 1),
        (Difference.NEW, None),
        (Difference.SAME, 2),
    ]


def test_two_sessions_that_changed_places_are_both_moved() -> None:
    assert in_short(row("12.12.2026", number="1", topic="CV"), row("5.12.2026", number="2", topic="Letter")) == [
        (Difference.MOVED, 1),
        (Difference.MOVED, 2),
    ]


def test_what_is_told_otherwise_is_named() -> None:
    (changed,) = changes(row("5.12.2026", "18:00–20:00", mode="video", place="https://zoom.us/j/1", topic="My CV"))
    assert (changed.difference, changed.fields) == (Difference.CHANGED, ("ends_at", "place", "address", "topic"))


def test_what_is_left_empty_stays_and_is_not_asked() -> None:
    at_zoom = replace(FIRST, place=Place.VIDEO, address="https://zoom.us/j/1", homework="Read", documents="T06")
    bare = WrittenRow(cells={Column.DATE: Written(text="5.12.2026"), Column.NUMBER: Written(text="1")})

    (match,) = matches(bare, sessions=(at_zoom,))

    assert is_asked(match.row) == ()
    assert differences([match], ZONE, NOW)[0].difference is Difference.SAME


def test_a_cancelled_row_cancels_and_stays_cancelled() -> None:
    cancelled = row("5.12.2026", number="1", status="cancelled")

    assert in_short(cancelled) == [(Difference.CANCELLED, 1)]
    assert in_short(cancelled, sessions=(replace(FIRST, state=SessionState.CANCELLED),)) == [
        (Difference.NEVER_PLANNED, None)
    ]


def test_what_is_over_is_not_asked_about_and_stays() -> None:
    held = replace(FIRST, starts_at=FIFTH - timedelta(days=30), ends_at=FIFTH - timedelta(days=30) + timedelta(hours=1))
    same, otherwise = row("5.11.2026", number="1"), row("5.11.2026", number="1", topic="Else", status="held")

    assert in_short(same, sessions=(held,)) == [(Difference.FIXED, 1)]
    assert in_short(otherwise, sessions=(held,)) == [(Difference.FIXED, 1)]


def test_what_was_held_without_the_bot_is_told_as_such() -> None:
    assert in_short(row("5.11.2026", status="held"), sessions=()) == [(Difference.BEFORE, None)]


def test_a_session_that_no_row_names_is_left_alone() -> None:
    found = matches(AS_FIRST)
    assert left_alone(found, (FIRST, SECOND), NOW) == (SECOND,)
    assert [has_effect(one) for one in differences(found, ZONE, NOW)] == [False]


def test_two_rows_that_could_be_one_session_are_neither() -> None:
    assert in_short(row("6.12.2026", topic="CV"), row("7.12.2026", topic="CV"), sessions=(FIRST,)) == [
        (Difference.NEW, None),
        (Difference.NEW, None),
    ]


def test_whoever_leads_is_nothing_new() -> None:
    found = matches(row("5.12.2026", number="1", topic="CV", responsible="Anton"), sessions=(FIRST,))

    assert [one.difference for one in differences(found, ZONE, NOW, usual="Anton")] == [Difference.SAME]
    assert [one.fields for one in differences(found, ZONE, NOW)] == [("responsible",)]


def test_one_cell_may_say_two_things() -> None:
    said = {Column.RESULT: "A draft\nGoal: a job", Column.PREPARATION: "За вкъщи: прочетете\nи запишете"}
    assert parted(said) == {
        Column.RESULT: "A draft",
        Column.GOALS: "a job",
        Column.HOMEWORK: "прочетете\nи запишете",
    }


def test_codes_of_forms_are_found_in_either_alphabet() -> None:
    assert codes_in("Т06, T07 и Х02; T06") == "T06 T07 X02"


def test_a_plan_says_which_monitoring_it_is_and_leaves_it_where_it_does_not() -> None:
    [found] = changes(row("5.12.2026", number="1", topic="CV", kind="Mid-term monitoring"))
    assert (found.difference, found.fields) == (Difference.CHANGED, ("kind", "stage"))
    assert found.wanted is not None
    assert (found.wanted.kind, found.wanted.stage) == (SessionKind.MONITORING, Stage.MID_TERM)

    watched = (replace(FIRST, kind=SessionKind.MONITORING, stage=Stage.FINAL), SECOND)
    assert in_short(row("5.12.2026", number="1", topic="CV", kind="мониторинг"), sessions=watched) == [
        (Difference.SAME, 1)
    ]


def test_another_kind_in_a_plan_forgets_which_monitoring_it_was() -> None:
    watched = (replace(FIRST, kind=SessionKind.MONITORING, stage=Stage.FINAL), SECOND)
    [found] = changes(AS_FIRST, sessions=watched)
    assert found.fields == ("kind", "stage")
    assert found.wanted is not None
    assert found.wanted.stage is None
