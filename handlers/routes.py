"""Every way into the bot, in the order in which they are tried: the first that fits takes the update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.start import StartHandlers

if TYPE_CHECKING:
    from handlers.desk import Desk
    from handlers.routing import Handler


def every_route(desk: Desk) -> list[Handler]:
    return [
        *StartHandlers(desk).routes(),
    ]
