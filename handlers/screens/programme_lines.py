"""The question behind each line of a programme, with what most managers choose as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.kit_choices import KitButton
from handlers.buttons.programmes import (
    NumberButton,
    ProgrammeButton,
    ProgrammeLanguageButton,
    ProgrammeZoneButton,
    ToolButton,
)
from handlers.keyboards import inline
from handlers.message import Content
from mentoring.groups import OptionalTool
from mentoring.people import Language
from mentoring.programmes import Line
from mentoring.zone_names import Zone
from texts import programme_lines as words
from texts import together
from texts.joining import LANGUAGE_NAMES
from texts.kit_choices import kit_button
from texts.programmes import months_button, no_hours_button, nobody_button
from texts.settings import back_button, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row, Target
    from mentoring.notices.programmes import AskLine, ProgrammeSeen
    from texts.say import Say

_ZONES = (Zone.SOFIA, Zone.ATHENS, Zone.BERLIN, Zone.MADRID, Zone.ROME, Zone.LONDON)
_MONTHS, _SESSIONS, _AGES = (3, 6, 9, 12), (3, 4, 5, 6, 8, 10, 12), (14, 16, 18)
_REMINDERS = (2401, 4802, 1)
_NIGHTS, _DAYS = (2108, 2207, 2308), (817, 918, 1018)


def ask_line(notice: AskLine, say: Say) -> Content:
    seen = notice.programme
    back: Row = [(back_button(say), ProgrammeButton(programme_id=seen.programme_id))]
    text = words.ask_line(say, seen, notice.line, misread=notice.misread)
    return Content(text=text, reply_markup=inline(*_choices(say, seen, notice.line), back))


def _choices(say: Say, seen: ProgrammeSeen, line: Line) -> Sequence[Row]:
    match line:
        case Line.PERIOD:
            return _in_rows([(months_button(say, one), _number(seen, line, one)) for one in _MONTHS])
        case Line.SESSIONS:
            return _in_rows([(str(one), _number(seen, line, one)) for one in _SESSIONS], 4)
        case Line.AGE:
            ages = [(str(one), _number(seen, line, one)) for one in _AGES]
            return [ages, [(nobody_button(say), _number(seen, line, 0))]]
        case Line.QUIET:
            none = (no_hours_button(say), _number(seen, line, 0))
            return [[_hours(seen, line, one) for one in _NIGHTS], [none]]
        case Line.WORK:
            return [[_hours(seen, line, one) for one in _DAYS]]
        case Line.REMINDERS:
            never = (together.never_button(say), _number(seen, line, 0))
            return [*([(_reminders(say, one), _number(seen, line, one))] for one in _REMINDERS), [never]]
        case Line.NAME | Line.ORGANISATION | Line.CONTACTS:
            return []
        case _:
            return _toggles(say, seen, line)


def _toggles(say: Say, seen: ProgrammeSeen, line: Line) -> Sequence[Row]:
    at = seen.programme_id
    if line is Line.LANGUAGES:
        return [[(_language(seen, one), ProgrammeLanguageButton(programme_id=at, language=one)) for one in Language]]
    if line is Line.TOOLS:
        return [
            *(
                [(words.tool_button(say, one, used=one in seen.tools), ToolButton(programme_id=at, tool=one))]
                for one in OptionalTool
            ),
            [(kit_button(say), KitButton(programme_id=at, page=0))],
        ]
    return _in_rows([(place(say, one), ProgrammeZoneButton(programme_id=at, zone=one)) for one in _ZONES], 3)


def _language(seen: ProgrammeSeen, language: Language) -> str:
    return f"✅ {LANGUAGE_NAMES[language]}" if language in seen.languages else LANGUAGE_NAMES[language]


def _number(seen: ProgrammeSeen, line: Line, number: int) -> NumberButton:
    return NumberButton(programme_id=seen.programme_id, line=line, number=number, sure=False)


def _hours(seen: ProgrammeSeen, line: Line, number: int) -> tuple[str, Target]:
    begins, ends = divmod(number, 100)
    return f"{begins:02}–{ends:02}", _number(seen, line, number)


def _reminders(say: Say, number: int) -> str:
    return ", ".join(together.before(say, hours) for hours in divmod(number, 100) if hours)


def _in_rows(keys: Sequence[tuple[str, Target]], width: int = 2) -> Sequence[Row]:
    return [keys[start : start + width] for start in range(0, len(keys), width)]
