"""Whom and where the bot may write: the refusals every method that names a chat begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.chats import GENERAL_TOPIC
from simulator.errors import ApiError, bad_request, forbidden

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.messages import Message
    from simulator.people import User
    from simulator.world import World

JOIN_REQUEST_GRACE = 300


def known_chat(world: World, chat_id: int | str) -> Chat:
    """Any chat the bot has heard of, and is or was in."""
    chat = _found(world, chat_id)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    return chat


def _found(world: World, chat_id: int | str) -> Chat | None:
    if isinstance(chat_id, str) and chat_id.startswith("@"):
        name = chat_id[1:].lower()
        return next((world.private_chat(u) for u in world.users.values() if (u.username or "").lower() == name), None)
    try:
        number = int(chat_id)
    except ValueError:
        return None
    if number in world.users and world.users[number].met:
        return world.private_chat(world.users[number])
    chat = world.chats.get(number)
    if chat is not None and chat.is_group and world.bot.id not in chat.members:
        return None
    return chat


def open_chat(world: World, chat_id: int | str) -> Chat:
    """A chat the bot may act in now."""
    chat = known_chat(world, chat_id)
    if chat.person is not None:
        _refuse_unreachable(world, chat.person)
        return chat
    kind = f"{chat.type} chat"
    match chat.member(world.bot).status:
        case "kicked":
            raise forbidden(f"bot was kicked from the {kind}")
        case "left":
            raise forbidden(f"bot is not a member of the {kind}")
        case _:
            return chat


def _refuse_unreachable(world: World, person: User) -> None:
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started and not _asked_to_join_lately(world, person):
        raise forbidden("bot can't initiate conversation with a user")


def _asked_to_join_lately(world: World, person: User) -> bool:
    requests = (chat.join_requests.get(person.id) for chat in world.chats.values() if chat.join_requests)
    return any(request is not None and world.now() - request.date <= JOIN_REQUEST_GRACE for request in requests)


def group(world: World, chat_id: int | str, *, right: str | None = None) -> Chat:
    chat = open_chat(world, chat_id)
    if not chat.is_group:
        raise bad_request("method is available only for groups and supergroups")
    need(world, chat, right)
    return chat


def supergroup(world: World, chat_id: int | str, *, right: str | None = None) -> Chat:
    chat = group(world, chat_id)
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    need(world, chat, right)
    return chat


def need(world: World, chat: Chat, right: str | None) -> None:
    if right is None:
        return
    bot = chat.member(world.bot)
    may_as_member = bot.status == "member" and right in chat.permissions
    if not bot.may(right) and not may_as_member:
        raise bad_request(_LACKING.get(right, "not enough rights"))


_LACKING = {
    "can_pin_messages": "not enough rights to manage pinned messages in the chat",
    "can_invite_users": "not enough rights to manage chat invite link",
    "can_restrict_members": "not enough rights to restrict/unrestrict chat member",
    "can_manage_topics": "not enough rights to create a topic",
    "can_change_info": "not enough rights to change chat title",
}


def thread(world: World, chat: Chat, thread_id: int | None) -> int | None:
    """The topic to write into. General is written to without naming it."""
    if thread_id is None:
        return None
    topic = chat.topics.get(thread_id)
    if thread_id == GENERAL_TOPIC or topic is None:
        raise bad_request("message thread not found")
    if topic.is_closed and not chat.member(world.bot).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def message_of(world: World, chat_id: int | str, message_id: int, doing: str) -> Message:
    """A message that still stands; `doing` completes Telegram's sentence `message to … not found`."""
    message = open_chat(world, chat_id).live(message_id)
    if message is None:
        raise bad_request(f"message {doing} not found")
    return message
