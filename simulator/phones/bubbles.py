"""One message as the page's JSON, seen by one person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from simulator.phones.faces import account, face
from simulator.phones.service import service

if TYPE_CHECKING:
    from simulator.messages import Message
    from simulator.people import User
    from simulator.wire import Wire
    from simulator.world import World

OTHER = ("video", "animation", "audio", "video_note", "location", "venue", "contact", "dice")


def bubble(world: World, message: Message, reader: User) -> Wire:
    mine = message.sender is reader and message.sender_chat is None
    return {
        "id": message.message_id,
        "at": message.date,
        "edited": message.edit_date is not None,
        "mine": mine,
        "from": author(message),
        "service": service(message),
        "text": message.text,
        "entities": message.entities,
        "reply": _quote(message),
        "forward": _origin(message),
        "album": message.media_group_id,
        "topic": message.thread_id,
        "poll": _poll(world, message, reader),
        "buttons": [[_button(button) for button in row] for row in message.inline_keyboard],
        "reactions": _reactions(message, reader),
        "can_edit": mine and bool(message.text) and message.forward_origin is None,
        "can_delete": may_delete(message, reader),
    } | _media(message)


def author(message: Message) -> Wire:
    if message.sender_chat is not None:
        chat = message.sender_chat
        return {"id": chat.id, "name": chat.title} | face(chat.id, chat.title)
    return account(message.sender)


def gist(message: Message) -> Wire:
    """What a list of chats or a quote needs of a message."""
    poll = message.body.get("poll")
    asked: Wire = {"poll": {"question": cast("Wire", poll)["question"]}} if poll else {}
    return {"text": message.text, "service": service(message)} | _media(message) | asked


def _quote(message: Message) -> Wire | None:
    quoted = message.reply_to
    if quoted is None:
        return None
    return {"id": quoted.message_id, "from": author(quoted)["name"]} | gist(quoted)


def _origin(message: Message) -> str | None:
    """The name of whoever wrote it first, by the four kinds of origin Telegram knows."""
    origin = message.forward_origin
    if origin is None:
        return None
    user = cast("Wire", origin.get("sender_user", {}))
    chat = cast("Wire", origin.get("sender_chat", origin.get("chat", {})))
    name = " ".join(str(user[part]) for part in ("first_name", "last_name") if part in user)
    return name or str(origin.get("sender_user_name") or chat.get("title", "?"))


def _media(message: Message) -> Wire:
    kind = message.media
    body = message.body
    match kind:
        case "photo":
            largest = cast("list[Wire]", body["photo"])[-1]
            return {"photo": {"file": largest["file_id"], "width": largest["width"], "height": largest["height"]}}
        case "document":
            file = cast("Wire", body["document"])
            return {
                "document": {"file": file["file_id"], "name": file.get("file_name", "file"), "size": file["file_size"]}
            }
        case "voice":
            file = cast("Wire", body["voice"])
            return {"voice": {"file": file["file_id"], "duration": file["duration"]}}
        case "sticker":
            return {"sticker": {"emoji": cast("Wire", body["sticker"]).get("emoji", "")}}
        case _:
            other = next((name for name in OTHER if name in body), None)
            return {"other": other} if other else {}


def _button(button: Wire) -> Wire:
    told: Wire = {"text": button["text"], "kind": "press"}
    if "style" in button:
        told["style"] = button["style"]
    if "url" in button:
        return told | {"kind": "url", "url": button["url"]}
    if "copy_text" in button:
        return told | {"kind": "copy", "copy": cast("Wire", button["copy_text"])["text"]}
    return told


def _reactions(message: Message, reader: User) -> list[Wire]:
    counts = Counter(str(each.get("emoji", "⭐")) for given in message.reactions.values() for each in given)
    own = {str(each.get("emoji")) for each in message.reactions.get(reader.id, [])}
    return [{"emoji": emoji, "count": count, "mine": emoji in own} for emoji, count in counts.items()]


def may_delete(message: Message, reader: User) -> bool:
    if message.is_service:
        return False
    own_side = message.sender is reader or not message.chat.is_group
    return own_side or message.chat.member(reader).may("can_delete_messages")


def _poll(world: World, message: Message, reader: User) -> Wire | None:
    body = message.body.get("poll")
    poll = world.polls.get(str(cast("Wire", body)["id"])) if body else None
    if poll is None:
        return None
    own = poll.votes.get(reader.id, [])
    told = poll.wire()
    options = [
        {"text": option["text"], "count": option["voter_count"], "mine": place in own}
        for place, option in enumerate(cast("list[Wire]", told["options"]))
    ]
    return {
        "question": told["question"],
        "options": options,
        "total": told["total_voter_count"],
        "several": told.get("allows_multiple_answers", False),
        "anonymous": poll.is_anonymous,
        "closed": poll.is_closed,
    }
