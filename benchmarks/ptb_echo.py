"""The peer: python-telegram-bot as its own tutorial sets it up, echoing, and storing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import Application, CallbackContext, MessageHandler, filters

if TYPE_CHECKING:
    from telegram import Update


async def echo(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def run(url: str, token: str, *, only_commands: bool) -> None:
    """Until it is killed. `only_commands` leaves people's talk unanswered."""
    application = Application.builder().token(token).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot").build()
    wanted = filters.COMMAND if only_commands else filters.TEXT
    application.add_handler(MessageHandler(wanted, echo))
    application.run_polling(allowed_updates=["message"])
