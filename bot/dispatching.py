"""python-telegram-bot's dispatch without its network: the bot object that handlers can reach refuses to speak."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import Application, ExtBot
from telegram.request import BaseRequest

from bot import current_update

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from handlers.routing import Context, Handler

Dispatch: TypeAlias = Application[Any, Any, Any, Any, Any, Any]


class HandlersMustNotSpeakError(RuntimeError):
    """A handler called the Bot API; what a person is told goes through the outbox."""


class RefusingRequest(BaseRequest):
    """Answers getMe from what is known, and nothing else."""

    def __init__(self, me: Mapping[str, object]) -> None:
        self._me = json.dumps({"ok": True, "result": me}).encode()

    @property
    def read_timeout(self) -> float:
        return 0.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        if url.endswith("/getMe"):
            return 200, self._me
        raise HandlersMustNotSpeakError(url.rsplit("/", 1)[-1])


def build_dispatch(*, token: str, me: Mapping[str, object], handlers: Iterable[Handler]) -> Dispatch:
    """The first handler that fits takes the update; what it raises is kept for the lane, which tries again."""
    request = RefusingRequest(me)
    bot = ExtBot(token, request=request, get_updates_request=request)
    application = Application.builder().bot(bot).updater(None).job_queue(None).build()
    application.add_handlers(list(handlers))
    application.add_error_handler(_keep)
    return application


async def _keep(_: object, context: Context) -> None:
    current_update.get().error = context.error
