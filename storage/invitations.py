"""Invitations: used, counted and revoked by guarded updates, so that a race cannot let one too many in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, select, update

from mentoring.groups import Invitation, InvitationKind
from storage.rows import added, all_of, one_of
from storage.tables.people import invitations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, InvitationId, PersonId, ProgrammeId

_INVITATION_BY_HASH = select(invitations).where(invitations.c.token_hash == bindparam("token_hash"))
_INVITATION_BY_ID = select(invitations).where(invitations.c.id == bindparam("id"))
_USE_INVITATION = (
    update(invitations)
    .where(
        invitations.c.id == bindparam("invitation_id"),
        invitations.c.uses < invitations.c.max_uses,
        invitations.c.expires_at > bindparam("now"),
    )
    .values(uses=invitations.c.uses + 1)
)
_JOIN_LINKS = (InvitationKind.MENTOR, InvitationKind.MENTEE)
_LIVE = (
    select(invitations)
    .where(
        invitations.c.group_id == bindparam("group_id"),
        invitations.c.kind.in_(_JOIN_LINKS),
        invitations.c.uses < invitations.c.max_uses,
        invitations.c.expires_at > bindparam("now"),
    )
    .order_by(invitations.c.id)
)
_HAS_LIVE_CODE = select(
    exists().where(
        invitations.c.group_id == bindparam("group_id"),
        invitations.c.kind == InvitationKind.CHAT,
        invitations.c.uses < invitations.c.max_uses,
        invitations.c.expires_at > bindparam("now"),
    )
)
_OF_THIS_KIND = (invitations.c.group_id == bindparam("of_group_id"), invitations.c.kind == bindparam("of_kind"))
_SEAT = update(invitations).where(*_OF_THIS_KIND).values(max_uses=invitations.c.uses + bindparam("seats"))
_REVOKE = (
    update(invitations)
    .where(*_OF_THIS_KIND, invitations.c.expires_at > bindparam("now"))
    .values(expires_at=bindparam("now"))
)

_REVOKE_OF = (
    update(invitations)
    .where(
        invitations.c.person_id == bindparam("of_person_id"),
        invitations.c.kind == bindparam("of_kind"),
        invitations.c.expires_at > bindparam("now"),
    )
    .values(expires_at=bindparam("now"))
)


class SqlInvitations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        kind: InvitationKind,
        token_hash: str,
        group_id: GroupId | None,
        created_by: PersonId | None,
        max_uses: int,
        expires_at: datetime,
        now: datetime,
        person_id: PersonId | None = None,
        programme_id: ProgrammeId | None = None,
    ) -> Invitation:
        return added(
            Invitation,
            self._connection,
            invitations,
            kind=kind,
            token_hash=token_hash,
            group_id=group_id,
            created_by=created_by,
            max_uses=max_uses,
            uses=0,
            expires_at=expires_at,
            created_at=now,
            person_id=person_id,
            programme_id=programme_id,
        )

    def by_hash(self, token_hash: str) -> Invitation | None:
        return one_of(Invitation, self._connection, _INVITATION_BY_HASH, token_hash=token_hash)

    def by_id(self, invitation_id: InvitationId) -> Invitation | None:
        return one_of(Invitation, self._connection, _INVITATION_BY_ID, id=invitation_id)

    def use(self, invitation_id: InvitationId, now: datetime) -> bool:
        used = self._connection.execute(_USE_INVITATION, {"invitation_id": invitation_id, "now": now})
        return used.rowcount == 1

    def live_of(self, group_id: GroupId, now: datetime) -> Sequence[Invitation]:
        return all_of(Invitation, self._connection, _LIVE, group_id=group_id, now=now)

    def has_live_code(self, group_id: GroupId, now: datetime) -> bool:
        return bool(self._connection.scalar(_HAS_LIVE_CODE, {"group_id": group_id, "now": now}))

    def seat(self, group_id: GroupId, kind: InvitationKind, seats: int) -> None:
        self._connection.execute(_SEAT, {"of_group_id": group_id, "of_kind": kind, "seats": seats})

    def revoke_of(self, person_id: PersonId, kind: InvitationKind, now: datetime) -> None:
        self._connection.execute(_REVOKE_OF, {"of_person_id": person_id, "of_kind": kind, "now": now})

    def revoke(self, group_id: GroupId, kind: InvitationKind, now: datetime) -> None:
        self._connection.execute(_REVOKE, {"of_group_id": group_id, "of_kind": kind, "now": now})
