"""The day and the time of a session, typed at any step of planning it: read back, or asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.sessions import Planning, Step
from mentoring.refusals import Refusal, Why
from mentoring.said_dates import Doubt
from mentoring.said_days import Reading
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import attending, planning
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_sessions import chooses, plans

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk

TUESDAY, NEXT_TUESDAY, FRIDAY = date(2026, 11, 24), date(2026, 12, 1), date(2026, 11, 27)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    nova = a_nova(desk)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id))
    return nova


def types(nova: Nova, text: str) -> Planning:
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=text))
    return nova.last(nova.anton, Planning)


def shown(nova: Nova) -> Planning:
    return nova.last(nova.anton, Planning)


def test_day_and_time_before_the_kind_are_kept_and_not_asked_again(nova: Nova) -> None:
    kept = types(nova, "утре в 18")
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    assert (kept.step, kept.day, kept.at) == (Step.KIND, TUESDAY, time(18))
    asked = shown(nova)
    assert (asked.step, asked.starts_at) == (Step.PLACE, datetime(2026, 11, 24, 16, tzinfo=UTC))


def test_day_and_time_in_one_message_answer_both_questions(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    asked = types(nova, "Friday 6:30 pm")

    assert (asked.step, asked.day, asked.at, asked.doubt) == (Step.PLACE, FRIDAY, time(18, 30), None)


def test_a_time_before_its_day_waits_for_it(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    asked = types(nova, "18:30")
    chooses(nova, nova.anton, day=FRIDAY)

    assert (asked.step, asked.day, asked.at) == (Step.DAY, None, time(18, 30))
    then = shown(nova)
    assert (then.step, then.starts_at) == (Step.PLACE, datetime(2026, 11, 27, 16, 30, tzinfo=UTC))


def test_a_time_that_has_passed_on_the_day_that_is_chosen_is_asked_for_again(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)
    types(nova, "10:00")

    asked = types(nova, "днес")

    assert (asked.step, asked.day, asked.at, asked.doubt) == (Step.TIME, date(2026, 11, 23), None, Doubt.PAST)


def test_another_day_may_be_typed_where_the_time_is_asked(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)
    chooses(nova, nova.anton, day=FRIDAY)

    assert types(nova, "вторник").day == TUESDAY
    assert types(nova, "18").step is Step.PLACE


def test_of_two_readings_the_pressed_one_is_taken(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    asked = types(nova, "next Tue 6pm")
    chooses(nova, nova.anton, reading=asked.readings[1])

    assert (asked.step, asked.doubt) == (Step.DAY, Doubt.SEVERAL)
    assert asked.readings == (Reading(day=TUESDAY, at=time(18)), Reading(day=NEXT_TUESDAY, at=time(18)))
    then = shown(nova)
    assert (then.step, then.starts_at) == (Step.PLACE, datetime(2026, 12, 1, 16, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "doubt", "readings"),
    [
        ("3/4", Doubt.SEVERAL, 2),
        ("вторник, 25.11", Doubt.WEEKDAY, 2),
        ("22.11", Doubt.FAR, 1),
        ("30 февруари", Doubt.NO_SUCH_DAY, 0),
        ("вчера", Doubt.PAST, 0),
        ("5.12.2030", Doubt.FAR, 0),
        ("28.3.2027 03:30", Doubt.CLOCK, 0),
        ("когато и да е", Doubt.WORDS, 0),
    ],
)
def test_what_is_doubtful_is_never_taken(nova: Nova, said: str, doubt: Doubt, readings: int) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    asked = types(nova, said)

    assert (asked.step, asked.day, asked.at) == (Step.DAY, None, None)
    assert (asked.doubt, len(asked.readings)) == (doubt, readings)


@pytest.mark.parametrize(
    ("said", "readings"), [("6", (6, 18)), ("half past six", (6, 18)), ("24:00", ()), ("02:30", ())]
)
def test_a_doubtful_time_leaves_the_day_as_it_is(nova: Nova, said: str, readings: tuple[int, ...]) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)
    chooses(nova, nova.anton, day=FRIDAY)

    asked = types(nova, said)

    assert (asked.step, asked.day, asked.at) == (Step.TIME, FRIDAY, None)
    assert tuple(one.at.hour for one in asked.readings if one.at) == readings


def test_a_reading_that_has_passed_in_the_meantime_is_refused(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)

    with pytest.raises(Refusal) as refused:
        chooses(nova, nova.anton, reading=Reading(day=date(2026, 11, 22), at=time(18)))

    assert refused.value.why is Why.TOO_LATE


def test_a_reading_counts_only_where_a_day_is_asked_for(nova: Nova) -> None:
    chooses(nova, nova.anton, kind=SessionKind.EMPLOYABILITY)
    types(nova, "утре в 18")

    with pytest.raises(Refusal) as refused:
        chooses(nova, nova.anton, reading=Reading(day=FRIDAY))

    assert refused.value.why is Why.ALREADY_DONE


def test_the_day_is_that_of_whoever_types_it(nova: Nova) -> None:
    """In Auckland it is Tuesday already, so that today is meant, or the next one."""
    nova.desk.record.people.save(replace(nova.anton, zone="Pacific/Auckland"))
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id))
    nova.desk.now = datetime(2026, 11, 23, 18, tzinfo=UTC)

    asked = types(nova, "Tuesday at 18:00")

    assert asked.readings == (Reading(day=TUESDAY, at=time(18)), Reading(day=NEXT_TUESDAY, at=time(18)))


def test_a_session_is_moved_by_one_message(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    of = attending.OfSession(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attending.move_session, of)

    asked = types(nova, "събота, 5 декември, 18:30 ч.")

    assert (asked.step, asked.place) == (Step.CONFIRM, Place.CHAT)
    assert asked.starts_at == datetime(2026, 12, 5, 16, 30, tzinfo=UTC)
