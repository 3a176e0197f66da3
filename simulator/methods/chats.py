"""Asking about chats and their members, changing a chat's face, leaving."""

from __future__ import annotations

from simulator.access import group, known_chat, open_chat
from simulator.chats import Chat
from simulator.errors import bad_request
from simulator.membership import become
from simulator.methods.forms import InChat
from simulator.methods.table import Call, answers
from simulator.posting import post
from simulator.rights import PERMISSIONS
from simulator.wire import Wire, present, units
from simulator.world import Change


class GetChat(InChat):
    pass


@answers(GetChat)
def get_chat(call: Call, ask: GetChat) -> Wire:
    chat = known_chat(call.world, ask.chat_id) if str(ask.chat_id).isdecimal() else open_chat(call.world, ask.chat_id)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    told = chat.wire() | {"accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return told | _group_face(chat) if chat.is_group else told


def _group_face(chat: Chat) -> Wire:
    primary = next((link.url for link in chat.links.values() if link.is_primary and not link.is_revoked), None)
    pinned = chat.live(chat.pinned[-1]) if chat.pinned else None
    permissions = {permission: permission in chat.permissions for permission in PERMISSIONS}
    shown = {"description": chat.description, "invite_link": primary, "pinned_message": pinned and pinned.wire()}
    return {"permissions": permissions} | present(shown)


class GetChatMember(InChat):
    user_id: int


@answers(GetChatMember)
def get_chat_member(call: Call, ask: GetChatMember) -> Wire:
    """Of other people only an admin bot can be sure to hear; here it is refused otherwise."""
    chat = group(call.world, ask.chat_id)
    user = call.world.bot if ask.user_id == call.world.bot.id else call.world.users.get(ask.user_id)
    if user is None:
        raise bad_request("invalid user_id specified")
    if user.id not in chat.members and not chat.member(call.world.bot).is_admin:
        raise bad_request("member not found")
    return chat.member(user).wire()


class GetChatMemberCount(InChat):
    pass


@answers(GetChatMemberCount)
def get_chat_member_count(call: Call, ask: GetChatMemberCount) -> int:
    chat = open_chat(call.world, ask.chat_id)
    return len(chat.present_members()) if chat.is_group else 2


class GetChatAdministrators(InChat):
    return_bots: bool = False


@answers(GetChatAdministrators)
def get_chat_administrators(call: Call, ask: GetChatAdministrators) -> list[Wire]:
    chat = open_chat(call.world, ask.chat_id)
    if not chat.is_group:
        raise bad_request("there are no administrators in the private chat")
    own = call.world.bot
    return [m.wire() for m in chat.present_members() if m.is_admin and (m.user is own or not m.user.is_bot)]


class LeaveChat(InChat):
    pass


@answers(LeaveChat)
def leave_chat(call: Call, ask: LeaveChat) -> bool:
    chat = group(call.world, ask.chat_id)
    bot = call.world.bot
    post(call.world, chat, bot, {"left_chat_member": bot.wire()})
    become(call.world, chat.member(bot).changed("left"), chat, bot)
    return True


class SetChatTitle(InChat):
    title: str


@answers(SetChatTitle)
def set_chat_title(call: Call, ask: SetChatTitle) -> bool:
    chat = group(call.world, ask.chat_id, right="can_change_info")
    if not 1 <= units(ask.title) <= 128:
        raise bad_request("CHAT_TITLE_EMPTY" if not ask.title else "title is too long")
    chat.title = ask.title
    post(call.world, chat, call.world.bot, {"new_chat_title": ask.title})
    call.world.changed(Change(kind="chat", chat_id=chat.id))
    return True


class SetChatDescription(InChat):
    description: str = ""


@answers(SetChatDescription)
def set_chat_description(call: Call, ask: SetChatDescription) -> bool:
    chat = group(call.world, ask.chat_id, right="can_change_info")
    if units(ask.description) > 255:
        raise bad_request("chat description is too long")
    if chat.description == ask.description:
        raise bad_request("chat description is not modified")
    chat.description = ask.description
    call.world.changed(Change(kind="chat", chat_id=chat.id))
    return True
