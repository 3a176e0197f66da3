"""One update, from the stored text to the answer over the pressed button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import current_update, raw_updates
from handlers.acting import TYPED
from handlers.message import Content
from mentoring.notices.common import OldButton, Refused
from texts.say import plain

if TYPE_CHECKING:
    from telegram import Update

    from bot.bot_api import BotApi
    from bot.dispatching import Dispatch
    from bot.rendering import Renderer
    from bot.supervisor import Supervisor
    from bot.typed_presses import TypedPresses
    from storage.inbox import Arrival

#: Telegram's limit on the text over a button.
POPUP_CHARACTERS = 200


class Handling:
    """What a lane runs for each update."""

    def __init__(
        self,
        *,
        dispatch: Dispatch,
        api: BotApi,
        renderer: Renderer,
        supervisor: Supervisor,
        typed_presses: TypedPresses,
    ) -> None:
        self._dispatch = dispatch
        self._typed_presses = typed_presses
        self._api = api
        self._renderer = renderer
        self._supervisor = supervisor

    async def __call__(self, arrival: Arrival) -> None:
        update = await self._typed_presses.read(raw_updates.read(arrival.raw), self._dispatch.bot)
        if update is None:
            return
        current = current_update.get()
        await self._dispatch.process_update(update)
        if current.error is not None:
            raise current.error
        if update.callback_query is not None and update.callback_query.id != TYPED:
            self._supervisor.spawn("answer a press", self._answer(update, current))

    async def _answer(self, update: Update, current: current_update.Current) -> None:
        """After the commit and best effort: the card itself shows the outcome."""
        if update.callback_query is None:
            return
        popup = current.popup
        text = self._words(popup) if popup else None
        # What was refused has to be read; what was done passes by, because the card shows it too.
        alert = popup is not None and isinstance(popup.notice, Refused | OldButton)
        await self._api.answer_callback(update.callback_query.id, text, alert=alert)

    def _words(self, popup: current_update.Popup) -> str | None:
        rendering = self._renderer.screen(popup.notice, popup.language, "UTC")
        return plain(rendering.text)[:POPUP_CHARACTERS] if isinstance(rendering, Content) else None
