"""Votes in polls and reactions to messages."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.posting import edit
from simulator.updates import MESSAGE_LIFETIME
from simulator.world import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.messages import Message
    from simulator.people import User
    from simulator.wire import Wire
    from simulator.world import Poll, World


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


def close_in_time(world: World, message: Message, poll: Poll) -> None:
    """At the instant that the poll itself names, on the simulator's clock."""
    if poll.closes_at is None:
        return

    def look() -> None:
        if not poll.is_closed and poll.closes_at is not None and world.clock.seconds() >= poll.closes_at:
            close(world, message, poll, message.reply_markup)

    world.clock.subscribe(look)
    if not world.clock.stands:
        asyncio.get_running_loop().call_later(poll.closes_at - world.clock.seconds(), look)


def close(world: World, message: Message, poll: Poll, reply_markup: Wire | None) -> None:
    poll.is_closed = True
    edit(world, message, {"poll": poll.wire()}, reply_markup)
    world.updates.push("poll", poll.wire(), lane=("poll", int(poll.id)), expires_at=world.now() + MESSAGE_LIFETIME)


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
