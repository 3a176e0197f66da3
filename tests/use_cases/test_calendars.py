"""Who gets which sessions for their calendar, and what is the same about a session that has moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mentoring.notices.calendars import CalendarFile
from mentoring.notices.sessions import SessionCard
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import attending, calendars, planning
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.test_sessions import chooses, passes, plans

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def file_for(nova: Nova, person: Person, session: Session | None = None) -> CalendarFile:
    session_id = None if session is None else session.id
    nova.desk.does(calendars.to_calendar, calendars.ToCalendar(by=nova.by(person), session_id=session_id))
    return nova.last(person, CalendarFile)


def moves(nova: Nova, session: Session, day: date) -> None:
    nova.desk.does(attending.move_session, attending.OfSession(by=nova.by(nova.anton), session_id=session.id))
    chooses(nova, nova.anton, day=day)
    chooses(nova, nova.anton, hour=18)
    nova.desk.does(planning.confirm, planning.Confirm(by=nova.by(nova.anton)))


def cancels(nova: Nova, session: Session) -> None:
    of = attending.OfSession(by=nova.by(nova.anton), session_id=session.id)
    nova.desk.does(attending.cancel_session, of)
    nova.desk.does(attending.confirm_cancelling, of)


def test_a_moved_session_is_the_same_entry_in_a_later_revision(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    [before] = file_for(nova, nova.vera, session).entries

    moves(nova, session, date(2026, 11, 30))
    made = file_for(nova, nova.vera, session)

    [after] = made.entries
    assert (after.uid, made.again) == (before.uid, True)
    assert after.revision > before.revision
    assert after.starts_at > before.starts_at


def test_a_cancelled_session_is_taken_out_by_a_file_of_its_own_only(nova: Nova) -> None:
    first, second = plans(nova, nova.anton), plans(nova, nova.anton, day=date(2026, 11, 30))
    cancels(nova, first)

    [out] = file_for(nova, nova.vera, first).entries
    [left] = file_for(nova, nova.vera).entries

    assert (out.cancelled, left.cancelled) == (True, False)
    assert left.number == second.number


def test_its_card_offers_the_file_as_long_as_it_is_ahead(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    ahead = nova.last(nova.vera, SessionCard)
    cancels(nova, session)
    cancelled = nova.last(nova.vera, SessionCard)
    passes(nova, days=5)
    of = attending.OfSession(by=nova.by(nova.vera), session_id=session.id)
    nova.desk.does(attending.open_session, of)

    assert (ahead.for_calendar, cancelled.for_calendar) == (True, True)
    assert not nova.last(nova.vera, SessionCard).for_calendar


def test_what_has_begun_needs_no_calendar(nova: Nova) -> None:
    session = plans(nova, nova.anton)
    passes(nova, days=5)

    with pytest.raises(Refusal) as refused:
        file_for(nova, nova.vera, session)

    assert refused.value.why is Why.SESSION_BEGUN


def test_without_a_session_ahead_there_is_no_file(nova: Nova) -> None:
    with pytest.raises(Refusal) as refused:
        file_for(nova, nova.vera)

    assert refused.value.why is Why.GONE
