"""Submissions as the use cases ask for them: one statement for each question."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from mentoring.files import Attachment
from mentoring.ids import GroupId, MoveId, PersonId, SlotId, SubmissionId
from mentoring.notices.submissions import Line
from mentoring.submissions import (
    DRAFTS,
    TO_CORRECT,
    UNDECIDED,
    VERSIONS,
    Circle,
    Concerning,
    Move,
    MoveKind,
    NewMove,
    State,
    Submission,
)
from storage import circles, draft_files
from storage.resembling import concerning
from storage.rows import all_of, fields_of, inserted, one_of, required
from storage.statements import Statement
from storage.tables.people import groups, people
from storage.tables.submissions import attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping


_FIRST_NUMBER = 1001
_OF_A_FILE = tuple(field.name for field in fields(Attachment))

_BY_ID = select(submissions).where(submissions.c.id == bindparam("id"))
_OF_MOVE = select(submissions).join(submission_moves).where(submission_moves.c.id == bindparam("move_id"))
_earlier = submissions.alias()
_NEXT_NUMBER = select(func.coalesce(func.max(_earlier.c.number) + 1, _FIRST_NUMBER))
_ADDING = insert(submissions).returning(submissions.c.id, submissions.c.number)
_ADD_DRAFT = Statement(_ADDING)
_ADD_NUMBERED = Statement(_ADDING.values(number=_NEXT_NUMBER.scalar_subquery()))
_CHANGED = (
    "number",
    "mentee_id",
    "group_id",
    "state",
    "version",
    "since",
    "sent_at",
    "decided_by",
    "joined_to",
    "taken_by",
    "slot_id",
)
_CHANGE = (
    update(submissions)
    .where(
        submissions.c.id == bindparam("of_id"),
        submissions.c.state == bindparam("of_state"),
        submissions.c.version == bindparam("of_version"),
    )
    .values({name: bindparam(name) for name in _CHANGED})
)
_TAKE = update(submissions).where(submissions.c.id == bindparam("of_id")).values(taken_by=bindparam("by"))
_REGROUP = (
    update(submissions)
    .where(
        submissions.c.group_id == bindparam("old_id"),
        submissions.c.mentee_id.in_(bindparam("mentee_ids", expanding=True)),
    )
    .values(group_id=bindparam("new_id"))
)
_OPEN_IN = (
    select(submissions)
    .where(submissions.c.group_id == bindparam("group_id"), submissions.c.state.in_(UNDECIDED | TO_CORRECT))
    .order_by(submissions.c.since, submissions.c.id)
)
_FOR_SLOT = (
    select(submissions)
    .where(
        submissions.c.mentee_id == bindparam("mentee_id"),
        submissions.c.slot_id == bindparam("slot_id"),
        submissions.c.state.not_in(DRAFTS),
    )
    .order_by(submissions.c.id)
)
_HAND_TO = (
    update(submission_moves)
    .where(submission_moves.c.submission_id == bindparam("of_id"))
    .values(submission_id=bindparam("to_id"), version=bindparam("to_version"), kind=MoveKind.CORRECT)
)
_JUST_BEFORE = (
    select(submissions)
    .where(
        submissions.c.mentee_id == bindparam("mentee_id"),
        submissions.c.id < bindparam("page_id"),
        submissions.c.group_id == bindparam("group_id"),
        submissions.c.state == State.WAITING,
        submissions.c.sent_at >= bindparam("since"),
    )
    .order_by(submissions.c.id.desc())
    .limit(1)
)
_NEXT_VERSION = select(func.max(submission_moves.c.version) + 1).where(
    submission_moves.c.submission_id == bindparam("submission_id")
)
_TAKE_BACK_VERSION = (
    update(submission_moves)
    .where(
        submission_moves.c.submission_id == bindparam("of_id"),
        submission_moves.c.version == bindparam("of_version"),
        submission_moves.c.kind.in_(VERSIONS),
    )
    .values(kind=MoveKind.TAKEN_BACK)
)
_SAID_IN = select(submission_moves).where(
    submission_moves.c.message_id == bindparam("message_id"), submission_moves.c.person_id == bindparam("person_id")
)
_REWORD = update(submission_moves).where(submission_moves.c.id == bindparam("of_id")).values(text=bindparam("words"))
_MOVES = (
    select(
        submission_moves,
        *(attachments.c[name].label(f"file_{name}") for name in _OF_A_FILE),
    )
    .select_from(submission_moves.outerjoin(attachments))
    .where(submission_moves.c.submission_id == bindparam("submission_id"))
    .order_by(submission_moves.c.id, attachments.c.message_id, attachments.c.id)
)
_FIRST_FILE = (
    select(attachments.c.name)
    .select_from(attachments.join(submission_moves))
    .where(
        submission_moves.c.submission_id == submissions.c.id,
        submission_moves.c.version == submissions.c.version,
        submission_moves.c.kind.in_(VERSIONS),
    )
    .order_by(attachments.c.message_id)
    .limit(1)
    .correlate(submissions)
    .scalar_subquery()
)
_LINES = select(
    submissions.c.id.label("submission_id"),
    submissions.c.number,
    submissions.c.state,
    submissions.c.since,
    people.c.name.label("mentee"),
    func.coalesce(groups.c.name, "").label("group"),
    func.coalesce(_FIRST_FILE, "").label("file"),
    submissions.c.taken_by,
).select_from(submissions.join(people, people.c.id == submissions.c.mentee_id).outerjoin(groups))
_WAITING = _LINES.where(
    submissions.c.state == State.WAITING, submissions.c.group_id.in_(bindparam("group_ids", expanding=True))
).order_by(submissions.c.since, submissions.c.id)
_OF_MENTEE = _LINES.where(
    submissions.c.mentee_id == bindparam("mentee_id"), submissions.c.joined_to.is_(None)
).order_by(submissions.c.id.desc())


class SqlSubmissions:
    """`changed` are those whose state this transaction has changed."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.changed: set[SubmissionId] = set()

    def by_id(self, submission_id: SubmissionId) -> Submission | None:
        return one_of(Submission, self._connection, _BY_ID, id=submission_id)

    def of_move(self, move_id: MoveId) -> Submission:
        return required(one_of(Submission, self._connection, _OF_MOVE, move_id=move_id))

    def next_number(self) -> int:
        return int(self._connection.scalar(_NEXT_NUMBER) or _FIRST_NUMBER)

    def add(self, *, mentee_id: PersonId, group_id: GroupId | None, state: State, now: datetime) -> Submission:
        fields = {"group_id": group_id, "mentee_id": mentee_id, "state": state, "version": 1, "since": now}
        fields |= {"sent_at": now, "decided_by": None}
        statement = _ADD_NUMBERED if state is State.WAITING else _ADD_DRAFT
        [row] = statement.mappings(self._connection, fields)
        return Submission(**row, **fields)  # type: ignore[arg-type]  # a row's fields are the value's

    def change(self, before: Submission, after: Submission) -> bool:
        self.changed.add(before.id)
        changed = {name: getattr(after, name) for name in _CHANGED}
        guard = {"of_id": before.id, "of_state": before.state, "of_version": before.version}
        return self._connection.execute(_CHANGE, {**changed, **guard}).rowcount == 1

    def take(self, submission_id: SubmissionId, person_id: PersonId) -> None:
        self._connection.execute(_TAKE, {"of_id": submission_id, "by": person_id})

    def open_in(self, group_id: GroupId) -> Sequence[Submission]:
        return all_of(Submission, self._connection, _OPEN_IN, group_id=group_id)

    def regroup(self, mentee_ids: Sequence[PersonId], *, old: GroupId, new: GroupId) -> None:
        self._connection.execute(_REGROUP, {"old_id": old, "new_id": new, "mentee_ids": list(mentee_ids)})

    def for_slot(self, slot_id: SlotId, mentee_id: PersonId) -> Sequence[Submission]:
        return all_of(Submission, self._connection, _FOR_SLOT, slot_id=slot_id, mentee_id=mentee_id)

    def drop(self, draft: Submission) -> None:
        draft_files.drop(self._connection, draft.id)

    def hand_to(self, draft: Submission, target: Submission) -> None:
        moved = {"of_id": draft.id, "to_id": target.id, "to_version": target.version}
        self._connection.execute(_HAND_TO, moved)
        self.drop(draft)

    def just_before(self, page: Submission, since: datetime) -> Submission | None:
        before = {"mentee_id": page.mentee_id, "group_id": page.group_id, "page_id": page.id, "since": since}
        return one_of(Submission, self._connection, _JUST_BEFORE, **before)

    def hand_pages_to(self, page: Submission, whole: Submission) -> None:
        draft_files.hand_over(self._connection, page, whole)

    def log(self, submission: Submission, move: NewMove, at: datetime) -> MoveId:
        row = {"submission_id": submission.id, "version": submission.version, "at": at, **fields_of(move)}
        return MoveId(inserted(self._connection, submission_moves, row))

    def moves(self, submission_id: SubmissionId) -> Sequence[Move]:
        return [*_as_moves(self._connection.execute(_MOVES, {"submission_id": submission_id}).mappings())]

    def next_version(self, submission_id: SubmissionId) -> int:
        return int(required(self._connection.scalar(_NEXT_VERSION, {"submission_id": submission_id})))

    def take_back_version(self, submission: Submission) -> None:
        self._connection.execute(_TAKE_BACK_VERSION, {"of_id": submission.id, "of_version": submission.version})

    def said_in(self, person_id: PersonId, message_id: int) -> Move | None:
        return one_of(Move, self._connection, _SAID_IN, person_id=person_id, message_id=message_id)

    def reword(self, move_id: MoveId, text: str) -> None:
        self._connection.execute(_REWORD, {"of_id": move_id, "words": text})

    def circle(self, group_id: GroupId) -> Circle:
        return circles.circle(self._connection, group_id, self._now)

    def concerning(self, mentee_id: PersonId, unique_ids: Sequence[str]) -> Concerning:
        return concerning(self._connection, mentee_id, unique_ids)

    def waiting(self, group_ids: Sequence[GroupId]) -> Sequence[Line]:
        rows = self._connection.execute(_WAITING, {"group_ids": list(group_ids)}).mappings()
        return [Line(**row) for row in rows]

    def of_mentee(self, mentee_id: PersonId) -> Sequence[Line]:
        return [Line(**row) for row in self._connection.execute(_OF_MENTEE, {"mentee_id": mentee_id}).mappings()]


def _as_moves(rows: Iterable[RowMapping]) -> Iterable[Move]:
    """Rows of one move stand together, one for each of its files."""
    made: dict[MoveId, tuple[RowMapping, list[Attachment]]] = {}
    for row in rows:
        _, files = made.setdefault(row["id"], (row, []))
        if row["file_id"] is not None:
            files.append(_as_attachment(row))
    for row, files in made.values():
        yield Move(**{column.name: row[column.name] for column in submission_moves.columns}, files=tuple(files))


def _as_attachment(row: RowMapping) -> Attachment:
    return Attachment(**{name: row[f"file_{name}"] for name in _OF_A_FILE})
