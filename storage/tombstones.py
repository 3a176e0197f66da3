"""Who was erased, in a small file beside the database: a backup from before brings them back, and they go once more.

It holds row numbers and moments, nothing of the people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import exists, select

from mentoring import former
from mentoring.erasing import Tombstone
from mentoring.happenings import HappeningKind
from mentoring.people import Role
from storage.durable import create_private, sync, sync_folder
from storage.erasing import SqlErasing
from storage.happenings import SqlHappenings
from storage.rows import all_of
from storage.tables.life import happenings
from storage.tables.people import managers, memberships, people

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

FILE_NAME = "erased.jsonl"
_ERASED = (
    select(
        people.c.id.label("person_id"),
        people.c.created_at,
        happenings.c.at.label("erased_at"),
        happenings.c.by_id,
    )
    .join_from(happenings, people, happenings.c.person_id == people.c.id)
    .where(happenings.c.kind == HappeningKind.ERASED)
    .order_by(happenings.c.id)
)


def of_record(connection: Connection) -> Sequence[Tombstone]:
    return all_of(Tombstone, connection, _ERASED)


def read(folder: Path) -> Sequence[Tombstone]:
    file = folder / FILE_NAME
    lines = file.read_bytes().splitlines() if file.exists() else []
    return [msgspec.json.decode(line, type=Tombstone) for line in lines]


def keep(folder: Path, tombstones: Iterable[Tombstone]) -> None:
    """Beside those that stand there already; the file is never half there."""
    before = read(folder)
    everyone = [*dict.fromkeys([*before, *tombstones])]
    if len(everyone) == len(before):
        return
    unfinished = folder / f"{FILE_NAME}.part"
    unfinished.unlink(missing_ok=True)
    with create_private(unfinished) as opened:
        opened.writelines(msgspec.json.encode(one) + b"\n" for one in everyone)
        sync(opened)
    unfinished.replace(folder / FILE_NAME)
    sync_folder(folder)


def apply(connection: Connection, tombstones: Iterable[Tombstone]) -> Collection[str]:
    """Erase anew whoever is back; the hashes of files that nobody may need any more."""
    erasing, done = SqlErasing(connection), set(of_record(connection))
    for one in tombstones:
        if one not in done and _is_back(connection, one):
            erasing.erase(
                one.person_id, name=former.mark(role_of(connection, one.person_id), one.person_id), now=one.erased_at
            )
            by = one.by_id if one.by_id is not None and _exists(connection, one.by_id) else None
            SqlHappenings(connection).add(HappeningKind.ERASED, now=one.erased_at, person_id=one.person_id, by_id=by)
    return erasing.forgotten


def role_of(connection: Connection, person_id: PersonId) -> Role:
    """The highest that they ever had."""
    if connection.scalar(select(exists().where(managers.c.person_id == person_id))):
        return Role.MANAGER
    leads = exists().where(memberships.c.person_id == person_id, memberships.c.role == Role.MENTOR)
    return Role.MENTOR if connection.scalar(select(leads)) else Role.MENTEE


def _is_back(connection: Connection, one: Tombstone) -> bool:
    same = exists().where(people.c.id == one.person_id, people.c.created_at == one.created_at)
    return bool(connection.scalar(select(same)))


def _exists(connection: Connection, person_id: PersonId) -> bool:
    return bool(connection.scalar(select(exists().where(people.c.id == person_id))))
