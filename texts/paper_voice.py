"""How forms speak: words, names, days and hours as they stand on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from mentoring.former import in_words
from mentoring.handouts import FormFact
from mentoring.papers import PaperLanguage
from mentoring.people import Language, Role
from mentoring.real_times import began, ended
from texts import form_words as words
from texts import session_kinds
from texts.former import word
from texts.locales import LOCALES
from texts.say import Say, clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from mentoring.attendance import Presence
    from mentoring.printed import Meeting, Spoken

#: By the names of a form's fields.
Facts: TypeAlias = dict[str, FormFact]

#: Babel's names; on paper English is British.


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """Of a form in both languages each word stands twice, and days are numbers."""

    says: tuple[Say, ...]
    zone: str

    def words(self, spoken: Callable[[Say], str]) -> str:
        return " / ".join(dict.fromkeys(spoken(say) for say in self.says))

    def day(self, day: date | None) -> str:
        from babel.dates import format_date

        if day is None:
            return ""
        if len(self.says) > 1:
            return day.strftime("%d.%m.%Y")
        return format_date(day, format="medium", locale=LOCALES[self.says[0].language])

    def day_of(self, at: datetime) -> str:
        return self.day(at.astimezone(ZoneInfo(self.zone)).date())

    def clock(self, at: datetime) -> str:
        return at.astimezone(ZoneInfo(self.zone)).strftime("%H:%M")

    def hours(self, meeting: Meeting) -> str:
        return f"{self.clock(meeting.starts_at)}–{self.clock(meeting.ends_at)}"

    def length(self, meeting: Meeting) -> str:
        minutes = round((ended(meeting) - began(meeting)).total_seconds() / 60)
        return self.words(lambda say: words.minutes(say, minutes))

    def role(self, role: Role) -> str:
        return self.words(lambda say: words.role(say, role))

    def kind(self, meeting: Meeting) -> str:
        return self.words(lambda say: session_kinds.kind(say, meeting.kind, meeting.stage))

    def mode(self, meeting: Meeting) -> str:
        return self.words(lambda say: words.mode(say, meeting.place, logged=meeting.logged))

    def presence(self, seen: Presence | None) -> str:
        return self.words(lambda say: words.presence(say, seen))

    def all(self) -> str:
        return self.words(words.everybody)

    def spoken(self, said: Spoken) -> str:
        """As it was said; only what it carried is named, in the form's first language."""
        return clean(words.spoken(self.says[0], said))

    def name(self, name: str) -> str:
        """Whoever was erased goes by a word of the form's language."""
        return clean(in_words(name, partial(word, self.says[0])))


def voice(language: PaperLanguage, zone: str) -> Voice:
    spoken = {
        PaperLanguage.EN: (Language.EN,),
        PaperLanguage.BG: (Language.BG,),
        PaperLanguage.BOTH: (Language.BG, Language.EN),
    }[language]
    return Voice(says=tuple(Say(one, zone) for one in spoken), zone=zone)
