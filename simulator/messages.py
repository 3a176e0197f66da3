"""One message: what it says, where it stands, and how the bot and a person see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.people import User
from simulator.wire import Wire

if TYPE_CHECKING:
    from simulator.chats import Chat  # noqa: TC004 - chats.py imports this module

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "group_chat_created",
        "supergroup_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    }
)
MEDIA = ("photo", "document", "video", "audio", "voice", "sticker", "animation", "video_note")


@dataclass(slots=True, eq=False, kw_only=True)
class Message:
    chat: Chat = field(repr=False)
    message_id: int
    date: int
    sender: User
    body: Wire
    """The fields that are this kind's own: text, entities, document, caption, new_chat_members …"""
    sender_chat: Chat | None = None
    reply_to: Message | None = None
    thread_id: int | None = None
    forward_origin: Wire | None = None
    media_group_id: str | None = None
    has_protected_content: bool = False
    is_silent: bool = False
    reply_markup: Wire | None = None
    """Whatever the bot attached; only an inline keyboard is told back to it."""
    edit_date: int | None = None
    deleted: bool = False
    reactions: dict[int, list[Wire]] = field(default_factory=dict)
    file_ids: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        value = self.body.get("text", self.body.get("caption", ""))
        return value if isinstance(value, str) else ""

    @property
    def entities(self) -> list[Wire]:
        value = self.body.get("entities", self.body.get("caption_entities", []))
        return value if isinstance(value, list) else []

    @property
    def is_service(self) -> bool:
        return not SERVICE.isdisjoint(self.body)

    @property
    def media(self) -> str | None:
        """Which kind of file it carries."""
        return next((kind for kind in MEDIA if kind in self.body), None)

    @property
    def inline_keyboard(self) -> list[list[Wire]]:
        rows = (self.reply_markup or {}).get("inline_keyboard", [])
        return rows if isinstance(rows, list) else []

    @property
    def inline_markup(self) -> Wire | None:
        """Telegram drops an inline keyboard without buttons."""
        return {"inline_keyboard": self.inline_keyboard} if self.inline_keyboard else None

    def wire(self, *, nested: bool = False) -> Wire:
        told: Wire = {"message_id": self.message_id, "from": self.sender.wire(), "date": self.date}
        told["chat"] = self.chat.wire()
        told |= self._place() | self.body
        if self.reply_to is not None and not nested:
            told["reply_to_message"] = self.reply_to.wire(nested=True)
        if self.inline_markup is not None:
            told["reply_markup"] = self.inline_markup
        return told

    def _place(self) -> Wire:
        told: Wire = {}
        if self.sender_chat is not None:
            told["sender_chat"] = self.sender_chat.wire()
        if self.thread_id is not None:
            told |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        if self.edit_date is not None:
            told["edit_date"] = self.edit_date
        if self.forward_origin is not None:
            told["forward_origin"] = self.forward_origin
        if self.media_group_id is not None:
            told["media_group_id"] = self.media_group_id
        if self.has_protected_content:
            told["has_protected_content"] = True
        return told
