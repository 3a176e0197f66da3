"""Taps: on an inline button, on a key of the reply keyboard, and on the pickers such a key may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from simulator.keyboards import AdminRights, ReplyButton, ReplyKeyboard, RequestChat, RequestUsers
from simulator.membership import become, enter
from simulator.posting import Manner, post
from simulator.rights import ALL_RIGHTS, Member
from simulator.updates import CALLBACK_LIFETIME
from simulator.wire import Wire, present
from simulator.world import Change, Press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.chats import Chat
    from simulator.messages import Message
    from simulator.people import User
    from simulator.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What the bot answered to a tap; all None when it did not."""

    text: str | None = None
    alert: bool | None = None
    url: str | None = None


def tap(world: World, user: User, message: Message, data: str) -> Press:
    """The query goes to the bot, under the person's true name even where they are anonymous."""
    query_id = str(4_300_000_000_000 + world.count("press"))
    now = world.clock.seconds()
    press = world.presses[query_id] = Press(query_id=query_id, user=user, message=message, data=data, at=now)
    user.met = True
    told: Wire = {"id": query_id, "from": user.wire(), "message": _shown(message), "data": data}
    told["chat_instance"] = str(-7_000_000_000 - abs(message.chat.id))
    world.updates.push("callback_query", told, lane=("user", user.id), expires_at=now + CALLBACK_LIFETIME)
    world.changed(Change(kind="callback", chat_id=message.chat.id, user_id=user.id))
    return press


def _shown(message: Message) -> Wire:
    if message.deleted:
        return {"chat": message.chat.wire(), "message_id": message.message_id, "date": 0}
    return message.wire()


def inline_button(message: Message, label: str) -> Wire | None:
    """The button whose label is this, or else contains it."""
    buttons = [button for row in message.inline_keyboard for button in row]
    exact = (button for button in buttons if button["text"] == label)
    near = (button for button in buttons if label in str(button["text"]))
    return next(exact, None) or next(near, None)


def reply_keyboard(chat: Chat, user: User) -> ReplyKeyboard | None:
    message = chat.reply_keyboards.get(user.id)
    if message is None or "keyboard" not in (message.reply_markup or {}):
        return None
    return msgspec.convert(message.reply_markup, ReplyKeyboard)


def reply_key(chat: Chat, user: User, label: str) -> ReplyButton | None:
    keyboard = reply_keyboard(chat, user)
    keys = [key for row in keyboard.buttons() for key in row] if keyboard else []
    exact = (key for key in keys if key.text == label)
    return next(exact, None) or next((key for key in keys if label in key.text), None)


def after_key(chat: Chat, user: User) -> None:
    """A keyboard for one time goes away once used."""
    keyboard = reply_keyboard(chat, user)
    if keyboard is not None and keyboard.one_time_keyboard:
        del chat.reply_keyboards[user.id]


def suits(world: World, user: User, chat: Chat, asked: RequestChat) -> bool:
    """Whether the picker would offer this group."""
    if asked.chat_is_channel or not chat.is_group or chat.migrated_to is not None:
        return False
    member, bot = chat.member(user), chat.member(world.bot)
    rights = asked.user_administrator_rights.held() if asked.user_administrator_rights else ()
    wanted = (
        asked.chat_is_forum is None or asked.chat_is_forum == chat.is_forum,
        not asked.chat_is_created or member.status == "creator",
        all(member.may(right) for right in rights),
        not (asked.bot_is_member and asked.bot_administrator_rights is None)
        or bot.is_present
        or member.is_admin
        or "can_invite_users" in chat.permissions,
    )
    return member.is_present and all(wanted)


def share_chat(world: World, user: User, chat: Chat, asked: RequestChat) -> None:
    """The bot comes in with the rights it asked for, and is told which chat was picked."""
    if not suits(world, user, chat, asked):
        raise ValueError(f"The picker would not offer {chat.title!r}.")
    bring_bot(world, user, chat, asked.bot_administrator_rights, is_member=asked.bot_is_member)
    title = chat.title if asked.request_title else None
    shared: Wire = {"request_id": asked.request_id, "chat_id": chat.id} | present({"title": title})
    post(world, world.private_chat(user), user, {"chat_shared": shared})


def bring_bot(world: World, user: User, chat: Chat, rights: AdminRights | None, *, is_member: bool) -> None:
    held = rights.held() & ALL_RIGHTS if rights else frozenset()
    if held:
        was_present = chat.member(world.bot).is_present
        admin = Member(user=world.bot, status="administrator", rights=held)
        become(world, admin, chat, user)
        if not was_present:
            post(world, chat, user, {"new_chat_members": [world.bot.wire()]})
    elif is_member:
        enter(world, chat, world.bot, by=user)


def new_group_for(world: World, user: User, title: str, asked: RequestChat) -> Chat:
    is_forum = bool(asked.chat_is_forum)
    return world.new_group("supergroup" if is_forum else "group", title, user, is_forum=is_forum)


def share_users(world: World, user: User, chosen: Sequence[User], asked: RequestUsers) -> None:
    if not 1 <= len(chosen) <= asked.max_quantity:
        raise ValueError(f"The picker takes 1 to {asked.max_quantity} people.")
    users = [_shared(person, asked) for person in chosen]
    for person in chosen:
        person.met = True
    post(world, world.private_chat(user), user, {"users_shared": {"request_id": asked.request_id, "users": users}})


def _shared(person: User, asked: RequestUsers) -> Wire:
    names: Wire = {"first_name": person.first_name, "last_name": person.last_name} if asked.request_name else {}
    username: Wire = {"username": person.username} if asked.request_username else {}
    return {"user_id": person.id} | present(names | username)


def share_contact(world: World, user: User, manner: Manner) -> None:
    contact: Wire = {"phone_number": user.phone, "first_name": user.first_name, "user_id": user.id}
    contact |= present({"last_name": user.last_name})
    post(world, world.private_chat(user), user, {"contact": contact}, manner)
