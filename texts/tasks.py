"""Words about what somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html, escaped

if TYPE_CHECKING:
    from mentoring.notices.tasks import OwnTask, OwnTasks, TakenHome
    from texts.say import Say

_LONGEST = 48


def tasks(say: Say, notice: OwnTasks) -> Html:
    if not notice.tasks:
        return say("📌 <b>My tasks</b>\n\nNothing from the sessions waits for you.")
    rows = (
        say("{box} {text} ({group})", box="☑" if one.done else "☐", text=one.text, group=one.group)
        for one in notice.tasks
    )
    return Html("\n\n".join([say("📌 <b>My tasks</b>"), "\n".join(rows), say("Press what you have done.")]))


def taken_home(say: Say, notice: TakenHome) -> Html:
    head = say(
        "👋 <b>{group}</b> met on {day}, and you could not come. This was taken home:",
        group=notice.session.group,
        day=say.day(notice.session.starts_at),
    )
    return Html("\n\n".join([head, "\n".join(f"• {escaped(one)}" for one in notice.tasks)]))


def line(_: Say, task: OwnTask) -> str:
    text = task.text if len(task.text) <= _LONGEST else f"{task.text[: _LONGEST - 1]}…"
    return f"{'☑' if task.done else '☐'} {text}"


def tasks_button(say: Say) -> str:
    return say.label("📌 My tasks")
