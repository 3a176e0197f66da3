"""Names of months and weekdays as a calendar heads its columns with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from texts.say import Say


def months(say: Say) -> Sequence[str]:
    from babel.dates import get_month_names

    names = get_month_names("wide", context="stand-alone", locale=say.language.value)
    return [names[month].capitalize() for month in range(1, 13)]


def weekdays(say: Say) -> Sequence[str]:
    """From Monday."""
    from babel.dates import get_day_names

    names = get_day_names("short", context="stand-alone", locale=say.language.value)
    return [names[day] for day in range(7)]
