"""Failed calls to Telegram, sorted by what we can do about them: wait, follow the chat, give up, or try again."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Failure(Exception):
    """A call that Telegram did not carry out, or perhaps did: each kind says which."""


class Wait(Failure):
    """Telegram asks us to leave this chat alone for `retry_after` seconds; nothing was sent."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"wait {retry_after:g} s")
        self.retry_after = retry_after


class FollowChat(Failure):
    """The group became a supergroup and lives under `chat_id` now; nothing was sent."""

    def __init__(self, chat_id: int) -> None:
        super().__init__("the group became a supergroup")
        self.chat_id = chat_id


class UnreachableReason(StrEnum):
    BLOCKED = "blocked"
    NEVER_STARTED = "never started"
    DEACTIVATED = "deactivated"
    KICKED = "kicked"
    GONE = "gone"


class Unreachable(Failure):
    """Nobody reads us there any more; trying again is useless until they come back."""

    def __init__(self, reason: UnreachableReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Refused(Failure):
    """Telegram will never accept this call; `reason` is its sentence without anything quoted from the call."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


class TokenRefused(Failure):
    """The bot's token is not accepted: nothing can be sent until the operator mends that."""


class NotSent(Failure):
    """Telegram never saw the call: safe to repeat."""


class Uncertain(Failure):
    """The call was sent and the answer is missing: it may have been carried out."""


class NotModified(Failure):
    """The message already looks like this, which for us is success."""


class NoMessage(Failure):
    """The message to change or delete is not there any more, or too old."""


class NoThread(Failure):
    """The topic to write into was deleted, or is closed to us; nothing was sent."""


class UnknownFile(Failure):
    """The file that the call names is not ours to send by its identifier, as for a new bot; nothing was sent."""


class HasCaption(Failure):
    """The message to edit carries a file: its words are a caption."""


_SERVER_ERROR = 500

_UNREACHABLE = {
    "blocked by the user": UnreachableReason.BLOCKED,
    "initiate conversation": UnreachableReason.NEVER_STARTED,
    "deactivated": UnreachableReason.DEACTIVATED,
    "kicked": UnreachableReason.KICKED,
    "not a member": UnreachableReason.KICKED,
}

_NO_MESSAGE = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
    "there is no caption in the message to edit",
)

_UNKNOWN_FILE = ("wrong file identifier", "wrong file_id", "wrong remote file identifier", "file_reference")

_NO_THREAD = ("message thread not found", "topic_deleted", "topic_closed")


def sort_refusal(code: int, description: str, parameters: Mapping[str, object]) -> Failure:
    """Sort an answer of the Bot API whose `ok` is false, after https://core.telegram.org/bots/api#making-requests."""
    match parameters:
        case {"migrate_to_chat_id": int(chat_id)}:
            return FollowChat(chat_id)
        case {"retry_after": int() | float() as seconds}:
            return Wait(float(seconds))
        case _:
            return _sort_by_code(code, description)


def _sort_by_code(code: int, description: str) -> Failure:
    match code:
        case 400:
            return _sort_bad_request(description.lower(), description)
        case 403:
            return Unreachable(_unreachable_reason(description))
        case 401:
            return TokenRefused("401")
        case 404 if "method not found" not in description:
            return TokenRefused("404")
        case 429:
            return Wait(5.0)
        case _ if code >= _SERVER_ERROR:
            return Uncertain(f"{code}")
        case _:
            return Refused(code, without_quotations(description))


def _sort_bad_request(folded: str, description: str) -> Failure:
    if "message is not modified" in folded:
        return NotModified()
    if "there is no text in the message to edit" in folded:
        return HasCaption()
    if any(sign in folded for sign in _UNKNOWN_FILE):
        return UnknownFile(without_quotations(description))
    if any(sign in folded for sign in _NO_THREAD):
        return NoThread(without_quotations(description))
    if any(sign in folded for sign in _NO_MESSAGE):
        return NoMessage(without_quotations(description))
    if "chat not found" in folded:
        return Unreachable(UnreachableReason.GONE)
    return Refused(400, without_quotations(description))


def _unreachable_reason(description: str) -> UnreachableReason:
    return next((reason for sign, reason in _UNREACHABLE.items() if sign in description), UnreachableReason.GONE)


def without_quotations(description: str) -> str:
    """Telegram quotes what it could not read, and that may be somebody's words."""
    return re.sub(r'"[^"]*"?|https?://\S+', "…", description)[:160]
