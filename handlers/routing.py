"""How an update finds its handler: commands and typed buttons, on python-telegram-bot's own handler classes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext, filters

from handlers.codec import Button, unpack

Context: TypeAlias = CallbackContext[Any, Any, Any, Any]
Anything: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Handler: TypeAlias = BaseHandler[Update, Context, Any]
Press: TypeAlias = Callable[[Update, Any], Coroutine[Any, Any, None]]

#: New messages only: whoever edits an old command does not mean it again.
IN_PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
IN_GROUPS = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


class ButtonHandler(BaseHandler[Update, Context, None]):
    """Takes the presses of one kind of button and hands its typed value to the callback."""

    def __init__(self, kind: type[Button], press: Press) -> None:
        super().__init__(press)
        self._kind = kind
        self._press = press

    def check_update(self, update: object) -> Button | None:
        if not isinstance(update, Update) or update.callback_query is None:
            return None
        return unpack(self._kind, update.callback_query.data or "")

    async def handle_update(
        self, update: Update, application: Anything, check_result: object, context: Context
    ) -> None:
        await self._press(update, check_result)
