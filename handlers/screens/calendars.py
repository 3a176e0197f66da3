"""Sessions as a file for somebody's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.calendar_file import CalendarEvent, CalendarSheet, link_in, written
from handlers.message import Attached, Content, Work
from mentoring.notices.calendars import CalendarFile
from texts import calendars as words

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from mentoring.notices.calendars import CalendarEntry
    from texts.say import Say


def calendar_file(notice: CalendarFile, say: Say) -> Content:
    sheet = CalendarSheet(at=notice.at, events=tuple(_event(one, say) for one in notice.entries))
    numbers = {one.number for one in notice.entries}
    name = f"session-{numbers.pop()}.ics" if len(notice.entries) == 1 else "sessions.ics"
    attached = Attached(kind="document", work=Work(job=written, argument=sheet), file_name=name)
    return Content(text=words.with_file(say, notice), attachments=(attached,), silent=True)


def _event(one: CalendarEntry, say: Say) -> CalendarEvent:
    return CalendarEvent(
        uid=one.uid,
        revision=one.revision,
        title=words.title(say, one),
        notes=words.notes(say, one),
        where=words.where(say, one),
        link=link_in(one.address),
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        cancelled=one.cancelled,
    )


SCREENS: Screens = {CalendarFile: calendar_file}
