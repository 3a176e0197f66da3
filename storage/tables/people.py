"""People, programmes, groups, and who is what in them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, Table, Text, false, text

from mentoring.groups import GroupState, InvitationKind, OptionalTool
from mentoring.people import Bundling, Language, MembershipState, Reachability, Role
from mentoring.prompts import Asking
from storage.schema import Instant, Key, Several, WallTime, Word, metadata

people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("telegram_id", BigInteger, unique=True),
    Column("name", Text, nullable=False),
    Column("language", Word(Language), nullable=False),
    Column("zone", Text, nullable=False),
    Column("reachability", Word(Reachability), nullable=False),
    Column("consent_version", Integer),
    Column("consented_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("missed", Integer, nullable=False, server_default="0"),
    Column("quiet_from", WallTime),
    Column("quiet_until", WallTime),
    Column("bundling", Word(Bundling), nullable=False, server_default=Bundling.AT_ONCE.value),
    Column("snoozed_until", Instant),
    Column("adult", Boolean),
    Column("guardian", Text, nullable=False, server_default=text("''")),
    Column("reminders", Text, nullable=False, server_default=text("''")),
    Column("woken_for_sessions", Boolean, nullable=False, server_default=false()),
)

programmes = Table(
    "programmes",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("language", Word(Language), nullable=False),
    Column("zone", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("languages", Several(Language), nullable=False, server_default="en,bg"),
    Column("begins_on", Date),
    Column("ends_on", Date),
    Column("sessions_planned", Integer, nullable=False, server_default="0"),
    Column("topics", Text, nullable=False, server_default=text("''")),
    Column("work_from", WallTime, nullable=False, server_default="09:00"),
    Column("work_until", WallTime, nullable=False, server_default="18:00"),
    Column("quiet_from", WallTime, nullable=False, server_default="21:00"),
    Column("quiet_until", WallTime, nullable=False, server_default="08:00"),
    Column("adult_age", Integer, nullable=False, server_default="0"),
    Column("optional_tools", Several(OptionalTool), nullable=False, server_default=text("''")),
    Column("contacts", Text, nullable=False, server_default=text("''")),
    Column("reminders", Text, nullable=False, server_default=text("''")),
)

managers = Table(
    "managers",
    metadata,
    Column("programme_id", Key, ForeignKey("programmes.id"), primary_key=True),
    Column("person_id", Key, ForeignKey("people.id"), primary_key=True, index=True),
    Column("created_at", Instant, nullable=False),
)

groups = Table(
    "groups",
    metadata,
    Column("id", Key, primary_key=True),
    Column("programme_id", Key, ForeignKey("programmes.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("language", Word(Language), nullable=False),
    Column("chat_id", BigInteger, unique=True),
    Column("created_at", Instant, nullable=False),
    Column("chat_title", Text),
    Column("invite_link", Text),
    Column("sees_messages", Boolean, nullable=False, server_default=false()),
    Column("can_pin", Boolean, nullable=False, server_default=false()),
    Column("can_invite", Boolean, nullable=False, server_default=false()),
    Column("is_forum", Boolean, nullable=False, server_default=false()),
    Column("topic_id", BigInteger),
    Column("code", Text, unique=True),
    Column("state", Word(GroupState), nullable=False, server_default=GroupState.RUNNING.value),
    Column("state_since", Instant),
    Column("merged_into", Key, ForeignKey("groups.id")),
    Column("goals", Text, nullable=False, server_default=text("''")),
    Index("ix_groups_programme_id_state", "programme_id", "state"),
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Key, primary_key=True),
    Column("group_id", Key, ForeignKey("groups.id"), nullable=False),
    Column("role", Word(Role), nullable=False),
    Column("name", Text, nullable=False),
    Column("person_id", Key, ForeignKey("people.id")),
    Column("state", Word(MembershipState), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("paused_until", Instant),
    Column("left_chat_at", Instant),
    Index("ix_memberships_group_id_role_state", "group_id", "role", "state"),
    Index("ix_memberships_person_id_group_id_role_state", "person_id", "group_id", "role", "state"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Key, primary_key=True),
    Column("kind", Word(InvitationKind), nullable=False),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("group_id", Key, ForeignKey("groups.id")),
    Column("created_by", Key, ForeignKey("people.id")),
    Column("max_uses", Integer, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("person_id", Key, ForeignKey("people.id")),
    Column("programme_id", Key, ForeignKey("programmes.id")),
)

prompts = Table(
    "prompts",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asking", Word(Asking), nullable=False),
    Column("draft", Text, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

wrong_tries = Table(
    "wrong_tries",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("tries", Integer, nullable=False),
    Column("since", Instant, nullable=False, index=True),
)
