"""Slots of the kit, and what managers have changed about it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from mentoring.groups import GroupState
from mentoring.kit import Code, DocumentChoice
from mentoring.people import Language
from mentoring.slots import SlotState
from storage import slot_moves
from storage.rows import required
from storage.slot_moves import VALUES, as_slot
from storage.statements import Statement
from storage.tables.documents import document_choices, slots
from storage.tables.people import groups
from storage.upserts import adding_what_is_new

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, ProgrammeId, SlotId, SubmissionId
    from mentoring.slots import Slot, SlotKey

_ALL = select(slots).order_by(slots.c.code, slots.c.id)
_BY_ID = Statement(_ALL.where(slots.c.id == bindparam("of_id")))
_BY_KEY = Statement(_ALL.where(slots.c.key == bindparam("of_key")))
_OF_GROUP = Statement(_ALL.where(slots.c.group_id == bindparam("of_group")))
_OF_PERSON = Statement(_ALL.where(slots.c.person_id == bindparam("of_person")))
_OF_SUBMISSION = Statement(_ALL.where(slots.c.submission_id == bindparam("of_submission")))
_SIGNED_IN_COMMON = Statement(
    _ALL.where(
        slots.c.group_id == bindparam("of_group"), slots.c.state == SlotState.SIGNING, slots.c.person_id.is_(None)
    )
)
_GROUPS_WITHOUT = (
    select(groups.c.id)
    .where(groups.c.state == GroupState.RUNNING, groups.c.id.not_in(select(slots.c.group_id)))
    .order_by(groups.c.id)
    .limit(bindparam("at_most"))
)
_CHANGE = Statement(
    update(slots)
    .where(slots.c.id == bindparam("of_id"), slots.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in VALUES})
)

_CHOICES = Statement(
    select(document_choices)
    .where(document_choices.c.programme_id == bindparam("of_programme"))
    .order_by(document_choices.c.code)
)
_FORGET_CHOICE = Statement(
    delete(document_choices).where(
        document_choices.c.programme_id == bindparam("of_programme"), document_choices.c.code == bindparam("of_code")
    )
)
_ADD_CHOICE = Statement(insert(document_choices))


class SqlSlots:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_id(self, slot_id: SlotId) -> Slot | None:
        return next(iter(self._found(_BY_ID, of_id=slot_id)), None)

    def by_key(self, key: SlotKey) -> Slot | None:
        return next(iter(self._found(_BY_KEY, of_key=str(key))), None)

    def of_group(self, group_id: GroupId) -> Sequence[Slot]:
        return self._found(_OF_GROUP, of_group=group_id)

    def of_person(self, person_id: PersonId) -> Sequence[Slot]:
        return self._found(_OF_PERSON, of_person=person_id)

    def of_submission(self, submission_id: SubmissionId) -> Slot | None:
        return next(iter(self._found(_OF_SUBMISSION, of_submission=submission_id)), None)

    def signed_in_common(self, group_id: GroupId) -> Sequence[Slot]:
        return self._found(_SIGNED_IN_COMMON, of_group=group_id)

    def groups_without(self, limit: int) -> Sequence[GroupId]:
        return list(self._connection.scalars(_GROUPS_WITHOUT, {"at_most": limit}))

    def add(self, key: SlotKey, *, due_on: date | None, now: datetime) -> Slot:
        row = {
            "key": str(key),
            "group_id": key.group_id,
            "code": key.code,
            "person_id": key.person_id,
            "session_id": key.session_id,
            "state": SlotState.OPEN,
            "since": now,
            "due_on": due_on,
            "reason": "",
        }
        _adding(self._connection.dialect.name).run(self._connection, row)
        return required(self.by_key(key))

    def change(self, before: Slot, after: Slot) -> bool:
        guard = {"of_id": before.id, "of_state": before.state}
        return _CHANGE.run(self._connection, {**guard, **{name: getattr(after, name) for name in VALUES}}) == 1

    def regroup(self, person_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        slot_moves.regroup(self._connection, person_ids, old=old, new=new)

    def _found(self, statement: Statement, **values: object) -> Sequence[Slot]:
        return [as_slot(row) for row in statement.mappings(self._connection, values)]


class SqlDocumentChoices:
    """`changed` are the programmes whose kit this transaction has changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.changed: set[ProgrammeId] = set()

    def of_programme(self, programme_id: ProgrammeId) -> Sequence[DocumentChoice]:
        return [_as_choice(row) for row in _CHOICES.mappings(self._connection, {"of_programme": programme_id})]

    def save(self, programme_id: ProgrammeId, choice: DocumentChoice, *, by: PersonId, now: datetime) -> None:
        titles = choice.titles or {}
        _FORGET_CHOICE.run(self._connection, {"of_programme": programme_id, "of_code": choice.code})
        row = {
            "programme_id": programme_id,
            "code": choice.code,
            "in_use": choice.in_use,
            "title_en": titles.get(Language.EN),
            "title_bg": titles.get(Language.BG),
            "changed_by": by,
            "changed_at": now,
        }
        _ADD_CHOICE.run(self._connection, row)
        self.changed.add(programme_id)


@cache
def _adding(dialect: str) -> Statement:
    return Statement(adding_what_is_new(slots, dialect, unique="key"))


def _as_choice(row: Mapping[str, object]) -> DocumentChoice:
    named = {Language.EN: row["title_en"], Language.BG: row["title_bg"]}
    titles = {language: str(title) for language, title in named.items() if title is not None}
    in_use = row["in_use"]
    return DocumentChoice(
        code=Code(str(row["code"])), in_use=None if in_use is None else bool(in_use), titles=titles or None
    )
