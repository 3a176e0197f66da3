"""One reader's voice: their language, their zone, every value escaped after translation."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring.former import in_words
from mentoring.people import Language
from texts.catalogue import translations
from texts.former import word
from texts.locales import LOCALES

if TYPE_CHECKING:
    import gettext
    from datetime import date, datetime


#: Characters that hide, reorder or break text: bidi controls, zero-width marks, control codes.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)

_TAG = re.compile(r"<[^>]*>")


class Html(str):
    """Text that is already Telegram HTML: it is not escaped again when it is put into another text."""

    __slots__ = ()


def clean(text: str) -> str:
    """Text from people, without characters that hide or reorder what stands around it."""
    return _HIDDEN.sub("", unicodedata.normalize("NFC", text))


def escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(clean(str(value)), quote=False)


def plain(text: str) -> str:
    """HTML of ours as the words alone, for places that show no formatting."""
    return html.unescape(_TAG.sub("", text))


@lru_cache(maxsize=1000)
def _written_out(day: date, language: Language) -> str:
    """Most notices name one of a few days, and Babel takes as long for one as for the rest of the notice."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMEd", day, locale=LOCALES[language])


@dataclass(frozen=True)
class Say:
    """`say("…{name}…", name=…)` is HTML; `say.label(…)` is plain, for buttons and pop-ups.

    `zone` is an IANA name; `bot` is the bot's username, for links to it.
    """

    language: Language
    zone: str
    bot: str = ""

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return translations(self.language)

    def __call__(self, message: str, /, **values: object) -> Html:
        return self._filled(self._catalogue.gettext(message), values)

    def n(self, singular: str, plural: str, count: int, /, **values: object) -> Html:
        """The form that `count` needs; the text names it as {count}."""
        return self._filled(self._catalogue.ngettext(singular, plural, count), {"count": count, **values})

    def label(self, message: str, /, **values: object) -> str:
        shown = {key: clean(self._named(value)) for key, value in values.items()}
        return self._catalogue.gettext(message).format(**shown)

    def link(self, payload: str) -> str:
        """The address that opens the bot with this start payload."""
        return f"https://t.me/{self.bot}?start={payload}"

    def moment(self, at: datetime) -> str:
        """Day and time in the reader's zone: Tue 24 Nov, 18:00."""
        return f"{self.day(at)}, {self.clock(at)}"

    def day(self, at: datetime) -> str:
        return self.date(at.astimezone(ZoneInfo(self.zone)).date())

    def date(self, day: date) -> str:
        """A day of the calendar, in no zone."""
        return _written_out(day, self.language)

    def clock(self, at: datetime) -> str:
        return at.astimezone(ZoneInfo(self.zone)).strftime("%H:%M")

    def shared_moment(self, at: datetime) -> Html:
        """For chats whose readers live in several zones: Telegram shows each of them their own time."""
        return Html(f'<tg-time unix="{int(at.timestamp())}" format="wDt">{self.moment(at)} ({self.zone})</tg-time>')

    def _filled(self, message: str, values: dict[str, object]) -> Html:
        return Html(message.format(**{key: self._escaped(value) for key, value in values.items()}))

    def _escaped(self, value: object) -> str:
        return value if isinstance(value, Html) else escaped(self._named(value))

    def _named(self, value: object) -> str:
        """Whoever was erased goes by a word of the reader's language."""
        return in_words(str(value), partial(word, self))
