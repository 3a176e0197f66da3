"""The home card, its doors, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Role
from texts import pairs
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.common import AwayFromGroup, GroupSeen, Joined
    from texts.say import Say


def home(say: Say, *, name: str, step: Html) -> Html:
    return say("Hello, <b>{name}</b>!\n\n{step}", name=name, step=step)


def joined(say: Say, *, name: str, joined: Joined, step: Html) -> Html:
    return say(
        "🎉 <b>Welcome, {name}!</b> {place}\n\n{step}",
        name=name,
        place=_place(say, joined),
        step=step,
    )


def _place(say: Say, joined: Joined) -> Html:
    group, mentors = joined.group_name, joined.mentors
    if joined.pair:
        return pairs.place(say, role=joined.role, mentors=mentors, mentees=joined.mentees)
    if joined.role is Role.MENTOR:
        return say("You are mentor of <b>{group}</b>.", group=group)
    if not mentors:
        return say("You are in the group <b>{group}</b>.", group=group)
    return say(
        "You are in the group <b>{group}</b>; your mentor is {mentors}.", group=group, mentors=", ".join(mentors)
    )


def chat_button(say: Say, *, pair: bool = False) -> str:
    return pairs.chat_button(say) if pair else say.label("💬 Join the group chat")


def chat_of_button(say: Say, *, name: str) -> str:
    return say.label("💬 Group chat of {name}", name=name)


def send_button(say: Say) -> str:
    return say.label("📎 Send a document")


def documents_button(say: Say) -> str:
    return say.label("📄 My documents")


def inbox_button(say: Say) -> str:
    return say.label("📥 To review")


def my_group_button(say: Say, *, pair: bool = False) -> str:
    return pairs.who_we_are_button(say) if pair else say.label("👥 My group")


def groups_button(say: Say) -> str:
    return say.label("👥 Groups")


def new_group_button(say: Say) -> str:
    return say.label("➕ New group")


def help_button(say: Say) -> str:
    return say.label("❓ Help")


def my_group(say: Say, group: GroupSeen) -> Html:
    lines = [_who(say, group), *(_away(say, one) for one in group.away)]
    if group.unreachable:
        lines.append(say("📵 Not reachable: {names}", names=", ".join(group.unreachable)))
    return Html("\n".join(lines))


def _away(say: Say, one: AwayFromGroup) -> Html:
    if one.deputy is None:
        return say("🌴 {name} is away up to and including {last}.", name=one.name, last=say.day(one.last_day))
    return say(
        "🌴 {name} is away up to and including {last}; {deputy} stands in.",
        name=one.name,
        last=say.day(one.last_day),
        deputy=one.deputy,
    )


def _who(say: Say, group: GroupSeen) -> Html:
    if group.pair:
        return pairs.who_we_are(say, mentors=group.mentors, mentees=group.mentees)
    return say(
        "<b>{name}</b>\nMentor: {mentors}\nMentees: {mentees}",
        name=group.name,
        mentors=", ".join(group.mentors) or "–",
        mentees=", ".join(group.mentees) or "–",
    )


def talk_button(say: Say, *, name: str, role: Role) -> str:
    match role:
        case Role.MANAGER:
            return say.label("💬 Write to {name} (manager)", name=name)
        case Role.MENTOR:
            return say.label("💬 Write to {name} (mentor)", name=name)
        case Role.MENTEE:
            return say.label("💬 Write to {name}", name=name)
        case _:
            assert_never(role)


def name_button(say: Say, *, name: str) -> str:
    return say.label("💬 {name}", name=name)


def reply_button(say: Say) -> str:
    return say.label("↩ Reply")


def ask_for_words(say: Say, *, name: str) -> Html:
    return say("<b>What shall I pass on to {name}?</b>\n\nType it as one message.", name=name)


def words_from(say: Say, *, name: str, words: str) -> Html:
    return say("💬 <b>{name}</b> writes to you:\n\n{words}", name=name, words=words)


def words_passed_on(say: Say, *, name: str, reached: bool) -> Html:
    if reached:
        return say("✅ I have passed it on to <b>{name}</b>.", name=name)
    return say(
        "I can't reach <b>{name}</b> on Telegram at the moment. It waits for them here; if it can't wait, please "
        "try another way.",
        name=name,
    )


def press_to_confirm(say: Say) -> Html:
    return say("Do you mean this? It is final, so please press the button.")


def old_button(say: Say) -> str:
    return say.label("This button is old. The latest card stands at the bottom.")
