"""Words about a plan that the bot proposes: what it asks first, the plan, and one row of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.drafted_plans import DraftStep
from mentoring.plan_readings import ReadingState
from mentoring.rhythm import Often
from texts import typed_days
from texts.calendar import weekdays
from texts.kit import titles
from texts.plan_words import lines, short
from texts.say import Html
from texts.session_kinds import kind
from texts.session_places import place
from texts.settings import place as zone_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mentoring.notices.plan_drafts import DraftedRow, DraftQuestion, NothingToPropose, ProposedPlan, ProposedRow
    from texts.say import Say

_GOALS_SHOWN = 10


def which_group(say: Say) -> Html:
    return say("<b>For which group shall I propose a plan?</b>")


def nothing(say: Say, notice: NothingToPropose) -> Html:
    return say.n(
        "📋 The one session that the programme has for <b>{group}</b> is planned or held already.",
        "📋 All {count} sessions that the programme has for <b>{group}</b> are planned or held already.",
        notice.planned,
        group=notice.group,
    )


def question(say: Say, notice: DraftQuestion) -> Html:
    return lines(_head(say, notice), _chosen(say, notice), _hint(say, notice), _asked(say, notice))


def _head(say: Say, notice: DraftQuestion) -> Html:
    if notice.step is not DraftStep.WHEN or not notice.first:
        return say("📋 A plan for <b>{group}</b>", group=notice.group)
    return say.n(
        "📋 A plan for <b>{group}</b>: one session, until {until}. Nothing is planned before you take it.",
        "📋 A plan for <b>{group}</b>: {count} sessions, until {until}. Nothing is planned before you take it.",
        notice.missing,
        group=notice.group,
        until=say.date(notice.until),
    )


def _chosen(say: Say, notice: DraftQuestion) -> Html:
    if notice.step is DraftStep.TOPICS:
        return say("✔️ {topics}", topics=" · ".join(notice.chosen)) if notice.chosen else Html()
    if notice.step is DraftStep.GOALS:
        return lines(*(say("🎯 {goal}", goal=short(one)) for one in notice.goals[:_GOALS_SHOWN]), gap="\n")
    at = f"{notice.at:%H:%M}" if notice.at else ""
    meets = ", ".join(part for part in (_days(say, notice.weekdays), at) if part)
    elsewhere = f" ({zone_place(say, notice.zone)})" if notice.zone != say.zone else ""
    when = say("🗓 {meets}{elsewhere}", meets=meets, elsewhere=elsewhere) if meets else Html()
    where = say("📍 {where}", where=place(say, notice.place)) if notice.place else Html()
    return lines(when, where if notice.step is DraftStep.ADDRESS else Html(), gap="\n")


def _hint(say: Say, notice: DraftQuestion) -> Html:
    if notice.doubt is None:
        return Html()
    return typed_days.doubt(say, notice.doubt, readings=len(notice.times), of_time=bool(notice.times))


def _asked(say: Say, notice: DraftQuestion) -> Html:
    match notice.step:
        case DraftStep.WHEN:
            return say("<b>When does the group usually meet?</b> Tick it, or type it: Tuesdays at 18:00.")
        case DraftStep.OFTEN:
            return say("<b>How often?</b>")
        case DraftStep.PLACE:
            return say("<b>How does the group usually meet?</b>")
        case DraftStep.ADDRESS:
            return say("<b>Where exactly?</b> Type the address or the link.")
        case DraftStep.TOPICS:
            return say("<b>What do you want to work on?</b> Tick topics, or type your own.")
        case DraftStep.GOALS if notice.goals:
            return say("<b>Are these the goals of the mentees?</b> Type what is missing, one goal on a line.")
        case _:
            return say("<b>What do the mentees want to reach?</b> Type it, one goal on a line, or leave it open.")


def _days(say: Say, chosen: Iterable[int]) -> str:
    named = weekdays(say)
    return ", ".join(named[one] for one in chosen)


def proposed(say: Say, notice: ProposedPlan) -> Html:
    return lines(
        _state(say, notice),
        lines(*(_row(say, one) for one in notice.rows), gap="\n"),
        _remarks(say, notice),
        _next(say, notice),
    )


def _state(say: Say, notice: ProposedPlan) -> Html:
    if notice.state is ReadingState.CONFIRMED:
        return say(
            "✅ <b>{group}</b> has its plan. Everybody has heard of it, and I remind them in time.", group=notice.group
        )
    if notice.state is ReadingState.DROPPED:
        return say("🗑 You did not take the plan for <b>{group}</b>. Nothing is planned.", group=notice.group)
    where = ": ".join(part for part in (place(say, notice.place), short(notice.address)) if part)
    meets = [often(say, notice.often), where]
    zone = [zone_place(say, notice.zone)] if notice.zone != say.zone else []
    return lines(
        say("📋 The plan that I propose for <b>{group}</b>", group=notice.group),
        say("🗓 {meets}", meets=" · ".join([*meets, *zone])),
        gap="\n",
    )


def _row(say: Say, row: DraftedRow) -> Html:
    sign = " ⚠️" if row.clash or row.day_off or row.twice else ""
    what = " · ".join(part for part in (kind(say, row.kind, row.stage), short(row.topic)) if part)
    at = _at(say, row)
    return say("{number}. <b>{at}</b>{sign}\n    {what}", number=row.number, at=at, sign=sign, what=what)


def _at(say: Say, row: DraftedRow) -> str:
    return f"{say.date(row.day)}, {row.at:%H:%M}"


def _remarks(say: Say, notice: ProposedPlan) -> Html:
    if notice.state is not ReadingState.OPEN:
        return Html()
    few = 0 < len(notice.rows) < notice.missing
    return lines(
        say("🔁 Some of it could no longer be; I have laid it out anew.") if notice.anew else Html(),
        _too_few(say, notice) if few else Html(),
        _warnings(say, notice.rows),
        gap="\n",
    )


def _warnings(say: Say, rows: Sequence[DraftedRow]) -> Html:
    clash, day_off = any(one.clash for one in rows), any(one.day_off for one in rows)
    twice = any(one.twice for one in rows)
    return lines(
        say("⚠️ A mentor or the group has another session then.") if clash else Html(),
        say("⚠️ This is a public holiday.") if day_off else Html(),
        say("⚠️ Two sessions of this plan are at the same time.") if twice else Html(),
        gap="\n",
    )


def _too_few(say: Say, notice: ProposedPlan) -> Html:
    return say(
        "These are {count} of {missing} sessions; the programme ends on {until}.",
        count=len(notice.rows),
        missing=notice.missing,
        until=say.date(notice.until),
    )


def _next(say: Say, notice: ProposedPlan) -> Html:
    if notice.state is ReadingState.CONFIRMED:
        return say("Next: print the session plan, or open a session to add what to prepare.")
    if notice.state is ReadingState.DROPPED:
        return Html()
    if not notice.rows:
        return say(
            "No day in this rhythm is free before {until}. Choose other days, or plan the sessions one by one.",
            until=say.date(notice.until),
        )
    if notice.choosing or any(one.twice for one in notice.rows):
        return say("<b>Which session do you want to change?</b>")
    return say("<b>Shall I plan it so?</b> Everybody hears of it in one message.")


def one_row(say: Say, notice: ProposedRow) -> Html:
    row = notice.row
    elsewhere = f" ({zone_place(say, notice.zone)})" if notice.zone != say.zone else ""
    what = " · ".join(part for part in (kind(say, row.kind, row.stage), row.topic) if part)
    goals = "; ".join(notice.goals.splitlines())
    return lines(
        lines(
            say("📋 Session {number} of the plan for <b>{group}</b>", number=row.number, group=notice.group),
            say("🗓 <b>{at}</b>{elsewhere}", at=_at(say, row), elsewhere=elsewhere),
            say("💬 {what}", what=what),
            say("✔️ {aim}", aim=notice.aim) if notice.aim else Html(),
            say("🎯 {goals}", goals=goals) if goals else Html(),
            say("📎 Documents: {documents}", documents=titles(say, notice.documents)) if notice.documents else Html(),
            gap="\n",
        ),
        _warnings(say, [row]),
        _row_hint(say, notice),
        _row_asked(say, notice),
    )


def _row_hint(say: Say, notice: ProposedRow) -> Html:
    if notice.doubt is None:
        return Html()
    of_time = notice.step is DraftStep.ROW_TIME
    return typed_days.doubt(say, notice.doubt, readings=len(notice.readings), of_time=of_time)


def _row_asked(say: Say, notice: ProposedRow) -> Html:
    match notice.step:
        case DraftStep.ROW_DAY:
            return say("<b>On which day?</b>")
        case DraftStep.ROW_TIME:
            return say("<b>At what time?</b> Choose, or type it, like 18:30.")
        case DraftStep.ROW_TOPIC:
            return say("<b>What is it about?</b> Choose a topic, or type one.")
        case _:
            return say("<b>What shall I change?</b> You can also type another day or time.")


def often(say: Say, of: Often) -> str:
    match of:
        case Often.WEEKLY:
            return say.label("Every week")
        case Often.FORTNIGHTLY:
            return say.label("Every 2 weeks")
        case Often.MONTHLY:
            return say.label("Every 4 weeks")
        case _:
            assert_never(of)
