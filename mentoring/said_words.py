"""What the words of a typed day or time mean, in English and Bulgarian, also Bulgarian in Latin letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from mentoring.spelling import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Word(Enum):
    AT = auto()
    FROM = auto()
    ON = auto()
    OF = auto()
    THE = auto()
    AND = auto()
    IN = auto()
    THIS = auto()
    NEXT = auto()
    OTHER = auto()
    LAST = auto()
    AGO = auto()
    AFTER_NEXT = auto()
    DAYS = auto()
    WEEKS = auto()
    YEAR = auto()
    H = auto()
    HOURS = auto()
    MINUTES = auto()
    HALF = auto()
    QUARTER = auto()
    PAST = auto()
    BEFORE = auto()
    MINUS = auto()
    NOON = auto()


class Part(Enum):
    """Of the day: it tells which of two hours is meant."""

    MORNING = auto()
    FORENOON = auto()
    LUNCH = auto()
    AFTERNOON = auto()
    EVENING = auto()
    NIGHT = auto()
    AM = auto()
    PM = auto()


@dataclass(frozen=True, slots=True)
class Num:
    """`digits` as it was written: 05 has two; a number in words has none."""

    value: int
    digits: int = 0

    @property
    def has_zero(self) -> bool:
        """06 is an hour of the clock; 6 may be one of two."""
        return self.digits > len(str(self.value))


@dataclass(frozen=True, slots=True)
class Ordinal:
    """`digits`: 5th; in words, such as “second”, it may just as well be said of something else."""

    value: int
    digits: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """`leads`: may stand before its day. Bulgarian may, май, also means “perhaps”."""

    number: int
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Weekday:
    """From Monday = 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Ahead:
    days: int


@dataclass(frozen=True, slots=True)
class Mark:
    char: str


Token: TypeAlias = Word | Part | Num | Ordinal | Month | Weekday | Ahead | Mark

_Names: TypeAlias = "tuple[tuple[str, str], ...]"

_ENGLISH: tuple[tuple[Token, str], ...] = (
    (Word.AT, "at @"),
    (Word.FROM, "from"),
    (Word.ON, "on"),
    (Word.OF, "of"),
    (Word.THE, "the"),
    (Word.AND, "and"),
    (Word.IN, "in"),
    (Word.THIS, "this"),
    (Word.NEXT, "next coming"),
    (Word.LAST, "last"),
    (Word.AGO, "ago"),
    (Word.DAYS, "day days"),
    (Word.WEEKS, "week weeks"),
    (Word.H, "h"),
    (Word.HOURS, "oclock"),
    (Word.MINUTES, "min minutes"),
    (Word.HALF, "half"),
    (Word.QUARTER, "quarter"),
    (Word.PAST, "past"),
    (Word.BEFORE, "to"),
    (Word.NOON, "noon midday"),
    (Part.MORNING, "morning"),
    (Part.AFTERNOON, "afternoon"),
    (Part.EVENING, "evening"),
    (Part.NIGHT, "night"),
    (Part.AM, "am"),
    (Part.PM, "pm"),
    (Ahead(-1), "yesterday"),
    (Ahead(0), "today"),
    (Ahead(1), "tomorrow"),
    (Ahead(2), "overmorrow"),
    (Num(1), "a"),
)
_BULGARIAN: tuple[tuple[Token, str], ...] = (
    (Word.AT, "в във"),
    (Word.FROM, "от"),
    (Word.ON, "на"),
    (Word.AND, "и"),
    (Word.IN, "след"),
    (Word.THIS, "този тази това тоя тая"),
    (
        Word.NEXT,
        """следващ следващия следващият следващиа следващата следващото следния следният
        идния идният идната идващия идващият идващата""",
    ),
    (Word.OTHER, "другия другият другата"),
    (Word.LAST, "миналия миналият миналата"),
    (Word.AGO, "преди"),
    (Word.AFTER_NEXT, "последващия последващият последващата"),
    (Word.DAYS, "ден дни дена"),
    (Word.WEEKS, "седмица седмици седмицата"),
    (Word.YEAR, "г год година"),
    (Word.H, "ч"),
    (Word.HOURS, "час часа"),
    (Word.MINUTES, "мин минути"),
    (Word.HALF, "половина пол"),
    (Word.QUARTER, "четвърт"),
    (Word.MINUS, "без"),
    (Part.MORNING, "сутрин сутринта"),
    (Part.FORENOON, "предиобед предиобяд"),
    (Part.LUNCH, "обед обяд"),
    (Part.AFTERNOON, "следобед следобяд"),
    (Part.EVENING, "вечер вечерта"),
    (Part.NIGHT, "нощ нощта"),
    (Ahead(-2), "завчера"),
    (Ahead(-1), "вчера"),
    (Ahead(0), "днес"),
    (Ahead(1), "утре"),
    (Ahead(2), "вдругиден другиден"),
)
_WEEKDAYS: _Names = (
    ("monday mon", "понеделник пон пн"),
    ("tuesday tue tues", "вторник вт"),
    ("wednesday wed weds", "сряда среда ср"),
    ("thursday thu thur thurs", "четвъртък четвъртак четвартък чет чт"),
    ("friday fri", "петък пт"),
    ("saturday sat", "събота съб сб"),
    ("sunday sun", "неделя нед нд"),
)
_MONTHS: _Names = (
    ("january jan", "януари яну ян"),
    ("february feb", "февруари февр фев"),
    ("march mar", "март мар"),
    ("april apr", "април апр"),
    ("may", ""),
    ("june jun", "юни"),
    ("july jul", "юли"),
    ("august aug", "август авг"),
    ("september sep sept", "септември септ сеп"),
    ("october oct", "октомври окт"),
    ("november nov", "ноември ноем ное"),
    ("december dec", "декември дек"),
)
_NUMBERS: _Names = (
    ("one", "един една едно"),
    ("two", "два две"),
    ("three", "три"),
    ("four", "четири"),
    ("five", "пет"),
    ("six", "шест"),
    ("seven", "седем"),
    ("eight", "осем"),
    ("nine", "девет"),
    ("ten", "десет"),
    ("eleven", "единайсет единадесет"),
    ("twelve", "дванайсет дванадесет"),
    ("thirteen", "тринайсет тринадесет"),
    ("fourteen", "четиринайсет четиринадесет"),
    ("fifteen", "петнайсет петнадесет"),
    ("sixteen", "шестнайсет шестнадесет"),
    ("seventeen", "седемнайсет седемнадесет"),
    ("eighteen", "осемнайсет осемнадесет"),
    ("nineteen", "деветнайсет деветнадесет"),
)
_TENS = (
    (20, "twenty", "двайсет двадесет"),
    (30, "thirty", "трийсет тридесет"),
    (40, "forty", "четирийсет четиридесет"),
    (50, "fifty", "петдесет"),
)
_ORDINALS: _Names = (
    ("first", "първи"),
    ("second", "втори"),
    ("third", "трети"),
    ("fourth", "четвърти"),
    ("fifth", "пети"),
    ("sixth", "шести"),
    ("seventh", "седми"),
    ("eighth", "осми"),
    ("ninth", "девети"),
    ("tenth", "десети"),
    ("eleventh", "единайсети единадесети"),
    ("twelfth", "дванайсети дванадесети"),
    ("thirteenth", "тринайсети тринадесети"),
    ("fourteenth", "четиринайсети четиринадесети"),
    ("fifteenth", "петнайсети петнадесети"),
    ("sixteenth", "шестнайсети шестнадесети"),
    ("seventeenth", "седемнайсети седемнадесети"),
    ("eighteenth", "осемнайсети осемнадесети"),
    ("nineteenth", "деветнайсети деветнадесети"),
    ("twentieth", "двайсети двадесети"),
)
_THIRTIETH = (Ordinal(30), "thirtieth", "трийсети тридесети")
#: Shorter words are too easily another language's in Latin letters; these few are needed.
_SHORTEST_BY_SOUND = 3
_SHORT_BY_SOUND = {"в", "и", "на", "от"}


def meaning(word: str) -> Token | None:
    """Of one word in small letters."""
    known = _as_written().get(word)
    if known is not None:
        return known
    heard = {_by_sound()[one] for one in sounds(word) if one in _by_sound()}
    return heard.pop() if len(heard) == 1 else None


def _both() -> Iterator[tuple[Token, str, str]]:
    yield from ((Weekday(number), *names) for number, names in enumerate(_WEEKDAYS))
    yield from ((Month(number), *names) for number, names in enumerate(_MONTHS, 1))
    yield from ((Num(number), *names) for number, names in enumerate(_NUMBERS, 1))
    yield from ((Num(number), english, bulgarian) for number, english, bulgarian in _TENS)
    yield from ((Ordinal(number), *names) for number, names in enumerate(_ORDINALS, 1))
    yield _THIRTIETH
    yield Month(5, leads=False), "", "май"


def _words(rows: Iterable[tuple[Token, str]]) -> Iterator[tuple[str, Token]]:
    return ((word, token) for token, words in rows for word in words.split())


def _bulgarian() -> dict[str, Token]:
    return dict(_words([*_BULGARIAN, *((token, bulgarian) for token, _, bulgarian in _both())]))


@cache
def _as_written() -> Mapping[str, Token]:
    english = dict(_words([*_ENGLISH, *((token, words) for token, words, _ in _both())]))
    return english | _bulgarian()


@cache
def _by_sound() -> Mapping[str, Token]:
    spoken = {
        word: token
        for word, token in _bulgarian().items()
        if len(word) >= _SHORTEST_BY_SOUND or word in _SHORT_BY_SOUND
    }
    return {heard: token for word, token in spoken.items() for heard in sounds(word)}
