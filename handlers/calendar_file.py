"""Sessions as a calendar file that phones and computers open; written in the process apart, by icalendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

_LINK = re.compile(r"https?://[^\s<>\"]{0,500}[^\s<>\".,;:!?)]")


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEvent:
    """In one reader's words; `revision` is larger than that of what it replaces."""

    uid: str
    revision: int
    title: str
    notes: str
    where: str
    link: str
    starts_at: datetime
    ends_at: datetime
    cancelled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarSheet:
    """`at` is when it was made."""

    at: datetime
    events: tuple[CalendarEvent, ...]


def link_in(text: str) -> str:
    """An address that opens something, where the place of a session is one."""
    found = _LINK.search(text)
    return found[0] if found else ""


def written(sheet: CalendarSheet) -> bytes:
    """Times are UTC, which each phone shows in its own zone. No alarms: the bot reminds, and moves its reminders."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//ementor//sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for one in sheet.events:
        calendar.add_component(_event(one, sheet.at))
    content: bytes = calendar.to_ical()
    return content


def _event(one: CalendarEvent, at: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.revision)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("dtstart", one.starts_at)
    event.add("dtend", one.ends_at)
    event.add("summary", one.title)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if one.cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    for name, value in (("location", one.where), ("description", one.notes), ("url", one.link)):
        if value:
            event.add(name, value)
    return event
