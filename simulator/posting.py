"""Putting messages into chats, changing and removing them, and telling the bot what it may know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.chats import Chat
from simulator.messages import Message
from simulator.updates import MESSAGE_LIFETIME
from simulator.wire import Wire
from simulator.world import Change

if TYPE_CHECKING:
    from simulator.people import User
    from simulator.world import World

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]{3,32}))?(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a message is posted, beside what it says."""

    reply_to: Message | None = None
    thread_id: int | None = None
    sender_chat: Chat | None = None
    forward_origin: Wire | None = None
    media_group_id: str | None = None
    reply_markup: Wire | None = None
    is_protected: bool = False
    is_silent: bool = False
    file_ids: tuple[str, ...] = ()


def post(world: World, chat: Chat, sender: User, body: Wire, manner: Manner | None = None) -> Message:
    manner = manner or Manner()
    message = Message(
        chat=chat,
        message_id=world.next_message_id(chat),
        date=world.now(),
        sender=sender,
        body=body,
        sender_chat=manner.sender_chat,
        reply_to=manner.reply_to,
        thread_id=manner.thread_id,
        forward_origin=manner.forward_origin,
        media_group_id=manner.media_group_id,
        has_protected_content=manner.is_protected,
        is_silent=manner.is_silent,
        reply_markup=manner.reply_markup,
        file_ids=manner.file_ids,
    )
    chat.messages[message.message_id] = message
    if sender is world.bot:
        _show_reply_keyboard(chat, message)
    if sender is not world.bot or message.is_service:
        tell_bot(world, message)
    world.changed(Change(kind="message", chat_id=chat.id, message_id=message.message_id))
    return message


def tell_bot(world: World, message: Message, kind: str = "message") -> None:
    if kind not in world.updates.allowed or not bot_may_read(world, message):
        return
    message.sender.met = True
    expires_at = (message.edit_date or message.date) + MESSAGE_LIFETIME
    world.updates.push(kind, message.wire(), lane=("chat", message.chat.id), expires_at=expires_at)


def bot_may_read(world: World, message: Message) -> bool:
    """Privacy mode: commands to the bot, replies to it, service messages; an admin bot reads everything."""
    chat = message.chat
    if not chat.is_group:
        return chat.person is not None and chat.person.started
    member = chat.member(world.bot)
    if not member.is_present:
        return False
    if member.is_admin or world.reads_all_group_messages or message.is_service:
        return True
    if message.reply_to is not None and message.reply_to.sender is world.bot:
        return True
    return _is_command_for(world, message)


def _is_command_for(world: World, message: Message) -> bool:
    if "text" not in message.body:
        return False
    match = _COMMAND.match(message.text)
    if match is None:
        return False
    named = match.group(1)
    return named is None or named.lower() == (world.bot.username or "").lower()


def _show_reply_keyboard(chat: Chat, message: Message) -> None:
    markup = message.reply_markup
    if markup is None or "inline_keyboard" in markup:
        return
    for person_id in _readers(chat, message, selective=markup.get("selective") is True):
        if markup.get("remove_keyboard"):
            chat.reply_keyboards.pop(person_id, None)
        else:
            chat.reply_keyboards[person_id] = message


def _readers(chat: Chat, message: Message, *, selective: bool) -> list[int]:
    if not chat.is_group:
        return [chat.id]
    if not selective:
        return [member.user.id for member in chat.present_members()]
    meant = [message.reply_to.sender.id] if message.reply_to else []
    mentioned = [entity["user"] for entity in message.entities if entity["type"] == "text_mention"]
    return meant + [user["id"] for user in mentioned if isinstance(user, dict)]


def edit(world: World, message: Message, body: Wire, reply_markup: Wire | None) -> None:
    """By the bot or by the person who wrote it; only a person's edit is news to the bot."""
    message.body = body
    message.reply_markup = reply_markup
    message.edit_date = world.now()
    if message.sender is not world.bot:
        tell_bot(world, message, "edited_message")
    world.changed(Change(kind="edited", chat_id=message.chat.id, message_id=message.message_id))


def delete(world: World, message: Message) -> None:
    """The bot is never told."""
    message.deleted = True
    if message.message_id in message.chat.pinned:
        message.chat.pinned.remove(message.message_id)
    world.changed(Change(kind="deleted", chat_id=message.chat.id, message_id=message.message_id))


def delete_topic(world: World, chat: Chat, thread_id: int) -> None:
    """With everything that was said in it."""
    del chat.topics[thread_id]
    for message in chat.messages.values():
        if message.thread_id == thread_id and not message.deleted:
            delete(world, message)


def pin(world: World, message: Message, by: User) -> None:
    chat = message.chat
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    post(world, chat, by, {"pinned_message": message.wire(nested=True)}, Manner(thread_id=message.thread_id))
    world.changed(Change(kind="chat", chat_id=chat.id))
