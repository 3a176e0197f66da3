"""Rights and permissions in groups, and the six ways of being (or not being) a member."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from simulator.people import User

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.wire import Wire

Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

RIGHTS = (
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
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
    "can_send_welcome_messages",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
ALL_RIGHTS = frozenset(RIGHTS)
USUAL_PERMISSIONS = frozenset(PERMISSIONS) - {"can_change_info", "can_pin_messages", "can_manage_topics"}
PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    user: User
    status: Status = "member"
    rights: frozenset[str] = frozenset()
    permissions: frozenset[str] = field(default=USUAL_PERMISSIONS)
    is_anonymous: bool = False
    promoted_by_bot: bool = False
    until_date: int = 0

    @property
    def is_present(self) -> bool:
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def changed(self, status: Status, rights: Iterable[str] = ()) -> Member:
        return replace(self, status=status, rights=frozenset(rights), permissions=USUAL_PERMISSIONS, until_date=0)

    def wire(self) -> Wire:
        head: Wire = {"user": self.user.wire(), "status": self.status}
        match self.status:
            case "creator":
                return head | {"is_anonymous": self.is_anonymous}
            case "administrator":
                own: Wire = {"can_be_edited": self.promoted_by_bot, "is_anonymous": self.is_anonymous}
                return head | own | {right: right in self.rights for right in RIGHTS}
            case "restricted":
                allowed: Wire = {permission: permission in self.permissions for permission in PERMISSIONS}
                return head | {"is_member": True, "until_date": self.until_date} | allowed
            case "kicked":
                return head | {"until_date": self.until_date}
            case "member" | "left":
                return head


def rights_wire(rights: Iterable[str], *, is_anonymous: bool = False) -> Wire:
    held = frozenset(rights)
    told: Wire = {"is_anonymous": is_anonymous}
    return told | {right: right in held for right in RIGHTS}
