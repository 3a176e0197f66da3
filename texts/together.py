"""Words of what people are reminded of beside a session, and of which reminders they want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.sessions import Place
from texts.bundles import diary_line, session_line
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.reminder_settings import RemindersQuestion
    from mentoring.notices.sessions import SessionSeen
    from mentoring.notices.together import HomeworkReminder, Together
    from texts.say import Say


def together(say: Say, notice: Together) -> Html:
    lines = [
        *(begins(say, one) for one in notice.begins),
        *(session_line(say, one) for one in notice.sessions),
        *(homework(say, one) for one in notice.homework),
        *(diary_line(say, one) for one in notice.diaries),
    ]
    return say("⏰ <b>Not to forget</b>\n\n{lines}", lines=Html("\n".join(lines)))


def begins(say: Say, session: SessionSeen) -> Html:
    if session.place is Place.CHAT:
        return say("▶️ <b>{group}</b> begins now, in the group's chat.", group=session.group)
    if session.address:
        return say("▶️ <b>{group}</b> begins now: {address}", group=session.group, address=session.address)
    return say("▶️ <b>{group}</b> begins now.", group=session.group)


def homework(say: Say, notice: HomeworkReminder) -> Html:
    own = (say("▫️ {task}", task=task) for task in notice.tasks)
    others = (say("▫️ {task}: {names}", task=one.text, names=", ".join(one.names)) for one in notice.of_others)
    tasks = Html("\n".join([*own, *others]))
    if notice.of_others:
        return say(
            "📚 <b>{group}</b> meets on {at}. Not done yet:\n{tasks}",
            group=notice.session.group,
            at=say.moment(notice.session.starts_at),
            tasks=tasks,
        )
    return say(
        "📚 Still to do before <b>{group}</b> meets on {at}:\n{tasks}",
        group=notice.session.group,
        at=say.moment(notice.session.starts_at),
        tasks=tasks,
    )


def put_off(say: Say, until: datetime) -> str:
    return say.label("I will remind you again: {at}", at=say.moment(until))


def in_ten_minutes_button(say: Say) -> str:
    return say.label("⏰ In 10 minutes")


def tomorrow_morning_button(say: Say) -> str:
    return say.label("🌅 Tomorrow at 9")


def question(say: Say, notice: RemindersQuestion) -> Html:
    chosen = when(say, notice.hours)
    now = chosen if notice.own is not None else say("{when}, as in the programme", when=chosen)
    return say(
        "⏰ <b>When shall I remind you of a session?</b>\n\nNow: {now}\n\nIn your quiet hours I wait until they are "
        "over, or come before them. You can allow the last reminder before a session to come all the same.",
        now=now,
    )


def when(say: Say, hours: Sequence[int]) -> Html:
    if not hours:
        return say("never")
    listed = ", ".join(before(say, one) for one in hours)
    return say("<b>{listed}</b>", listed=listed)


def before(say: Say, hours: int) -> str:
    return say.label("1 hour before") if hours == 1 else say.label("{hours} hours before", hours=hours)


def never_button(say: Say) -> str:
    return say.label("never")


def reminders_button(say: Say) -> str:
    return say.label("⏰ Reminders")


def usual_button(say: Say) -> str:
    return say.label("As in the programme")


def woken_button(say: Say, *, woken: bool) -> str:
    return say.label("✓ Also in quiet hours") if woken else say.label("Also in quiet hours")
