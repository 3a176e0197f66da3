"""Parcels: one row of the outbox each, a thing to tell one chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.notices import Placement

#: What the facts of a settled parcel become: they held names, words, and links that let somebody in.
FORGOTTEN = ""


class ParcelStatus(StrEnum):
    NEW = "new"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, kw_only=True, slots=True)
class ParcelDraft:
    """`facts` is JSON, opaque here. `message_id` is a message to edit, such as the one whose button was pressed."""

    chat_id: int
    kind: str
    facts: str
    thread_id: int | None = None
    person_id: int | None = None
    dedupe_key: str | None = None
    must_arrive: bool = False
    broadcast: bool = False
    card_key: str | None = None
    placement: Placement = Placement.EDIT
    message_id: int | None = None
    reply_to_message_id: int | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """`repeat` says that an earlier attempt may have arrived; `attempts` counts the one under way."""

    id: int
    chat_id: int
    kind: str
    facts: str
    thread_id: int | None
    person_id: int | None
    dedupe_key: str | None
    must_arrive: bool
    broadcast: bool
    card_key: str | None
    placement: Placement
    message_id: int | None
    reply_to_message_id: int | None
    not_before: datetime
    expires_at: datetime | None
    attempts: int
    repeat: bool
    status: ParcelStatus
    reason: str | None
    created_at: datetime
    settled_at: datetime | None
    sent_message_id: int | None
