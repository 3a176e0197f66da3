"""About people who have not been heard of: kindly, without blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.silence import SilenceNudge, SomebodySilent
    from texts.say import Say


def nudge(say: Say, notice: SilenceNudge) -> Html:
    day = say.day(notice.since)
    if notice.role is Role.MENTOR:
        return say(
            "👋 In <b>{group}</b> somebody has been waiting for your answer since {day}. The button shows what is "
            "next; if you need a break, tell me.",
            group=notice.group_name,
            day=day,
        )
    return say(
        "👋 We have not heard from you in <b>{group}</b> since {day}. Is everything all right? The button shows what "
        "is next; if you need a break, tell me.",
        group=notice.group_name,
        day=day,
    )


def somebody_silent(say: Say, notice: SomebodySilent) -> Html:
    role = say("mentor") if notice.role is Role.MENTOR else say("mentee")
    told = say(
        "🔇 <b>{name}</b>, {role} in {group}, has not been heard of since {day}, though something is expected. My "
        "reminders had no answer. Nothing happens by itself: you decide.",
        name=notice.name,
        role=role,
        group=notice.group_name,
        day=say.day(notice.since),
    )
    if notice.waiting_until is None:
        return told
    wait = say("⏳ You wait; I ask again on {day}.", day=say.day(notice.waiting_until))
    return Html(f"{told}\n\n{wait}")


def write_button(say: Say) -> str:
    return say.label("💬 Write")


def wait_button(say: Say) -> str:
    return say.label("⏳ Wait longer")
