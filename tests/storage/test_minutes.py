"""Minutes are changed by one hand at a time, and wait until they stand in a toolbar; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.attendance import Presence
from mentoring.chat_records import LineKind
from mentoring.filings import FilingState
from mentoring.minutes import MINUTES, Minutes, MinutesState, Part
from mentoring.sessions import Place, SessionKind, SessionState
from storage.files import known_hashes
from tests.storage.test_documents import NOW, a_filing, nova, record

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Person
    from mentoring.sessions import Session
    from storage.record import SqlRecord

__all__ = ["record"]


def a_session(record: SqlRecord, group: Group, maria: Person, *, held: bool = True, days_ago: int = 1) -> Session:
    begins = NOW - timedelta(days=days_ago)
    session = record.sessions.add(
        group_id=group.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=maria.id,
        now=NOW,
    )
    after = replace(session, state=SessionState.HELD) if held else session
    record.sessions.change(session, after)
    return after


def test_of_two_who_change_them_at_once_the_second_changes_nothing(record: SqlRecord) -> None:
    group, maria = nova(record)
    session = a_session(record, group, maria)
    new = Minutes(session_id=session.id, summary="CV", changed_by=maria.id, changed_at=NOW)

    begun = record.minutes.save(None, new)
    assert begun == replace(new, revision=1)
    assert record.minutes.save(None, replace(new, summary="Letters")) is None

    assert begun is not None
    decided = record.minutes.save(begun, begun.written(Part.DECISIONS, "No more CVs", by=maria.id, now=NOW))
    assert record.minutes.save(begun, begun.written(Part.SUMMARY, "Late", by=maria.id, now=NOW)) is None
    assert record.minutes.of_session(session.id) == decided
    assert decided == replace(begun, decisions="No more CVs", revision=2)
    assert not record.minutes.touched


def test_what_is_accepted_waits_to_be_filed_until_it_is(record: SqlRecord) -> None:
    group, maria = nova(record)
    session = a_session(record, group, maria)
    new = Minutes(session_id=session.id, changed_by=maria.id, changed_at=NOW)
    accepted = record.minutes.save(None, new.accepted(by=maria.id, now=NOW))
    assert accepted is not None
    assert record.minutes.to_file() == [accepted]
    assert record.minutes.touched

    upload = record.uploads.add(maria.id, group_id=group.id, now=NOW)
    scan_id = record.minutes.keep_file(upload.id, sha256="a" * 64, size=7, now=NOW)
    of_minutes = replace(a_filing(group.id, maria.id, "X02.docx"), code=MINUTES, session_id=session.id, scan_id=scan_id)
    filing = record.filings.add(of_minutes)
    record.minutes.save(accepted, replace(accepted, filing_id=filing.id))

    assert record.minutes.to_file() == []
    assert record.minutes.filed(session.id) == filing.id
    assert "a" * 64 in known_hashes(record.connection)
    file = record.filings.file_of(filing)
    assert file is not None
    assert file.sha256 == "a" * 64

    record.filings.change(filing, replace(filing, state=FilingState.WITHDRAWN))
    assert record.minutes.filed(session.id) is None


def test_minutes_wait_of_sessions_that_were_held_and_have_none_in_a_toolbar(record: SqlRecord) -> None:
    group, maria = nova(record)
    a_session(record, group, maria, held=False)
    a_session(record, group, maria, days_ago=40)
    said = a_session(record, group, maria, days_ago=3)
    begun = a_session(record, group, maria, days_ago=2)
    filed = a_session(record, group, maria, days_ago=1)
    record.filings.add(replace(a_filing(group.id, maria.id, "X02.docx"), code=MINUTES, session_id=filed.id))
    record.minutes.save(None, Minutes(session_id=begun.id, changed_by=maria.id, changed_at=NOW))
    record.chat_records.keep(
        session_id=said.id, message_id=1, person_id=maria.id, name="M", kind=LineKind.TEXT, text="Hello", said_at=NOW
    )

    waiting = record.minutes.waiting([group.id], NOW - timedelta(days=35))

    assert [(one.session_id, one.begun, one.has_record) for one in waiting] == [
        (begun.id, True, False),
        (said.id, False, True),
    ]
    assert record.minutes.waiting([], NOW) == ()


def test_what_is_accepted_and_on_its_way_to_a_toolbar_does_not_wait(record: SqlRecord) -> None:
    group, maria = nova(record)
    session = a_session(record, group, maria)
    new = Minutes(session_id=session.id, changed_by=maria.id, changed_at=NOW)
    record.minutes.save(None, new.accepted(by=maria.id, now=NOW))

    assert record.minutes.waiting([group.id], NOW - timedelta(days=35)) == []
    assert [one.state for one in record.minutes.to_file()] == [MinutesState.ACCEPTED]


def test_whether_attendance_was_noted_anew_is_known(record: SqlRecord) -> None:
    group, maria = nova(record)
    session = a_session(record, group, maria)
    assert not record.minutes.attendance_changed(session.id, NOW)

    later = NOW + timedelta(minutes=1)
    record.attendances.note(session.id, maria.id, Presence.LATE, by=maria.id, now=later)
    assert record.minutes.attendance_changed(session.id, NOW)
    assert not record.minutes.attendance_changed(session.id, later)
