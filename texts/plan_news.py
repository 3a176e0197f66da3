"""What a confirmed session plan has changed, told once to everybody and in the group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.plan_reading.differences import Difference
from texts import plan_words as words
from texts import session_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.sent_plans import PlanLine
    from texts.say import Html, Say


def news(say: Say, group: str, lines: Sequence[PlanLine]) -> Html:
    return words.lines(
        say("🗓 The session plan of <b>{group}</b> is new.", group=group),
        words.lines(*(_line(say, one, say("{at}", at=say.moment(one.starts_at))) for one in lines), gap="\n"),
        say("Open a session to say whether you are coming."),
    )


def post(say: Say, lines: Sequence[PlanLine]) -> Html:
    """For the group's chat: Telegram shows every reader their own time."""
    return words.lines(
        say("🗓 <b>The session plan is new.</b>"),
        words.lines(*(_line(say, one, say.shared_moment(one.starts_at)) for one in lines), gap="\n"),
    )


def _line(say: Say, line: PlanLine, at: Html) -> Html:
    what = " · ".join(
        part for part in (session_kinds.kind(say, line.kind, line.stage), words.short(line.topic)) if part
    )
    match line.difference:
        case Difference.CANCELLED:
            return say("🚫 {number}. {at} · cancelled", number=line.number, at=at)
        case Difference.MOVED if line.was is not None:
            was = say.moment(line.was)
            return say(
                "🔄 {number}. <b>{at}</b> · {what} (so far {was})", number=line.number, at=at, what=what, was=was
            )
        case Difference.CHANGED:
            new = words.fields(say, line.fields)
            return say(
                "✏️ {number}. <b>{at}</b> · {what} (new: {fields})", number=line.number, at=at, what=what, fields=new
            )
        case _:
            return say("🆕 {number}. <b>{at}</b> · {what}", number=line.number, at=at, what=what)


def open_button(say: Say, line: PlanLine) -> str:
    return say.label("{number}. {at}", number=line.number, at=say.moment(line.starts_at))
