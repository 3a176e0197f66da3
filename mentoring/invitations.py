"""What opens a door: the tokens in links and the codes typed in groups, of which the record keeps only a hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.groups import Invitation, InvitationKind
from mentoring.people import Role
from mentoring.refusals import Why

MANAGER_VALID = timedelta(minutes=15)
CHAT_VALID = timedelta(hours=1)
#: After this many unknown tokens within an hour we answer once more, and then no longer.
WRONG_TRIES = 5
TRIES_WITHIN = timedelta(hours=1)
CODE_LENGTH = 8
#: Without the letters and digits that are read for one another.
_CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LONGEST_SECRET = 64

KIND_OF_ROLE = {
    Role.MANAGER: InvitationKind.MANAGER,
    Role.MENTOR: InvitationKind.MENTOR,
    Role.MENTEE: InvitationKind.MENTEE,
}
ROLE_OF_KIND = {InvitationKind.MENTOR: Role.MENTOR, InvitationKind.MENTEE: Role.MENTEE}


class Door(StrEnum):
    """How a start payload begins."""

    MANAGER = "m"
    JOIN = "j"
    CHAT = "c"
    COLLEAGUE = "k"
    RELINK = "r"


KINDS = {
    Door.MANAGER: frozenset({InvitationKind.MANAGER}),
    Door.JOIN: frozenset(ROLE_OF_KIND),
    Door.CHAT: frozenset({InvitationKind.CHAT}),
    Door.COLLEAGUE: frozenset({InvitationKind.MANAGER}),
    Door.RELINK: frozenset({InvitationKind.RELINK}),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticket:
    """What a deep link carried."""

    door: Door
    secret: str


def new_token() -> str:
    """192 bits, in letters that a start payload may carry."""
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """40 bits, short enough to type; it lives for an hour and only a manager can use it."""
    return "".join(secrets.choice(_CODE_ALPHABET) for _ in range(CODE_LENGTH))


def payload(door: Door, secret: str) -> str:
    return f"{door}_{secret}"


def ticket(start_payload: str) -> Ticket | None:
    """None for a payload that no link of ours carries."""
    door, underscore, secret = start_payload.partition("_")
    if door not in set(Door) or not underscore or not 0 < len(secret) <= _LONGEST_SECRET:
        return None
    return Ticket(door=Door(door), secret=as_typed(secret) if door == Door.CHAT else secret)


def as_typed(code: str) -> str:
    """A code however it was typed."""
    return code.replace("-", "").replace(" ", "").upper()


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def refusal(invitation: Invitation | None, door: Door, now: datetime) -> Why | None:
    if invitation is None or invitation.kind not in KINDS[door]:
        return Why.INVITATION_UNKNOWN
    if invitation.kind is InvitationKind.MANAGER and (invitation.programme_id is None) is (door is Door.COLLEAGUE):
        return Why.INVITATION_UNKNOWN
    if invitation.expires_at <= now:
        return Why.INVITATION_EXPIRED
    if invitation.uses >= invitation.max_uses:
        return Why.INVITATION_USED
    return None
