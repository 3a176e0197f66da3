"""Coming, going and changing rights in a group, with the updates and service messages this causes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.chats import Chat, InviteLink, JoinRequest
from simulator.errors import bad_request
from simulator.posting import Manner, post
from simulator.rights import ALL_RIGHTS, Member
from simulator.updates import MESSAGE_LIFETIME
from simulator.wire import Wire, present
from simulator.world import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.people import User
    from simulator.world import World


def become(world: World, new: Member, chat: Chat, by: User, link: InviteLink | None = None) -> None:
    """Someone's standing in the chat is now `new`; tells the bot when it is about itself, or it is an admin."""
    old = chat.member(new.user)
    was_admin = chat.member(world.bot).is_admin
    chat.members[new.user.id] = new
    about_itself = new.user is world.bot
    if about_itself or was_admin:
        new.user.met = by.met = True
        kind = "my_chat_member" if about_itself else "chat_member"
        _tell(world, kind, chat, _change(world, chat, by, (old, new), link))
    world.changed(Change(kind="chat", chat_id=chat.id, user_id=new.user.id))


def _change(world: World, chat: Chat, by: User, standing: tuple[Member, Member], link: InviteLink | None) -> Wire:
    old, new = standing
    told: Wire = {"chat": chat.wire(), "from": by.wire(), "date": world.now()}
    told |= {"old_chat_member": old.wire(), "new_chat_member": new.wire()}
    via_request = link is not None and link.creates_join_request
    return told | present({"invite_link": link and link.wire(), "via_join_request": via_request})


def _tell(world: World, kind: str, chat: Chat, payload: Wire) -> None:
    world.updates.push(kind, payload, lane=("chat", chat.id), expires_at=world.now() + MESSAGE_LIFETIME)


def block(world: World, user: User, *, blocked: bool) -> None:
    """A person stops the bot, or lets it speak again."""
    if user.blocked == blocked:
        return
    chat = world.private_chat(user)
    bot = Member(user=world.bot)
    standing = (bot, bot.changed("kicked")) if blocked else (bot.changed("kicked"), bot)
    user.blocked = blocked
    _tell(world, "my_chat_member", chat, _change(world, chat, user, standing, None))
    world.changed(Change(kind="person", chat_id=chat.id, user_id=user.id))


def enter(world: World, chat: Chat, user: User, *, by: User | None = None, link: InviteLink | None = None) -> None:
    if chat.member(user).is_present:
        return
    by = by or user
    become(world, Member(user=user), chat, by, link)
    post(world, chat, by, {"new_chat_members": [user.wire()]})


def leave(world: World, chat: Chat, user: User) -> None:
    post(world, chat, user, {"left_chat_member": user.wire()})
    become(world, chat.member(user).changed("left"), chat, user)


def remove(world: World, chat: Chat, user: User, *, by: User, until_date: int = 0) -> None:
    """Banned, as everybody who is removed from a group is, until someone lets them in again."""
    was_present = chat.member(user).is_present
    if was_present and by is not world.bot:
        post(world, chat, by, {"left_chat_member": user.wire()})
    become(world, replace(chat.member(user).changed("kicked"), until_date=until_date), chat, by)
    if was_present and by is world.bot:
        post(world, chat, by, {"left_chat_member": user.wire()})


def promote(world: World, chat: Chat, user: User, rights: Iterable[str], *, by: User, anonymous: bool = False) -> None:
    """To an administrator with these rights; back to a member with none."""
    held = frozenset(rights)
    old = chat.member(user)
    if chat.type == "group" and held:
        held = ALL_RIGHTS - {"can_promote_members", "can_manage_topics"}
    new = replace(
        old.changed("administrator" if held else "member", held),
        is_anonymous=anonymous,
        promoted_by_bot=by is world.bot,
    )
    become(world, new, chat, by)


def follow_link(world: World, user: User, url: str) -> bool:
    """True when they are in; False when they now wait for approval."""
    chat, link = world.links.get(url, (None, None))
    if chat is None or link is None or link.is_revoked or _is_spent(world, link):
        raise bad_request("INVITE_HASH_EXPIRED")
    if chat.member(user).status == "kicked":
        raise bad_request("USER_KICKED")
    if link.creates_join_request:
        _ask_to_join(world, chat, user, link)
        return False
    link.joined.add(user.id)
    enter(world, chat, user, link=link)
    return True


def _is_spent(world: World, link: InviteLink) -> bool:
    over = link.expire_date is not None and world.now() >= link.expire_date
    return over or (link.member_limit is not None and len(link.joined) >= link.member_limit)


def _ask_to_join(world: World, chat: Chat, user: User, link: InviteLink) -> None:
    request = chat.join_requests[user.id] = JoinRequest(user=user, link=link, date=world.now())
    if chat.member(world.bot).may("can_invite_users"):
        user.met = True
        told: Wire = {"chat": chat.wire(), "from": user.wire(), "user_chat_id": user.id, "date": request.date}
        _tell(world, "chat_join_request", chat, told | {"invite_link": link.wire()})
    world.changed(Change(kind="chat", chat_id=chat.id, user_id=user.id))


def settle_join_request(world: World, chat: Chat, user: User, *, approved: bool, by: User) -> None:
    request = chat.join_requests.pop(user.id, None)
    if request is None:
        raise bad_request("HIDE_REQUESTER_MISSING")
    if approved:
        request.link.joined.add(user.id)
        enter(world, chat, user, by=by if by is world.bot else user, link=request.link)
    world.changed(Change(kind="chat", chat_id=chat.id, user_id=user.id))


def migrate(world: World, chat: Chat, by: User) -> Chat:
    """A basic group becomes a supergroup: a new id, and messages that say so on both sides."""
    new = world.new_group("supergroup", chat.title, by)
    new.members, new.last_message_id = dict(chat.members), 0  # it begins with the message below
    post(world, chat, by, {"migrate_to_chat_id": new.id})
    post(world, new, by, {"migrate_from_chat_id": chat.id}, Manner(sender_chat=new))
    chat.migrated_to = new.id
    world.changed(Change(kind="chat", chat_id=chat.id))
    return new
