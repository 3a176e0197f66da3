"""What of an erased person stands in the record of sessions: their words go, their name becomes nobody's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, or_, select, update

from storage.tables.meetings import (
    interview_answers,
    interviews,
    minutes,
    monitoring_plans,
    plan_readings,
    session_lines,
    session_tasks,
)
from storage.tables.people import groups, memberships
from storage.tables.sessions import session_answers, sessions

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, RowMapping, Table, Update

    from mentoring.ids import PersonId

_THEM: BindParameter[int] = bindparam("them")
_NAME: BindParameter[str] = bindparam("pseudonym")
_INTERVIEWS = select(interviews.c.id).where(interviews.c.person_id == _THEM)
_GROUPS = select(memberships.c.group_id).where(memberships.c.person_id == _THEM)
_SESSIONS = select(sessions.c.id).where(sessions.c.group_id.in_(_GROUPS))
_NO_FILE = {"file_id": None, "unique_id": None, "file_name": None, "sha256": None, "size": None}

_STEPS: Sequence[Update] = (
    update(session_answers).where(session_answers.c.person_id == _THEM).values(reason=""),
    update(session_lines).where(session_lines.c.person_id == _THEM).values(text="", name=_NAME, **_NO_FILE),
    update(session_tasks)
    .where(or_(session_tasks.c.owner_id == _THEM, session_tasks.c.made_by == _THEM))
    .values(text=""),
    update(interview_answers).where(interview_answers.c.interview_id.in_(_INTERVIEWS)).values(text=""),
    update(interviews).where(interviews.c.person_id == _THEM).values(action="", action_by=""),
    update(plan_readings).where(plan_readings.c.person_id == _THEM).values(rows="", file_id="", file_name=""),
)
_HASHES = select(session_lines.c.sha256).where(session_lines.c.person_id == _THEM, session_lines.c.sha256.is_not(None))

#: What leaders have written about a group and its sessions, tasks, and what was said in talks, names people.
_WRITTEN = {
    groups: ("goals",),
    session_tasks: ("text",),
    sessions: ("topic", "aim", "goals", "preparation", "homework", "responsible", "reason"),
    minutes: ("summary", "decisions", "next_steps"),
    interviews: ("action", "action_by"),
    interview_answers: ("text",),
}
_TALKS = select(interviews.c.id).where(interviews.c.group_id.in_(_GROUPS))
_OF_TABLE = {
    groups: select(groups).where(groups.c.id.in_(_GROUPS)),
    session_tasks: select(session_tasks).where(session_tasks.c.session_id.in_(_SESSIONS)),
    sessions: select(sessions).where(sessions.c.group_id.in_(_GROUPS)),
    minutes: select(minutes).where(minutes.c.session_id.in_(_SESSIONS)),
    interviews: select(interviews).where(interviews.c.group_id.in_(_GROUPS)),
    interview_answers: select(interview_answers).where(interview_answers.c.interview_id.in_(_TALKS)),
}
_PROGRAMMES = select(groups.c.programme_id).where(groups.c.id.in_(_GROUPS))
_MONITORING = select(monitoring_plans).where(monitoring_plans.c.programme_id.in_(_PROGRAMMES))


def remove(connection: Connection, them: PersonId, *, name: str) -> Sequence[str]:
    """The hashes of files that nobody needs any more."""
    forgotten = [*connection.scalars(_HASHES, {"them": them})]
    for step in _STEPS:
        connection.execute(step, {"them": them, "pseudonym": name})
    return forgotten


def rename(connection: Connection, them: PersonId, names: Collection[str], *, name: str) -> None:
    """In the words of others, wherever it is a word of its own."""
    if not names:
        return
    told = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(names, key=len, reverse=True)))
    for table, columns in _WRITTEN.items():
        for row in connection.execute(_OF_TABLE[table], {"them": them}).mappings():
            written = {column: told.sub(name, row[column]) for column in columns}
            if any(written[column] != row[column] for column in columns):
                _write(connection, table, row, written)
    for row in connection.execute(_MONITORING, {"them": them}).mappings():
        fields = json.loads(row["fields"])
        renamed = {key: told.sub(name, said) if isinstance(said, str) else said for key, said in fields.items()}
        if renamed != fields:
            _write(connection, monitoring_plans, row, {"fields": json.dumps(renamed, ensure_ascii=False)})


def _write(connection: Connection, table: Table, row: RowMapping, written: dict[str, str]) -> None:
    here = and_(*(column == row[column.name] for column in table.primary_key))
    connection.execute(update(table).where(here).values(written))
