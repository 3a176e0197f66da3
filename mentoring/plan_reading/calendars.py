"""How months and weekdays are called in plans, in English and Bulgarian, and digits that were typed as letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTH_NAMES = (
    "january jan януари ян яну",
    "february feb февруари фев февр",
    "march mar март мар",
    "april apr април апр",
    "may май",
    "june jun юни юн",
    "july jul юли юл",
    "august aug август авг",
    "september sep sept септември сеп септ",
    "october oct октомври окт",
    "november nov ноември ное ноем",
    "december dec декември дек",
)
_WEEKDAY_NAMES = (
    "monday mon понеделник пон пн понед",
    "tuesday tue tues вторник вт втор",
    "wednesday wed weds сряда ср",
    "thursday thu thur thurs четвъртък чет четв чт",
    "friday fri петък пет пт",
    "saturday sat събота съб сб",
    "sunday sun неделя нед нд",
)
MONTHS: Mapping[str, int] = {name: at for at, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
WEEKDAYS: Mapping[str, int] = {name: at for at, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
#: As months are numbered by hand in Bulgarian; the letters come from either alphabet.
ROMAN: Mapping[str, int] = dict(
    zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), range(1, 13), strict=True)
)
_LATIN = str.maketrans("іхІХѴѵ", "ixIXVv")
_LOOK_ALIKES = str.maketrans("OoОоQlI|іІЗзбSsВB", "00000111113365588")
_NEARLY_NUMBERS = re.compile(r"(?<!\w)[\dOoОоQlI|іІЗзбSsВB]*\d[\dOoОоQlI|іІЗзбSsВB.:/–-]*")


def as_roman(word: str) -> int | None:
    return ROMAN.get(word.translate(_LATIN).lower())


def with_digits(text: str) -> str:
    """As it may have been meant where digits came out as letters that look like them."""
    return _NEARLY_NUMBERS.sub(lambda found: found[0].translate(_LOOK_ALIKES), text)
