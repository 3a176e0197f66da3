"""Votes in polls and reactions to messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.updates import MESSAGE_LIFETIME
from simulator.world import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.messages import Message
    from simulator.people import User
    from simulator.wire import Wire
    from simulator.world import World


def vote(world: World, message: Message, user: User, options: Sequence[int]) -> None:
    """Votes in the bot's own polls are told to it: who voted how only where the poll is open about it."""
    told = message.body["poll"]
    poll = world.polls[str(told["id"])] if isinstance(told, dict) else None
    if poll is None or poll.is_closed:
        raise ValueError("There is no open poll in this message.")
    poll.votes[user.id] = list(options)
    message.body = {"poll": poll.wire()}
    lane, expires_at = ("user", user.id), world.now() + MESSAGE_LIFETIME
    world.updates.push("poll", poll.wire(), lane=lane, expires_at=expires_at)
    if not poll.is_anonymous:
        user.met = True
        chosen = [str(poll.options[index]["persistent_id"]) for index in options]
        answer: Wire = {"poll_id": poll.id, "user": user.wire(), "option_ids": list(options)}
        answer["option_persistent_ids"] = chosen
        world.updates.push("poll_answer", answer, lane=lane, expires_at=expires_at)
    world.changed(Change(kind="edited", chat_id=message.chat.id, message_id=message.message_id))


def react(world: World, message: Message, user: User, emoji: Sequence[str]) -> None:
    """The bot hears of it in private chats, and in groups where it is an admin."""
    old = message.reactions.get(user.id, [])
    new: list[Wire] = [{"type": "emoji", "emoji": one} for one in emoji]
    message.reactions[user.id] = new
    chat = message.chat
    if user is not world.bot and (not chat.is_group or chat.member(world.bot).is_admin):
        told: Wire = {"chat": chat.wire(), "message_id": message.message_id, "user": user.wire(), "date": world.now()}
        told |= {"old_reaction": old, "new_reaction": new}
        expires_at = world.now() + MESSAGE_LIFETIME
        world.updates.push("message_reaction", told, lane=("chat", chat.id), expires_at=expires_at)
    world.changed(Change(kind="edited", chat_id=chat.id, message_id=message.message_id))
