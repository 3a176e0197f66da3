"""Times as they stand in plans: with colons, dots, words and halves of the day; and which of them say it all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_PM = r"p\.?\s?m\.?(?!\w)|(?:следобед|вечерта|сл\.?\s?об\.?)(?!\w)"
_AM = r"a\.?\s?m\.?(?!\w)|(?:сутринта|преди\s+обяд|пр\.?\s?об\.?)(?!\w)"
_UNIT = r"(?:часа?|часът|ч|h|hrs?|o['’]?clock)(?!\w)\.?"
_CLOCK = rf"""
    (?P<{{0}}hour>\d{{{{1,2}}}})
    (?:\s?(?P<{{0}}sign>[:.]|h|ч\.?)\s?(?P<{{0}}minute>\d{{{{2}}}})(?!\d))?
    \s*(?P<{{0}}unit>{_UNIT})?\s*(?P<{{0}}half>{_PM}|{_AM})?
"""
_COMPACT = r"(?P<{0}compact>\d{{4}})(?!\d)"
_TO = r"\s*(?:[-–—]|до|to|until|till)\s*"
_SPAN = re.compile(
    rf"""(?:(?:от|from|between|между|at|в|във|начало|start)\s+)?
    (?:{_COMPACT.format("a")}|{_CLOCK.format("b")})
    (?:{_TO}(?:{_COMPACT.format("c")}|{_CLOCK.format("d")}))?""",
    re.IGNORECASE | re.VERBOSE,
)
_LENGTH = re.compile(
    r"[\s,;(+]*(?P<count>\d{1,3}(?:[.,]\d)?)\s*"
    r"(?:(?P<minutes>min(?:utes?|s)?|мин(?:ути)?)|(?P<hours>h(?:ours?|rs?)?|часа?|ч))(?!\w)\.?[\s)]*",
    re.IGNORECASE,
)
#: Within other words only what can be nothing else.
_CERTAIN = re.compile(
    rf"""(?<![\w.:/-])(?:(?:от|from|at|в|във)\s+)?\d{{1,2}}
    (?: :\d{{2}} | [.]\d{{2}}(?=\s*(?:{_UNIT}|{_PM}|{_AM})) | (?=\s*(?:{_UNIT}|{_PM}|{_AM})) )
    (?:\s*(?:{_UNIT}|{_PM}|{_AM}))?
    (?:{_TO}\d{{1,2}}(?:[:.]\d{{2}})?(?!\d)(?:\s*(?:{_UNIT}|{_PM}|{_AM}))?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_A_WORD = re.compile(
    rf"""(?<!\w)(?:от|from|at|в|във)\s+\d{{1,2}}(?:[:.]\d{{2}})?(?![\d.:/]\d?)
    (?:\s*(?:{_UNIT}|{_PM}|{_AM}))?
    (?:{_TO}\d{{1,2}}(?:[:.]\d{{2}})?(?!\d)(?:\s*(?:{_UNIT}|{_PM}|{_AM}))?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_NOON, _MIDNIGHT, _MINUTES = 12, 24, 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """As written. `half` is "am", "pm" or nothing; `full` says that the hour is one of 24."""

    hour: int
    minute: int = 0
    half: str = ""
    full: bool = False
    spelt: bool = False

    def times(self) -> tuple[time, ...]:
        """What it can be; nothing where there is no such time."""
        if self.minute >= _MINUTES or self.hour >= _MIDNIGHT:
            return ()
        if self.half:
            return self._in_its_half()
        if self.full or self.hour >= _NOON or self.hour == 0:
            return (time(self.hour, self.minute),)
        return (time(self.hour, self.minute), time(self.hour + _NOON, self.minute))

    def _in_its_half(self) -> tuple[time, ...]:
        if not 1 <= self.hour <= _NOON:
            return (time(self.hour, self.minute),) if self.half == "pm" and self.hour > _NOON else ()
        return (time(self.hour % _NOON + (_NOON if self.half == "pm" else 0), self.minute),)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """One clock, or two; or one and how many minutes it lasts."""

    begins: Clock
    ends: Clock | None = None
    minutes: int | None = None


def span_in(text: str) -> Span | None:
    """None unless the whole text is one."""
    said = " ".join(text.split()).strip(" .,;()")
    found = _SPAN.match(said)
    if found is None:
        return None
    length = _minutes(said[found.end() :])
    if length is None and said[found.end() :].strip(" .,;()"):
        return None
    begins, ends = _clock(found, "a", "b"), _clock(found, "c", "d")
    return None if begins is None or (ends and length) else Span(begins=begins, ends=ends, minutes=length)


def taken_out(text: str) -> tuple[str, str]:
    """The text of a date without the hours that stand beside it, and those."""
    for pattern in (_CERTAIN, _AFTER_A_WORD):
        found = pattern.findall(text)
        if found:
            return pattern.sub(" ", text), " ; ".join(found) if len(found) > 1 else found[0]
    return text, ""


def _minutes(text: str) -> int | None:
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    count = float(found["count"].replace(",", "."))
    return round(count if found["minutes"] else count * _MINUTES)


def length_in(text: str) -> int | None:
    """In minutes. A number alone is one of minutes where nobody would mean hours."""
    said = text.strip(" .,;()")
    if said.isdecimal():
        return int(said) if 15 <= int(said) <= 480 else None  # noqa: PLR2004 - a quarter, a working day
    return _minutes(said)


def _clock(found: re.Match[str], compact: str, spelt: str) -> Clock | None:
    if packed := found[f"{compact}compact"]:
        return Clock(hour=int(packed[:2]), minute=int(packed[2:]), full=True)
    hour = found[f"{spelt}hour"]
    if hour is None:
        return None
    half = (found[f"{spelt}half"] or "").lower()
    return Clock(
        hour=int(hour),
        minute=int(found[f"{spelt}minute"] or 0),
        half="" if not half else "am" if re.match(_AM, half) else "pm",
        full=hour.startswith("0") and len(hour) > 1,
        spelt=bool(found[f"{spelt}minute"] or found[f"{spelt}unit"] or half),
    )
