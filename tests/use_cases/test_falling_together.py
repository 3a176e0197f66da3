"""What falls together for one person is one message, and what of it no longer holds is taken back alone."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.diaries import DiaryAsked
from mentoring.notices.sessions import SessionReminder
from mentoring.notices.together import Together
from mentoring.schedule import DueKind
from mentoring.use_cases import attending
from mentoring.use_cases.due import do_what_is_due
from storage.tables.outbox import outbox
from storage.tables.schedule import appointments
from tests.use_cases.a_group import Nova, a_nova, unreachable
from tests.use_cases.own_times import bundles, plans

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk, Told

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
REMINDERS = (SessionReminder, Together, DiaryAsked)


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def after(nova: Nova, **time: float) -> list[Told]:
    """What people are reminded of when the bot is there again."""
    nova.desk.now += timedelta(**time)
    while (claim := nova.desk.record.schedule.claim_together(nova.desk.now, people=2)).any:
        do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
    while (claim := nova.desk.record.schedule.claim(nova.desk.now, at_most=3)).any:
        do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)
    return [one for one in nova.desk.told() if isinstance(one.notice, REMINDERS)]


def test_two_sessions_that_are_due_at_once_are_one_reminder_for_each_person(nova: Nova) -> None:
    plans(nova, FRIDAY, 17)
    plans(nova, FRIDAY, 18)
    nova.desk.told()

    told = after(nova, days=3, hours=7)

    assert sorted(one.chat_id for one in told) == [2, 3, 4, 5]
    assert {type(one.notice) for one in told} == {Together}
    assert [one.notice.diaries for one in told if isinstance(one.notice, Together)] == [()] * 4


def test_after_a_pause_a_session_ahead_and_a_diary_owed_are_one_message(nova: Nova) -> None:
    plans(nova, FRIDAY, 18)
    plans(nova, MONDAY, 18)
    nova.desk.told()

    told = after(nova, days=6, hours=8)

    by_chat = {one.chat_id: one.notice for one in told}
    assert len(told) == len(by_chat) == 4
    together = by_chat[4]
    assert isinstance(together, Together)
    assert ([one.number for one in together.sessions], [one.number for one in together.diaries]) == ([2], [1])
    assert isinstance(by_chat[2], SessionReminder)


def test_nothing_of_it_comes_a_second_time(nova: Nova) -> None:
    plans(nova, FRIDAY, 17)
    plans(nova, FRIDAY, 18)
    after(nova, days=3, hours=7)

    assert after(nova) == []
    assert after(nova, days=-1) == []


def test_when_one_of_the_sessions_is_cancelled_before_it_went_out_the_other_is_told_alone(nova: Nova) -> None:
    first, second = plans(nova, FRIDAY, 17), plans(nova, FRIDAY, 18)
    nova.desk.now += timedelta(days=3, hours=7)
    claim = nova.desk.record.schedule.claim_together(nova.desk.now, people=9)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    for cancelling in (attending.cancel_session, attending.confirm_cancelling):
        command = attending.OfSession(by=nova.by(nova.anton), session_id=second.id)
        nova.desk.does(cancelling, command)

    told = after(nova)
    assert sorted(one.chat_id for one in told) == [2, 3, 4, 5]
    notices = [one.notice for one in told]
    assert [one.session.session_id for one in notices if isinstance(one, SessionReminder)] == [first.id] * 4


def test_it_is_worth_telling_only_as_long_as_all_of_it_is(nova: Nova) -> None:
    first = plans(nova, FRIDAY, 17)
    plans(nova, FRIDAY, 18)

    nova.desk.now += timedelta(days=4, hours=5, minutes=40)
    claim = nova.desk.record.schedule.claim_together(nova.desk.now, people=9)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)

    row = nova.desk.connection.execute(outbox.select().where(outbox.c.kind == Together.__name__)).first()
    assert row is not None
    assert row.expires_at == first.starts_at - timedelta()


def test_whoever_wants_news_twice_a_day_is_asked_for_the_diary_at_their_hour(nova: Nova) -> None:
    bundles(nova, nova.vera)
    plans(nova, FRIDAY, 18)
    plans(nova, MONDAY, 18)
    nova.desk.told()

    told = after(nova, days=6, hours=8)

    assert [type(one.notice) for one in told if one.chat_id == nova.vera.telegram_id] == [SessionReminder]


def test_who_cannot_be_reached_has_missed_each_of_them(nova: Nova) -> None:
    plans(nova, FRIDAY, 17)
    plans(nova, FRIDAY, 18)
    unreachable(nova, nova.vera)
    nova.desk.told()

    told = after(nova, days=3, hours=7)

    assert sorted(one.chat_id for one in told) == [2, 3, 5]
    missed = [nova.desk.record.people.by_id(one.id).missed for one in (nova.vera, nova.ilya)]
    assert missed[0] - missed[1] == 2


def test_what_went_stale_meanwhile_is_counted_and_not_told(nova: Nova) -> None:
    plans(nova, FRIDAY, 17)
    plans(nova, FRIDAY, 18)
    nova.desk.told()

    nova.desk.now += timedelta(days=4, hours=6, minutes=30)
    claim = nova.desk.record.schedule.claim_together(nova.desk.now, people=9)

    stale = [due for due in claim.stale if due.kind is DueKind.SESSION_REMINDER]
    kinds = Counter(due.kind for due in claim.dues)
    assert len(stale) == 16
    assert kinds == {DueKind.SESSION_REMINDER: 4, DueKind.HOMEWORK_EVENING: 4}


def test_what_falls_together_is_found_by_its_time_however_much_is_planned(nova: Nova) -> None:
    asked: list[str] = []
    driver = nova.desk.connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(asked.append)
    nova.desk.record.schedule.claim_together(nova.desk.now, people=9)
    driver.set_trace_callback(None)

    plan = [step[3] for step in nova.desk.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[-1]}").all()]
    assert len([step for step in plan if "ix_appointments_due_at_pending (due_at<?)" in step]) == 2
    assert [step for step in plan if step == f"SCAN {appointments.name}"] == []
