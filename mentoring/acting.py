"""Who acts, where, and how: what every command carries and every right is checked against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mentoring.people import Language


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(frozen=True, kw_only=True, slots=True)
class Acting:
    """`telegram_id` is the numeric id and the only identity; `language` is Telegram's guess, for people we don't know.

    `pressed` is the message whose button was pressed, None when something was typed or sent. `name` is how they call
    themselves on Telegram, to be offered and never trusted; `username` tells namesakes apart, where they have one.
    """

    telegram_id: int
    chat_id: int
    chat_kind: ChatKind = ChatKind.PRIVATE
    thread_id: int | None = None
    language: Language = Language.EN
    pressed: int | None = None
    message_id: int | None = None
    name: str = ""
    username: str = ""
