"""Words about filing what was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.kit import Toolbar
from texts.say import Html

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.submissions import Sheet
    from texts.say import Say


def toolbar_name(say: Say, toolbar: Toolbar) -> str:
    match toolbar:
        case Toolbar.MANAGING:
            return say.label("Managing")
        case Toolbar.MONITORING:
            return say.label("Monitoring")
        case _:
            assert_never(toolbar)


def settled(say: Say, sheet: Sheet, *, left_to_manager: bool = False) -> Html:
    """Who accepted it and when, and who filed it and when."""
    lines = []
    if sheet.accepted_by:
        when = say.moment(sheet.since)
        lines.append(say("☑️ Accepted by {by}, {when}.", by=sheet.accepted_by, when=when))
    if sheet.filed is not None:
        filed = sheet.filed
        name, when = toolbar_name(say, filed.toolbar), say.moment(filed.at)
        lines.append(say("🗄 Filed under “{toolbar}” by {by}, {when}.", toolbar=name, when=when, by=filed.by))
    elif left_to_manager:
        lines.append(say("🗄 A manager files this document."))
    return Html("\n".join(lines))


def file_button(say: Say, toolbar: Toolbar) -> str:
    return say.label("🗄 File to {toolbar}", toolbar=toolbar_name(say, toolbar))


def accept_and_file_button(say: Say, toolbar: Toolbar) -> str:
    return say.label("✅🗄 Accept, file to {toolbar}", toolbar=toolbar_name(say, toolbar))


def undo_button(say: Say, *, until: datetime) -> str:
    return say.label("↶ Take it out again (until {time})", time=say.clock(until))
