"""People and their place in a mentoring group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.ids import GroupId, MembershipId, PersonId


class Language(StrEnum):
    EN = "en"
    BG = "bg"


class Reachability(StrEnum):
    """Whether Telegram lets the bot write to this person; separate from every role."""

    NEVER_STARTED = "never_started"
    OK = "ok"
    BLOCKED = "blocked"
    GONE = "gone"


class Role(StrEnum):
    MANAGER = "manager"
    MENTOR = "mentor"
    MENTEE = "mentee"


class MembershipState(StrEnum):
    """EXPECTED is a name that the manager listed and that nobody has taken yet."""

    EXPECTED = "expected"
    ACTIVE = "active"
    LEFT = "left"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """`zone` is an IANA name; `consent_version` is the privacy notice that this person agreed to.

    `missed` counts what we could not tell them while Telegram did not let us.
    """

    id: PersonId
    telegram_id: int | None
    name: str
    language: Language
    zone: str
    reachability: Reachability
    consent_version: int | None
    consented_at: datetime | None
    created_at: datetime
    missed: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """`name` is the name for documents, as the manager listed it; it does not follow Telegram's."""

    id: MembershipId
    group_id: GroupId
    role: Role
    name: str
    person_id: PersonId | None
    state: MembershipState
    created_at: datetime
