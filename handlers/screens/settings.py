"""Screens of everybody's own settings, and of what the home card has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.joining import LanguageButton
from handlers.buttons.settings import (
    BundlingButton,
    HoursButton,
    LocationButton,
    QuietButton,
    RegionButton,
    SettingsButton,
    ZoneButton,
    ZonesButton,
)
from handlers.keyboards import inline, location_key, packed
from handlers.message import Content
from handlers.screens import own_data, snoozing, together
from handlers.screens.doors import further_doors, way_home
from mentoring.notices.settings import HoursQuestion, More, SettingsCard, ShareLocation, ZoneQuestion
from mentoring.people import Bundling, Language
from mentoring.zone_names import Region, zones_of
from texts import settings as words
from texts.joining import LANGUAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from mentoring.quiet import QuietHours
    from texts.say import Say

#: Hours that many people sleep in, on one row.
_COMMON_HOURS = ((20, 8), (22, 7), (23, 8))
#: Characters that a phone of 390 points shows in one line, beside none, one or two others.
_WIDEST_CITIES = (40, 15, 9)


def more(notice: More, say: Say) -> Content:
    return Content(
        text=words.more(say),
        reply_markup=inline(*further_doors(say, notice.standings, pair=notice.pair), way_home(say)),
    )


def settings(notice: SettingsCard, say: Say) -> Content:
    text = words.settings(
        say,
        at=notice.at,
        quiet=notice.quiet,
        has_own_hours=notice.has_own_hours,
        bundling=notice.bundling,
        changed=notice.changed,
    )
    others = [one for one in Language if one is not say.language]
    languages: Row = [(LANGUAGE_NAMES[one], LanguageButton(language=one)) for one in others]
    times: Row = [(words.zone_button(say), ZonesButton()), (words.quiet_button(say), QuietButton())]
    rows = [
        _way_back(notice, say),
        languages,
        times,
        [_other_bundling(notice, say)],
        together.door(say),
        snoozing.door(say),
        own_data.door(say),
        way_home(say),
    ]
    return Content(text=text, reply_markup=inline(*rows))


def _way_back(notice: SettingsCard, say: Say) -> Row:
    former = notice.former_zone
    return [] if former is None else [(words.back_to_button(say, zone=former), ZoneButton(zone=former))]


def _other_bundling(notice: SettingsCard, say: Say) -> tuple[str, Target]:
    other = Bundling.AT_ONCE if notice.bundling is Bundling.TWICE_A_DAY else Bundling.TWICE_A_DAY
    return words.bundling_button(say, other), BundlingButton(bundling=other)


def zone_question(notice: ZoneQuestion, say: Say) -> Content:
    in_region = notice.region is not None
    text = words.zone_question(say, at=notice.at, misread=notice.misread, in_region=in_region)
    back: Target = ZonesButton() if in_region else SettingsButton()
    choices = _regions(say) if notice.region is None else _cities(say, notice.region)
    return Content(text=text, reply_markup=inline(*choices, [(words.back_button(say), back)]))


def _regions(say: Say) -> Sequence[Row]:
    keys = [(words.region(say, region), RegionButton(region=region)) for region in Region]
    return [[(words.location_button(say), LocationButton())], keys[:2], keys[2:4], keys[4:]]


def _cities(say: Say, region: Region) -> Sequence[Row]:
    named = sorted((words.place(say, zone), ZoneButton(zone=zone)) for zone in zones_of(region))
    return packed(named, widest=_WIDEST_CITIES)


def share_location(_: ShareLocation, say: Say) -> Content:
    return Content(text=words.share_location(say), reply_markup=location_key(words.send_location_key(say)))


def hours_question(notice: HoursQuestion, say: Say) -> Content:
    common: Row = [_hours(notice, begins, ends) for begins, ends in _COMMON_HOURS]
    none = (words.no_hours_button(say), HoursButton(begins=0, ends=0, own=True))
    usual = (words.usual_hours_button(say, notice.usual), HoursButton(begins=0, ends=0, own=False))
    text = words.hours_question(say, usual=notice.usual, own=notice.own, misread=notice.misread)
    back = (words.back_button(say), SettingsButton())
    return Content(text=text, reply_markup=inline(common, [usual], [none, back]))


def _hours(notice: HoursQuestion, begins: int, ends: int) -> tuple[str, Target]:
    button, label = HoursButton(begins=begins, ends=ends, own=True), f"{begins:02}–{ends:02}"
    return ("✓ " + label if _holds(notice.own, button) else label), button


def _holds(own: QuietHours | None, button: HoursButton) -> bool:
    return own is not None and (own.begins.hour, own.ends.hour) == (button.begins, button.ends)


SCREENS: Screens = {
    More: more,
    SettingsCard: settings,
    ZoneQuestion: zone_question,
    ShareLocation: share_location,
    HoursQuestion: hours_question,
}
