"""Quiet for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.snoozing import Length

if TYPE_CHECKING:
    from datetime import datetime

    from texts.say import Html, Say


def snooze_button(say: Say) -> str:
    return say.label("🔕 Quiet for a while")


def snooze(say: Say, until: datetime | None) -> Html:
    if until is None:
        return say(
            "<b>Quiet for how long?</b>\n\nWhat can wait comes afterwards; what can't comes without a sound. You go on "
            "taking part as before."
        )
    return say("🔕 <b>Quiet until {moment}.</b>\n\nWhat can wait comes then.", moment=say.moment(until))


def quiet_line(say: Say, until: datetime) -> Html:
    return say("🔕 Quiet until {moment}.", moment=say.moment(until))


def wake_button(say: Say) -> str:
    return say.label("🔔 Wake me now")


def length_button(say: Say, length: Length) -> str:
    match length:
        case Length.DAY:
            return say.label("1 day")
        case Length.THREE_DAYS:
            return say.label("3 days")
        case Length.WEEK:
            return say.label("1 week")
        case _:
            assert_never(length)
