"""People and their place in a mentoring group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from mentoring.ids import GroupId, MembershipId, PersonId


class Language(StrEnum):
    EN = "en"
    BG = "bg"


class Reachability(StrEnum):
    """Whether Telegram lets the bot write to this person; separate from every role.

    ON_PAPER is somebody without Telegram, for whom mentor or manager acts.
    """

    NEVER_STARTED = "never_started"
    OK = "ok"
    BLOCKED = "blocked"
    GONE = "gone"
    ON_PAPER = "on_paper"


class Bundling(StrEnum):
    """When somebody wants to hear what can wait."""

    AT_ONCE = "at_once"
    TWICE_A_DAY = "twice_a_day"


class Role(StrEnum):
    MANAGER = "manager"
    MENTOR = "mentor"
    MENTEE = "mentee"


class MembershipState(StrEnum):
    """EXPECTED is a name that the manager listed and that nobody has taken yet. MOVED went on in another group."""

    EXPECTED = "expected"
    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
    REMOVED = "removed"
    COMPLETED = "completed"
    COMPLETED_EARLY = "completed_early"
    MOVED = "moved"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """`zone` is an IANA name; `consent_version` is the privacy notice that this person agreed to.

    `missed` counts what we could not tell them while Telegram did not let us. Quiet hours are wall time in `zone`;
    without their own, the programme's hold. `adult` is None until they were asked; `guardian` answers for a minor.
    `reminders` are how long before a session, such as "24 h, 1 h"; empty means the programme's, "-" none.
    `woken_for_sessions`: the last reminder before a session may come in their quiet hours.
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
    quiet_from: time | None = None
    quiet_until: time | None = None
    bundling: Bundling = Bundling.AT_ONCE
    snoozed_until: datetime | None = None
    adult: bool | None = None
    guardian: str = ""
    reminders: str = ""
    woken_for_sessions: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """`name` is the name for documents, as the manager listed it; it does not follow Telegram's.

    `changed_at` is when its state began, `reason` what was said of it. `left_chat_at` is when a member went out of the
    group's Telegram chat, None while they are there.
    """

    id: MembershipId
    group_id: GroupId
    role: Role
    name: str
    person_id: PersonId | None
    state: MembershipState
    created_at: datetime
    changed_at: datetime | None = None
    reason: str = ""
    paused_until: datetime | None = None
    left_chat_at: datetime | None = None
