"""Letting people in and out: bans, rights, invite links, requests to join."""

from __future__ import annotations

from dataclasses import replace

from simulator.access import group, supergroup
from simulator.chats import Chat, InviteLink
from simulator.errors import bad_request
from simulator.keyboards import Strict
from simulator.membership import become, promote, remove, settle_join_request
from simulator.methods.forms import InChat
from simulator.methods.table import Call, answers
from simulator.people import User
from simulator.rights import CHANNEL_RIGHTS
from simulator.wire import Wire, units


class OneMember(InChat):
    user_id: int


class BanChatMember(OneMember):
    until_date: int = 0
    revoke_messages: bool = False


def _lesser(call: Call, chat: Chat, user_id: int) -> User:
    """Someone the bot may act upon."""
    user = call.world.user(user_id)
    if chat.member(user).status == "creator":
        raise bad_request("can't remove chat owner")
    if chat.member(user).is_admin and not chat.member(user).promoted_by_bot:
        raise bad_request("user is an administrator of the chat")
    return user


@answers(BanChatMember)
def ban_chat_member(call: Call, ask: BanChatMember) -> bool:
    chat = group(call.world, ask.chat_id, right="can_restrict_members")
    user = _lesser(call, chat, ask.user_id)
    remove(call.world, chat, user, by=call.world.bot, until_date=ask.until_date)
    return True


class UnbanChatMember(OneMember):
    only_if_banned: bool = False


@answers(UnbanChatMember)
def unban_chat_member(call: Call, ask: UnbanChatMember) -> bool:
    """Without `only_if_banned` a member who is there is thrown out, but may come back."""
    chat = group(call.world, ask.chat_id, right="can_restrict_members")
    member = chat.member(_lesser(call, chat, ask.user_id))
    if member.status == "kicked" or (member.is_present and not ask.only_if_banned):
        become(call.world, member.changed("left"), chat, call.world.bot)
    return True


class Permissions(Strict):
    can_send_messages: bool = False
    can_send_audios: bool = False
    can_send_documents: bool = False
    can_send_photos: bool = False
    can_send_videos: bool = False
    can_send_video_notes: bool = False
    can_send_voice_notes: bool = False
    can_send_polls: bool = False
    can_send_other_messages: bool = False
    can_add_web_page_previews: bool = False
    can_react_to_messages: bool = False
    can_edit_tag: bool = False
    can_change_info: bool = False
    can_invite_users: bool = False
    can_pin_messages: bool = False
    can_manage_topics: bool = False


class RestrictChatMember(OneMember):
    permissions: Permissions
    use_independent_chat_permissions: bool = False
    until_date: int = 0


@answers(RestrictChatMember)
def restrict_chat_member(call: Call, ask: RestrictChatMember) -> bool:
    chat = supergroup(call.world, ask.chat_id, right="can_restrict_members")
    member = chat.member(_lesser(call, chat, ask.user_id))
    held = frozenset(name for name in ask.permissions.__struct_fields__ if getattr(ask.permissions, name))
    become(
        call.world,
        replace(member, status="restricted", permissions=held, until_date=ask.until_date),
        chat,
        call.world.bot,
    )
    return True


class PromoteChatMember(OneMember):
    is_anonymous: bool = False
    can_manage_chat: bool = False
    can_delete_messages: bool = False
    can_manage_video_chats: bool = False
    can_restrict_members: bool = False
    can_promote_members: bool = False
    can_change_info: bool = False
    can_invite_users: bool = False
    can_post_stories: bool = False
    can_edit_stories: bool = False
    can_delete_stories: bool = False
    can_post_messages: bool = False
    can_edit_messages: bool = False
    can_pin_messages: bool = False
    can_manage_topics: bool = False
    can_manage_direct_messages: bool = False
    can_manage_tags: bool = False
    can_send_welcome_messages: bool = False


@answers(PromoteChatMember)
def promote_chat_member(call: Call, ask: PromoteChatMember) -> bool:
    chat = supergroup(call.world, ask.chat_id, right="can_promote_members")
    user = call.world.user(ask.user_id)
    names = (name for name in ask.__struct_fields__ if name.startswith("can_") and name not in CHANNEL_RIGHTS)
    held = frozenset(name for name in names if getattr(ask, name))
    if not all(chat.member(call.world.bot).may(right) for right in held):
        raise bad_request("not enough rights")
    promote(call.world, chat, user, held, by=call.world.bot, anonymous=ask.is_anonymous)
    return True


class CreateChatInviteLink(InChat):
    name: str = ""
    expire_date: int | None = None
    member_limit: int | None = None
    creates_join_request: bool = False


def _check_link(ask: CreateChatInviteLink) -> None:
    if units(ask.name) > 32:
        raise bad_request("INVITE_LINK_NAME_TOO_LONG")
    if ask.member_limit is not None and not 1 <= ask.member_limit <= 99_999:
        raise bad_request("USAGE_LIMIT_INVALID")
    if ask.member_limit is not None and ask.creates_join_request:
        raise bad_request("member limit can't be specified for links requiring administrator approval")


def _new_link(call: Call, chat: Chat, link: InviteLink) -> InviteLink:
    chat.links[link.url] = link
    call.world.links[link.url] = (chat, link)
    return link


def _url(call: Call) -> str:
    return f"https://t.me/+sim{call.world.count('link'):013}"


@answers(CreateChatInviteLink)
def create_chat_invite_link(call: Call, ask: CreateChatInviteLink) -> Wire:
    chat = group(call.world, ask.chat_id, right="can_invite_users")
    _check_link(ask)
    link = InviteLink(
        url=_url(call),
        creator=call.world.bot,
        name=ask.name,
        expire_date=ask.expire_date or None,
        member_limit=ask.member_limit,
        creates_join_request=ask.creates_join_request,
    )
    return _new_link(call, chat, link).wire()


class ExportChatInviteLink(InChat):
    pass


@answers(ExportChatInviteLink)
def export_chat_invite_link(call: Call, ask: ExportChatInviteLink) -> str:
    """Makes a new primary link; the old one is revoked."""
    chat = group(call.world, ask.chat_id, right="can_invite_users")
    for old in chat.links.values():
        old.is_revoked |= old.is_primary
    return _new_link(call, chat, InviteLink(url=_url(call), creator=call.world.bot, is_primary=True)).url


class EditChatInviteLink(CreateChatInviteLink, kw_only=True):
    invite_link: str


def _own_link(call: Call, chat: Chat, url: str) -> InviteLink:
    link = chat.links.get(url)
    if link is None or link.creator is not call.world.bot:
        raise bad_request("INVITE_HASH_EXPIRED")
    return link


@answers(EditChatInviteLink)
def edit_chat_invite_link(call: Call, ask: EditChatInviteLink) -> Wire:
    chat = group(call.world, ask.chat_id, right="can_invite_users")
    _check_link(ask)
    link = _own_link(call, chat, ask.invite_link)
    link.name, link.expire_date, link.member_limit = ask.name, ask.expire_date or None, ask.member_limit
    link.creates_join_request = ask.creates_join_request
    return link.wire()


class RevokeChatInviteLink(InChat):
    invite_link: str


@answers(RevokeChatInviteLink)
def revoke_chat_invite_link(call: Call, ask: RevokeChatInviteLink) -> Wire:
    chat = group(call.world, ask.chat_id, right="can_invite_users")
    link = _own_link(call, chat, ask.invite_link)
    link.is_revoked = True
    return link.wire()


class ApproveChatJoinRequest(OneMember):
    pass


class DeclineChatJoinRequest(OneMember):
    pass


@answers(ApproveChatJoinRequest)
def approve_chat_join_request(call: Call, ask: ApproveChatJoinRequest) -> bool:
    return _settle(call, ask, approved=True)


@answers(DeclineChatJoinRequest)
def decline_chat_join_request(call: Call, ask: DeclineChatJoinRequest) -> bool:
    return _settle(call, ask, approved=False)


def _settle(call: Call, ask: OneMember, *, approved: bool) -> bool:
    chat = group(call.world, ask.chat_id, right="can_invite_users")
    user = call.world.user(ask.user_id)
    if chat.member(user).is_present:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    settle_join_request(call.world, chat, user, approved=approved, by=call.world.bot)
    return True
