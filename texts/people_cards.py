"""One person of a group, as their manager reads of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.groups import Presence
from mentoring.people import MembershipState, Role
from mentoring.places import Deed
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.places import PersonCard
    from texts.say import Say


def person_button(say: Say, name: str) -> str:
    return say.label("👤 {name}", name=name)


def people_button(say: Say) -> str:
    return say.label("👤 People")


def person_card(say: Say, notice: PersonCard) -> Html:
    role = say("mentor") if notice.role is Role.MENTOR else say("mentee")
    parts = [
        say("👤 <b>{name}</b>, {role} in {group}", name=notice.name, role=role, group=notice.group_name),
        _standing(say, notice),
    ]
    if notice.reason:
        parts.append(say("Reason: <i>{reason}</i>", reason=notice.reason))
    if notice.out_of_chat:
        parts.append(say("Not in the Telegram group."))
    return Html("\n".join(parts))


def _standing(say: Say, notice: PersonCard) -> Html:
    since = say.day(notice.since)
    match notice.presence:
        case Presence.EXPECTED:
            return say("⏳ Has not joined yet.")
        case Presence.JOINED:
            return say("✅ Takes part since {day}.", day=since)
        case Presence.ON_PAPER:
            return say("📄 Without Telegram, since {day}.", day=since)
        case Presence.UNREACHABLE:
            return say("📵 Takes part, and can't be reached on Telegram.")
        case Presence.PAUSED:
            return say("⏸ Pause until {day}.", day=say.day(notice.until) if notice.until else "–")
        case Presence.LEFT:
            return say("🚪 Left on {day}.", day=since)
        case Presence.REMOVED:
            return say("▫ Removed on {day}.", day=since)
        case Presence.COMPLETED if notice.state is MembershipState.COMPLETED_EARLY:
            return say("🎓 Completed early, on {day}: the goals were reached.", day=since)
        case Presence.COMPLETED:
            return say("🎓 Completed on {day}.", day=since)
        case _:
            assert_never(notice.presence)


def deed_button(say: Say, deed: Deed) -> str:
    match deed:
        case Deed.PAUSE:
            return say.label("⏸ Pause")
        case Deed.LEAVE:
            return say.label("🚪 Left")
        case Deed.REMOVE:
            return say.label("➖ Remove…")
        case Deed.COMPLETE:
            return say.label("🎓 Completed")
        case Deed.COMPLETE_EARLY:
            return say.label("🎓 Completed early")
        case Deed.RETURN:
            return say.label("▶ Back in")
        case _:
            assert_never(deed)
