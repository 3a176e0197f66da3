"""Calendar files: what an independent reader makes of them is what was meant, whatever people call things."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from handlers.calendar_file import CalendarEvent, CalendarSheet, link_in, written
from handlers.screens.calendars import calendar_file
from mentoring.notices.calendars import CalendarEntry, CalendarFile
from mentoring.people import Language
from mentoring.sessions import Place, SessionKind
from texts.say import Say, clean

if TYPE_CHECKING:
    from ical.event import Event

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MOMENTS = st.integers(0, 3000).map(lambda hours: NOW + timedelta(hours=hours))
TEXTS = st.text(max_size=200) | st.sampled_from(
    ["a,b;c\\d\ne", "BEGIN:VEVENT\r\nEND:VEVENT", "Среща за CV и интервю " * 9]
)
ENTRIES = st.builds(
    CalendarEntry,
    uid=st.uuids().map(str),
    revision=st.integers(0, 99),
    number=st.integers(1, 99),
    group=TEXTS,
    kind=st.sampled_from(SessionKind),
    starts_at=MOMENTS,
    ends_at=MOMENTS.map(lambda at: at + timedelta(days=200)),
    place=st.sampled_from(Place),
    address=TEXTS | st.just("https://meet.example/a?b=c&d=e,f;g"),
    topic=TEXTS,
    preparation=TEXTS,
    cancelled=st.booleans(),
)
NOTICES = st.builds(
    CalendarFile, at=st.just(NOW), entries=st.lists(ENTRIES, min_size=1, max_size=4).map(tuple), again=st.booleans()
)


def sheet_of(notice: CalendarFile, language: Language = Language.EN) -> CalendarSheet:
    [attached] = calendar_file(notice, Say(language, "Europe/Sofia", "ementor_bot")).attachments
    assert attached.work is not None
    assert attached.work.job is written
    assert isinstance(attached.work.argument, CalendarSheet)
    return attached.work.argument


def read(sheet: CalendarSheet) -> list[Event]:
    """By another library than the one that writes."""
    return IcsCalendarStream.calendar_from_ics(written(sheet).decode()).events


def lines(sheet: CalendarSheet) -> list[str]:
    return written(sheet).decode().replace("\r\n ", "").split("\r\n")


@settings(deadline=None, max_examples=60)
@given(NOTICES, st.sampled_from(Language))
def test_another_reader_finds_every_session_as_it_was_meant(notice: CalendarFile, language: Language) -> None:
    sheet = sheet_of(notice, language)

    found = {event.uid: event for event in read(sheet)}

    for meant in sheet.events:
        event = found[meant.uid]
        assert (event.dtstart, event.dtend, event.sequence) == (meant.starts_at, meant.ends_at, meant.revision)
        assert (event.summary, event.description or "", event.location or "") == (meant.title, meant.notes, meant.where)
        assert (event.status or "").lower() == ("cancelled" if meant.cancelled else "confirmed")
        assert str(event.url or "") == meant.link
    assert len(found) == len({one.uid for one in notice.entries})


@settings(deadline=None, max_examples=60)
@given(NOTICES)
def test_lines_are_as_long_and_end_as_calendars_want_it(notice: CalendarFile) -> None:
    content = written(sheet_of(notice))

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


ONE = CalendarEvent(
    uid="5f1c",
    revision=3,
    title="Nova: Monitoring",
    notes="",
    where="",
    link="",
    starts_at=datetime(2026, 11, 27, 16, tzinfo=UTC),
    ends_at=datetime(2026, 11, 27, 17, tzinfo=UTC),
    cancelled=False,
)


def test_times_are_utc_and_there_is_no_alarm_and_nothing_empty() -> None:
    said = lines(CalendarSheet(at=NOW, events=(ONE,)))

    assert "METHOD:PUBLISH" in said
    assert "DTSTART:20261127T160000Z" in said
    assert "DTSTAMP:20261123T100000Z" in said
    assert not [one for one in said if one.startswith(("BEGIN:VALARM", "LOCATION", "DESCRIPTION", "URL"))]


def test_what_is_cancelled_is_struck_out_and_takes_nobodys_time() -> None:
    said = lines(CalendarSheet(at=NOW, events=(replace(ONE, cancelled=True),)))

    assert {"METHOD:PUBLISH", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SEQUENCE:3", "UID:5f1c"} <= set(said)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://meet.example/nova", "https://meet.example/nova"),
        ("Zoom: https://zoom.example/j/1?pwd=2, code 5", "https://zoom.example/j/1?pwd=2"),
        ("12 Shipka St", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_what_opens_a_page_is_a_link(address: str, link: str) -> None:
    assert link_in(address) == link


def test_the_words_are_the_readers_own() -> None:
    entry = CalendarEntry(
        uid="5f1c",
        revision=0,
        number=4,
        group="Nova",
        kind=SessionKind.FINAL,
        starts_at=NOW,
        ends_at=NOW,
        place=Place.CHAT,
        address="",
        topic="CV",
        preparation="",
        cancelled=True,
    )
    [event] = sheet_of(CalendarFile(at=NOW, entries=(entry,), again=False), Language.BG).events

    assert event.title == "Отменена среща: Nova: Заключителна среща"
    assert event.where == "В чата на групата"
    assert event.notes == "В чата на групата\nТема: CV\nВ Telegram: https://t.me/ementor_bot"
    assert clean(event.title) == event.title
