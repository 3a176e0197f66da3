"""A message as a person sees it on the phone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from simulator.files import File
from simulator.messages import Message
from simulator.wire import Wire, units

if TYPE_CHECKING:
    from simulator.chats import Chat
    from simulator.world import World

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
    "date_time": "tg-time",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    message: Message
    text: str
    """Text or caption."""
    buttons: tuple[tuple[str, ...], ...]
    """The labels of the inline keyboard, by row."""
    file: File | None

    @property
    def message_id(self) -> int:
        return self.message.message_id

    @property
    def chat_id(self) -> int:
        return self.message.chat.id

    @property
    def reply_markup(self) -> Wire | None:
        return self.message.reply_markup

    @property
    def html(self) -> str:
        return as_html(self.message.text, self.message.entities)

    @property
    def sender(self) -> str:
        return self.message.sender.full_name

    @property
    def is_edited(self) -> bool:
        return self.message.edit_date is not None


def view(world: World, message: Message) -> View:
    labels = tuple(tuple(str(button["text"]) for button in row) for row in message.inline_keyboard)
    file = world.files.by_id.get(message.file_ids[0]) if message.file_ids else None
    return View(message=message, text=message.text, buttons=labels, file=file)


def last_lines(world: World, chat: Chat) -> str:
    """For the message of a failed expectation."""
    last = [message for message in chat.messages.values() if not message.deleted][-8:]
    lines = [f"  {m.sender.full_name}: {m.text!r} {view(world, m).buttons or ''}" for m in last]
    return "\n".join(["The last messages are:", *lines])


def as_html(text: str, entities: list[Wire]) -> str:
    """The text with its formatting, in the tags a bot would have used."""
    marks: dict[int, list[str]] = {}
    for entity in entities:
        tag = _TAGS.get(str(entity["type"]))
        if tag is not None:
            start, length = int(str(entity["offset"])), int(str(entity["length"]))
            marks.setdefault(start, []).append(_opening(tag, entity))
            marks.setdefault(start + length, []).insert(0, f"</{tag}>")
    return _merged(text, marks)


def _opening(tag: str, entity: Wire) -> str:
    match tag:
        case "a":
            return f'<a href="{escape(str(entity["url"]))}">'
        case "tg-time":
            return f'<tg-time unix="{entity["unix_time"]}">'
        case "blockquote" if entity["type"] == "expandable_blockquote":
            return "<blockquote expandable>"
        case _:
            return f"<{tag}>"


def _merged(text: str, marks: dict[int, list[str]]) -> str:
    out: list[str] = []
    at = 0
    for character in text:
        out += marks.pop(at, [])
        out.append(escape(character, quote=False))
        at += units(character)
    return "".join(out + marks.pop(at, []))
