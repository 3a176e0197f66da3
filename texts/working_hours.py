"""When an answer can be expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html

if TYPE_CHECKING:
    from mentoring.working_hours import AnsweringHours
    from texts.say import Say


def with_hours(say: Say, text: Html, hours: AnsweringHours | None) -> Html:
    return text if hours is None else Html(f"{text}\n\n{_line(say, hours)}")


def _line(say: Say, hours: AnsweringHours) -> Html:
    """In the reader's own time."""
    between = {"begins": say.clock(hours.begins), "ends": say.clock(hours.ends)}
    if hours.later:
        return say(
            "🕘 Answers usually come on working days between {begins} and {ends}. You can expect one from {moment}.",
            **between,
            moment=say.moment(hours.begins),
        )
    return say("🕘 Answers usually come on working days between {begins} and {ends}.", **between)
