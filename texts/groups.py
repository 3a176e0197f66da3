"""A manager's groups: naming, people, links and posters."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.groups import Presence
from mentoring.people import Role
from texts.say import Html, escaped, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.groups import ChatState, GroupLine, Listed, LiveLink
    from texts.say import Say


def ask_group_name(say: Say) -> Html:
    return say("<b>What is the new group called?</b> Type its name, for example: Nova.")


def ask_names(say: Say, *, group_name: str, role: Role, first: bool) -> Html:
    match role:
        case Role.MENTOR if first:
            return say("<b>Who is the mentor of {group}?</b> Type first and family name.", group=group_name)
        case Role.MENTOR:
            return say("<b>Who else is a mentor of {group}?</b> Type first and family name.", group=group_name)
        case _:
            return say(
                "<b>Who are the mentees of {group}?</b>\n\nType or paste their names in one message, one name in each "
                "line. When they join, they tap their own name.",
                group=group_name,
            )


def cancel_button(say: Say) -> str:
    return say.label("Later")


def no_groups(say: Say) -> Html:
    return say("There is no group yet.")


def groups(say: Say, lines: Sequence[GroupLine]) -> Html:
    return say.n("You have <b>{count}</b> group.", "You have <b>{count}</b> groups.", len(lines))


def group_line_button(say: Say, line: GroupLine) -> str:
    name = f"{line.name} ({line.programme})" if line.programme else line.name
    if not line.running:
        return say.label("🎓 {name} · finished", name=name)
    return say.label("👥 {name} · {joined} of {expected}", name=name, joined=line.joined, expected=line.expected)


def group_card(say: Say, *, name: str, people: Sequence[Listed], chat: ChatState | None) -> Html:
    return say(
        "👥 <b>{name}</b>\n\n{people}\n\n{chat}",
        name=name,
        people=Html("\n".join(_person(say, one) for one in people)) or say("Nobody is listed yet."),
        chat=_chat(say, chat),
    )


def repeated_names(say: Say, *, count: int) -> Html:
    return say.n(
        "<i>{count} name was on the list already.</i>", "<i>{count} names were on the list already.</i>", count
    )


def group_code(say: Say, code: str) -> Html:
    return say("🔑 Code of the group, to be typed instead of a link: <code>{code}</code>", code=code)


def links_until(say: Say, at: datetime) -> Html:
    return say("The links work until {day}.", day=say.day(at))


def _person(say: Say, one: Listed) -> Html:
    name = _with_role(say, one)
    match one.presence:
        case Presence.JOINED:
            return say("✅ {name}", name=name)
        case Presence.EXPECTED:
            return say("⏳ {name} – has not joined yet", name=name)
        case Presence.UNREACHABLE:
            return say("📵 {name} – has blocked the bot", name=name)
        case Presence.ON_PAPER:
            return say("📄 {name} – without Telegram", name=name)
        case Presence.PAUSED if one.until is not None:
            return say("⏸ {name} – pause until {day}", name=name, day=say.day(one.until))
        case Presence.PAUSED:
            return say("⏸ {name} – pause", name=name)
        case Presence.LEFT | Presence.REMOVED | Presence.COMPLETED:
            return _gone(say, one, name)
        case _:
            assert_never(one.presence)


def _gone(say: Say, one: Listed, name: Html) -> Html:
    day = say.day(one.since) if one.since else "–"
    match one.presence:
        case Presence.COMPLETED:
            return say("🎓 {name} – completed on {day}", name=name, day=day)
        case Presence.REMOVED:
            return say("▫ {name} – removed on {day}", name=name, day=day)
        case _:
            return say("▫ {name} – left on {day}", name=name, day=day)


def _with_role(say: Say, one: Listed) -> Html:
    return say("<b>{name}</b> (mentor)", name=one.name) if one.role is Role.MENTOR else Html(escaped(one.name))


def _chat(say: Say, chat: ChatState | None) -> Html:
    if chat is None:
        return say("💬 No Telegram group is connected yet.")
    return say("💬 Telegram group: {title}", title=chat_title(say, chat.title))


def chat_title(say: Say, title: str | None) -> str:
    return title or say.label("connected")


def add_mentor_button(say: Say) -> str:
    return say.label("➕ Mentor")


def add_mentees_button(say: Say) -> str:
    return say.label("➕ Mentees")


def links_button(say: Say) -> str:
    return say.label("📨 Links and posters")


def connect_button(say: Say) -> str:
    return say.label("💬 Connect the Telegram group")


def change_button(say: Say) -> str:
    return say.label("⚙ Change the group")


def other_chat_button(say: Say) -> str:
    return say.label("💬 Another Telegram group")


def group_button(say: Say, *, name: str) -> str:
    return say.label("👥 {name}", name=name)


def back_button(say: Say) -> str:
    return say.label("◀ Back")


def choose_person(say: Say, *, name: str) -> Html:
    return say("<b>People of {name}</b>\n\nTap a name to see how it stands, or to change something.", name=name)


def person_line_button(say: Say, one: Listed) -> str:
    return plain(_person(say, one))


def links(say: Say, *, name: str, live: Sequence[LiveLink]) -> Html:
    if not live:
        return say("Everybody on the list of <b>{name}</b> has joined: there is nobody to invite.", name=name)
    return say(
        "📨 <b>Links of {name}</b>\n\n{lines}\n\nThe posters stand in this chat: pass each one on, or print it. "
        "A new link ends the old one and its posters.",
        name=name,
        lines=Html("\n".join(_live_link(say, one) for one in live)),
    )


def no_chat_yet(say: Say, *, until: datetime) -> Html:
    return say(
        "There is no Telegram group yet: add me to it with the button, until {until}.",
        until=say.clock(until),
    )


def _live_link(say: Say, link: LiveLink) -> Html:
    day = say.day(link.expires_at)
    if link.role is Role.MENTOR:
        return say.n(
            "Mentor: {count} place left, until {day}", "Mentor: {count} places left, until {day}", link.left, day=day
        )
    return say.n(
        "Mentees: {count} place left, until {day}", "Mentees: {count} places left, until {day}", link.left, day=day
    )


def renew_mentor_button(say: Say) -> str:
    return say.label("🔄 New link for the mentor")


def renew_mentees_button(say: Say) -> str:
    return say.label("🔄 New link for mentees")


def poster(say: Say, *, role: Role, group_name: str, organisation: str, link: str, until: str) -> Html:
    title = _for_mentor(say, group_name) if role is Role.MENTOR else _for_mentees(say, group_name)
    return say(
        "{title}\n{organisation}\n\n1. Scan the code with your phone's camera, or open the link:\n{link}\n"
        "2. Telegram opens. Press <b>Start</b>.\n3. Tap your name.\n\nThe link works until {until}.",
        title=title,
        organisation=organisation,
        link=link,
        until=until,
    )


def _for_mentor(say: Say, group_name: str) -> Html:
    return say("📌 <b>{group}: for the mentor</b>", group=group_name)


def _for_mentees(say: Say, group_name: str) -> Html:
    return say("📌 <b>{group}: for the mentees</b>", group=group_name)
