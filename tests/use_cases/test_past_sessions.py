"""A session that was held without the bot: logged afterwards, with who was there, and not twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.attendance import Presence
from mentoring.groups import GroupState
from mentoring.minutes import Minutes
from mentoring.notices.boards import Board
from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.holding import AttendanceCard
from mentoring.notices.past_sessions import AskTakeBack
from mentoring.notices.plan_fields import SessionPlan
from mentoring.notices.sessions import Planning, SessionCard, SessionPost, Step
from mentoring.people import Language
from mentoring.plan_fields import PlanField
from mentoring.said_dates import Doubt
from mentoring.sessions import Place, SessionKind, SessionState
from mentoring.use_cases import (
    attendance_cards,
    date_polls,
    past_sessions,
    planning,
    planning_extras,
    session_cards,
)
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.session_cards import seen
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from tests.use_cases.test_sessions import passes, plans
from texts import form_words, plan_fields, session_places
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk

#: The desk begins on Monday, 23 November 2026, at 11:00 in Sofia.
SUNDAY = date(2026, 11, 22)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    nova = a_nova(desk)
    programme = replace(nova.programme, begins_on=date(2026, 11, 1), ends_on=date(2027, 4, 30))
    desk.record.programmes.save(programme)
    return nova


def chooses(nova: Nova, **choice: object) -> None:
    nova.desk.does(planning.choose, planning.Choose(by=nova.by(nova.anton, pressed=7), **choice))  # type: ignore[arg-type]


def types(nova: Nova, text: str, person: Person | None = None) -> None:
    nova.desk.does(answer, Answer(by=nova.by(person or nova.anton), text=text))


def begins(nova: Nova) -> Planning:
    command = planning.PlanSession(by=nova.by(nova.anton, pressed=7), group_id=nova.group.id, past=True)
    nova.desk.does(planning.plan_session, command)
    chooses(nova, kind=SessionKind.EMPLOYABILITY)
    return nova.last(nova.anton, Planning)


def logging(nova: Nova) -> past_sessions.LogSession:
    return past_sessions.LogSession(by=nova.by(nova.anton, pressed=7))


def logs(nova: Nova, when: str, place: Place = Place.VIDEO) -> Session:
    begins(nova)
    types(nova, when)
    chooses(nova, place=place)
    nova.desk.does(past_sessions.log_session, logging(nova))
    return sessions(nova)[-1]


def sessions(nova: Nova) -> list[Session]:
    since = nova.desk.now - timedelta(days=400)
    return sorted(nova.desk.record.sessions.of_groups([nova.group.id], since=since), key=lambda one: one.id)


def test_what_was_held_is_logged_with_its_number_and_attendance_is_asked(nova: Nova) -> None:
    plans(nova, nova.anton)
    nova.desk.told()
    session = logs(nova, "yesterday 6pm")

    assert (session.number, session.state, session.place) == (2, SessionState.HELD, Place.VIDEO)
    assert session.starts_at == datetime.fromisoformat("2026-11-22T18:00+02:00")
    assert session.ends_at - session.starts_at == timedelta(hours=1)
    told = nova.desk.told()
    assert [one.chat_id for one in told if isinstance(one.notice, AttendanceCard)] == [nova.anton.telegram_id]
    assert [one for one in told if isinstance(one.notice, SessionCard | SessionPost)] == []
    assert {type(one.notice) for one in told if one.chat_id == NOVA_CHAT} == {Board}


def test_days_and_hours_that_are_over_are_offered_and_no_others(nova: Nova) -> None:
    asked = begins(nova)
    assert (asked.step, asked.today, asked.since) == (Step.DAY, date(2026, 11, 23), date(2026, 5, 27))
    chooses(nova, day=date(2026, 11, 23))
    assert nova.last(nova.anton, Planning).hours == (9, 10)
    chooses(nova)
    chooses(nova, day=SUNDAY)
    assert nova.last(nova.anton, Planning).hours == tuple(range(9, 21))
    chooses(nova, hour=18)
    assert nova.last(nova.anton, Planning).step is Step.PLACE


def test_nothing_is_logged_ahead_or_from_before_the_groups_time(nova: Nova) -> None:
    begins(nova)
    for words, doubt in (
        ("tomorrow at 18:00", Doubt.AHEAD),
        ("today at 18:00", Doubt.AHEAD),
        ("1.2.2026", Doubt.LONG_AGO),
    ):
        types(nova, words)
        asked = nova.last(nova.anton, Planning)
        assert (asked.step, asked.doubt) == (Step.DAY, doubt)
    tomorrow = planning.Choose(by=nova.by(nova.anton, pressed=7), day=date(2026, 11, 24))
    assert nova.desk.refuses(planning.choose, tomorrow) == "too_late"
    long_ago = planning.Choose(by=nova.by(nova.anton, pressed=7), day=date(2026, 2, 1))
    assert nova.desk.refuses(planning.choose, long_ago) == "too_late"


def test_a_double_is_warned_of_and_can_be_opened_instead(nova: Nova) -> None:
    first = logs(nova, "yesterday 18:00")
    begins(nova)
    types(nova, "вчера в 18:30")
    chooses(nova, place=Place.CHAT)

    end = nova.last(nova.anton, Planning)
    assert end.twin is not None
    assert end.twin.session_id == first.id
    nova.desk.does(past_sessions.log_session, logging(nova))
    assert len(sessions(nova)) == 2


def test_of_two_mentors_who_log_one_session_at_once_the_second_is_warned(nova: Nova) -> None:
    begins(nova)
    types(nova, "yesterday 18:00")
    chooses(nova, place=Place.CHAT)
    boyana = nova.by(nova.boyana, pressed=8)
    plan = planning.PlanSession(by=boyana, group_id=nova.group.id, past=True)
    nova.desk.does(planning.plan_session, plan)
    nova.desk.does(planning.choose, planning.Choose(by=boyana, kind=SessionKind.EMPLOYABILITY))
    types(nova, "yesterday 18:00", nova.boyana)
    nova.desk.does(planning.choose, planning.Choose(by=boyana, place=Place.CHAT))
    assert nova.last(nova.boyana, Planning).twin is None
    nova.desk.does(past_sessions.log_session, logging(nova))

    nova.desk.does(past_sessions.log_session, past_sessions.LogSession(by=boyana))

    [first] = sessions(nova)
    twin = nova.last(nova.boyana, Planning).twin
    assert twin is not None
    assert twin.session_id == first.id
    nova.desk.does(past_sessions.log_session, past_sessions.LogSession(by=boyana))
    assert len(sessions(nova)) == 2


def test_topic_and_length_are_said_and_one_that_has_only_just_ended_ends_now(nova: Nova) -> None:
    by = nova.by(nova.anton, pressed=7)
    begins(nova)
    types(nova, "today 10:15")
    chooses(nova, place=Place.CHAT)
    assert nova.last(nova.anton, Planning).extras == (PlanField.TOPIC, PlanField.LENGTH)
    nova.desk.does(planning_extras.ask_extra, planning_extras.AskExtra(by=by, field=PlanField.TOPIC, page=0))
    types(nova, "Our CVs")
    nova.desk.does(past_sessions.log_session, logging(nova))

    [session] = sessions(nova)
    assert (session.topic, session.ends_at) == ("Our CVs", nova.desk.now)


def test_whoever_was_there_is_asked_for_a_diary_and_the_others_are_not(nova: Nova) -> None:
    session = logs(nova, "5 days ago 18:00")
    nova.desk.record.attendances.note(session.id, nova.vera.id, Presence.PRESENT, by=nova.anton.id, now=nova.desk.now)
    confirm = attendance_cards.ConfirmAttendance(by=nova.by(nova.anton, pressed=8), session_id=session.id)
    nova.desk.does(attendance_cards.confirm_attendance, confirm)
    nova.desk.told()

    passes(nova, minutes=15)

    asked = [one.chat_id for one in nova.desk.told() if isinstance(one.notice, DiaryAsked)]
    assert asked == [nova.vera.telegram_id]


def test_nobody_is_missed_at_a_session_before_anybody_is_said_to_have_been_there(nova: Nova) -> None:
    session = logs(nova, "5 days ago 18:00")
    confirm = attendance_cards.ConfirmAttendance(by=nova.by(nova.anton, pressed=8), session_id=session.id)
    nova.desk.told()

    assert nova.desk.refuses(attendance_cards.confirm_attendance, confirm) == "nobody_picked"
    assert [*nova.desk.told()] == []


def test_nobody_is_asked_about_a_session_of_three_weeks_ago(nova: Nova) -> None:
    logs(nova, "2.11 18:00")
    nova.desk.told()

    for _ in range(4):
        passes(nova, days=1)

    assert [one for one in nova.desk.told() if isinstance(one.notice, DiaryAsked)] == []


def test_only_a_finished_draft_of_the_past_is_logged_and_only_while_the_group_runs(nova: Nova) -> None:
    assert nova.desk.refuses(past_sessions.log_session, logging(nova)) == "gone"
    begins(nova)
    assert nova.desk.refuses(past_sessions.log_session, logging(nova)) == "already_done"
    types(nova, "yesterday 18:00")
    chooses(nova, place=Place.VIDEO)
    confirming = planning.Confirm(by=nova.by(nova.anton, pressed=7))
    assert nova.desk.refuses(planning.confirm, confirming) == "too_late"
    nova.desk.record.groups.save(replace(nova.group, state=GroupState.COMPLETED))
    assert nova.desk.refuses(past_sessions.log_session, logging(nova)) == "group_closed"


def test_a_planned_draft_is_never_logged_as_held(nova: Nova) -> None:
    by = nova.by(nova.anton, pressed=7)
    nova.desk.does(planning.plan_session, planning.PlanSession(by=by, group_id=nova.group.id))
    chooses(nova, kind=SessionKind.EMPLOYABILITY)
    types(nova, "tomorrow at 18:00")
    chooses(nova, place=Place.CHAT)

    assert nova.desk.refuses(past_sessions.log_session, logging(nova)) == "gone"


def test_the_group_is_not_asked_whether_a_time_suits_that_is_over(nova: Nova) -> None:
    begins(nova)
    types(nova, "yesterday 18:00")
    chooses(nova, place=Place.CHAT)

    another = date_polls.Propose(by=nova.by(nova.anton, pressed=7))
    assert nova.desk.refuses(date_polls.propose_another, another) == "too_late"


def taking_back(nova: Nova, person: Person, session: Session, *, sure: bool) -> past_sessions.TakeBack:
    return past_sessions.TakeBack(by=nova.by(person, pressed=9), session_id=session.id, sure=sure)


def test_what_was_logged_by_mistake_is_taken_out_after_a_question(nova: Nova) -> None:
    session = logs(nova, "yesterday 18:00")
    card = session_cards.card(
        session_cards.gathering(nova.desk.record, session), nova.anton, nova.desk.now, kind=SessionCard
    )
    assert card.can_take_back is True

    nova.desk.does(past_sessions.take_back, taking_back(nova, nova.anton, session, sure=False))
    assert nova.last(nova.anton, AskTakeBack).session.number == session.number
    assert sessions(nova)[-1].state is SessionState.HELD
    nova.desk.does(past_sessions.take_back, taking_back(nova, nova.anton, session, sure=True))

    assert sessions(nova)[-1].state is SessionState.CANCELLED
    nova.desk.told()
    passes(nova, days=1)
    assert [one for one in nova.desk.told() if isinstance(one.notice, DiaryAsked)] == []


def test_a_typed_yes_logs_and_plans_like_the_button(nova: Nova) -> None:
    begins(nova)
    types(nova, "вчера в 18")
    chooses(nova, place=Place.CHAT)
    types(nova, "да")
    assert [one.state for one in sessions(nova)] == [SessionState.HELD]

    nova.desk.does(planning.plan_session, planning.PlanSession(by=nova.by(nova.anton), group_id=nova.group.id))
    chooses(nova, kind=SessionKind.EMPLOYABILITY)
    types(nova, "tomorrow at 18:00")
    chooses(nova, place=Place.CHAT)
    types(nova, "ok")
    assert [one.state for one in sessions(nova)] == [SessionState.HELD, SessionState.PLANNED]


def test_what_was_planned_written_about_or_logged_before_yesterday_stays(nova: Nova) -> None:
    planned = plans(nova, nova.anton)
    session = logs(nova, "yesterday 18:00")
    for one, person, why in (
        (planned, nova.anton, "already_done"),
        (session, nova.vera, "not_allowed"),
    ):
        assert nova.desk.refuses(past_sessions.take_back, taking_back(nova, person, one, sure=True)) == why
    diary = nova.desk.record.diaries.begin(session.id, nova.vera.id, nova.desk.now)
    nova.desk.record.diaries.send(diary, nova.desk.now)
    refused = taking_back(nova, nova.anton, session, sure=True)
    assert nova.desk.refuses(past_sessions.take_back, refused) == "already_done"
    noted = logs(nova, "yesterday 20:00")
    nova.desk.record.minutes.save(None, Minutes(session_id=noted.id, summary="A call", changed_at=nova.desk.now))
    refused = taking_back(nova, nova.anton, noted, sure=True)
    assert nova.desk.refuses(past_sessions.take_back, refused) == "already_done"
    other = logs(nova, "2 days ago 18:00")
    nova.desk.now += timedelta(days=1)
    assert nova.desk.refuses(past_sessions.take_back, taking_back(nova, nova.anton, other, sure=True)) == "already_done"


def test_a_mentee_logs_nothing(nova: Nova) -> None:
    command = planning.PlanSession(by=nova.by(nova.vera), group_id=nova.group.id, past=True)
    assert nova.desk.refuses(planning.plan_session, command) == "not_allowed"


def test_a_telephone_call_is_nowhere_called_a_video_call_afterwards(nova: Nova) -> None:
    logged, planned = logs(nova, "yesterday 18:00"), plans(nova, nova.anton)
    video = [seen(replace(one, place=Place.VIDEO), "Nova") for one in (logged, planned)]

    said = [session_places.place(Say(Language.EN, "UTC"), one.place, logged=one.logged) for one in video]
    assert said == ["By phone or video", "Video call"]
    card = SessionPlan(session=video[0], fields=(), aim="", goals="", responsible="")
    assert "По телефон или видео" in plan_fields.session_plan(Say(Language.BG, "UTC"), card)
    modes = [form_words.mode(Say(Language.BG, "UTC"), one.place, logged=one.logged) for one in video]
    assert modes == ["по телефон или видео", "видео"]
