"""Words of reminders that fall together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.bundles import diary_line, session_line
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.together import Together
    from texts.say import Say


def together(say: Say, notice: Together) -> Html:
    lines = [
        *(session_line(say, one) for one in notice.sessions),
        *(diary_line(say, one) for one in notice.diaries),
    ]
    return say("⏰ <b>Not to forget</b>\n\n{lines}", lines=Html("\n".join(lines)))
