"""Which submissions of a mentee a new one may be about: those with the same files, and those that went back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from mentoring.submissions import TO_CORRECT, VERSIONS, Concerning, State, Submission
from storage.statements import Statement, is_among
from storage.tables.submissions import attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from mentoring.ids import PersonId


@cache
def _concerning(files: int) -> Statement:
    """Most submissions are one file and none is many, so each number of them is worded once."""
    unique_ids = [bindparam(_unique_id(number), type_=attachments.c.unique_id.type) for number in range(files)]
    holding = (
        select(submission_moves.c.submission_id)
        .join(attachments)
        .where(attachments.c.unique_id.in_(unique_ids), is_among(submission_moves.c.kind, VERSIONS))
        .group_by(submission_moves.c.submission_id)
        .having(func.count(attachments.c.unique_id.distinct()) == files)
    )
    is_repeated = submissions.c.id.in_(holding)
    return Statement(
        select(submissions, is_repeated.label("is_repeated"))
        .where(
            submissions.c.mentee_id == bindparam("mentee_id"),
            submissions.c.number.is_not(None),
            submissions.c.state != State.WITHDRAWN,
            is_among(submissions.c.state, TO_CORRECT) | is_repeated,
        )
        .order_by(submissions.c.id.desc())
    )


def _unique_id(number: int) -> str:
    return f"unique_id_{number}"


def concerning(connection: Connection, mentee_id: PersonId, unique_ids: Sequence[str]) -> Concerning:
    files = sorted(set(unique_ids))
    asked = {"mentee_id": mentee_id, **{_unique_id(number): one for number, one in enumerate(files)}}
    rows = _concerning(len(files)).mappings(connection, asked)
    found = [(_as_submission(row), bool(row["is_repeated"])) for row in rows]
    return Concerning(
        repeated=next((one for one, is_repeated in found if is_repeated), None),
        to_correct=tuple(one for one, _ in found if one.state in TO_CORRECT),
    )


def _as_submission(row: Mapping[str, Any]) -> Submission:
    return Submission(**{column.name: row[column.name] for column in submissions.columns})
