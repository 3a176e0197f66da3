"""Planning, cancelling and claiming what is due; a claim is one guarded UPDATE."""

from __future__ import annotations

import dataclasses
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, bindparam, delete, func, select, type_coerce, update

from mentoring.schedule import TO_A_PERSON, Claim, Due, DueKind, DueState
from storage.schema import Instant
from storage.statements import Statement, is_among
from storage.tables.schedule import PENDING, appointments
from storage.upserts import adding_what_is_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.schedule import Appointment

_OF_A_DUE = tuple(field.name for field in dataclasses.fields(Due))


@cache
def _planning(dialect: str) -> Statement:
    return Statement(adding_what_is_new(appointments, dialect, unique="occurrence"))


_CANCEL = (
    update(appointments)
    .where(
        PENDING,
        appointments.c.kind == bindparam("of_kind", type_=appointments.c.kind.type),
        appointments.c.subject_id == bindparam("of_subject"),
    )
    .values(state=DueState.CANCELLED)
)
_NOW = bindparam("now", type_=Instant())
_ANY = frozenset(DueKind)
#: Nothing is added: SQLite would look for the kind first, and then through all that is planned of it.
_KIND = type_coerce(appointments.c.kind, Text()).concat("")


@cache
def _claiming(kinds: frozenset[DueKind]) -> Statement:
    ripe = select(appointments.c.id).where(PENDING, appointments.c.due_at <= _NOW)
    if kinds != _ANY:
        ripe = ripe.where(is_among(_KIND, sorted(kind.value for kind in kinds)))
    oldest = ripe.order_by(appointments.c.due_at, appointments.c.id).limit(bindparam("at_most"))
    return Statement(
        update(appointments)
        .where(appointments.c.id.in_(oldest.with_for_update(skip_locked=True).scalar_subquery()), PENDING)
        .values(state=DueState.DONE)
        .returning(*(appointments.c[name] for name in _OF_A_DUE))
    )


_PEOPLES = and_(PENDING, appointments.c.due_at <= _NOW, is_among(_KIND, sorted(kind.value for kind in TO_A_PERSON)))
_WITH_SEVERAL = (
    select(appointments.c.person_id)
    .where(_PEOPLES)
    .group_by(appointments.c.person_id)
    .having(func.count() > 1)
    .order_by(appointments.c.person_id)
    .limit(bindparam("people"))
)
_CLAIM_TOGETHER = Statement(
    update(appointments)
    .where(_PEOPLES, appointments.c.person_id.in_(_WITH_SEVERAL.scalar_subquery()))
    .values(state=DueState.DONE)
    .returning(*(appointments.c[name] for name in _OF_A_DUE))
)
_REOPEN = (
    update(appointments)
    .where(appointments.c.occurrence == bindparam("of_occurrence"), appointments.c.state == DueState.DONE)
    .values(state=DueState.PENDING)
)
_EXPIRE = (
    update(appointments).where(appointments.c.id.in_(bindparam("ids", expanding=True))).values(state=DueState.EXPIRED)
)
_OVER = (
    select(appointments.c.id)
    .where(~PENDING, appointments.c.due_at < bindparam("before", type_=Instant()))
    .limit(bindparam("at_most"))
)
_PRUNE = delete(appointments).where(appointments.c.id.in_(_OVER.scalar_subquery()))


class SqlSchedule:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def plan(self, wanted: Sequence[Appointment]) -> None:
        rows = [
            {field.name: getattr(one, field.name) for field in dataclasses.fields(one)} | {"state": DueState.PENDING}
            for one in wanted
        ]
        _planning(self._connection.dialect.name).run_all(self._connection, rows)

    def cancel(self, kind: DueKind, subject_id: int) -> None:
        self._connection.execute(_CANCEL, {"of_kind": kind, "of_subject": subject_id})

    def claim(self, now: datetime, *, at_most: int, kinds: frozenset[DueKind] = _ANY) -> Claim:
        """What has gone stale is marked so."""
        return self._claimed(_claiming(kinds).rows(self._connection, {"now": now, "at_most": at_most}), now)

    def claim_together(self, now: datetime, *, people: int) -> Claim:
        return self._claimed(_CLAIM_TOGETHER.rows(self._connection, {"now": now, "people": people}), now)

    def _claimed(self, rows: Sequence[tuple[Any, ...]], now: datetime) -> Claim:
        claimed = [*_as_dues(rows)]
        stale = [due for due in claimed if due.expires_at <= now]
        if stale:
            self._connection.execute(_EXPIRE, {"ids": [due.id for due in stale]})
        return Claim(dues=[due for due in claimed if due.expires_at > now], stale=stale)

    def reopen(self, occurrences: Sequence[str]) -> None:
        for occurrence in occurrences:
            self._connection.execute(_REOPEN, {"of_occurrence": occurrence})


def prune(connection: Connection, before: datetime, *, limit: int) -> int:
    """Forget what was done, cancelled or missed so long ago; call again while it returns `limit`."""
    return connection.execute(_PRUNE, {"before": before, "at_most": limit}).rowcount


def _as_dues(rows: Sequence[tuple[Any, ...]]) -> Iterator[Due]:
    """Oldest first. By the order of the columns, because a wave of reminders reads thousands of them."""
    for number, kind, subject_id, person_id, occurrence, due_at, expires_at in sorted(rows, key=_by_due_at_and_id):
        yield Due(
            id=number,
            kind=kind,
            subject_id=subject_id,
            person_id=person_id,
            occurrence=occurrence,
            due_at=due_at,
            expires_at=expires_at,
        )


_by_due_at_and_id = itemgetter(_OF_A_DUE.index("due_at"), _OF_A_DUE.index("id"))
