"""Connecting a Telegram group: picked from a list, by the add-to-group link, or by a code typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import CommandHandler, MessageHandler, filters

from handlers.acting import acting
from handlers.buttons import groups as buttons
from handlers.buttons.chats import UnbindButton
from handlers.routing import IN_GROUPS, IN_PRIVATE, ButtonHandler
from mentoring.ids import GroupId
from mentoring.invitations import Door, new_code, ticket
from mentoring.use_cases import binding, chats, hygiene, join_requests, unbinding
from mentoring.use_cases.binding import Chat

if TYPE_CHECKING:
    from telegram import Update

    from handlers.desk import Desk
    from handlers.routing import Context, Handler


class BindingHandlers:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Handler]:
        return [
            CommandHandler("start", self.start_in_group, IN_GROUPS),
            CommandHandler("bind", self.bind, IN_GROUPS),
            MessageHandler(IN_PRIVATE & filters.StatusUpdate.CHAT_SHARED, self.picked),
            ButtonHandler(buttons.BindButton, self.ways),
            ButtonHandler(buttons.PickChatButton, self.pick),
            ButtonHandler(buttons.BindHereButton, self.bind_here),
            ButtonHandler(buttons.LeaveChatButton, self.leave),
            ButtonHandler(UnbindButton, self.unbind),
            ButtonHandler(buttons.ChatRequestButton, self.decide_request),
        ]

    async def start_in_group(self, update: Update, context: Context) -> None:
        opened = ticket(" ".join(context.args or ()))
        code = opened.secret if opened is not None and opened.door is Door.CHAT else ""
        await self._bind_by_code(update, context, code)

    async def bind(self, update: Update, context: Context) -> None:
        if context.args:
            await self._bind_by_code(update, context, "".join(context.args))
        else:
            await self._desk.carry_out(chats.write_here, chats.WriteHere(by=acting(update)))

    async def picked(self, update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None or message.chat_shared is None:
            return
        shared = message.chat_shared
        command = binding.BindPicked(
            by=acting(update),
            group_id=GroupId(shared.request_id),
            chat=Chat(id=shared.chat_id, title=shared.title),
            bot_id=context.bot.id,
        )
        await self._desk.carry_out(binding.bind_picked, command)

    async def ways(self, update: Update, press: buttons.BindButton) -> None:
        command = binding.ShowWays(by=acting(update), group_id=GroupId(press.group_id), code=new_code())
        await self._desk.carry_out(binding.show_ways, command)

    async def pick(self, update: Update, press: buttons.PickChatButton) -> None:
        command = binding.OfferChats(by=acting(update), group_id=GroupId(press.group_id))
        await self._desk.carry_out(binding.offer_chats, command)

    async def bind_here(self, update: Update, press: buttons.BindHereButton) -> None:
        command = binding.BindPicked(
            by=acting(update),
            group_id=GroupId(press.group_id),
            chat=Chat(id=press.chat_id),
            bot_id=update.get_bot().id,
            sure=press.sure,
        )
        await self._desk.carry_out(binding.bind_picked, command)

    async def leave(self, update: Update, press: buttons.LeaveChatButton) -> None:
        command = chats.LeaveAlone(by=acting(update), chat_id=press.chat_id)
        await self._desk.carry_out(chats.leave_alone, command)

    async def unbind(self, update: Update, press: UnbindButton) -> None:
        command = unbinding.Unbind(by=acting(update), group_id=GroupId(press.group_id), sure=press.sure)
        await self._desk.carry_out(unbinding.unbind, command)

    async def decide_request(self, update: Update, press: buttons.ChatRequestButton) -> None:
        command = join_requests.DecideChatRequest(
            by=acting(update), group_id=GroupId(press.group_id), telegram_id=press.telegram_id, yes=press.yes
        )
        await self._desk.carry_out(join_requests.decide_chat_request, command)

    async def _bind_by_code(self, update: Update, context: Context, code: str) -> None:
        by, chat = acting(update), update.effective_chat
        if not code or chat is None:
            await self._desk.carry_out(hygiene.command_in_group, hygiene.CommandInGroup(by=by))
            return
        command = binding.BindByCode(by=by, code=code, chat=Chat(id=chat.id, title=chat.title), bot_id=context.bot.id)
        await self._desk.carry_out(binding.bind_by_code, command)
