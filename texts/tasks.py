"""Words about what somebody has taken home from sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.session_tasks import TaskField
from texts.say import Html, escaped

if TYPE_CHECKING:
    from datetime import date

    from mentoring.notices.tasks import LedTask, OwnTask, OwnTasks, TakenHome, TaskCard, TasksAtHome
    from texts.say import Say

_LONGEST = 48
#: More names than these do not fit in a line.
_NAMED = 4


def tasks(say: Say, notice: OwnTasks) -> Html:
    if not notice.tasks and not notice.led:
        return say("📌 <b>My tasks</b>\n\nNothing from the sessions waits for you.")
    own = "\n".join(_own(say, one) for one in notice.tasks)
    led = "\n".join(_of_others(say, one) for one in notice.led)
    parts = [
        say("📌 <b>My tasks</b>"),
        own,
        say("Press what you have done.") if own else "",
        say("👥 <b>What others have not done yet</b>") if led else "",
        led,
    ]
    return Html("\n\n".join(part for part in parts if part))


def _own(say: Say, one: OwnTask) -> Html:
    row = say("{box} {text} ({group})", box="☑" if one.done else "☐", text=one.text, group=one.group)
    return _until(say, row, one.due_on)


def _of_others(say: Say, one: LedTask) -> Html:
    names = ", ".join(one.names[:_NAMED]) + (" …" if len(one.names) > _NAMED else "")
    return _until(say, say("• {text} ({group}): {names}", text=one.text, group=one.group, names=names), one.due_on)


def _until(say: Say, row: Html, day: date | None) -> Html:
    return row if day is None else say("{task}, until {day}", task=row, day=say.date(day))


def card(say: Say, notice: TaskCard) -> Html:
    owner = notice.owner or say.label("Homework for all")
    sheet = say("{owner}: {text}", owner=owner, text=notice.text)
    parts = [
        _headline(say, notice),
        _until(say, sheet, notice.due_on),
        _asked(say, notice.asks, misread=notice.misread) if notice.asks else "",
    ]
    return Html("\n\n".join(part for part in parts if part))


def _headline(say: Say, notice: TaskCard) -> Html:
    if notice.dropped:
        return say("✖ <b>Taken back.</b> Nobody is reminded of it any more.")
    if notice.new:
        return say("✅ <b>Noted for {group}.</b>", group=notice.group)
    return say("📌 <b>A task of {group}</b>", group=notice.group)


def _asked(say: Say, field: TaskField, *, misread: bool) -> Html:
    match field:
        case TaskField.TEXT:
            return say("<b>What shall it say?</b> Type it.")
        case TaskField.OWNER if misread:
            return say("I know nobody here of this name. <b>Whose is it?</b>")
        case TaskField.OWNER:
            return say("<b>Whose is it?</b>")
        case TaskField.DAY if misread:
            return say("I did not understand this as one day ahead. <b>Until when?</b> Press one, or type it: 30.11.")
        case TaskField.DAY:
            return say("<b>Until when?</b> Press one, or type a date.")
        case _:
            assert_never(field)


def field_button(say: Say, field: TaskField) -> str:
    match field:
        case TaskField.TEXT:
            return say.label("✏️ Text")
        case TaskField.OWNER:
            return say.label("👤 Whose")
        case TaskField.DAY:
            return say.label("📅 Until when")
        case _:
            assert_never(field)


def change_button(text: str) -> str:
    return f"✏️ {_short(text)}"


def take_back_button(say: Say) -> str:
    return say.label("✖ Take it back")


def put_back_button(say: Say) -> str:
    return say.label("↩ Put it back")


def for_all_button(say: Say) -> str:
    return say.label("👥 All mentees")


def no_day_button(say: Say) -> str:
    return say.label("➖ No day")


def back_button(say: Say) -> str:
    return say.label("↩ Leave it as it is")


def at_home(say: Say, notice: TasksAtHome) -> Html:
    parts = []
    if notice.own:
        parts.append(say.n("📌 You have {count} open task.", "📌 You have {count} open tasks.", notice.own))
        if notice.first is not None:
            parts.append(say("The first is for {day}.", day=say.date(notice.first)))
    if notice.led:
        parts.append(
            say.n("👥 {count} task in your groups is open.", "👥 {count} tasks in your groups are open.", notice.led)
        )
    return Html(" ".join(parts))


def taken_home(say: Say, notice: TakenHome) -> Html:
    head = say(
        "👋 <b>{group}</b> met on {day}, and you could not come. This was taken home:",
        group=notice.session.group,
        day=say.day(notice.session.starts_at),
    )
    return Html("\n\n".join([head, "\n".join(f"• {escaped(one)}" for one in notice.tasks)]))


def line(_: Say, task: OwnTask) -> str:
    return f"{'☑' if task.done else '☐'} {_short(task.text)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def tasks_button(say: Say) -> str:
    return say.label("📌 My tasks")
