"""Words for agreeing on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.date_polls import PollState
from texts import several_zones
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.date_polls import DateSeen, PollCard, PollPost
    from texts.say import Say


def card(say: Say, notice: PollCard) -> Html:
    return _lines(
        say("🗳 <b>When can {group} meet?</b> {by} proposes:", group=notice.group, by=notice.by),
        _lines(*(_date(say, one, notice) for one in notice.dates), gap="\n"),
        _what_now(say, notice),
    )


def _date(say: Say, one: DateSeen, notice: PollCard) -> Html:
    at = say.moment(one.starts_at)
    if one.passed:
        return say("• <s>{at}</s>", at=at)
    if not notice.leads:
        return say("• {at}", at=at)
    row = say("• {at}: {count} of {asked} can", at=at, count=one.count, asked=notice.asked)
    can = say("   ✅ {names}", names=", ".join(one.can)) if one.can else Html()
    cannot = say("   ❌ {names}", names=", ".join(one.cannot)) if one.cannot else Html()
    return _lines(row, can, cannot, gap="\n")


def _what_now(say: Say, notice: PollCard) -> Html:
    match notice.state:
        case PollState.OPEN if notice.leads:
            return say("Choose one, and I tell everybody and remind them.")
        case PollState.OPEN:
            return say("<b>Press every time at which you can.</b> A second press takes it back.")
        case PollState.DECIDED:
            return say("✅ It is decided: the session has a card of its own.")
        case PollState.DROPPED:
            return say("➖ None of these was chosen.")
        case PollState.PASSED if notice.leads:
            return say("⌛ These times have passed, and none was chosen. Would you like to propose others?")
        case PollState.PASSED:
            return say("⌛ These times have passed. You hear of new ones here.")
        case _:
            assert_never(notice.state)


def post(say: Say, notice: PollPost) -> Html:
    if notice.state is not PollState.OPEN:
        return say("🗳 The question when {group} can meet is closed.", group=notice.group)
    return _lines(
        say("🗳 <b>When can we meet?</b> {by} proposes:", by=notice.by),
        _lines(*(_shared(say, one, notice.asked) for one in notice.dates), gap="\n"),
        say("Everybody answers in private, in their own time zone."),
    )


def _shared(say: Say, one: DateSeen, asked: int) -> Html:
    if one.passed:
        return say("• <s>{at}</s>", at=say.shared_moment(one.starts_at))
    row = say("• {at}: {count} of {asked} can", at=say.shared_moment(one.starts_at), count=one.count, asked=asked)
    return _lines(row, several_zones.times(say, one.starts_at, one.zones) if one.zones else Html(), gap="\n")


def proposals(say: Say, times: list[str]) -> Html:
    return _lines(say("🗳 Also proposed:"), *(say("• {at}", at=at) for at in times), gap="\n")


def vote_noted(say: Say, *, yes: bool) -> str:
    return say.label("Noted: you can then.") if yes else say.label("Noted: you can't then.")


def another_button(say: Say) -> str:
    return say.label("🗳 Propose another time as well")


def ask_button(say: Say) -> str:
    return say.label("🗳 Ask the group which suits")


def decide_button(say: Say, one: DateSeen) -> str:
    return say.label("✅ {at} ({count})", at=say.moment(one.starts_at), count=one.count)


def others_button(say: Say) -> str:
    return say.label("🗓 Propose others")


def drop_button(say: Say) -> str:
    return say.label("➖ None of these")


def _lines(*parts: Html, gap: str = "\n\n") -> Html:
    return Html(gap.join(part for part in parts if part))
