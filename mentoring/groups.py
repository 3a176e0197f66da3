"""Programmes, mentoring groups and the invitations into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import GroupId, InvitationId, PersonId, ProgrammeId
from mentoring.people import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    id: ProgrammeId
    name: str
    organisation: str
    language: Language
    zone: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """`chat_id` is the bound Telegram chat, None until it is bound or after the bot was removed.

    `invite_link` makes a join request, which we approve for members; the rest is what the bot may do in that chat.
    """

    id: GroupId
    programme_id: ProgrammeId
    name: str
    language: Language
    chat_id: int | None
    created_at: datetime
    chat_title: str | None = None
    invite_link: str | None = None
    sees_messages: bool = False
    can_pin: bool = False
    can_invite: bool = False


class InvitationKind(StrEnum):
    MANAGER = "manager"
    MENTOR = "mentor"
    MENTEE = "mentee"
    CHAT = "chat"


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """Only the SHA-256 of the token is kept. `uses` counts up to `max_uses` by one guarded UPDATE."""

    id: InvitationId
    kind: InvitationKind
    token_hash: str
    group_id: GroupId | None
    created_by: PersonId | None
    max_uses: int
    uses: int
    expires_at: datetime
    created_at: datetime
