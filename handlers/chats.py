"""What Telegram tells about chats: the bot's own place in them, requests to join, and groups that move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember, ChatMemberAdministrator
from telegram.ext import ChatJoinRequestHandler, ChatMemberHandler, MessageHandler, filters

from handlers.acting import acting
from handlers.routing import IN_GROUPS
from mentoring.acting import Acting, ChatKind
from mentoring.use_cases.binding import Chat
from mentoring.use_cases.chat_rights import ChatRights
from mentoring.use_cases.chats import (
    FollowChat,
    MeetChat,
    RenameChat,
    SeeTopics,
    follow_chat,
    meet_chat,
    rename_chat,
    see_topics,
)
from mentoring.use_cases.join_requests import AskToJoinChat, ask_to_join_chat
from mentoring.use_cases.reachability import ChangeReach, change_reach

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler

_GONE = frozenset({ChatMember.LEFT, ChatMember.BANNED})


class ChatHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ChatMemberHandler(self.own_place, ChatMemberHandler.MY_CHAT_MEMBER),
            ChatJoinRequestHandler(self.asks_to_join),
            MessageHandler(filters.StatusUpdate.MIGRATE, self.moved),
            MessageHandler(IN_GROUPS & filters.StatusUpdate.NEW_CHAT_TITLE, self.renamed),
            MessageHandler(IN_GROUPS & filters.StatusUpdate.FORUM_TOPIC_CREATED, self.topic_opened),
        ]

    async def own_place(self, update: Update, _: Context) -> None:
        change = update.my_chat_member
        if change is None:
            return
        by, present = acting(update), change.new_chat_member.status not in _GONE
        if by.chat_kind is ChatKind.PRIVATE:
            await self._desk.carry_out(change_reach, ChangeReach(by=by, reachable=present))
            return
        reads_all = bool(update.get_bot().can_read_all_group_messages)
        rights = rights_of(change.new_chat_member, reads_all=reads_all) if present else None
        chat = Chat(id=change.chat.id, title=change.chat.title)
        await self._desk.carry_out(meet_chat, MeetChat(by=by, chat=chat, rights=rights))

    async def asks_to_join(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(ask_to_join_chat, AskToJoinChat(by=acting(update)))

    async def moved(self, update: Update, context: Context) -> None:
        """Both the old and the new chat tell of it; nobody acts."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.migrate_from_chat_id or message.chat_id, message.migrate_to_chat_id or message.chat_id
        by = Acting(telegram_id=0, chat_id=new, chat_kind=ChatKind.SUPERGROUP)
        await self._desk.carry_out(follow_chat, FollowChat(by=by, old=old, new=new, bot_id=context.bot.id))

    async def renamed(self, update: Update, _: Context) -> None:
        message = update.effective_message
        if message is not None and message.new_chat_title:
            await self._desk.carry_out(rename_chat, RenameChat(by=acting(update), title=message.new_chat_title))

    async def topic_opened(self, update: Update, _: Context) -> None:
        await self._desk.carry_out(see_topics, SeeTopics(by=acting(update)))


def rights_of(bot: ChatMember, *, reads_all: bool) -> ChatRights:
    """Privacy mode hides most messages from a bot that is no administrator; `reads_all` where it is switched off."""
    if not isinstance(bot, ChatMemberAdministrator):
        return ChatRights(sees_messages=reads_all, can_pin=False, can_invite=False)
    return ChatRights(
        sees_messages=True,
        can_pin=bool(bot.can_pin_messages),
        can_invite=bool(bot.can_invite_users),
        can_take_out=bool(bot.can_restrict_members),
    )
