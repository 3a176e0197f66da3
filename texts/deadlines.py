"""What is expected of people, and until when: without blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.deadlines import Reach
from texts import kit
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.deadlines import (
        AskAboutPast,
        AskHowLong,
        AskWhyWaive,
        DayPutOff,
        DocumentsDue,
        Expected,
        MoreTimeAsked,
        MoreTimeDenied,
        MoreTimeSettled,
        NoLongerNeeded,
        PastSettled,
        SlotCard,
    )
    from texts.say import Say


def expected(say: Say, notice: Expected) -> Html:
    if not notice.slots:
        return say("✅ Nothing is expected of you at the moment. {done} documents are in.", done=notice.done)
    head = say("📋 <b>What is expected of you</b>: {done} of {total} are in.", done=notice.done, total=notice.total)
    return _listed(say, head, [kit.line(say, one) for one in notice.slots], notice.more)


def due(say: Say, notice: DocumentsDue) -> Html:
    head = say("🗓 A reminder of what is expected of you:")
    return _listed(say, head, [kit.line(say, one) for one in notice.slots], notice.more)


def _listed(say: Say, head: Html, lines: list[Html], more: int) -> Html:
    further = [say("… and {count} more", count=more)] if more else []
    return Html("\n".join([head, "", *lines, *further]))


def slot(say: Say, notice: SlotCard) -> Html:
    seen = notice.slot
    lines = [
        say("{mark} <b>{document}</b>", mark=kit.mark(seen), document=kit.named(say, seen)),
        say(
            "{group}: {state}, {until}.",
            group=notice.group_name,
            state=kit.state(say, seen),
            until=kit.until(say, seen),
        ),
    ]
    if seen.extended:
        lines.append(say("This is a later day than planned."))
    if notice.reason.strip(" —"):
        lines.append(say("Reason: {reason}", reason=notice.reason))
    if notice.asked_until is not None:
        lines.append(say("⏳ You asked for time until {day}. The mentor answers.", day=say.date(notice.asked_until)))
    return Html("\n".join(lines))


def how_long(say: Say, notice: AskHowLong) -> Html:
    whom = {
        Reach.ONE: say("only for this one"),
        Reach.GROUP: say("for all of {group} who still owe it", group=notice.group_name),
        Reach.ALL: say("for all groups of the programme"),
    }[notice.reach]
    asked = say(
        "⏳ <b>{document}</b>: a new last day, {day}, {whom}?",
        document=kit.named(say, notice.slot),
        day=say.date(notice.until),
        whom=whom,
    )
    if not notice.later:
        return asked
    kept = say.n(
        "One person has a later day of their own and keeps it.",
        "{count} people have a later day of their own and keep it.",
        notice.later,
    )
    return Html(f"{asked}\n{kept}")


def why_waive(say: Say, notice: AskWhyWaive) -> Html:
    asked = say(
        "⚪ <b>{document}</b> will not be needed. Write in a few words why; only managers and mentors see it.",
        document=kit.named(say, notice.slot),
    )
    if not notice.reason:
        return asked
    return say(
        "⚪ <b>{document}</b> will not be needed. Reason: {reason}\nShall I note it so?",
        document=kit.named(say, notice.slot),
        reason=notice.reason,
    )


def more_time_asked(say: Say, notice: MoreTimeAsked) -> Html:
    return say(
        "⏳ <b>{name}</b> ({group}) asks for more time for “{document}”: until {day} instead of {now}.",
        name=notice.name,
        group=notice.group_name,
        document=kit.title(say, notice.slot.title),
        day=say.date(notice.until),
        now="—" if notice.slot.day is None else say.date(notice.slot.day),
    )


def more_time_settled(say: Say, notice: MoreTimeSettled) -> Html:
    document = kit.title(say, notice.slot.title)
    named = say("{name}, “{document}”", name=notice.name, document=document)
    if notice.until is None:
        return say("⏳ {what}: the day stays. Answered by {by}.", what=named, by=notice.by)
    day = say.date(notice.until)
    return say("⏳ {what}: time until {day}. Answered by {by}.", what=named, day=day, by=notice.by)


def more_time_denied(say: Say, notice: MoreTimeDenied) -> Html:
    return say(
        "⏳ The last day for “{document}” stays as it is. Send what you have; what comes later is taken too.",
        document=kit.title(say, notice.slot.title),
    )


def put_off(say: Say, notice: DayPutOff) -> Html:
    return say(
        "⏳ You have more time for “{document}”: {until}.",
        document=kit.named(say, notice.slot),
        until=kit.until(say, notice.slot),
    )


def no_longer_needed(say: Say, notice: NoLongerNeeded) -> Html:
    return say(
        "⚪ “{document}” is not needed from you any more. There is nothing for you to do about it.",
        document=kit.title(say, notice.title),
    )


def about_past(say: Say, notice: AskAboutPast) -> Html:
    document, until = kit.title(say, notice.title), say.date(notice.until)
    return say.n(
        "📋 “{document}” is used from now on. One of them would have been due before today. Shall it be asked for "
        "too, until {day}?",
        "📋 “{document}” is used from now on. {count} of them would have been due before today. Shall they be asked "
        "for too, until {day}?",
        notice.count,
        document=document,
        day=until,
    )


def past_settled(say: Say, notice: PastSettled) -> Html:
    document = kit.title(say, notice.title)
    if notice.until is None:
        return say("📋 “{document}” is asked for only from now on.", document=document)
    return say(
        "📋 “{document}” is asked for of the past too, until {day}.", document=document, day=say.date(notice.until)
    )


def expected_button(say: Say) -> str:
    return say.label("📋 What is expected")


def more_time_button(say: Say, days: int) -> str:
    return say.label("⏳ {days} more days", days=days)


def give_button(say: Say) -> str:
    return say.label("✅ Give the time")


def keep_day_button(say: Say) -> str:
    return say.label("Keep the day")


def extend_button(say: Say) -> str:
    return say.label("⏳ More time")


def days_button(say: Say, days: int, *, chosen: bool) -> str:
    return say.label("● +{days}", days=days) if chosen else say.label("+{days}", days=days)


def reach_button(say: Say, reach: Reach, *, chosen: bool) -> str:
    whom = {Reach.ONE: say.label("This one"), Reach.GROUP: say.label("Group"), Reach.ALL: say.label("All groups")}[
        reach
    ]
    return f"● {whom}" if chosen else whom


def waive_button(say: Say) -> str:
    return say.label("⚪ Not needed")


def confirm_waive_button(say: Say) -> str:
    return say.label("✅ Note it")


def want_again_button(say: Say) -> str:
    return say.label("↩️ It is needed after all")


def past_button(say: Say, *, yes: bool) -> str:
    return say.label("✅ Ask for them too") if yes else say.label("Only from now on")
