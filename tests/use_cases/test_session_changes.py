"""A new place at the last minute, a reason that only mentors read, and a session that was put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices import Placement
from mentoring.notices.sessions import News, Planning, SessionCard, SessionList, SessionPost, Step
from mentoring.sessions import Coming, SessionState
from mentoring.use_cases import attending, session_changes
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from tests.use_cases.test_sessions import newest_placement, of, plans, says_coming

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def about(nova: Nova, person: Person, session: Session) -> session_changes.AboutSession:
    return session_changes.AboutSession(by=nova.by(person, pressed=7), session_id=session.id)


def types(nova: Nova, person: Person, text: str) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person), text=text))


def moves_to(nova: Nova, session: Session, link: str) -> None:
    nova.desk.does(session_changes.ask_place, about(nova, nova.anton, session))
    types(nova, nova.anton, link)


def test_a_new_link_rings_those_who_are_coming_and_is_edited_for_the_others(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session))
    nova.desk.told()

    moves_to(nova, session, "https://meet.example/2")

    assert newest_placement(nova, nova.vera) is Placement.BOTTOM
    assert newest_placement(nova, nova.ilya) is Placement.EDIT
    told = nova.desk.told()
    cards = [one.notice for one in told if isinstance(one.notice, SessionCard) and one.notice.news is News.PLACE]
    assert {one.session.address for one in cards} == {"https://meet.example/2"}
    assert [one.notice.news for one in told if isinstance(one.notice, SessionPost)] == [News.PLACE]


def test_a_link_is_changed_also_while_the_session_should_go_on_but_not_when_it_is_over(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.now = session.starts_at + timedelta(minutes=5)
    moves_to(nova, session, "https://meet.example/2")
    kept = nova.desk.record.sessions.by_id(session.id)
    assert kept is not None
    assert (kept.address, kept.starts_at) == ("https://meet.example/2", session.starts_at)

    nova.desk.now = session.ends_at
    assert nova.desk.refuses(session_changes.ask_place, about(nova, nova.anton, session)) == "gone"


def test_a_mentee_cannot_change_where_it_is(nova: Nova) -> None:
    session = plans(nova, nova.anton)

    assert nova.desk.refuses(session_changes.ask_place, about(nova, nova.vera, session)) == "not_allowed"


def test_a_reason_is_read_by_those_who_lead_and_by_nobody_else(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session, Coming.NO))
    nova.desk.told()

    nova.desk.does(session_changes.ask_why_not, about(nova, nova.vera, session))
    types(nova, nova.vera, "My child is ill")

    readers = {one.chat_id for one in nova.desk.told() if "ill" in str(one.notice)}
    assert readers == {nova.anton.telegram_id, nova.boyana.telegram_id}


def test_only_who_said_that_they_cannot_come_is_asked_why_and_another_answer_forgets_it(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    assert nova.desk.refuses(session_changes.ask_why_not, about(nova, nova.vera, session)) == "gone"
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session, Coming.NO))
    nova.desk.does(session_changes.ask_why_not, about(nova, nova.vera, session))
    types(nova, nova.vera, "My child is ill")

    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session, Coming.YES))

    there = nova.desk.record.sessions.attendants([session.id])
    assert [one.reason for one in there] == ["", "", "", ""]


def test_what_was_put_off_stays_in_the_plan_and_only_its_new_time_is_asked_for(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.now = session.ends_at
    nova.desk.told()

    nova.desk.does(session_changes.hold_later, about(nova, nova.anton, session))

    kept = nova.desk.record.sessions.by_id(session.id)
    assert kept is not None
    assert kept.state is SessionState.NOT_HELD
    asked = nova.last(nova.anton, Planning)
    assert (asked.step, asked.kind, asked.place) == (Step.DAY, session.kind, session.place)
    assert nova.desk.told(to=NOVA_CHAT) == []


def test_a_link_for_another_day_makes_no_sound_at_night(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.say_coming, says_coming(nova, nova.vera, session))
    nova.desk.now += timedelta(hours=14)

    moves_to(nova, session, "https://meet.example/2")

    assert nova.last(nova.vera, SessionCard).quiet


def test_the_post_keeps_the_clocks_of_those_who_live_elsewhere_when_the_link_changes(nova: Nova) -> None:
    nova.desk.record.people.save(replace(nova.ilya, zone="Asia/Tokyo"))
    session = plans(nova, nova.anton)

    moves_to(nova, session, "https://meet.example/2")

    posts = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, SessionPost)]
    assert [(one.news, one.zones) for one in posts] == [(News.PLACE, ("Asia/Tokyo",))]


def test_why_it_was_cancelled_stays_on_its_card_and_its_row_in_the_plan(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    nova.desk.does(attending.cancel_session, of(nova, nova.anton, session))
    types(nova, nova.anton, "I am ill")
    nova.desk.does(attending.confirm_cancelling, of(nova, nova.anton, session))
    nova.desk.told()

    nova.desk.does(attending.open_sessions, attending.OpenSessions(by=nova.by(nova.vera)))
    listed = nova.last(nova.vera, SessionList)
    nova.desk.does(attending.open_session, of(nova, nova.vera, session))

    assert [(one.number, one.state) for one in listed.ahead] == [(1, SessionState.CANCELLED)]
    assert nova.last(nova.vera, SessionCard).reason == "I am ill"
