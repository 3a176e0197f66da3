"""Words of everybody's own settings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from mentoring.people import Bundling, Language
from mentoring.zone_names import Region

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.quiet import QuietHours
    from texts.say import Html, Say


def more(say: Say) -> Html:
    return say("<b>More</b>\n\nEverything else that you can do here.")


def settings(
    say: Say, *, at: datetime, quiet: QuietHours, has_own_hours: bool, bundling: Bundling, changed: bool
) -> Html:
    lines = say(
        "🌐 Language: <b>{language}</b>\n🕐 Your time: <b>{place}</b>, {clock} now\n🌙 Quiet hours: {quiet}\n{news}",
        language=_LANGUAGE_NAMES[say.language],
        place=place(say, say.zone),
        clock=say.clock(at),
        quiet=_own_hours(say, quiet) if has_own_hours else _usual_hours(say, quiet),
        news=_news(say, bundling),
    )
    if changed:
        return say("✅ <b>Changed</b>\n\n{lines}", lines=lines)
    return say("⚙️ <b>Settings</b>\n\n{lines}", lines=lines)


_LANGUAGE_NAMES = {Language.BG: "български", Language.EN: "English"}


def _own_hours(say: Say, quiet: QuietHours) -> Html:
    return say("none") if quiet.is_none else say("<b>{hours}</b>", hours=hours(quiet))


def _usual_hours(say: Say, quiet: QuietHours) -> Html:
    if quiet.is_none:
        return say("none, as in the programme")
    return say("<b>{hours}</b>, as in the programme", hours=hours(quiet))


def _news(say: Say, bundling: Bundling) -> Html:
    match bundling:
        case Bundling.AT_ONCE:
            return say("📬 News: <b>at once</b>")
        case Bundling.TWICE_A_DAY:
            return say("📬 News: <b>together at 12:00 and 18:00</b>; what is urgent comes at once")
        case _:
            assert_never(bundling)


def hours(quiet: QuietHours) -> str:
    return f"{quiet.begins:%H:%M}–{quiet.ends:%H:%M}"


@lru_cache(maxsize=1000)
def _city(zone: str, language: Language) -> str:
    from babel.dates import get_timezone_location

    return str(get_timezone_location(zone, locale=language.value, return_city=True))


def place(say: Say, zone: str) -> str:
    """The city that a zone is called after, as its reader calls it."""
    return "UTC" if zone in {"UTC", "Etc/UTC"} else _city(zone, say.language)


def zone_question(say: Say, *, at: datetime, misread: bool, in_region: bool) -> Html:
    now = say(
        "🕐 <b>Where are you?</b>\n\nI show you times of <b>{place}</b>, where it is {clock} now. Only what you see "
        "changes; sessions stay when they are.",
        place=place(say, say.zone),
        clock=say.clock(at),
    )
    if misread:
        hint = say("I don't know this place. Please type a larger city nearby, or choose a part of the world.")
        return say("{hint}\n\n{now}", hint=hint, now=now)
    if in_region:
        return say("{now}\n\nTap a city with your time, or type another one.", now=now)
    return say("{now}\n\nType your city, or choose:", now=now)


def region(say: Say, of: Region) -> str:
    match of:
        case Region.EUROPE:
            return say.label("Europe")
        case Region.ASIA:
            return say.label("Asia")
        case Region.AFRICA:
            return say.label("Africa")
        case Region.AMERICA:
            return say.label("America")
        case Region.PACIFIC:
            return say.label("Australia, Pacific")
        case _:
            assert_never(of)


def share_location(say: Say) -> Html:
    return say("Tap the key below to send me your location. I take your time zone from it and keep nothing else.")


def hours_question(say: Say, *, usual: QuietHours, own: QuietHours | None, misread: bool) -> Html:
    now = _own_hours(say, own) if own else _usual_hours(say, usual)
    asked = say(
        "🌙 <b>When shall I leave you in peace?</b>\n\nReminders wait until these hours are over. Now: {now}\n\n"
        "Choose, or type it: <code>22:00–07:00</code>",
        now=now,
    )
    return say("I didn't understand this.\n\n{asked}", asked=asked) if misread else asked


def more_button(say: Say) -> str:
    return say.label("☰ More")


def settings_button(say: Say) -> str:
    return say.label("⚙️ Settings")


def zone_button(say: Say) -> str:
    return say.label("🕐 Time zone")


def quiet_button(say: Say) -> str:
    return say.label("🌙 Quiet hours")


def bundling_button(say: Say, to: Bundling) -> str:
    match to:
        case Bundling.AT_ONCE:
            return say.label("📬 News at once")
        case Bundling.TWICE_A_DAY:
            return say.label("📬 News twice a day")
        case _:
            assert_never(to)


def location_button(say: Say) -> str:
    return say.label("📍 By my location")


def send_location_key(say: Say) -> str:
    return say.label("📍 Send my location")


def back_to_button(say: Say, *, zone: str) -> str:
    return say.label("↩ Back to {place}", place=place(say, zone))


def no_hours_button(say: Say) -> str:
    return say.label("None")


def usual_hours_button(say: Say, usual: QuietHours) -> str:
    if usual.is_none:
        return say.label("As in the programme: none")
    return say.label("As in the programme: {hours}", hours=hours(usual))


def back_button(say: Say) -> str:
    return say.label("↩ Back")
