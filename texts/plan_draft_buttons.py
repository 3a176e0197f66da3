"""What stands on the buttons of a plan that the bot proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.calendar import weekdays
from texts.plan_drafts import often
from texts.session_kinds import kind
from texts.session_places import place

if TYPE_CHECKING:
    from datetime import time

    from mentoring.notices.plan_drafts import DraftedRow, DraftTopic, Fitting
    from mentoring.sessions import Place
    from texts.say import Say

_LONGEST = 36


def propose_button(say: Say) -> str:
    return say.label("📋 Propose a plan")


def weekday_button(say: Say, weekday: int, *, on: bool) -> str:
    return f"{'✔' if on else ''}{weekdays(say)[weekday]}"


def time_button(at: time, *, on: bool) -> str:
    return f"{'✔' if on else ''}{at:%H:%M}"


def often_button(say: Say, fitting: Fitting, *, missing: int, on: bool) -> str:
    """As many as have room in it, and until when."""
    sign = "✔ " if on else ""
    if fitting.last is None:
        return say.label("{sign}{often}: no day is free", sign=sign, often=often(say, fitting.often))
    if fitting.count < missing:
        return say.label(
            "{sign}{often}: only {count} of {missing}",
            sign=sign,
            often=often(say, fitting.often),
            count=fitting.count,
            missing=missing,
        )
    return say.label(
        "{sign}{often}, until {day}", sign=sign, often=often(say, fitting.often), day=say.date(fitting.last)
    )


def as_last_button(say: Say, usual: Place, address: str) -> str:
    where = ": ".join(part for part in (place(say, usual), address) if part)
    return _short(say.label("↩ As last time: {where}", where=where))


def _short(label: str) -> str:
    """What a narrow phone shows whole."""
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"


def topic_button(topic: DraftTopic) -> str:
    return _short(f"{'✔ ' if topic.chosen else ''}{topic.words}")


def row_button(say: Say, row: DraftedRow) -> str:
    what = row.topic or kind(say, row.kind, row.stage)
    return _short(say.label("{number}. {at} · {what}", number=row.number, at=say.date(row.day), what=what))


def next_button(say: Say) -> str:
    return say.label("▶ Next")


def to_goals_button(say: Say) -> str:
    return say.label("✅ On to the goals")


def show_plan_button(say: Say) -> str:
    return say.label("📋 Show the plan")


def clear_goals_button(say: Say) -> str:
    return say.label("🗑 Clear the goals")


def take_button(say: Say) -> str:
    return say.label("✅ Plan all of it")


def change_button(say: Say) -> str:
    return say.label("✏️ Change a session")


def rhythm_button(say: Say) -> str:
    return say.label("🔁 Other days")


def topics_button(say: Say) -> str:
    return say.label("🎯 Topics and goals")


def no_button(say: Say) -> str:
    return say.label("✖ No plan")


def other_day_button(say: Say) -> str:
    return say.label("🗓 Another day")


def other_time_button(say: Say) -> str:
    return say.label("🕕 Another time")


def other_topic_button(say: Say) -> str:
    return say.label("💬 Another topic")


def leave_out_button(say: Say) -> str:
    return say.label("🗑 Leave it out")


def print_plan_button(say: Say) -> str:
    return say.label("📄 The plan as a document")
