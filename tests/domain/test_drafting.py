"""A plan as the bot proposes it: what comes first and last, what in between, and what is planned already counts."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.drafting import Wish, counted, drafted, laid_anew
from mentoring.groups import OptionalTool
from mentoring.ids import GroupId, PersonId, SessionId
from mentoring.kit import kit_of
from mentoring.people import Language
from mentoring.sessions import Place, Session, SessionKind, SessionState, Stage
from mentoring.topics import TOPICS, Topic

INITIAL, FINAL, MONITORING = SessionKind.INITIAL, SessionKind.FINAL, SessionKind.MONITORING
WORK, BUSINESS = SessionKind.EMPLOYABILITY, SessionKind.ENTREPRENEURSHIP
HELD, PLANNED, CANCELLED = SessionState.HELD, SessionState.PLANNED, SessionState.CANCELLED
FIRST = date(2026, 12, 1)
RULES = rules_of(load_programme())
CV, INTERVIEW, IDEA = (
    next(one for one in TOPICS if one.said(Language.EN) == name)
    for name in (
        "CV and letter",
        "Job interview",
        "Business idea",
    )
)


def wish(
    *standing: Session,
    planned: int = 6,
    topics: tuple[Topic, ...] = (),
    goals: tuple[str, ...] = (),
    tools: tuple[OptionalTool, ...] = (),
    language: Language = Language.EN,
) -> Wish:
    return Wish(
        planned=planned,
        standing=standing,
        topics=topics,
        goals=goals,
        kit=kit_of(RULES.documents, optional=tools),
        language=language,
        zone="Europe/Sofia",
        at=time(18),
    )


def session(number: int, kind: SessionKind, state: SessionState = PLANNED, day: date = FIRST) -> Session:
    starts_at = datetime(day.year, day.month, day.day, 16, tzinfo=UTC)
    return Session(
        id=SessionId(number),
        group_id=GroupId(1),
        number=number,
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        wall_time=f"{day}T18:00:00",
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        state=state,
        moves=0,
        planned_by=PersonId(1),
        created_at=starts_at,
        topic="CV and letter" if kind is WORK else "",
    )


def weeks(count: int, *, since: date = FIRST) -> list[date]:
    return [since + timedelta(weeks=week) for week in range(count)]


def kinds(of: Wish, count: int) -> list[SessionKind]:
    return [row.kind for row in drafted(of, weeks(count))]


def test_a_whole_plan_begins_looks_back_in_the_middle_and_ends() -> None:
    rows = drafted(wish(topics=(CV, IDEA, INTERVIEW)), weeks(6))

    assert [(row.kind, row.stage, row.topic) for row in rows] == [
        (INITIAL, None, "Expectations and goals"),
        (WORK, None, "CV and letter"),
        (BUSINESS, None, "Business idea"),
        (MONITORING, Stage.MID_TERM, "Where we stand"),
        (WORK, None, "Job interview"),
        (FINAL, None, "What we take along, and what comes next"),
    ]
    assert [(row.day, row.at) for row in rows] == [(day, time(18)) for day in weeks(6)]
    assert len({row.key for row in rows}) == len(rows)


@pytest.mark.parametrize("count", range(25))
def test_however_long_it_is_it_begins_once_and_ends_once(count: int) -> None:
    chance = random.Random(count)
    topics = tuple(chance.sample(TOPICS, chance.randrange(len(TOPICS))))

    rows = drafted(wish(planned=count, topics=topics, tools=(OptionalTool.T13,)), weeks(count))

    kinds = [row.kind for row in rows]
    assert len(rows) == count
    assert kinds.count(INITIAL) == min(count, 1)
    assert kinds.count(FINAL) == (count > 1)
    assert kinds[:1] == [INITIAL][:count]
    assert kinds[1:][-1:] == [FINAL][: count > 1]
    assert [row.stage for row in rows].count(Stage.MID_TERM) == (count > 4)
    assert [row.stage for row in rows].count(Stage.FINAL) == (count > 6)
    assert all(row.aim for row in rows)


def test_topics_of_one_kind_alone_are_the_only_ones_and_come_again_in_turn() -> None:
    rows = drafted(wish(planned=7, topics=(CV, INTERVIEW)), weeks(7))

    about = [(row.kind, row.topic) for row in rows if row.kind not in {INITIAL, FINAL, MONITORING}]
    assert about == [(WORK, "CV and letter"), (WORK, "Job interview")] * 2


def test_without_topics_both_kinds_alternate() -> None:
    assert kinds(wish(planned=4), 4) == [INITIAL, WORK, BUSINESS, FINAL]


def test_what_is_planned_already_counts() -> None:
    standing = (session(1, INITIAL, HELD, date(2026, 11, 1)), session(2, WORK, HELD, date(2026, 11, 8)))

    rows = drafted(wish(*standing, topics=(CV, IDEA)), weeks(4))

    assert [row.kind for row in rows] == [BUSINESS, MONITORING, BUSINESS, FINAL]
    assert rows[0].topic == "Business idea"


def test_a_cancelled_one_takes_nobodys_place() -> None:
    assert [one.number for one in counted((session(1, INITIAL, CANCELLED), session(2, WORK, HELD)))] == [2]


def test_a_group_that_has_met_needs_no_beginning_and_one_with_an_end_no_other() -> None:
    assert kinds(wish(session(1, WORK, HELD), session(2, FINAL, day=date(2027, 6, 1)), planned=4), 2) == [
        BUSINESS,
        WORK,
    ]


def test_what_is_planned_in_front_of_it_or_behind_it_leaves_it_no_beginning_or_end() -> None:
    before, behind = session(1, WORK, day=date(2026, 11, 20)), session(2, WORK, day=date(2027, 5, 1))

    assert INITIAL not in kinds(wish(before, planned=5), 4)
    assert FINAL not in kinds(wish(behind, planned=5), 4)


def test_a_plan_that_is_more_than_half_over_has_no_middle_any_more() -> None:
    standing = [session(number, WORK, HELD) for number in range(1, 5)]

    assert MONITORING not in kinds(wish(*standing), 2)


def test_a_goal_goes_to_the_session_that_speaks_of_it() -> None:
    rows = drafted(
        wish(topics=(CV, IDEA, INTERVIEW), goals=("Pass an interview", "A better CV", "Learn English")), weeks(6)
    )

    assert {row.topic: row.goals for row in rows if row.goals} == {
        "CV and letter": "A better CV",
        "Business idea": "Learn English",
        "Job interview": "Pass an interview",
    }


def test_each_session_has_the_documents_that_follow_from_it() -> None:
    rows = drafted(wish(tools=(OptionalTool.T10, OptionalTool.T12, OptionalTool.T13)), weeks(6))

    assert [row.documents for row in rows] == [
        "T02 T03 T04 T05 T06 T07 T10",
        "T06",
        "T06",
        "T06 T12",
        "T06",
        "T06 T08 T10 T13",
    ]


def test_the_rows_speak_the_language_of_the_group() -> None:
    rows = drafted(wish(planned=3, topics=(CV,), language=Language.BG), weeks(3))

    assert [row.topic for row in rows] == [
        "Очаквания и цели",
        "CV и мотивационно писмо",
        "Какво научихме и какво следва",
    ]
    assert rows[1].aim == "Всеки има следваща стъпка: CV и мотивационно писмо"


def test_laid_anew_it_is_the_same_plan_on_other_days() -> None:
    rows = drafted(wish(topics=(CV, IDEA)), weeks(6))

    later = laid_anew(rows, weeks(5, since=FIRST + timedelta(days=70)), time(17))

    assert [row.kind for row in later] == [INITIAL, WORK, BUSINESS, MONITORING, FINAL]
    assert [row.day for row in later] == weeks(5, since=FIRST + timedelta(days=70))
    assert {row.at for row in later} == {time(17)}
