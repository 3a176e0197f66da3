"""Finding the button a person means, and doing what a tap on it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.keyboards import ReplyButton
from simulator.messages import Message
from simulator.posting import Manner
from simulator.tapping import (
    Toast,
    after_key,
    inline_button,
    new_group_for,
    reply_key,
    share_chat,
    share_contact,
    share_users,
    tap,
)
from simulator.watching import first_match, until
from simulator.wire import Wire

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.groups import Group  # noqa: TC004 - persons.py imports this module
    from simulator.people import User
    from simulator.persons import Person  # noqa: TC004
    from simulator.views import View
    from simulator.world import Press, World


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An inline button of a message, or a key of the reply keyboard."""

    message: Message | None = None
    button: Wire | None = None
    key: ReplyButton | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was chosen in the picker that a key opens."""

    choose: Group | Sequence[Person] | None = None
    create: str | None = None
    in_: Group | None = None


async def find_target(
    world: World, user: User, chat: Chat, label: str, *, on: View | None, timeout_seconds: float
) -> Target | None:
    def here(message: Message) -> Target | None:
        button = inline_button(message, label)
        if button is not None:
            return Target(message=message, button=button)
        key = None if on else reply_key(chat, user, label)
        return Target(key=key) if key is not None and chat.reply_keyboards[user.id] is message else None

    if on is None:
        return await first_match(world, chat, here, timeout_seconds)
    await until(world, lambda: here(on.message) is not None, timeout_seconds)
    return here(on.message)


async def press_inline(person: Person, message: Message, button: Wire, timeout_seconds: float) -> Toast:
    data, url = button.get("callback_data"), button.get("url")
    if data is not None:
        press = tap(person.world, person.user, message, str(data))
        return await answer_to(person.world, press, timeout_seconds)
    start = f"https://t.me/{person.world.bot.username}?start="
    if isinstance(url, str) and url.startswith(start):
        await person.starts(url.removeprefix(start))
    return Toast(url=str(url) if url else None)


async def answer_to(world: World, press: Press, timeout_seconds: float) -> Toast:
    if not await until(world, lambda: press.answered, timeout_seconds):
        return Toast()
    return Toast(text=press.text, alert=press.alert, url=press.url or None)


async def press_key(person: Person, chat: Chat, key: ReplyButton, picked: Picked) -> None:
    if key.request_chat is not None:
        share_chat(person.world, person.user, _picked_chat(person, key, picked), key.request_chat)
    elif key.request_users is not None:
        people = picked.choose if isinstance(picked.choose, Sequence) else []
        share_users(person.world, person.user, [one.user for one in people], key.request_users)
    elif key.request_contact:
        share_contact(person.world, person.user, Manner(reply_to=chat.reply_keyboards[person.id]))
    elif key.request_location:
        await person.sends_location()
    else:
        await person.says(key.text, in_=picked.in_)
    after_key(chat, person.user)


def _picked_chat(person: Person, key: ReplyButton, picked: Picked) -> Chat:
    if picked.create is not None and key.request_chat is not None:
        return new_group_for(person.world, person.user, picked.create, key.request_chat)
    if picked.choose is None or isinstance(picked.choose, Sequence):
        raise ValueError("This key asks for a group: pass choose=group or create='Title'.")
    return picked.choose.chat
