"""Words about days and times that somebody typed: read back, asked about, or asked for again."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from mentoring.said_dates import Doubt
from texts.locales import LOCALES

if TYPE_CHECKING:
    from mentoring.people import Language
    from texts.say import Html, Say

#: A day further ahead than this is named with its year.
_SAME_YEAR = timedelta(days=270)


def moment(say: Say, day: date | None, at: time | None, *, today: date) -> str:
    """As much of it as is known: Tue 24 Nov, 18:00."""
    clock = at.strftime("%H:%M") if at else ""
    named = "" if day is None else _in_words(day, say.language, with_year=day - today > _SAME_YEAR)
    return ", ".join(part for part in (named, clock) if part)


def doubt(say: Say, why: Doubt, *, readings: int, of_time: bool) -> Html:
    """What stands above the question that is asked again, or above the buttons with the readings."""
    match why:
        case Doubt.SEVERAL if readings == 1:
            return say("Do you mean this?")
        case Doubt.SEVERAL:
            return say("That can mean more than one thing. Which do you mean?")
        case Doubt.WEEKDAY:
            return say("The weekday and the date do not go together. Which do you mean?")
        case Doubt.FAR if readings:
            return say("That is far ahead. Do you mean this?")
        case Doubt.FAR:
            return say("That is more than a year ahead. Please choose an earlier day.")
        case Doubt.PAST:
            return say("That has passed already. Please choose what is still ahead.")
        case Doubt.AHEAD:
            return say("That is still ahead. Please say when it was.")
        case Doubt.LONG_AGO if readings:
            return say("That is long ago. Do you mean this?")
        case Doubt.LONG_AGO:
            return say("That is too long ago for this group. Please look once more.")
        case Doubt.NO_SUCH_DAY:
            return say("There is no such day in the calendar. Please look once more.")
        case Doubt.NO_SUCH_TIME:
            return say("There is no such time. Please type it like 18:30, 18 ч. or 6:30 pm.")
        case Doubt.CLOCK:
            return say("At that hour of the night the clocks may change. Please choose another time.")
        case Doubt.WORDS:
            return _not_understood(say, of_time=of_time)
        case _:
            assert_never(why)


def _not_understood(say: Say, *, of_time: bool) -> Html:
    if of_time:
        return say("I did not understand this time. Please type it like 18:30, 18 ч. or 6:30 pm.")
    return say("I did not understand this day. Please type it like 5.12 or tomorrow at 18:00, or choose it.")


@lru_cache(maxsize=1000)
def _in_words(day: date, language: Language, *, with_year: bool) -> str:
    """The month by its name: where 3/4 is asked about, 4.03 and 3.04 would be no help."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMMEd" if with_year else "MMMMEd", day, locale=LOCALES[language])
