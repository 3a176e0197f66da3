"""Connecting a Telegram group, and what is said inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.groups import chat_title
from texts.say import Html

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices.groups import ChatState
    from texts.say import Say


def ways(say: Say, *, name: str, code: str, until: datetime) -> Html:
    return say(
        "💬 <b>Which Telegram group belongs to {name}?</b>\n\n"
        "Pick one you have, or create a new one: both buttons do it for you.\n\n"
        "Or add me to the group yourself and write there:\n<code>/bind {code}</code>\n"
        "The code works until {until}.",
        name=name,
        code=code,
        until=say.clock(until),
    )


def pick_button(say: Say) -> str:
    return say.label("📋 Pick or create a group")


def add_me_button(say: Say) -> str:
    return say.label("➕ Add me to a group")


def choose_chat(say: Say, *, name: str) -> Html:
    return say(
        "Press the button at the bottom of the screen, then choose the Telegram group of <b>{name}</b>.", name=name
    )


def choose_chat_button(say: Say) -> str:
    return say.label("Choose the Telegram group")


def confirm_rebinding(say: Say, *, name: str, old: str | None, new: str | None) -> Html:
    return say(
        "<b>{name}</b> is connected with “{old}”. Shall it move to “{new}”? I leave the old one then.",
        name=name,
        old=chat_title(say, old),
        new=new or say.label("the new one"),
    )


def move_button(say: Say) -> str:
    return say.label("Yes, move")


def keep_button(say: Say) -> str:
    return say.label("No, keep the old one")


def which_group(say: Say, *, title: str | None) -> Html:
    return say("You have added me to “{title}”. <b>Which mentoring group is it for?</b>", title=title or "–")


def leave_button(say: Say) -> str:
    return say.label("None, leave that chat")


def left(say: Say) -> Html:
    return say("I have left that chat. Nothing of it is kept.")


def bound(say: Say, *, name: str, chat: ChatState, checked: bool) -> Html:
    head = say("✅ <b>{name}</b> is connected with “{title}”.", name=name, title=chat_title(say, chat.title))
    if not checked:
        return say("{head}\n\nI am looking what I may do there …", head=head)
    return say("{head}\n\n{rights}", head=head, rights=_rights(say, chat))


def _rights(say: Say, chat: ChatState) -> Html:
    lines = [
        say("✅ I see files that people post")
        if chat.sees_messages
        else say("❌ I don't see files that people post: only what is sent to me in private reaches the mentor"),
        say("✅ I can pin messages")
        if chat.can_pin
        else say("❌ I can't pin messages: the group's board does not stay on top"),
        say("✅ I can invite people")
        if chat.can_invite
        else say("❌ I can't invite people: somebody has to let newcomers in by hand"),
    ]
    if chat.can_take_out is not None:
        lines.append(
            say("✅ I can take people out when you ask me to")
            if chat.can_take_out
            else say("➕ If you like: with “Ban users” I can also take people out when you ask me to")
        )
    if not (chat.sees_messages and chat.can_pin and chat.can_invite):
        lines.append(
            say(
                "\nPlease open the Telegram group, tap its name, then Edit · Administrators · Add, and choose me with "
                "“Pin messages” and “Invite users”. Everything in private works without it."
            )
        )
    return Html("\n".join(lines))


def unbound(say: Say, *, name: str, title: str | None) -> Html:
    return say(
        "⚠️ I was removed from “{title}”, the Telegram group of <b>{name}</b>. Documents and reminders in private go "
        "on; nothing is lost.",
        name=name,
        title=chat_title(say, title),
    )


def private_button(say: Say) -> str:
    return say.label("Open the private chat")


def come_to_private(say: Say) -> Html:
    return say("I do this in our private chat, where only you see it.")


def too_anonymous(say: Say) -> Html:
    return say(
        "You write as an anonymous administrator, so I can't see who you are. Please switch off “Remain anonymous” "
        "for a moment, or connect the group from our private chat."
    )


def chat_request(say: Say, *, name: str, group_name: str) -> Html:
    return say(
        "<b>{name}</b> asks to join the Telegram group of <b>{group}</b>. I don't know them.",
        name=name,
        group=group_name,
    )


def chat_request_decided(say: Say, *, group_name: str, let_in: bool) -> Html:
    if let_in:
        return say("✅ Let into the Telegram group of <b>{group}</b>.", group=group_name)
    return say("Not let into the Telegram group of <b>{group}</b>.", group=group_name)
