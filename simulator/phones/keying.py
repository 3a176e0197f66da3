"""A key of the reply keyboard: says its label, or hands over a group, people or a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import bad_request
from simulator.phones.hand import Hand, InChat
from simulator.phones.table import action
from simulator.posting import Manner
from simulator.tapping import after_key, new_group_for, reply_keyboard, share_chat, share_contact, share_users
from simulator.views import view

if TYPE_CHECKING:
    from simulator.keyboards import ReplyButton


class PressKey(InChat):
    key: str
    topic: int | None = None
    group: str | None = None
    """The group that was picked …"""
    title: str | None = None
    """… or the title of a new one."""
    users: tuple[int, ...] = ()


@action(PressKey)
async def press_key(hand: Hand, asked: PressKey) -> None:
    key = _key(hand, asked)
    if key.request_chat is not None:
        _share_chat(hand, asked, key)
    elif key.request_users is not None:
        chosen = [hand.world.user(user_id) for user_id in asked.users]
        share_users(hand.world, hand.world.user(asked.person), chosen, key.request_users)
    elif key.request_contact:
        keyboard = hand.chat(asked).reply_keyboards[asked.person]
        share_contact(hand.world, hand.world.user(asked.person), Manner(reply_to=keyboard))
    else:
        await _say(hand, asked)
    after_key(hand.chat(asked), hand.world.user(asked.person))


def _key(hand: Hand, asked: PressKey) -> ReplyButton:
    keyboard = reply_keyboard(hand.chat(asked), hand.world.user(asked.person))
    keys = [key for row in keyboard.buttons() for key in row] if keyboard else []
    found = next((key for key in keys if key.text == asked.key), None)
    if found is None:
        raise bad_request("the keyboard is gone")
    return found


def _share_chat(hand: Hand, asked: PressKey, key: ReplyButton) -> None:
    if key.request_chat is None:
        return
    user = hand.world.user(asked.person)
    if asked.title:
        chosen = new_group_for(hand.world, user, asked.title, key.request_chat)
    else:
        chosen = hand.group_named(asked.person, asked.group or "").chat
    share_chat(hand.world, user, chosen, key.request_chat)


async def _say(hand: Hand, asked: PressKey) -> None:
    """In a group a key's text answers the message that brought the keyboard, so that the bot may read it."""
    group = hand.group(asked)
    brought = hand.chat(asked).reply_keyboards[asked.person]
    reply_to = view(hand.world, brought) if group else None
    await hand.person(asked.person).says(asked.key, in_=group, reply_to=reply_to, topic=asked.topic)
