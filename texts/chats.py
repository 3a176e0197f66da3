"""Words about the Telegram chat of a group: coming back to it, parting with it, not seeing it, its topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.groups import chat_title

if TYPE_CHECKING:
    from texts.say import Html, Say


def added_back(say: Say, *, name: str, title: str | None, by: str | None) -> Html:
    shown = chat_title(say, title)
    if by is None:
        return say(
            "I am back in “{title}”, which was the Telegram group of <b>{name}</b>. Shall it be that again?",
            title=shown,
            name=name,
        )
    return say(
        "{by} has brought me back into “{title}”, which was the Telegram group of <b>{name}</b>. Shall it be that "
        "again?",
        by=by,
        title=shown,
        name=name,
    )


def again_button(say: Say, *, name: str) -> str:
    return say.label("✅ Yes, for {name} again", name=name)


def add_back_button(say: Say) -> str:
    return say.label("↩ Add me back")


def needs_code(say: Say) -> Html:
    return say(
        "Hello! I work only in the groups of a mentoring programme. To keep me here, its manager needs a code from our "
        "private chat. I leave now; please add me again with the code."
    )


def unbind_button(say: Say) -> str:
    return say.label("✖ Disconnect the Telegram group")


def confirm_unbinding(say: Say, *, name: str, title: str | None) -> Html:
    return say(
        "<b>Disconnect “{title}” from {name}?</b>\n\nI say goodbye there and leave. Sessions, documents and reminders "
        "go on in private; you can connect a Telegram group again at any time.",
        title=chat_title(say, title),
        name=name,
    )


def sure_unbind_button(say: Say) -> str:
    return say.label("Yes, disconnect")


def stay_button(say: Say) -> str:
    return say.label("No, stay")


def farewell(say: Say, *, name: str, moves: bool) -> Html:
    if moves:
        return say(
            "👋 <b>{name}</b> goes on in another Telegram group. The way there is in your private chat with me, under "
            "My group. I leave this one.",
            name=name,
        )
    return say(
        "👋 I leave this Telegram group. Sessions and documents of <b>{name}</b> go on in your private chat with me.",
        name=name,
    )


def sight(say: Say, *, name: str, title: str | None, sees: bool) -> Html:
    shown = chat_title(say, title)
    if sees:
        return say("✅ I see the files that people post in “{title}” ({name}).", title=shown, name=name)
    return say(
        "👀 I can't see the files that people post in “{title}”, the Telegram group of <b>{name}</b>, because I am no "
        "administrator there. What is sent to me in private arrives as always.\n\nTo change it: open the Telegram "
        "group, tap its name, then Edit · Administrators · Add, and choose me.",
        title=shown,
        name=name,
    )


def topics_on(say: Say, *, name: str, title: str | None) -> Html:
    return say(
        "🗂 “{title}”, the Telegram group of <b>{name}</b>, has topics now. I write to all, in General. To have me in "
        "another topic, write /bind there.",
        title=chat_title(say, title),
        name=name,
    )
