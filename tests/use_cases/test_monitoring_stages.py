"""Which monitoring a session is: asked once, likely answers first, and told wherever the session is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.sessions import News, Planning, SessionCard, Step
from mentoring.refusals import Why
from mentoring.sessions import Place, Session, SessionKind, Stage, of_kind
from mentoring.use_cases import attending, planning
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    """The programme is in its second third."""
    nova = a_nova(desk)
    lasting = replace(nova.programme, begins_on=date(2026, 9, 1), ends_on=date(2027, 2, 28))
    desk.record.programmes.save(lasting)
    return nova


def chooses(nova: Nova, **choice: object) -> Planning:
    nova.desk.does(planning.choose, planning.Choose(by=nova.by(nova.anton), **choice))  # type: ignore[arg-type]
    return nova.last(nova.anton, Planning)


def says(nova: Nova, text: str) -> Planning:
    nova.desk.does(answer, Answer(by=nova.by(nova.anton), text=text))
    return nova.last(nova.anton, Planning)


def begins(nova: Nova) -> None:
    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id))
    nova.last(nova.anton, Planning)


def planned(nova: Nova) -> Session:
    [*_, session] = nova.desk.record.sessions.of_groups([nova.group.id], since=nova.desk.now)
    return session


def confirms(nova: Nova) -> Session:
    for choice in ({"day": FRIDAY}, {"hour": 18}, {"place": Place.CHAT}):
        chooses(nova, **choice)
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))
    return planned(nova)


def test_only_monitoring_has_stages_and_the_likely_one_is_first(nova: Nova) -> None:
    begins(nova)
    assert chooses(nova, kind=SessionKind.FINAL).step is Step.DAY
    begins(nova)
    asked = chooses(nova, kind=SessionKind.MONITORING)
    assert (asked.step, asked.stages) == (Step.STAGE, (Stage.MID_TERM, Stage.INITIAL, Stage.FINAL))

    assert chooses(nova, stage=Stage.INITIAL).step is Step.DAY
    session = confirms(nova)
    assert (session.kind, session.stage) == (SessionKind.MONITORING, Stage.INITIAL)
    card = nova.last(nova.vera, SessionCard)
    assert (card.news, card.session.stage) == (News.PLANNED, Stage.INITIAL)


def test_what_the_group_has_had_is_not_likely_again(nova: Nova) -> None:
    begins(nova)
    chooses(nova, kind=SessionKind.MONITORING)
    chooses(nova, stage=Stage.MID_TERM)
    confirms(nova)
    begins(nova)
    assert chooses(nova, kind=SessionKind.MONITORING).stages[0] is Stage.FINAL


@pytest.mark.parametrize(
    ("typed", "stage"),
    [("начален", Stage.INITIAL), ("final monitoring", Stage.FINAL), ("да", Stage.MID_TERM), ("+", Stage.MID_TERM)],
)
def test_it_can_be_typed_and_a_yes_takes_the_likely_one(nova: Nova, typed: str, stage: Stage) -> None:
    begins(nova)
    chooses(nova, kind=SessionKind.MONITORING)
    asked = says(nova, typed)
    assert (asked.step, asked.stage) == (Step.DAY, stage)


def test_a_day_that_is_typed_instead_is_kept_and_the_question_stays(nova: Nova) -> None:
    begins(nova)
    chooses(nova, kind=SessionKind.MONITORING)
    asked = says(nova, "27.11.2026")
    assert (asked.step, asked.day) == (Step.STAGE, FRIDAY)
    assert says(nova, "hm?").step is Step.STAGE
    assert chooses(nova, stage=Stage.FINAL).step is Step.TIME


def test_another_kind_forgets_the_stage(nova: Nova) -> None:
    begins(nova)
    chooses(nova, kind=SessionKind.MONITORING)
    chooses(nova, stage=Stage.MID_TERM)
    session = confirms(nova)
    assert of_kind(session, SessionKind.MONITORING).stage is Stage.MID_TERM
    assert of_kind(session, SessionKind.FINAL).stage is None


def test_the_stage_is_asked_where_it_belongs_and_nowhere_else(nova: Nova) -> None:
    begins(nova)
    late = planning.Choose(by=nova.by(nova.anton), stage=Stage.FINAL)
    assert nova.desk.refuses(planning.choose, late) == Why.ALREADY_DONE


def test_a_session_that_moves_stays_the_monitoring_that_it_was(nova: Nova) -> None:
    begins(nova)
    chooses(nova, kind=SessionKind.MONITORING)
    chooses(nova, stage=Stage.MID_TERM)
    session = confirms(nova)
    nova.desk.does(attending.move_session, attending.OfSession(by=nova.by(nova.anton), session_id=session.id))
    assert nova.last(nova.anton, Planning).step is Step.DAY
    for choice in ({"day": FRIDAY + timedelta(days=3)}, {"hour": 18}):
        chooses(nova, **choice)
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))
    assert (planned(nova).stage, planned(nova).moves) == (Stage.MID_TERM, 1)
