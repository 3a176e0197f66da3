"""Keyboards in the Bot API's own JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from handlers.codec import Button, pack
from texts.say import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A button that opens an address."""

    url: str


#: All that Telegram wants to hear of in ChatAdministratorRights.
_ADMIN_RIGHTS = (
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)

Target: TypeAlias = Button | Link
Row: TypeAlias = "Sequence[tuple[str, Target]]"

#: Characters of a label that a narrow phone shows whole: alone in its row, beside another, beside two others.
SHOWN_WHOLE = (36, 15, 10)
_A_PAIR = 2


def inline(*rows: Row) -> Mapping[str, object]:
    """Rows of (label, what it does); labels are plain text, and Telegram takes none that is empty."""
    shown = [part for row in rows if row for part in _side_by_side(row)]
    return {"inline_keyboard": [[_key(label, target) for label, target in row] for row in shown]}


def _side_by_side(row: Row) -> Sequence[Row]:
    """Two of which a phone would cut one stand below each other."""
    return packed(row, widest=SHOWN_WHOLE) if len(row) == _A_PAIR else [row]


def packed(keys: Row, *, widest: Sequence[int]) -> Sequence[Row]:
    """In the order given, as many in a row as a phone shows whole: `widest[n - 1]` characters where n stand beside."""
    rows: list[list[tuple[str, Target]]] = [[]]
    for key in keys:
        longer = [*rows[-1], key]
        fits = len(longer) <= len(widest) and all(len(label) <= widest[len(longer) - 1] for label, _ in longer)
        if fits or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append([key])
    return rows


def once_more(label: str, data: str) -> Mapping[str, object]:
    """A button that was shown before, as it was."""
    return {"inline_keyboard": [[{"text": clean(label).strip() or "–", "callback_data": data}]]}


def chat_chooser(label: str, *, request_id: int, rights: Sequence[str]) -> Mapping[str, object]:
    """A key at the bottom of the screen that lets somebody pick or create a group and makes the bot its administrator.

    Telegram asks that whoever picks holds every right that they give.
    """
    held = {**dict.fromkeys(_ADMIN_RIGHTS, False), **dict.fromkeys(rights, True)}
    request = {
        "request_id": request_id,
        "chat_is_channel": False,
        "bot_is_member": True,
        "request_title": True,
        "user_administrator_rights": held,
        "bot_administrator_rights": held,
    }
    keys = [[{"text": label, "request_chat": request}]]
    return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}


def location_key(label: str) -> Mapping[str, object]:
    """A key at the bottom of the screen with which a phone sends where it is; only phones know."""
    keys = [[{"text": label, "request_location": True}]]
    return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}


def _key(label: str, target: Target) -> dict[str, str]:
    text = clean(label).strip() or "–"
    match target:
        case Link(url=url):
            return {"text": text, "url": url}
        case Button():
            return {"text": text, "callback_data": pack(target)}
