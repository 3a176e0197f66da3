"""Service messages (who joined, what was pinned) as a kind and two names; the page words them in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from simulator.messages import Message
    from simulator.wire import Wire


def service(message: Message) -> Wire | None:
    for field, kind in _KINDS.items():
        if field in message.body:
            return {"who": message.sender.full_name} | _told(message, field, kind)
    return None


_KINDS = {
    "new_chat_members": "added",
    "left_chat_member": "removed",
    "new_chat_title": "title",
    "group_chat_created": "created",
    "supergroup_chat_created": "created",
    "migrate_to_chat_id": "migrated",
    "migrate_from_chat_id": "migrated_from",
    "pinned_message": "pinned",
    "forum_topic_created": "topic",
    "forum_topic_edited": "topic",
    "forum_topic_closed": "topic_closed",
    "forum_topic_reopened": "topic_reopened",
    "chat_shared": "chat_shared",
    "users_shared": "users_shared",
    "write_access_allowed": "write_access",
}


def _told(message: Message, field: str, kind: str) -> Wire:
    value = message.body[field]
    match kind:
        case "added":
            people = cast("list[Wire]", value)
            alone = [person["id"] for person in people] == [message.sender.id]
            return {"kind": "joined"} if alone else {"kind": kind, "what": ", ".join(map(_name, people))}
        case "removed":
            person = cast("Wire", value)
            return {"kind": "left"} if person["id"] == message.sender.id else {"kind": kind, "what": _name(person)}
        case "users_shared":
            people = cast("list[Wire]", cast("Wire", value)["users"])
            return {"kind": kind, "what": ", ".join(_name(person) or "…" for person in people)}
        case _:
            return {"kind": kind, "what": _title(message, value)}


def _name(person: Wire) -> str:
    return " ".join(str(person[part]) for part in ("first_name", "last_name") if part in person)


def _title(message: Message, value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return message.chat.title
    named = value.get("name") or value.get("title") or value.get("text") or value.get("caption")
    return str(named or "…").splitlines()[0]
