"""Words where nothing is planned for a group: an offer, no blame."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.session_gaps import GapState
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.session_gaps import NothingPlanned, Offered
    from texts.say import Say

#: From so many days on they are counted.
_LONG = 35


def nothing_planned(say: Say, notice: NothingPlanned) -> Html:
    if notice.state is GapState.PLANNED:
        return _closed(say, notice)
    return _lines(
        say("🔔 <b>{manager}</b> asks when you meet next.", manager=notice.asked_by) if notice.asked_by else Html(),
        _how_long(say, notice),
        _what_now(say, notice),
    )


def _how_long(say: Say, notice: NothingPlanned) -> Html:
    if notice.last_on is None:
        return say("🗓 <b>{group}</b> has not met yet, and nothing is planned.", group=notice.group)
    day = say.day(notice.last_on)
    if notice.days >= _LONG:
        return say(
            "🗓 <b>{group}</b> met last on {day}, {days} days ago, and nothing is planned.",
            group=notice.group,
            day=day,
            days=notice.days,
        )
    return say("🗓 Nothing is planned for <b>{group}</b> after {day}.", group=notice.group, day=day)


def _what_now(say: Say, notice: NothingPlanned) -> Html:
    match notice.state:
        case GapState.LATER:
            day = say.day(notice.again_on) if notice.again_on else ""
            return say("👌 Not now, then. If it is still so on {day}, I ask again.", day=day)
        case GapState.OPEN if notice.offered is not None:
            return say(
                "The same time once more? <b>{at}</b>. One press, and I tell everybody.",
                at=say.moment(notice.offered.starts_at),
            )
        case GapState.OPEN:
            return say("When do you meet next? You can plan one session, or let me propose a plan.")
        case GapState.PLANNED:
            return Html()
        case _:
            assert_never(notice.state)


def _closed(say: Say, notice: NothingPlanned) -> Html:
    if notice.starts_at is None:
        return say("✅ <b>{group}</b>: there is nothing to plan at the moment.", group=notice.group)
    return say("✅ <b>{group}</b> meets on {at}.", group=notice.group, at=say.moment(notice.starts_at))


def take_button(say: Say, offered: Offered) -> str:
    return say.label("✅ {at}", at=say.moment(offered.starts_at))


def plan_button(say: Say) -> str:
    return say.label("🗓 Plan one")


def not_now_button(say: Say) -> str:
    return say.label("⏭ Not now")


def ask_mentors_button(say: Say, *, group: str) -> str:
    return say.label("🙋 Ask mentor: {group}", group=group)


def propose_dates_button(say: Say, *, group: str) -> str:
    return say.label("🗓 Propose dates: {group}", group=group)


def _lines(*parts: Html) -> Html:
    return Html("\n\n".join(part for part in parts if part))
