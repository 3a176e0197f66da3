"""Which monitoring a session is, what a plan of it says by itself, and what of a group's course is a risk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.group_courses import GroupCourse, Noticed, Risk, for_all_leaders, noticed, usual, waits
from mentoring.groups import Programme
from mentoring.ids import GroupId, ProgrammeId
from mentoring.monitoring import likely_first, stage_of
from mentoring.monitoring_plans import (
    Check,
    Method,
    MonitoringPlan,
    Part,
    as_suggested,
    check_ticked,
    day_of,
    group_ticked,
    method_ticked,
    report_day,
    worded,
)
from mentoring.people import Language
from mentoring.plan_reading.stages import stage_in, stage_said
from mentoring.readiness import Count
from mentoring.sessions import Stage
from mentoring.submissions import MoveKind

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PROGRAMME = Programme(
    id=ProgrammeId(1),
    name="P",
    organisation="O",
    language=Language.EN,
    zone="Europe/Sofia",
    begins_on=date(2026, 9, 1),
    ends_on=date(2027, 5, 28),
    created_at=NOW,
)
COURSE = GroupCourse(group_id=GroupId(1), name="Nova", created_at=NOW - timedelta(days=100), next_at=NOW)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("on", "had", "likely"),
    [
        (date(2026, 9, 1), (), Stage.INITIAL),
        (date(2026, 11, 29), (), Stage.INITIAL),
        (date(2026, 11, 30), (), Stage.MID_TERM),
        (date(2027, 3, 1), (), Stage.FINAL),
        (date(2028, 1, 1), (), Stage.FINAL),
        (date(2025, 1, 1), (), Stage.INITIAL),
        (date(2026, 9, 1), (Stage.INITIAL,), Stage.MID_TERM),
        (date(2026, 12, 30), (Stage.INITIAL, Stage.MID_TERM), Stage.FINAL),
        (date(2027, 4, 1), tuple(Stage), Stage.FINAL),
    ],
)
def test_the_likely_stage_is_that_of_this_third_or_the_next_not_had(
    on: date, had: tuple[Stage, ...], likely: Stage
) -> None:
    first, *others = likely_first(PROGRAMME, on, had)
    assert first is likely
    assert {first, *others} == {*Stage}


def test_a_programme_without_days_is_in_its_middle() -> None:
    assert likely_first(replace(PROGRAMME, begins_on=None), NOW.date(), ())[0] is Stage.MID_TERM


def test_monitoring_without_a_stage_is_what_its_day_makes_it() -> None:
    assert stage_of(PROGRAMME, Stage.FINAL, date(2026, 9, 1)) is Stage.FINAL
    assert stage_of(PROGRAMME, None, date(2027, 1, 12)) is Stage.MID_TERM


@pytest.mark.parametrize(
    ("cell", "stage"),
    [
        ("междинен мониторинг", Stage.MID_TERM),
        ("Mid-term monitoring", Stage.MID_TERM),
        ("Monitoring (mid-term)", Stage.MID_TERM),
        ("Междинна среща", Stage.MID_TERM),
        ("Interim review", Stage.MID_TERM),
        ("Начален мониторинг", Stage.INITIAL),
        ("First monitoring session", Stage.INITIAL),
        ("Мониторинг – финал", Stage.FINAL),
        ("Заключителен мониторинг", Stage.FINAL),
        ("Мониторинг", None),
        ("Final session, monitoring", None),
        ("Monitoring and final session", None),
        ("Заключителна среща", None),
        ("Monday", None),
        ("", None),
    ],
)
def test_a_plan_s_cell_says_which_monitoring_it_is(cell: str, stage: Stage | None) -> None:
    assert stage_in(cell) is stage


@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("междинен", Stage.MID_TERM),
        ("mid term", Stage.MID_TERM),
        ("Mezhdinen monitoring", Stage.MID_TERM),
        ("първи", Stage.INITIAL),
        ("final monitoring session", Stage.FINAL),
        ("първи декември", None),
        ("first of March", None),
        ("last Friday", None),
        ("monitoring", None),
    ],
)
def test_an_answer_names_a_stage_and_no_date_is_taken_for_one(typed: str, stage: Stage | None) -> None:
    assert stage_said(typed) is stage


def test_a_plan_says_by_itself_when_and_by_when() -> None:
    plan = MonitoringPlan(programme_id=ProgrammeId(1))
    assert (day_of(plan, PROGRAMME), report_day(plan, PROGRAMME)) == (date(2027, 1, 14), date(2027, 1, 28))

    chosen = replace(plan, day=date(2027, 2, 1))
    assert report_day(chosen, PROGRAMME) == date(2027, 2, 15)
    assert day_of(plan, replace(PROGRAMME, ends_on=None)) is None
    assert report_day(plan, replace(PROGRAMME, ends_on=None)) is None


def test_ticks_begin_from_what_is_usual_and_one_group_is_always_left() -> None:
    plan = MonitoringPlan(programme_id=ProgrammeId(1))
    without = check_ticked(plan, Check.GOALS)
    assert without.checked is not None
    assert Check.GOALS not in without.checked
    assert Check.ATTENDANCE in without.checked
    assert method_ticked(plan, Method.MEETING).methods == (Method.BOT, Method.INTERVIEW)

    running = (GroupId(1), GroupId(2))
    one = group_ticked(plan, GroupId(1), running)
    assert one.groups == (GroupId(2),)
    assert group_ticked(one, GroupId(2), running) == one
    assert group_ticked(one, GroupId(1), running).groups == ()
    assert one.covered([GroupId(1)]) == (GroupId(1),)


def test_every_part_goes_back_to_what_was_suggested() -> None:
    said = MonitoringPlan(
        programme_id=ProgrammeId(1),
        groups=(GroupId(2),),
        purpose="p",
        checked=(),
        methods=(),
        who="w",
        day=date(2027, 1, 1),
        questions="q",
        risks="r",
        report=date(2027, 1, 2),
    )
    for part in Part:
        said = as_suggested(said, part)
    assert said == MonitoringPlan(programme_id=ProgrammeId(1))
    with pytest.raises(ValueError, match="day"):
        worded(said, Part.DAY, "tomorrow")


def test_a_group_that_does_well_has_no_risks() -> None:
    fine = replace(COURSE, invited=10, attended=7, reply=WEEK, documents=Count(filed=1, total=9, overdue=0), amber=2)
    assert noticed(fine, NOW, review_due=WEEK) == ()


def test_what_a_manager_should_ask_about() -> None:
    bad = replace(
        COURSE,
        next_at=None,
        last_held=NOW - timedelta(days=36),
        invited=3,
        attended=2,
        reply=timedelta(days=9, hours=3),
        documents=Count(filed=1, total=9, overdue=4),
        red=1,
    )

    found = noticed(bad, NOW, review_due=WEEK)

    assert [(one.risk, one.count) for one in found] == [
        *((Risk.NO_SESSION, 36), (Risk.DOCUMENTS, 4), (Risk.ATTENDANCE, 67), (Risk.REPLIES, 9), (Risk.RED, 1)),
    ]
    assert for_all_leaders(found) == found[:-1]
    assert found[0] == Noticed(group="Nova", risk=Risk.NO_SESSION, count=36)


def test_a_group_that_never_met_counts_from_its_beginning() -> None:
    [only] = noticed(replace(COURSE, next_at=None), NOW, review_due=WEEK)
    assert (only.risk, only.count) == (Risk.NO_SESSION, 100)
    assert COURSE.attendance is None


def test_a_turn_waits_from_the_last_version_to_the_first_word() -> None:
    at = [NOW + timedelta(hours=hour) for hour in range(9)]
    moves = [
        (MoveKind.SEND, at[0]),
        (MoveKind.CORRECT, at[1]),
        (MoveKind.ASK, at[3]),
        (MoveKind.ANSWER, at[4]),
        (MoveKind.ACCEPT, at[8]),
        (MoveKind.ACCEPT, at[8]),
    ]
    assert [*waits(moves)] == [timedelta(hours=2), timedelta(hours=4)]
    assert usual([timedelta(hours=4), timedelta(hours=2), timedelta(hours=9)]) == timedelta(hours=4)
    assert usual([]) is None
