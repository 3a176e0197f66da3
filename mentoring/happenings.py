"""What happened to people and groups: the history that a manager can look up, never shown to a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import GroupId, HappeningId, PersonId


class HappeningKind(StrEnum):
    JOINED = "joined"
    PAUSED = "paused"
    RESUMED = "resumed"
    LEFT = "left"
    REMOVED = "removed"
    RETURNED = "returned"
    COMPLETED = "completed"
    COMPLETED_EARLY = "completed_early"
    REPLACED = "replaced"
    HANDOVER_NOTE = "handover_note"
    MOVED = "moved"
    GROUPS_MERGED = "groups_merged"
    GROUP_SPLIT = "group_split"
    RELINKED = "relinked"
    DUPLICATE_MERGED = "duplicate_merged"
    DEPUTY_BEGAN = "deputy_began"
    DEPUTY_ENDED = "deputy_ended"
    MANAGER_ADDED = "manager_added"
    MANAGER_LEFT = "manager_left"
    CHAT_BOUND = "chat_bound"
    CHAT_UNBOUND = "chat_unbound"
    CHAT_LEFT = "chat_left"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_KEPT = "erasure_kept"
    ERASED = "erased"
    TRIAL_MADE = "trial_made"
    GUIDE_READ = "guide_read"
    PLAN_ASKED = "plan_asked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """`person_id` is whom it happened to, `by_id` who did it, `other_id` who came in their place; `text` the reason."""

    id: HappeningId
    kind: HappeningKind
    group_id: GroupId | None
    person_id: PersonId | None
    by_id: PersonId | None
    other_id: PersonId | None
    text: str
    at: datetime
