"""Whoever wants news twice a day gets it in one message at noon and in the evening; what is urgent does not wait."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from mentoring.notices import PLAIN
from mentoring.notices.bundles import Bundle
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.sessions import SessionCard
from mentoring.notices.submissions import ReviewCard
from mentoring.people import Bundling
from mentoring.submissions import MoveKind
from mentoring.use_cases import attending
from mentoring.use_cases.bundle_hours import tell_bundles
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.submission_cards import story_of, tell_mentors
from mentoring.zone_names import Zone
from tests.use_cases.a_group import Nova, a_nova, shows, unreachable
from tests.use_cases.own_times import FRIDAY, SOFIA, bundles, moves_to, now_is, plans, ticks

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def test_work_that_comes_in_waits_for_noon_and_is_told_in_one_message(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    nova.sends(nova.ilya, "u2")
    assert nova.desk.told(to=nova.anton.telegram_id) == []

    now_is(nova, 23, 11, 59)
    assert nova.desk.told(to=nova.anton.telegram_id) == []
    now_is(nova, 23, 12)

    [told] = nova.desk.told(to=nova.anton.telegram_id)
    assert isinstance(told.notice, Bundle)
    assert [one.mentee for one in told.notice.reviews] == ["Vera", "Ilya"]
    now_is(nova, 23, 12, 1)
    now_is(nova, 23, 18)
    assert nova.desk.told(to=nova.anton.telegram_id) == []


def test_a_card_that_waits_is_not_brought_up_by_a_change_of_it(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    submission = nova.desk.record.submissions.by_id(line.submission_id)
    assert submission is not None

    tell_mentors(nova.desk.record, story_of(nova.desk.record, submission), nova.desk.now, PLAIN)

    assert nova.desk.told(to=nova.anton.telegram_id) == []


def test_whoever_wants_news_at_once_has_them_at_once(nova: Nova) -> None:
    bundles(nova, nova.anton)

    nova.sends(nova.vera, "u1")

    assert isinstance(nova.last(nova.boyana, ReviewCard), ReviewCard)


def test_what_was_settled_meanwhile_is_left_out(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    accepted = Decide(by=nova.by(nova.boyana), submission_id=line.submission_id, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(decide, accepted)
    nova.desk.told()

    now_is(nova, 23, 12)

    assert [told for told in nova.desk.told(to=nova.anton.telegram_id) if isinstance(told.notice, Bundle)] == []


def test_a_session_that_is_far_off_waits_and_one_that_is_near_does_not(nova: Nova) -> None:
    bundles(nova, nova.vera)

    plans(nova, FRIDAY, 18)
    assert nova.desk.told(to=nova.vera.telegram_id) == []
    plans(nova, date(2026, 11, 24), 10)
    assert isinstance(nova.last(nova.vera, SessionCard), SessionCard)

    now_is(nova, 23, 12)
    [session] = nova.last(nova.vera, Bundle).sessions
    assert session.starts_at == datetime(2026, 11, 27, 18, tzinfo=SOFIA)


def test_a_cancelled_session_changes_its_card_in_silence_and_is_told_later(nova: Nova) -> None:
    session = plans(nova, FRIDAY, 18)
    nova.desk.told()
    shows(nova, nova.vera, f"session:{session.id}", 7)
    bundles(nova, nova.vera)
    command = attending.OfSession(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attending.cancel_session, command)
    nova.desk.does(attending.confirm_cancelling, command)

    [card] = nova.desk.told(to=nova.vera.telegram_id)
    assert isinstance(card.notice, SessionCard)
    now_is(nova, 23, 12)

    assert [one.session_id for one in nova.last(nova.vera, Bundle).sessions] == [session.id]


def test_a_diary_is_asked_for_in_the_evening(nova: Nova) -> None:
    plans(nova, FRIDAY, 14)
    bundles(nova, nova.vera)
    now_is(nova, 27, 15, 15)
    ticks(nova)
    assert [told for told in nova.desk.told(to=nova.vera.telegram_id) if isinstance(told.notice, DiaryAsked)] == []

    now_is(nova, 27, 18)

    assert len(nova.last(nova.vera, Bundle).diaries) == 1


def test_whoever_goes_back_to_news_at_once_hears_what_was_kept(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")

    bundles(nova, nova.anton, to=Bundling.AT_ONCE)
    tell_bundles(nova.desk.record, nova.desk.now)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1


def test_news_for_whoever_blocked_the_bot_waits_until_they_are_back(nova: Nova) -> None:
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")
    before = nova.desk.record.people.by_id(nova.anton.id)
    unreachable(nova, before)
    now_is(nova, 23, 12)

    nova.desk.record.people.save(before)
    now_is(nova, 23, 12, 1)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1


def test_noon_is_where_the_person_is(nova: Nova) -> None:
    moves_to(nova, nova.anton, Zone.NEW_YORK)
    bundles(nova, nova.anton)
    nova.sends(nova.vera, "u1")

    now_is(nova, 23, 18)
    assert nova.desk.told(to=nova.anton.telegram_id) == []
    now_is(nova, 23, 19)

    assert len(nova.last(nova.anton, Bundle).reviews) == 1
