"""Words about sessions in people's own calendars, and inside the file for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import clean
from texts.session_kinds import kind
from texts.session_places import place

if TYPE_CHECKING:
    from mentoring.notices.calendars import CalendarEntry, CalendarFile
    from texts.say import Html, Say


def add_button(say: Say) -> str:
    return say.label("📅 To my calendar")


def update_button(say: Say) -> str:
    return say.label("📅 New time to my calendar")


def remove_button(say: Say) -> str:
    return say.label("📅 Out of my calendar")


def add_all_button(say: Say) -> str:
    return say.label("📅 All to my calendar")


def with_file(say: Say, notice: CalendarFile) -> Html:
    if all(one.cancelled for one in notice.entries):
        return say(
            "📅 Open this file, and your calendar crosses the session out. If it stays there, delete it by hand."
        )
    if notice.again:
        return say(
            "📅 Open this file, and your calendar shows the new time. "
            "If the old one stays beside it, delete the old one by hand."
        )
    return say("📅 Open this file, and your phone puts it into your calendar. I remind you all the same.")


def title(say: Say, one: CalendarEntry) -> str:
    what = say.label("{group}: {kind}", group=one.group, kind=kind(say, one.kind, one.stage))
    return say.label("Cancelled: {what}", what=what) if one.cancelled else what


def where(say: Say, one: CalendarEntry) -> str:
    """The address alone, which maps can find."""
    return clean(one.address) or place(say, one.place)


def notes(say: Say, one: CalendarEntry) -> str:
    lines = [
        place(say, one.place),
        say.label("Topic: {topic}", topic=one.topic) if one.topic else "",
        say.label("To prepare: {preparation}", preparation=one.preparation) if one.preparation else "",
        say.label("In Telegram: {link}", link=f"https://t.me/{say.bot}"),
    ]
    return "\n".join(line for line in lines if line)
