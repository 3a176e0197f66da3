"""An old button asks something else: the card that waited for words says so no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.drafted_plans import DraftStep
from mentoring.notices.plan_drafts import DraftQuestion
from mentoring.notices.submissions import ReviewCard, Wanted
from mentoring.plan_fields import PlanField
from mentoring.use_cases import plan_drafts, plan_filling, planning
from mentoring.use_cases.reviewing import AskForComment, ask_for_comment
from tests.use_cases.a_group import Nova, a_nova, shows
from tests.use_cases.test_sessions import plans

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def fills_in(nova: Nova) -> Callable[[], object]:
    session = plans(nova, nova.anton)
    by = nova.by(nova.anton, pressed=7)
    press = plan_filling.AskField(by=by, session_id=session.id, field=PlanField.AIM, page=0)
    return lambda: nova.desk.does(plan_filling.ask_field, press)


def proposes(nova: Nova) -> Callable[[], object]:
    nova.desk.does(plan_drafts.propose, plan_drafts.ProposePlan(by=nova.by(nova.anton)))
    asked = nova.last(nova.anton, DraftQuestion)
    by = nova.by(nova.anton, pressed=7)
    press = plan_drafts.GoTo(by=by, reading_id=asked.reading_id, step=DraftStep.WHEN)
    return lambda: nova.desk.does(plan_drafts.go_to, press)


def begins_to_plan(nova: Nova) -> Callable[[], object]:
    press = planning.PlanSession(by=nova.by(nova.anton, pressed=7), group_id=nova.group.id)
    return lambda: nova.desk.does(planning.plan_session, press)


@pytest.mark.parametrize("other", [fills_in, proposes, begins_to_plan])
def test_a_review_that_waits_for_words_gives_way(nova: Nova, other: Callable[[Nova], Callable[[], object]]) -> None:
    presses = other(nova)
    nova.sends(nova.vera)
    sheet = nova.last(nova.anton, ReviewCard).sheet
    shows(nova, nova.anton, f"review:{sheet.submission_id}:1", 50)
    wanted = AskForComment(
        by=nova.by(nova.anton, pressed=50), submission_id=sheet.submission_id, version=1, wanted=Wanted.RETURN
    )
    nova.desk.does(ask_for_comment, wanted)
    assert nova.last(nova.anton, ReviewCard).wanted is Wanted.RETURN

    presses()

    assert nova.last(nova.anton, ReviewCard).wanted is None
