"""The record as one transaction sees it; each subject is opened when a use case first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.notices import SqlNotices
from storage.people import SqlGroups, SqlInvitations, SqlManagers, SqlMemberships, SqlPeople, SqlProgrammes

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.rules import Rules


class SqlRecord:
    """Implements `mentoring.ports.Record`; `now` dates what is told."""

    def __init__(self, connection: Connection, now: datetime, rules: Rules) -> None:
        self._connection = connection
        self._now = now
        self.rules = rules

    @cached_property
    def people(self) -> SqlPeople:
        return SqlPeople(self._connection)

    @cached_property
    def managers(self) -> SqlManagers:
        return SqlManagers(self._connection)

    @cached_property
    def programmes(self) -> SqlProgrammes:
        return SqlProgrammes(self._connection)

    @cached_property
    def groups(self) -> SqlGroups:
        return SqlGroups(self._connection)

    @cached_property
    def memberships(self) -> SqlMemberships:
        return SqlMemberships(self._connection)

    @cached_property
    def invitations(self) -> SqlInvitations:
        return SqlInvitations(self._connection)

    @cached_property
    def notices(self) -> SqlNotices:
        return SqlNotices(self._connection, self._now)
