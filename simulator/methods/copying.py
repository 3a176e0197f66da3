"""Forwarding, which names the author, and copying, which does not."""

from __future__ import annotations

from dataclasses import replace

from simulator.access import message_of, open_chat
from simulator.chats import Chat
from simulator.errors import ApiError, bad_request
from simulator.messages import Message
from simulator.methods.forms import Captioned, ChatId, InChat, Sending, destination, read_caption, send
from simulator.methods.table import Call, answers
from simulator.posting import Manner
from simulator.wire import Wire


def _source(call: Call, from_chat_id: ChatId, message_id: int, doing: str) -> Message:
    message = message_of(call.world, from_chat_id, message_id, f"to {doing}")
    if message.has_protected_content or message.is_service:
        raise bad_request(f"message can't be {'forwarded' if doing == 'forward' else 'copied'}")
    return message


def _origin(message: Message) -> Wire:
    if message.forward_origin is not None:
        return message.forward_origin
    if message.sender_chat is not None:
        return {"type": "chat", "sender_chat": message.sender_chat.wire(), "date": message.date}
    return {"type": "user", "sender_user": message.sender.wire(), "date": message.date}


class Passing(InChat, kw_only=True):
    from_chat_id: ChatId
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False


class ForwardMessage(Passing, kw_only=True):
    message_id: int
    video_start_timestamp: int | None = None
    message_effect_id: str | None = None
    suggested_post_parameters: Wire | None = None


def _target(call: Call, ask: Passing) -> tuple[Chat, Manner]:
    asked = Sending(
        chat_id=ask.chat_id,
        message_thread_id=ask.message_thread_id,
        disable_notification=ask.disable_notification,
        protect_content=ask.protect_content,
    )
    return destination(call, asked)


def _forward(call: Call, chat: Chat, message: Message, manner: Manner) -> Message:
    own = replace(manner, forward_origin=_origin(message), file_ids=message.file_ids)
    return send(call, chat, dict(message.body), own)


@answers(ForwardMessage)
def forward_message(call: Call, ask: ForwardMessage) -> Wire:
    chat, manner = _target(call, ask)
    return _forward(call, chat, _source(call, ask.from_chat_id, ask.message_id, "forward"), manner).wire()


class ForwardMessages(Passing, kw_only=True):
    message_ids: list[int]


@answers(ForwardMessages)
def forward_messages(call: Call, ask: ForwardMessages) -> list[Wire]:
    chat, manner = _target(call, ask)
    sources = _several(call, ask.from_chat_id, ask.message_ids, "forward")
    return [{"message_id": _forward(call, chat, message, manner).message_id} for message in sources]


def _several(call: Call, from_chat_id: ChatId, numbers: list[int], doing: str) -> list[Message]:
    """Those that are missing or may not be passed on are left out; all of them missing is an error."""
    if not 1 <= len(numbers) <= 100:
        raise bad_request(
            "Too many message identifiers specified" if numbers else "Message identifiers are not specified"
        )
    if numbers != sorted(set(numbers)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    open_chat(call.world, from_chat_id)
    found = []
    for number in numbers:
        try:
            found.append(_source(call, from_chat_id, number, doing))
        except ApiError:
            continue
    if not found:
        raise bad_request(f"there are no messages to {doing}")
    return found


class CopyMessage(Captioned, kw_only=True):
    from_chat_id: ChatId
    message_id: int
    caption: str | None = None  # type: ignore[assignment] # empty takes the caption away, None keeps it
    video_start_timestamp: int | None = None
    show_caption_above_media: bool = False


@answers(CopyMessage)
def copy_message(call: Call, ask: CopyMessage) -> Wire:
    message = _source(call, ask.from_chat_id, ask.message_id, "copy")
    chat, manner = destination(call, ask)
    body = dict(message.body)
    if ask.caption is not None and message.media is not None:
        body = {message.media: body[message.media]} | read_caption(call.world, ask)
    return {"message_id": _copy(call, chat, body, message, manner).message_id}


def _copy(call: Call, chat: Chat, body: Wire, message: Message, manner: Manner) -> Message:
    return send(call, chat, body, replace(manner, file_ids=message.file_ids))


class CopyMessages(Passing, kw_only=True):
    message_ids: list[int]
    remove_caption: bool = False


@answers(CopyMessages)
def copy_messages(call: Call, ask: CopyMessages) -> list[Wire]:
    chat, manner = _target(call, ask)
    sources = _several(call, ask.from_chat_id, ask.message_ids, "copy")
    dropped = {"caption", "caption_entities"} if ask.remove_caption else set()
    bodies = [{name: value for name, value in m.body.items() if name not in dropped} for m in sources]
    copies = [_copy(call, chat, body, m, manner) for body, m in zip(bodies, sources, strict=True)]
    return [{"message_id": copy.message_id} for copy in copies]
