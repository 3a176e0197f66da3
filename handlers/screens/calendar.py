"""A month's page to pick a day from: telegram-bot-calendar lays it out, and its keys become our typed buttons."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from telegram_bot_calendar import DAY, WMonthTelegramCalendar, callback

from handlers.buttons.sessions import PickDay, TurnPage
from texts.calendar import months, weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handlers.keyboards import Row, Target
    from texts.say import Say

#: Telegram shows no key without a label.
_BLANK = "·"
#: What the library writes where there is no day, and no page to turn to.
_NOTHING = ("", "×")
_AHEAD = timedelta(days=366)

#: The key that turns to the page of a day, or picks it.
Keyed: TypeAlias = "Callable[[date], Target]"


def _turn(day: date) -> Target:
    return TurnPage(day=day)


def _pick(day: date) -> Target:
    return PickDay(day=day)


def page(
    say: Say, *, month: date, today: date, last: date | None = None, turn: Keyed = _turn, pick: Keyed = _pick
) -> Sequence[Row]:
    """Days before `today` can't be picked, nor after `last`; pressing anything that is no day shows the page again."""
    picker = WMonthTelegramCalendar(
        current_date=month,
        min_date=today,
        max_date=last or today + _AHEAD,
        locale=say.language.value,
        month_names=months(say),
        weekday_names=weekdays(say),
    )
    markup, _ = picker.build()
    rows = json.loads(str(markup))["inline_keyboard"]
    keys = [[_key(str(key["text"]), key["callback_data"], month, turn, pick) for key in row] for row in rows]
    return [row for row in keys if any(label != _BLANK for label, _ in row)]


def _key(label: str, data: str, month: date, turn: Keyed, pick: Keyed) -> tuple[str, Target]:
    said = callback.decode(data)
    shown = _BLANK if label.strip() in _NOTHING else label
    if said is None or said.step != DAY or said.day is None:
        return shown, turn(month)
    return shown, pick(said.day) if said.action == callback.SELECT else turn(said.day)
