"""A monitoring session, and the last one, lead the manager to the talks of their group."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.interviews import QUESTIONS, InterviewKind
from mentoring.notices.interviews import Talks, TalkSheet
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases.interview_lists import OpenTalksIn, open_talks_in
from mentoring.use_cases.interview_sheets import TakeSheet, take_sheet
from mentoring.use_cases.interviewing import BeginFinal, OfTalk, begin_final, finish
from mentoring.use_cases.session_cards import card, gathering
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.talks import Talking

if TYPE_CHECKING:
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def a_session(nova: Nova, kind: SessionKind) -> Session:
    begins = nova.desk.now - timedelta(hours=2)
    return nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=kind,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.FACE_TO_FACE,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )


@pytest.mark.parametrize("kind", SessionKind)
def test_only_the_manager_finds_the_talks_on_the_card_of_a_session_that_has_some(nova: Nova, kind: SessionKind) -> None:
    session = a_session(nova, kind)
    of = gathering(nova.desk.record, session)

    can_talk = [one.name for one in (nova.maria, nova.anton, nova.vera) if card(of, one, nova.desk.now).can_talk]

    assert can_talk == (["Maria"] if kind in {SessionKind.MONITORING, SessionKind.FINAL} else [])
    by = nova.by(nova.anton)
    assert nova.desk.refuses(open_talks_in, OpenTalksIn(by=by, session_id=session.id)) == "not_allowed"


def test_what_is_discussed_in_the_last_session_bears_its_day(nova: Nova, desk: Desk) -> None:
    desk.rules = rules_of(load_programme())
    session, maria = a_session(nova, SessionKind.FINAL), Talking(nova=nova, leader=nova.maria)
    desk.does(open_talks_in, OpenTalksIn(by=maria.by, session_id=session.id))
    assert nova.last(nova.maria, Talks).session_id == session.id
    begin = BeginFinal(by=maria.by, group_id=nova.group.id, session_id=session.id)
    desk.does(begin_final, begin)
    for _ in QUESTIONS[InterviewKind.FINAL]:
        maria.types("skip")
    maria.types("no")
    [talk] = desk.record.interviews.of_group(nova.group.id)
    desk.does(finish, OfTalk(by=maria.by, interview_id=talk.id))

    desk.does(take_sheet, TakeSheet(by=maria.by, interview_id=talk.id))

    known = nova.last(nova.maria, TalkSheet).sheet.known
    assert known.meeting is not None
    assert (talk.session_id, known.meeting.kind) == (session.id, SessionKind.FINAL)


def test_a_session_of_another_group_is_not_taken_along(nova: Nova) -> None:
    maria = Talking(nova=nova, leader=nova.maria)
    session = a_session(nova, SessionKind.FINAL)
    other = nova.second_group()
    nova.desk.does(begin_final, BeginFinal(by=maria.by, group_id=other.id, session_id=session.id))
    [talk] = nova.desk.record.interviews.of_group(other.id)
    assert talk.session_id is None
