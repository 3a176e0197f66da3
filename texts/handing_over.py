"""Words of replacing a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentoring.notices.handing_over import HandedOn
    from texts.say import Html, Say


def handed_on(say: Say, notice: HandedOn) -> Html:
    if notice.reference:
        return say(
            "➡️ <b>{name}</b> ({group}) is with {to} now.", name=notice.reference, group=notice.group, to=notice.to
        )
    return say("➡️ The session of <b>{group}</b> is with {to} now.", group=notice.group, to=notice.to)
