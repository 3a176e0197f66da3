"""Places in a group: pause, leave, come back, completed; neutral words, no blame."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import MembershipState
from mentoring.places import Deed
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.places import AskDeed, OwnDeedDone, OwnPlace, PlaceChanged, PlaceNews
    from texts.say import Say


def rest_button(say: Say) -> str:
    return say.label("⏸ Pause or leave")


def rest_in_button(say: Say, group: str) -> str:
    return say.label("⏸ {group}", group=group)


def back_to_button(say: Say, group: str) -> str:
    return say.label("▶ Come back to {group}", group=group)


def leave_button(say: Say) -> str:
    return say.label("🚪 Leave")


def other_day_button(say: Say) -> str:
    return say.label("📅 Until another day")


def length_buttons(say: Say) -> tuple[str, str, str]:
    return say.label("1 week"), say.label("2 weeks"), say.label("1 month")


def own_places(say: Say, places: Sequence[OwnPlace]) -> Html:
    lines = Html("\n".join(own_place(say, one) for one in places))
    return say("<b>Your places</b>\n\n{lines}\n\nWhich one is it about?", lines=lines)


def own_place(say: Say, one: OwnPlace) -> Html:
    match one.state:
        case MembershipState.PAUSED if one.until is not None:
            return say("⏸ {group}: pause until {day}", group=one.group_name, day=say.day(one.until))
        case MembershipState.PAUSED:
            return say("⏸ {group}: pause", group=one.group_name)
        case MembershipState.LEFT:
            return say("🚪 {group}: left", group=one.group_name)
        case _:
            return say("✅ {group}: taking part", group=one.group_name)


def ask_how_to_rest(say: Say, *, group: str, name: str | None) -> Html:
    if name is not None:
        return say("<b>How long is the pause of {name}?</b>\n\nIt ends by itself.", name=name)
    return say(
        "<b>A pause, or leaving {group}?</b>\n\nDuring a pause I send you nothing about it, and it ends by "
        "itself. You can come back at any time. What you handed in stays.",
        group=group,
    )


def ask_pause_day(say: Say) -> Html:
    return say("<b>Until which day?</b> On that day it goes on.")


def ask_deed(say: Say, notice: AskDeed) -> Html:
    parts = [_own_question(say, notice) if notice.own else _question(say, notice)]
    if notice.waiting:
        parts.append(_left_waiting(say, notice.waiting))
    if notice.reason:
        parts.append(say("Reason: <i>{reason}</i>", reason=notice.reason))
    else:
        parts.append(say("If you like, type the reason in a few words. Only managers see it."))
    return Html("\n\n".join(parts))


def _left_waiting(say: Say, count: int) -> Html:
    return say.n(
        "⚠ There is no other mentor: {count} document would wait for nobody. Better add a mentor first.",
        "⚠ There is no other mentor: {count} documents would wait for nobody. Better add a mentor first.",
        count,
    )


def _own_question(say: Say, notice: AskDeed) -> Html:
    if notice.until is not None:
        return say(
            "<b>Pause in {group} until {day}?</b>\n\nNo reminders till then. What you handed in stays.",
            group=notice.group_name,
            day=say.date(notice.until),
        )
    return say(
        "<b>Leave {group}?</b>\n\nReminders stop. What you handed in stays with your mentor and the manager, as the "
        "privacy notice says. You can ask to come back.",
        group=notice.group_name,
    )


def _question(say: Say, notice: AskDeed) -> Html:
    name, group = notice.name, notice.group_name
    match notice.deed:
        case Deed.PAUSE:
            day = say.date(notice.until) if notice.until else "–"
            return say("<b>A pause for {name} in {group} until {day}?</b>", name=name, group=group, day=day)
        case Deed.LEAVE:
            return say("<b>{name} has left {group}?</b> Reminders stop; documents stay.", name=name, group=group)
        case Deed.REMOVE:
            return say(
                "<b>Remove {name} from {group}?</b>\n\nI tell them so in neutral words. They can do and read nothing "
                "there any more; what they handed in stays.",
                name=name,
                group=group,
            )
        case Deed.COMPLETE:
            return say(
                "<b>{name} has completed {group}?</b> They go on reading their documents.", name=name, group=group
            )
        case Deed.COMPLETE_EARLY:
            return say(
                "<b>{name} has reached the goals and completes {group} early?</b> They go on reading their documents.",
                name=name,
                group=group,
            )
        case Deed.RETURN:
            return say("<b>{name} takes part in {group} again?</b>", name=name, group=group)
        case _:
            assert_never(notice.deed)


def confirm_button(say: Say, deed: Deed, *, own: bool) -> str:
    match deed:
        case Deed.PAUSE:
            return say.label("✅ Yes, pause")
        case Deed.LEAVE if own:
            return say.label("✅ Yes, leave")
        case Deed.REMOVE:
            return say.label("✅ Yes, remove")
        case _:
            return say.label("✅ Yes")


def own_deed_done(say: Say, notice: OwnDeedDone) -> Html:
    if notice.deed is Deed.PAUSE and notice.until is not None:
        return say(
            "⏸ <b>You pause in {group} until {day}.</b> Then I write to you again.",
            group=notice.group_name,
            day=say.day(notice.until),
        )
    left = say("🚪 <b>You have left {group}.</b> Thank you for the time together!", group=notice.group_name)
    if not notice.in_chat:
        return left
    return say("{left}\n\nYou are still in the Telegram group. Shall I take you out of it too?", left=left)


def out_of_chat_button(say: Say) -> str:
    return say.label("Yes, out of the Telegram group too")


def them_out_of_chat_button(say: Say) -> str:
    return say.label("Take out of the Telegram group")


def taking_out_of_chat(say: Say) -> str:
    return say.label("I have asked Telegram for it. If nothing happens, it is done by hand in the Telegram group.")


def place_changed(say: Say, notice: PlaceChanged) -> Html:
    group = notice.group_name
    match notice.deed:
        case Deed.PAUSE:
            day = say.day(notice.until) if notice.until else "–"
            return say(
                "⏸ <b>You have a pause in {group} until {day}.</b> No reminders till then.", group=group, day=day
            )
        case Deed.LEAVE | Deed.REMOVE:
            return say("You are no longer in <b>{group}</b>. What you handed in stays.", group=group)
        case Deed.COMPLETE | Deed.COMPLETE_EARLY:
            return say(
                "🎓 <b>You have completed the mentoring in {group}.</b> Congratulations! "
                "Your documents stay open to you.",
                group=group,
            )
        case Deed.RETURN:
            return say("▶ <b>You take part in {group} again.</b> Good to have you back!", group=group)
        case _:
            assert_never(notice.deed)


def place_news(say: Say, notice: PlaceNews) -> Html:
    news = _news(say, notice.deed, name=notice.name, group=notice.group_name, until=notice.until)
    if not notice.reason:
        return news
    return say("{news}\n\nReason: <i>{reason}</i>", news=news, reason=notice.reason)


def _news(say: Say, deed: Deed, *, name: str, group: str, until: datetime | None) -> Html:
    match deed:
        case Deed.PAUSE:
            day = say.day(until) if until else "–"
            return say("⏸ <b>{name}</b> ({group}) pauses until {day}.", name=name, group=group, day=day)
        case Deed.LEAVE | Deed.REMOVE:
            return say("👋 <b>{name}</b> is no longer in {group}.", name=name, group=group)
        case Deed.COMPLETE | Deed.COMPLETE_EARLY:
            return say("🎓 <b>{name}</b> has completed the mentoring in {group}.", name=name, group=group)
        case Deed.RETURN:
            return say("▶ <b>{name}</b> takes part in {group} again.", name=name, group=group)
        case _:
            assert_never(deed)


def ask_to_return(say: Say, *, name: str, group: str) -> Html:
    return say("<b>{name}</b> left {group} and would like to come back.", name=name, group=group)


def let_back_button(say: Say) -> str:
    return say.label("✅ Let back in")


def not_back_button(say: Say) -> str:
    return say.label("Not now")


def return_decided(say: Say, *, name: str, group: str, let_in: bool) -> Html:
    if let_in:
        return say("✅ <b>{name}</b> is back in {group}.", name=name, group=group)
    return say("<b>{name}</b> does not come back to {group} for now. I have told them so.", name=name, group=group)


def return_awaited(say: Say, *, group: str) -> Html:
    return say(
        "✅ I have asked the manager of <b>{group}</b>. You hear from me as soon as there is an answer.", group=group
    )


def not_back(say: Say, *, group: str) -> Html:
    return say(
        "Coming back to <b>{group}</b> is not possible at the moment. Under Help you can write to the manager.",
        group=group,
    )
