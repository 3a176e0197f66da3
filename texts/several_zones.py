"""One moment on the clocks of several places, for chats whose readers live apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from texts.settings import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from texts.say import Html, Say


def times(say: Say, at: datetime, others: Sequence[str]) -> Html:
    """The usual zone first; a day is named where it is another one."""
    clocks = [_clock(replace(say, zone=zone), at, usual=say) for zone in (say.zone, *others)]
    return say("🌍 {clocks}", clocks=" · ".join(clocks))


def _clock(say: Say, at: datetime, *, usual: Say) -> str:
    shown = say.clock(at) if say.day(at) == usual.day(at) else say.moment(at)
    return f"{shown} {place(say, say.zone)}"
