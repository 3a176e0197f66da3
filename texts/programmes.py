"""Words of a manager's programme: the preview, its lines, and what a change touches."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mentoring.people import Language
from texts.groups import ask_group_name
from texts.locales import LOCALES
from texts.say import Html
from texts.settings import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mentoring.notices.programmes import ConfirmPeriod, ConfirmQuiet, ProgrammeLine, ProgrammeSeen
    from texts.say import Say

LANGUAGE_NAMES = {Language.BG: "български", Language.EN: "English"}


def preview(say: Say, seen: ProgrammeSeen, *, welcome: str | None) -> Html:
    asked = ask_group_name(say)
    plan = _plan(say, seen)
    if welcome is None:
        return say("<b>So it is planned:</b>\n\n{plan}\n\nIs this right? Then: {asked}", plan=plan, asked=asked)
    return say(
        "✅ All is set, <b>{name}</b>: the programme exists. So it is planned:\n\n{plan}\n\n"
        "Is this right? Then your first group: {asked}",
        name=welcome,
        plan=plan,
        asked=asked,
    )


def _plan(say: Say, seen: ProgrammeSeen) -> Html:
    """The five lines of the set-up."""
    lines = [_named(say, seen), period(say, seen), _languages(say, seen), _place(say, seen), _tools(say, seen)]
    return Html("\n".join(lines))


def card(say: Say, seen: ProgrammeSeen, *, changed: bool) -> Html:
    lines = [
        _plan(say, seen),
        say("💼 Working hours: {work}", work=seen.work),
        say("👤 Guardian: asked below {age}", age=seen.adult_age) if seen.adult_age else say("👤 Age: nobody is asked"),
        say("🆘 In an emergency: {contacts}", contacts=seen.contacts or "–"),
    ]
    plan = Html("\n".join(lines))
    if changed:
        return say("✅ <b>Changed.</b>\n\n{plan}", plan=plan)
    return say("<b>Programme settings</b>\n\n{plan}\n\nTap what you want to change.", plan=plan)


def _named(say: Say, seen: ProgrammeSeen) -> Html:
    return say("🏷 <b>{name}</b>, {organisation}", name=seen.name, organisation=seen.organisation)


def period(say: Say, seen: ProgrammeSeen) -> Html:
    if seen.begins_on is None or seen.ends_on is None:
        return say("📅 No days yet; {sessions}", sessions=_sessions(say, seen))
    days = say(
        "📅 {begins} – {ends}: {weeks}, {sessions}",
        begins=_day(seen.begins_on, say.language),
        ends=_day(seen.ends_on, say.language),
        weeks=say.n("{count} week", "{count} weeks", seen.weeks),
        sessions=_sessions(say, seen),
    )
    if seen.first is None or seen.middle is None or seen.last is None:
        return days
    calendar = say(
        "      first session about {first}\n      half-way about {middle}\n      last session about {last}",
        first=say.date(seen.first),
        middle=say.date(seen.middle),
        last=say.date(seen.last),
    )
    return say("{days}\n{calendar}", days=days, calendar=calendar)


def _sessions(say: Say, seen: ProgrammeSeen) -> Html:
    return say.n("{count} session for each group", "{count} sessions for each group", seen.sessions)


def _languages(say: Say, seen: ProgrammeSeen) -> Html:
    return say("🌐 {languages}", languages=", ".join(LANGUAGE_NAMES[one] for one in seen.languages))


def _place(say: Say, seen: ProgrammeSeen) -> Html:
    if not seen.quiet:
        return say("🕐 Time of {place}, no quiet hours", place=place(say, seen.zone))
    return say("🕐 Time of {place}, quiet {quiet}", place=place(say, seen.zone), quiet=seen.quiet)


def _tools(say: Say, seen: ProgrammeSeen) -> Html:
    if not seen.tools:
        return say("🧰 Optional documents: none")
    return say("🧰 Optional documents: {tools}", tools=", ".join(seen.tools))


@lru_cache(maxsize=1000)
def _day(day: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMd", day, locale=LOCALES[language])


def programmes(say: Say, listed: Sequence[ProgrammeLine], *, for_group: bool) -> Html:
    if for_group:
        return say("<b>In which programme shall the new group be?</b>")
    lines = (
        say(
            "<b>{name}</b>, {organisation}: {groups}",
            name=one.name,
            organisation=one.organisation,
            groups=_of(say, one),
        )
        for one in listed
    )
    return say("<b>Your programmes</b>\n\n{lines}", lines=Html("\n".join(lines)))


def _of(say: Say, one: ProgrammeLine) -> Html:
    return say.n("{count} group", "{count} groups", one.groups)


def programme_button(say: Say, one: ProgrammeLine) -> str:
    return say.label("{name} · {organisation}", name=one.name, organisation=one.organisation)


def confirm_period(say: Say, notice: ConfirmPeriod) -> Html:
    days = say(
        "📅 <b>{begins} – {ends}</b>\n\nWhat is linked to the end moves with it.",
        begins=_day(notice.begins, say.language),
        ends=_day(notice.ends, say.language),
    )
    told = say.n("{count} mentor is told.", "{count} mentors are told.", notice.mentors) if notice.mentors else ""
    after = _after(say, notice.after) if notice.after else ""
    return Html("\n".join(one for one in (days, told, after) if one))


def _after(say: Say, count: int) -> Html:
    return say.n(
        "{count} session is planned after that day; it stays until somebody moves it.",
        "{count} sessions are planned after that day; they stay until somebody moves them.",
        count,
    )


def confirm_quiet(say: Say, notice: ConfirmQuiet) -> Html:
    hours = (
        say("🌙 <b>Quiet hours {hours}</b>", hours=notice.hours) if notice.hours else say("🌙 <b>No quiet hours</b>")
    )
    touched = say.n(
        "The reminders of {count} person are planned anew.",
        "The reminders of {count} people are planned anew.",
        notice.people,
    )
    return say("{hours}\n\n{touched} Whoever has set own hours keeps them.", hours=hours, touched=touched)


def end_moved(say: Say, *, name: str, ends_on: date, prolonged: bool) -> Html:
    day = _day(ends_on, say.language)
    if prolonged:
        return say("📅 <b>{name}</b> goes on for longer: its last day is now {day}.", name=name, day=day)
    return say("📅 <b>{name}</b> ends earlier: its last day is now {day}.", name=name, day=day)


def programme_ends(say: Say, *, name: str, ends_on: date, groups: int) -> Html:
    day = _day(ends_on, say.language)
    return say.n(
        "📅 <b>{name}</b> ends on {day}; {count} group is running. You can prolong it, or complete the group.",
        "📅 <b>{name}</b> ends on {day}; {count} groups are running. You can prolong it, or complete the groups.",
        groups,
        name=name,
        day=day,
    )


def right_button(say: Say) -> str:
    return say.label("✅ That is right")


def programme_settings_button(say: Say) -> str:
    return say.label("🗓 Programme")


def another_button(say: Say) -> str:
    return say.label("➕ Another programme")


def all_button(say: Say) -> str:
    return say.label("↩ All programmes")


def months_button(say: Say, count: int) -> str:
    return say.label("{count} months", count=count)


def change_button(say: Say) -> str:
    return say.label("✅ Change it")


def leave_button(say: Say) -> str:
    return say.label("↩ Leave it")


def prolong_button(say: Say) -> str:
    return say.label("📅 Prolong")


def nobody_button(say: Say) -> str:
    return say.label("Ask nobody")


def no_hours_button(say: Say) -> str:
    return say.label("None")
