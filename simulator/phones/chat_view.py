"""A chat as one person's phone shows it: a row in the list, and what stands around the messages when it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.chats import GENERAL_TOPIC
from simulator.phones.bubbles import author, gist
from simulator.phones.faces import account, face
from simulator.tapping import reply_keyboard, suits

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.keyboards import ReplyButton
    from simulator.messages import Message
    from simulator.people import User
    from simulator.phones.reading import Reading
    from simulator.profile import ScopeKey
    from simulator.wire import Wire
    from simulator.world import World

BOT = "bot"


def chats_of(world: World, person: User) -> list[Chat]:
    """The newest first; a group that became a supergroup is shown as the supergroup only."""
    shown = [chat for chat in world.chats.values() if _belongs(chat, person)]
    return sorted(shown, key=_freshness, reverse=True)


def _belongs(chat: Chat, person: User) -> bool:
    return chat.shows_to(person) and chat.migrated_to is None and (chat.is_group or bool(chat.messages))


def _freshness(chat: Chat) -> tuple[int, int]:
    last = _last(chat)
    return (last.date, last.message_id) if last else (0, 0)


def _last(chat: Chat) -> Message | None:
    return next((message for message in reversed(chat.messages.values()) if not message.deleted), None)


def find_chat(world: World, person: User, key: str | None) -> Chat | None:
    """What `key` means on this person's phone; None where there is nothing to see."""
    if key == BOT:
        return world.chats.get(person.id)
    try:
        chat = world.chats.get(int(key or ""))
    except ValueError:
        return None
    return chat if chat is not None and chat.is_group and person.id in chat.members else None


def invited_to(world: World, link: str) -> Chat | None:
    chat, _ = world.links.get(link, (None, None))
    return chat


def key_of(chat: Chat) -> str:
    return str(chat.id) if chat.is_group else BOT


def chat_row(world: World, reading: Reading, person: User, chat: Chat) -> Wire:
    last = _last(chat)
    told: Wire = {"chat": key_of(chat), "unread": reading.unread(person, chat)} | _head(world, chat)
    if last is not None:
        told["last"] = {"at": last.date, "mine": last.sender is person, "from": author(last)} | gist(last)
    return told


def _head(world: World, chat: Chat | None) -> Wire:
    if chat is None or not chat.is_group:
        return {"kind": BOT, "title": world.bot.full_name} | face(world.bot.id, world.bot.full_name)
    return {"kind": chat.type, "title": chat.title} | face(chat.id, chat.title)


def chat_details(world: World, person: User, chat: Chat | None) -> Wire:
    """`chat` is None for a bot this person has never opened."""
    around: Wire = {
        "commands": _commands(world, person, chat),
        "keyboard": _keyboard(world, person, chat),
        "force_reply": _forced(person, chat),
        "pinned": _pinned(chat),
    }
    if chat is None or not chat.is_group:
        return _head(world, chat) | around | _about_bot(world, person)
    return _head(world, chat) | around | _about_group(world, person, chat)


def _about_bot(world: World, person: User) -> Wire:
    descriptions = world.profile.descriptions
    description = descriptions.get(person.language_code or "") or descriptions.get("", "")
    state: Wire = {"started": person.started, "blocked": person.blocked}
    return state | {"username": world.bot.username, "description": description, "people": [], "topics": []}


def _about_group(world: World, person: User, chat: Chat) -> Wire:
    me = chat.member(person)
    members = sorted(chat.present_members(), key=lambda member: (not member.is_admin, member.user.full_name))
    return {
        "member": me.is_present,
        "rights": me.is_admin,
        "people": [account(each.user) | {"standing": each.status, "bot": each.user is world.bot} for each in members],
        "requests": [account(request.user) for request in chat.join_requests.values()],
        "topics": [{"id": GENERAL_TOPIC, "name": ""}, *_topics(chat)] if chat.is_forum else [],
        "moved_to": str(chat.migrated_to) if chat.migrated_to is not None else None,
    }


def _topics(chat: Chat) -> list[Wire]:
    return [
        {"id": each.thread_id, "name": each.name} for each in chat.topics.values() if each.thread_id != GENERAL_TOPIC
    ]


def _pinned(chat: Chat | None) -> Wire | None:
    message = chat.live(chat.pinned[-1]) if chat is not None and chat.pinned else None
    return {"message": message.message_id} | gist(message) if message is not None else None


def _commands(world: World, person: User, chat: Chat | None) -> list[Wire]:
    return world.profile.commands_for(_scopes(person, chat), person.language_code or "")


def _scopes(person: User, chat: Chat | None) -> list[ScopeKey]:
    """From the narrowest: https://core.telegram.org/bots/api#determining-list-of-commands."""
    if chat is None or not chat.is_group:
        return [("chat", person.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    is_admin = chat.member(person).is_admin
    own: list[ScopeKey] = [("chat_member", chat.id, person.id)]
    admins_here: list[ScopeKey] = [("chat_administrators", chat.id, 0)] if is_admin else []
    admins: list[ScopeKey] = [("all_chat_administrators", 0, 0)] if is_admin else []
    return [*own, *admins_here, ("chat", chat.id, 0), *admins, ("all_group_chats", 0, 0), ("default", 0, 0)]


def _before(person: User, chat: Chat | None) -> Message | None:
    message = chat.reply_keyboards.get(person.id) if chat is not None else None
    return None if message is None or message.deleted else message


def _forced(person: User, chat: Chat | None) -> Wire | None:
    message = _before(person, chat)
    markup = (message.reply_markup if message else None) or {}
    if message is None or not markup.get("force_reply"):
        return None
    return {"message": message.message_id, "placeholder": markup.get("input_field_placeholder", "")}


def _keyboard(world: World, person: User, chat: Chat | None) -> Wire | None:
    message = _before(person, chat)
    keyboard = reply_keyboard(chat, person) if chat is not None and message is not None else None
    if message is None or keyboard is None:
        return None
    return {
        "message": message.message_id,
        "rows": [[_reply_key(world, person, key) for key in row] for row in keyboard.buttons()],
        "one_time": keyboard.one_time_keyboard,
        "placeholder": keyboard.input_field_placeholder or "",
    }


def _reply_key(world: World, person: User, key: ReplyButton) -> Wire:
    told: Wire = {"text": key.text, "style": key.style}
    if key.request_chat is not None:
        asked = key.request_chat
        offers = [key_of(chat) for chat in chats_of(world, person) if suits(world, person, chat, asked)]
        return told | {"asks": "chat", "offers": offers}
    if key.request_users is not None:
        return told | {"asks": "users", "most": key.request_users.max_quantity}
    return told
