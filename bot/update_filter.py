"""Tells on the raw update whether it concerns us: what people say to each other in a group is never stored.

Most of what a bot hears in a group is talk between people, so this also is what makes reading along cheap.
When in doubt an update is kept: the handlers decide with more knowledge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.raw_updates import RawUpdate

_FILES = frozenset({"document", "photo", "video", "audio", "voice", "video_note"})
_TALK = frozenset(
    {"text", "sticker", "animation", "location", "venue", "contact", "dice", "poll", "game", "story", "checklist"}
)
_MOVED = frozenset({"migrate_to_chat_id", "migrate_from_chat_id"})
#: Commands that may carry the code for connecting a group.
_DOORS = frozenset({"/start", "/bind"})
_MESSAGES = ("message", "edited_message")
_ABOUT_A_CHAT = ("chat_member", "chat_join_request", "message_reaction")


class UpdateFilter:
    """`knows`: this group is one of ours. `listens`: everything said there is wanted now, as in a recorded session.

    Both are asked for every update, so they answer from memory. `moved` is told that one of ours has a new id: what is
    said under it may stand in the same batch, before anything has been handled.
    """

    def __init__(
        self,
        *,
        bot_id: int,
        bot_username: str,
        knows: Callable[[int], bool],
        listens: Callable[[int], bool],
        moved: Callable[[int], None],
    ) -> None:
        self._bot_id = bot_id
        self._mention = f"@{bot_username.lower()}"
        self._knows = knows
        self._listens = listens
        self._moved = moved

    def __call__(self, update: RawUpdate) -> bool:
        for kind in _MESSAGES:
            if isinstance(message := update.get(kind), dict):
                return self._wants_message(message)
        for kind in _ABOUT_A_CHAT:
            if isinstance(content := update.get(kind), dict):
                return self._knows(_chat_id(content)) if "chat" in content else True
        return True

    def _wants_message(self, message: Mapping[str, object]) -> bool:
        match message.get("chat"):
            case {"type": "group" | "supergroup", "id": int(chat_id)}:
                return self._wants_from_group(message, chat_id)
            case {"type": "channel"}:
                return False
            case _:
                return True

    def _wants_from_group(self, message: Mapping[str, object], chat_id: int) -> bool:
        if not _MOVED.isdisjoint(message):
            self._follow(message, chat_id)
            return True
        if self._is_command(message):
            return self._knows(chat_id) or _opens_a_door(message)
        if not self._knows(chat_id):
            return False
        return (
            self._listens(chat_id)
            or not _FILES.isdisjoint(message)
            or _TALK.isdisjoint(message)
            or self._is_to_us(message)
        )

    def _follow(self, message: Mapping[str, object], chat_id: int) -> None:
        match message:
            case {"migrate_to_chat_id": int(new)} if self._knows(chat_id):
                self._moved(new)
            case {"migrate_from_chat_id": int(old)} if self._knows(old):
                self._moved(chat_id)
            case _:
                pass

    def _is_command(self, message: Mapping[str, object]) -> bool:
        text = message.get("text")
        if not isinstance(text, str) or not text.startswith("/"):
            return False
        command = text.split(maxsplit=1)[0].lower()
        return "@" not in command or command.endswith(self._mention)

    def _is_to_us(self, message: Mapping[str, object]) -> bool:
        text = message.get("text")
        return (isinstance(text, str) and self._mention in text.lower()) or self._is_reply_to_us(message)

    def _is_reply_to_us(self, message: Mapping[str, object]) -> bool:
        match message.get("reply_to_message"):
            case {"forum_topic_created": _}:
                # In a topic that the bot opened, every message replies to its opening.
                return False
            case {"from": {"id": author}}:
                return bool(author == self._bot_id)
            case _:
                return False


def _opens_a_door(message: Mapping[str, object]) -> bool:
    """What connects a group that is not ours yet; nothing else that is said there concerns us."""
    command, _, code = str(message.get("text")).partition(" ")
    return bool(code.strip()) and command.partition("@")[0].lower() in _DOORS


def _chat_id(content: Mapping[str, object]) -> int:
    match content.get("chat"):
        case {"id": int(chat_id)}:
            return chat_id
        case _:
            return 0
