"""What Telegram tells about people in a group's chat: who went out of it, who came in, and by whose hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember, ChatMemberRestricted
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from handlers.acting import acting
from mentoring.use_cases.chat_members import MeetMember, meet_member

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler

_OUT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


class ChatMembersHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            ChatMemberHandler(self.member_changed, ChatMemberHandler.CHAT_MEMBER),
            MessageHandler(filters.StatusUpdate.LEFT_CHAT_MEMBER, self.member_left),
        ]

    async def member_changed(self, update: Update, _: Context) -> None:
        change = update.chat_member
        if change is None or change.new_chat_member.user.is_bot:
            return
        member = change.new_chat_member.user.id
        command = MeetMember(by=acting(update), telegram_id=member, present=_is_present(change.new_chat_member))
        await self._desk.carry_out(meet_member, command)

    async def member_left(self, update: Update, _: Context) -> None:
        """All that a bot hears which is no administrator; whoever is one hears it twice, and does it once."""
        gone = update.effective_message.left_chat_member if update.effective_message else None
        if gone is None or gone.is_bot:
            return
        await self._desk.carry_out(meet_member, MeetMember(by=acting(update), telegram_id=gone.id, present=False))


def _is_present(member: ChatMember) -> bool:
    """Somebody restricted may be in the chat or not."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in _OUT
