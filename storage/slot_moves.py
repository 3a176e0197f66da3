"""Slots whose person or group is another one now: what was done for each is kept, and none is there twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, bindparam, delete, or_, select, update

from mentoring import papers as signatures
from mentoring import slots as rules
from mentoring.filings import UploadState
from mentoring.papers import Signer
from mentoring.slots import Slot, SlotKey
from storage.rows import all_of
from storage.statements import Statement, is_among
from storage.tables.documents import filings, papers, signers, slots, uploads
from storage.tables.submissions import submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId

VALUES = ("state", "since", "due_on", "extended_to", "submission_id", "filing_id", "decided_by", "reason")
_KEY = ("group_id", "code", "person_id", "session_id")
_SIGNED = ("state", "since", "submission_id", "settled_by")
_BY_KEY = Statement(select(slots).where(slots.c.key == bindparam("of_key")))
_OF_PERSON = Statement(select(slots).where(slots.c.person_id == bindparam("of_person")).order_by(slots.c.id))
_OF_PEOPLE = Statement(
    select(slots)
    .where(
        slots.c.group_id == bindparam("of_group"),
        slots.c.person_id.in_(bindparam("person_ids", expanding=True)),
    )
    .order_by(slots.c.id)
)
_RENAME = (
    update(slots)
    .where(slots.c.id == bindparam("of_id"))
    .values(key=bindparam("to_key"), group_id=bindparam("to_group"), person_id=bindparam("to_person"))
)
_KEEP = update(slots).where(slots.c.id == bindparam("of_id")).values({name: bindparam(name) for name in VALUES})
_DROP = delete(slots).where(slots.c.id == bindparam("of_id"))
_NAME_SLOT = tuple(
    update(table).where(table.c.slot_id == bindparam("of_id")).values(slot_id=bindparam("to_id"))
    for table in (papers, filings, uploads, submissions)
)
_PAPERS_FOLLOW = update(papers).where(papers.c.slot_id == bindparam("of_id")).values(group_id=bindparam("to_group"))


_SIGNERS_OF_SLOT = select(signers).where(signers.c.slot_id == bindparam("of_slot"))
_SIGNERS_OF_PERSON = select(signers).where(signers.c.person_id == bindparam("of_person"))
_KEEP_SIGNER = (
    update(signers).where(signers.c.id == bindparam("of_id")).values({name: bindparam(name) for name in _SIGNED})
)
_MOVE_SIGNER = (
    update(signers)
    .where(signers.c.id == bindparam("of_id"))
    .values(slot_id=bindparam("to_slot"), person_id=bindparam("to_person"))
)
_DROP_SIGNER = delete(signers).where(signers.c.id == bindparam("of_id"))

_THEIRS: BindParameter[list[int]] = bindparam("person_ids", expanding=True)
_IS_OPEN = is_among(uploads.c.state, (UploadState.OPEN,))
_FILED = update(filings).where(filings.c.group_id == bindparam("old")).values(group_id=bindparam("new"))
_SENT = update(uploads).where(_IS_OPEN, uploads.c.group_id == bindparam("old")).values(group_id=bindparam("new"))
_OF_THEM = (_FILED.where(filings.c.person_id.in_(_THEIRS)), _SENT.where(uploads.c.about_id.in_(_THEIRS)))
_BUT_THEIRS = (
    _FILED.where(or_(filings.c.person_id.is_(None), filings.c.person_id.not_in(_THEIRS))),
    _SENT.where(or_(uploads.c.about_id.is_(None), uploads.c.about_id.not_in(_THEIRS))),
)


def as_slot(row: Mapping[str, object]) -> Slot:
    fields = dict(row)
    fields.pop("key")
    key = {name: fields.pop(name) for name in _KEY}
    return Slot(key=SlotKey(**key), **fields)  # type: ignore[arg-type]  # a row's columns have the fields' types


def regroup(connection: Connection, person_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
    """The day follows from the new group's plan, which finds that it is different and reminds of it."""
    people = list(person_ids)
    for slot in _found(connection, _OF_PEOPLE, of_group=old, person_ids=people):
        _move(connection, replace(slot, due_on=None), replace(slot.key, group_id=new))
    for statement in _OF_THEM:
        connection.execute(statement, {"old": old, "new": new, "person_ids": people})


def take_over(connection: Connection, *, old: GroupId, new: GroupId, but: Sequence[PersonId]) -> None:
    for statement in _BUT_THEIRS:
        connection.execute(statement, {"old": old, "new": new, "person_ids": list(but)})


def hand_person(connection: Connection, old: PersonId, new: PersonId) -> None:
    """What says in its own words whose it is; what only points to a person follows by itself."""
    for slot in _found(connection, _OF_PERSON, of_person=old):
        _move(connection, slot, replace(slot.key, person_id=new))
    for signer in all_of(Signer, connection, _SIGNERS_OF_PERSON, of_person=old):
        _move_signer(connection, signer, replace(signer, person_id=new))


def _move(connection: Connection, slot: Slot, to: SlotKey) -> None:
    there = next(iter(_found(connection, _BY_KEY, of_key=str(to))), None)
    if there is None:
        renamed = {"to_key": str(to), "to_group": to.group_id, "to_person": to.person_id}
        connection.execute(_RENAME, {"of_id": slot.id, **renamed})
        _keep(connection, slot)
    else:
        _join(connection, slot, there)
        slot = there
    connection.execute(_PAPERS_FOLLOW, {"of_id": slot.id, "to_group": to.group_id})


def _join(connection: Connection, slot: Slot, kept: Slot) -> None:
    for signer in all_of(Signer, connection, _SIGNERS_OF_SLOT, of_slot=slot.id):
        _move_signer(connection, signer, replace(signer, slot_id=kept.id))
    for statement in _NAME_SLOT:
        connection.execute(statement, {"of_id": slot.id, "to_id": kept.id})
    _keep(connection, rules.joined(kept, slot))
    connection.execute(_DROP, {"of_id": slot.id})


def _found(connection: Connection, statement: Statement, **values: object) -> Sequence[Slot]:
    return [as_slot(row) for row in statement.mappings(connection, values)]


def _keep(connection: Connection, slot: Slot) -> None:
    connection.execute(_KEEP, {"of_id": slot.id, **{name: getattr(slot, name) for name in VALUES}})


def _move_signer(connection: Connection, signer: Signer, to: Signer) -> None:
    """Somebody who stands there already signs once."""
    rows = all_of(Signer, connection, _SIGNERS_OF_SLOT, of_slot=to.slot_id)
    who = (to.person_id, to.as_guardian)
    there = next((one for one in rows if (one.person_id, one.as_guardian) == who and one.id != signer.id), None)
    if there is None:
        connection.execute(_MOVE_SIGNER, {"of_id": signer.id, "to_slot": to.slot_id, "to_person": to.person_id})
        return
    after = signatures.joined(there, signer)
    connection.execute(_KEEP_SIGNER, {"of_id": there.id, **{name: getattr(after, name) for name in _SIGNED}})
    connection.execute(_DROP_SIGNER, {"of_id": signer.id})
