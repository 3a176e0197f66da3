"""Words of the mid-term monitoring: the plan of it, its sessions, how a group has been doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.monitoring_plans import Part
from texts.monitoring_words import check, method, purpose, risk
from texts.readiness import counted
from texts.say import Html, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, timedelta

    from mentoring.group_courses import GroupCourse, Noticed
    from mentoring.monitoring_sheets import GroupWatched, MonitoringSheet
    from mentoring.notices.monitoring import AskMonitoring, GroupCourseCard, MonitoringCard, MonitoringNear
    from mentoring.notices.monitoring import MonitoringSessions as Sessions
    from texts.say import Say

_LONGEST_PART = 200
_NAMES_SHOWN = 6
MOST_GROUPS = 30


def card(say: Say, notice: MonitoringCard) -> Html:
    head = say("🧭 <b>Mid-term monitoring of {programme}</b>", programme=notice.programme)
    if not notice.sheet.groups:
        return _gaps(head, say("No group is running yet. As soon as one is, the plan fills itself."))
    lines = (
        say(
            "{name}: {words}",
            name=say("<b>{part}</b>", part=part(say, one)),
            words=_short(_said(say, notice.sheet, one)),
        )
        for one in Part
    )
    return _gaps(
        say("✅ <b>Changed.</b>") if notice.changed else Html(),
        head,
        Html("\n".join(lines)),
        _filed(say, notice),
        say("I have filled in what I know. Tap what you want to change."),
    )


def _filed(say: Say, notice: MonitoringCard) -> Html:
    if notice.filed:
        return say("📥 As it is, it is filed under “Monitoring” of every group.")
    if notice.was_filed:
        return say("📥 An earlier version is filed under “Monitoring”.")
    return Html()


def part(say: Say, part: Part) -> str:
    match part:
        case Part.GROUPS:
            return say.label("Groups")
        case Part.PURPOSE:
            return say.label("Purpose")
        case Part.CHECKED:
            return say.label("What is looked at")
        case Part.METHODS:
            return say.label("How")
        case Part.WHO:
            return say.label("Who")
        case Part.DAY:
            return say.label("When")
        case Part.QUESTIONS:
            return say.label("Further questions")
        case Part.RISKS:
            return say.label("Risks")
        case Part.REPORT:
            return say.label("Report by")
        case _:
            assert_never(part)


def _said(say: Say, sheet: MonitoringSheet, part: Part) -> str:
    match part:
        case Part.GROUPS:
            return ", ".join(one.name for one in sheet.groups)
        case Part.PURPOSE:
            return purpose(say) if sheet.purpose is None else sheet.purpose
        case Part.CHECKED:
            return ", ".join(check(say, one) for one in sheet.checked)
        case Part.METHODS:
            return ", ".join(method(say, one) for one in sheet.methods)
        case Part.WHO:
            return sheet.who
        case Part.DAY:
            return _day(say, sheet.day)
        case Part.QUESTIONS:
            return sheet.questions
        case Part.RISKS:
            return "; ".join(risk(say, one) for one in sheet.noticed) if sheet.risks is None else sheet.risks
        case Part.REPORT:
            return _day(say, sheet.report)
        case _:
            assert_never(part)


def _day(say: Say, day: date | None) -> str:
    return "" if day is None else say.date(day)


def _short(words: str) -> str:
    return (words if len(words) <= _LONGEST_PART else f"{words[: _LONGEST_PART - 1]}…") or "–"


def ask_part(say: Say, notice: AskMonitoring) -> Html:
    now = _said(say, notice.sheet, notice.part)
    return _gaps(
        _misread(say, notice.part) if notice.misread else Html(),
        _question(say, notice.part),
        say("Now: {words}", words=now)
        if now and notice.part not in {Part.GROUPS, Part.CHECKED, Part.METHODS}
        else Html(),
    )


def _misread(say: Say, part: Part) -> Html:
    if part in {Part.DAY, Part.REPORT}:
        return say("I could not read this as a day. Type it like 12.01.2027.")
    if part in {Part.GROUPS, Part.CHECKED, Part.METHODS}:
        return say("Please tap the lines below.")
    return say("I could not use that. Type up to 500 letters.")


def _question(say: Say, part: Part) -> Html:
    match part:
        case Part.GROUPS:
            return say("<b>Which groups does the monitoring cover?</b> Tap a group to take it in or out.")
        case Part.PURPOSE:
            return say("<b>What do you want to find out?</b> Type it.")
        case Part.CHECKED:
            return say("<b>What is looked at?</b> Tap to tick.")
        case Part.METHODS:
            return say("<b>How do you find it out?</b> Tap to tick.")
        case Part.WHO:
            return say("<b>Who does the monitoring?</b> Type the names.")
        case Part.DAY:
            return say("<b>On which day, about?</b> Type it, like 12.01.2027.")
        case Part.QUESTIONS:
            return say("<b>What else do you want to ask?</b> The usual questions of the interviews are there already.")
        case Part.RISKS:
            return say(
                "<b>Which risks have you noticed?</b> Your words take the place of what I have noticed. "
                "Once the plan is filed, the mentors of all its groups can read them."
            )
        case Part.REPORT:
            return say("<b>When will the report be ready?</b> Type the day, like 26.01.2027.")
        case _:
            assert_never(part)


def sessions(say: Say, notice: Sessions) -> Html:
    sheet, more = notice.sheet, len(notice.sheet.groups) - MOST_GROUPS
    if not sheet.groups:
        return _gaps(_sessions_head(say, notice), say("No group is running yet."))
    return _gaps(
        _sessions_head(say, notice),
        say("They are best held about {day}.", day=say.date(sheet.day)) if sheet.day else Html(),
        Html("\n".join(_watched(say, one) for one in first_to_plan(sheet))),
        say.n("… and {count} more group", "… and {count} more groups", more) if more > 0 else Html(),
        say("Every group has one.") if not sheet.without_session else say("Plan one for each group that has none."),
    )


def first_to_plan(sheet: MonitoringSheet) -> Sequence[GroupWatched]:
    """As many as a phone shows, those without a session first."""
    return sorted(sheet.groups, key=lambda one: one.starts_at is not None)[:MOST_GROUPS]


def _sessions_head(say: Say, notice: Sessions) -> Html:
    return say("🗓 <b>Mid-term monitoring sessions of {programme}</b>", programme=notice.programme)


def _watched(say: Say, one: GroupWatched) -> Html:
    if one.starts_at is None:
        return say("▫️ {group}: none yet", group=one.name)
    return say("✅ {group}: {at}", group=one.name, at=say.moment(one.starts_at))


def near(say: Say, notice: MonitoringNear) -> Html:
    return _gaps(
        say("🧭 <b>The mid-term monitoring of {programme} is near</b>", programme=notice.programme),
        say(
            "The middle of the programme is on {day}. Groups without a session for it: {missing} of {groups}.",
            day=say.date(notice.middle),
            missing=notice.missing,
            groups=notice.groups,
        ),
    )


def in_digest(say: Say, names: tuple[str, ...]) -> Html:
    shown = ", ".join(names[:_NAMES_SHOWN])
    return say.n(
        "🧭 The middle has passed; {count} group has no monitoring session: {names}",
        "🧭 The middle has passed; {count} groups have no monitoring session: {names}",
        len(names),
        names=shown if len(names) <= _NAMES_SHOWN else f"{shown}…",
    )


def course(say: Say, notice: GroupCourseCard) -> Html:
    of = notice.course
    return _gaps(
        say("📊 <b>How it goes: {group}</b>", group=of.name),
        Html("\n".join(_facts(say, of))),
        _noticed(say, notice.noticed),
    )


def _facts(say: Say, of: GroupCourse) -> Iterable[Html]:
    yield say.n("🗓 {count} session held", "🗓 {count} sessions held", of.held)
    yield say("▶️ Next session: {at}", at=say.moment(of.next_at)) if of.next_at else say("▶️ No session is planned")
    if of.attendance is not None:
        yield say("👥 Attendance: {percent} %", percent=of.attendance)
    if of.documents.total:
        yield say("📋 Mandatory documents: {count}", count=counted(say, of.documents))
    if of.goals.total:
        yield say("🎯 Goals written down: {filed} of {total}", filed=of.goals.filed, total=of.goals.total)
    if of.reply is not None:
        yield say("⏱ An answer of the mentor takes: {time}", time=_length(say, of.reply))
    if of.waiting:
        yield say.n("📥 {count} submission waits for review.", "📥 {count} submissions wait for review.", of.waiting)
    if of.red or of.amber:
        yield say("💬 Talks: 🔴 {red} · 🟡 {amber}", red=of.red, amber=of.amber)


def _length(say: Say, length: timedelta) -> str:
    if length.days:
        return plain(say.n("{count} day", "{count} days", length.days))
    return plain(say.n("{count} hour", "{count} hours", max(1, round(length.total_seconds() / 3600))))


def _noticed(say: Say, found: tuple[Noticed, ...]) -> Html:
    if not found:
        return say("🟢 I have noticed nothing that should worry you.")
    lines = "\n".join(say("⚠️ {words}", words=risk(say, one)) for one in found)
    return Html(lines)


def _gaps(*parts: Html) -> Html:
    return Html("\n\n".join(part for part in parts if part))
