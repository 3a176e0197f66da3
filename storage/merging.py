"""Two rows of one person become one: whatever points to the second points to the first, and nothing is lost.

Which columns those are is read off the tables themselves, so a new one cannot be forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, delete, exists, select, update

from mentoring.diaries import DiaryState
from mentoring.people import MembershipState
from mentoring.schedule import DueKind, DueState
from storage import slot_moves
from storage.schema import metadata
from storage.statements import is_among
from storage.tables.life import consents
from storage.tables.meetings import attendance, date_votes, task_marks
from storage.tables.people import managers, memberships, people
from storage.tables.schedule import PENDING, appointments
from storage.tables.sessions import diaries, diary_answers, session_answers, sessions
from storage.tables.submissions import attachments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, Connection, Delete, Table

    from mentoring.ids import PersonId

_OTHER: BindParameter[int] = bindparam("other")
_KEPT: BindParameter[int] = bindparam("kept")


def _twice(table: Table, *shared: str) -> Delete:
    """Rows of the other where the one who stays has the same already."""
    mine = table.alias()
    same = and_(mine.c.person_id == _KEPT, *(mine.c[name] == table.c[name] for name in shared))
    return delete(table).where(table.c.person_id == _OTHER, exists().where(same))


_OF_A_STATE = ("state", "changed_at", "reason", "paused_until", "left_chat_at")
_PLACES = select(memberships).where(memberships.c.person_id == bindparam("person_id"))
_TAKE_STATE = (
    update(memberships)
    .where(memberships.c.id == bindparam("row_id"))
    .values({name: bindparam(name) for name in _OF_A_STATE})
)
_DROP_PLACE = delete(memberships).where(memberships.c.id == bindparam("row_id"))
#: Whoever takes part says so; whoever pauses has more than whoever has gone.
_TAKES_PART = {MembershipState.PAUSED: 1, MembershipState.ACTIVE: 2}
_OF_PLACE = and_(
    PENDING,
    is_among(appointments.c.kind, (DueKind.PAUSE_END, DueKind.STILL_OUT_OF_CHAT)),
    appointments.c.subject_id == bindparam("of"),
)
_CALL_OFF_OF_PLACE = update(appointments).where(_OF_PLACE).values(state=DueState.CANCELLED)
_MOVE_OF_PLACE = update(appointments).where(_OF_PLACE).values(subject_id=bindparam("to"))
_TWICE = (
    _twice(managers, "programme_id"),
    _twice(session_answers, "session_id"),
    _twice(consents, "kind", "version"),
    _twice(attendance, "session_id"),
    _twice(date_votes, "proposed_date_id"),
    _twice(task_marks, "task_id"),
)
_mine = appointments.alias()
_CANCEL_TWICE = (
    update(appointments)
    .where(
        PENDING,
        appointments.c.person_id == _OTHER,
        exists().where(
            _mine.c.person_id == _KEPT,
            _mine.c.kind == appointments.c.kind,
            _mine.c.subject_id == appointments.c.subject_id,
            _mine.c.state == DueState.PENDING,
        ),
    )
    .values(state=DueState.CANCELLED)
)
_DIARIES = select(diaries.c.id, diaries.c.session_id, diaries.c.state).where(
    diaries.c.person_id == bindparam("person_id")
)
_ANSWERS = select(diary_answers.c.question, diary_answers.c.text).where(diary_answers.c.diary_id == bindparam("of"))
_MOVE_ANSWER = (
    update(diary_answers)
    .where(diary_answers.c.diary_id == bindparam("of"), diary_answers.c.question == bindparam("asked"))
    .values(diary_id=bindparam("to"))
)
_SAY_BOTH = (
    update(diary_answers)
    .where(diary_answers.c.diary_id == bindparam("of"), diary_answers.c.question == bindparam("asked"))
    .values(text=bindparam("both"))
)
_DROP_ANSWERS = delete(diary_answers).where(diary_answers.c.diary_id == bindparam("of"))
_MOVE_VOICES = update(attachments).where(attachments.c.diary_id == bindparam("of")).values(diary_id=bindparam("to"))
_DROP_DIARY = delete(diaries).where(diaries.c.id == bindparam("of"))
_MARK_SENT = update(diaries).where(diaries.c.id == bindparam("of")).values(state=DiaryState.SENT)
#: No key of the table says that this is a person.
_BEGUN_BY = update(sessions).where(sessions.c.begun_by == _OTHER).values(begun_by=_KEPT)
_FORGET = delete(people).where(people.c.id == bindparam("of"))


def merge(connection: Connection, other: PersonId, *, into: PersonId) -> None:
    both = {"other": other, "kept": into}
    _merge_places(connection, other, into)
    _merge_diaries(connection, other, into)
    slot_moves.hand_person(connection, other, into)
    for statement in (*_TWICE, _CANCEL_TWICE):
        connection.execute(statement, both)
    for column in _pointing_to_people():
        connection.execute(update(column.table).where(column == _OTHER).values({column.name: _KEPT}), both)
    connection.execute(_BEGUN_BY, both)
    connection.execute(_FORGET, {"of": other})


def _merge_places(connection: Connection, other: PersonId, into: PersonId) -> None:
    """The same role in the same group twice: one stays, and whichever takes part says so."""
    found = connection.execute(_PLACES, {"person_id": into}).mappings()
    mine = {(row["group_id"], row["role"]): row for row in found}
    for row in connection.execute(_PLACES, {"person_id": other}).mappings().all():
        same = mine.get((row["group_id"], row["role"]))
        if same is None:
            continue
        if _TAKES_PART.get(row["state"], 0) > _TAKES_PART.get(same["state"], 0):
            connection.execute(_TAKE_STATE, {"row_id": same["id"], **{name: row[name] for name in _OF_A_STATE}})
            connection.execute(_CALL_OFF_OF_PLACE, {"of": same["id"]})
            connection.execute(_MOVE_OF_PLACE, {"of": row["id"], "to": same["id"]})
        connection.execute(_CALL_OFF_OF_PLACE, {"of": row["id"]})
        connection.execute(_DROP_PLACE, {"row_id": row["id"]})


def _merge_diaries(connection: Connection, other: PersonId, into: PersonId) -> None:
    """Of one session two: what only one of them says is taken over, what both say stands one below the other."""
    mine = {row.session_id: row for row in connection.execute(_DIARIES, {"person_id": into})}
    for row in connection.execute(_DIARIES, {"person_id": other}).all():
        same = mine.get(row.session_id)
        if same is None:
            continue
        _merge_answers(connection, row.id, same.id)
        connection.execute(_MOVE_VOICES, {"of": row.id, "to": same.id})
        connection.execute(_DROP_ANSWERS, {"of": row.id})
        connection.execute(_DROP_DIARY, {"of": row.id})
        if row.state is DiaryState.SENT:
            connection.execute(_MARK_SENT, {"of": same.id})


def _merge_answers(connection: Connection, of: int, to: int) -> None:
    kept = {row.question: row.text for row in connection.execute(_ANSWERS, {"of": to})}
    for row in connection.execute(_ANSWERS, {"of": of}).all():
        if row.question not in kept:
            connection.execute(_MOVE_ANSWER, {"of": of, "asked": row.question, "to": to})
        elif row.text and row.text != kept[row.question]:
            said = "\n".join(text for text in (kept[row.question], row.text) if text)
            connection.execute(_SAY_BOTH, {"of": to, "asked": row.question, "both": said})


def _pointing_to_people() -> Iterator[Column[object]]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if any(key.column is people.c.id for key in column.foreign_keys):
                yield column
