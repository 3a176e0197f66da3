"""Programmes, mentoring groups and the invitations into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from mentoring.ids import GroupId, InvitationId, PersonId, ProgrammeId
from mentoring.people import Language


class OptionalTool(StrEnum):
    """Documents of the kit that a programme may switch on; the others belong to every programme."""

    T09 = "T09"
    T10 = "T10"
    T11 = "T11"
    T12 = "T12"
    T13 = "T13"
    T14 = "T14"
    X01 = "X01"
    X02 = "X02"
    X03 = "X03"
    X04 = "X04"
    X05 = "X05"
    X06 = "X06"
    X07 = "X07"
    X08 = "X08"
    X09 = "X09"


class GroupState(StrEnum):
    """COMPLETED_EARLY reached its goals before its time, which is no cancellation. MERGED went on in another group."""

    RUNNING = "running"
    COMPLETED = "completed"
    COMPLETED_EARLY = "completed_early"
    MERGED = "merged"


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """`begins_on` and `ends_on` are days in `zone`, None while nobody has said. Hours are wall time.

    `adult_age` is the age below which a guardian has to agree; 0 asks nobody. `contacts` are the emergency contacts.
    `reminders` are how long before a session, such as "24 h, 1 h"; empty means what the definition file says.
    `topics` are what sessions can be about, one on a line; empty means what the definition file says.
    """

    id: ProgrammeId
    name: str
    organisation: str
    language: Language
    zone: str
    created_at: datetime
    languages: tuple[Language, ...] = (Language.EN, Language.BG)
    begins_on: date | None = None
    ends_on: date | None = None
    sessions_planned: int = 0
    work_from: time = time(9)
    work_until: time = time(18)
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    adult_age: int = 0
    optional_tools: tuple[OptionalTool, ...] = ()
    contacts: str = ""
    reminders: str = ""
    topics: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """`chat_id` is the bound Telegram chat, None until it is bound or after the bot was removed.

    `invite_link` makes a join request, which we approve for members; the rest is what the bot may do in that chat.
    `topic_id` is the forum topic that the bot writes in, None for the general one. `code` is what a joiner can type.
    `goals` are what its mentees want to reach, one on a line.
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
    is_forum: bool = False
    topic_id: int | None = None
    code: str | None = None
    state: GroupState = GroupState.RUNNING
    state_since: datetime | None = None
    merged_into: GroupId | None = None
    goals: str = ""


class InvitationKind(StrEnum):
    MANAGER = "manager"
    MENTOR = "mentor"
    MENTEE = "mentee"
    CHAT = "chat"
    RELINK = "relink"


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """Only the SHA-256 of the token is kept. `uses` counts up to `max_uses` by one guarded UPDATE.

    `person_id` is whom a RELINK code gives back their place, `programme_id` what a MANAGER link opens.
    """

    id: InvitationId
    kind: InvitationKind
    token_hash: str
    group_id: GroupId | None
    created_by: PersonId | None
    max_uses: int
    uses: int
    expires_at: datetime
    created_at: datetime
    person_id: PersonId | None = None
    programme_id: ProgrammeId | None = None
