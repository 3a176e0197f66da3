"""Words at half of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.notices.half_time import HalfTime
    from texts.say import Html, Say


def hint(say: Say, notice: HalfTime) -> Html:
    if notice.over:
        return say("⏹ The session of <b>{group}</b> is over.", group=notice.session.group)
    return say(
        "🤫 Half of the session of <b>{group}</b> is over. Nothing written yet: {names}. Only you see this; a question "
        "to them often helps.",
        group=notice.session.group,
        names=", ".join(notice.names),
    )
