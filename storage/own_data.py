"""What is kept about one person and what they said themselves: nobody else's words, and no manager's reasons."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, case, func, or_, select

from mentoring.own_data_ports import OwnFile, OwnRows
from mentoring.scans import Screening
from mentoring.submissions import OF_WORK
from storage.rows import all_of
from storage.session_things import OF_A_LINE
from storage.statements import Statement
from storage.tables.documents import signers, slots
from storage.tables.life import concerns, consents, happenings, questions
from storage.tables.meetings import attendance, interview_answers, interviews, session_lines, session_tasks
from storage.tables.people import groups, memberships, people
from storage.tables.sessions import diaries, diary_answers, session_answers, sessions
from storage.tables.submissions import attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

_ME: BindParameter[int] = bindparam("person_id")
#: Also what was handed in for them by somebody else, on paper.
_THEIR_WORK = (
    select(submission_moves.c.id)
    .join(submissions, submissions.c.id == submission_moves.c.submission_id)
    .where(submissions.c.mentee_id == _ME, submission_moves.c.kind.in_([*OF_WORK]))
)
_OWN_FILE = or_(
    attachments.c.move_id.in_(select(submission_moves.c.id).where(submission_moves.c.person_id == _ME)),
    attachments.c.move_id.in_(_THEIR_WORK),
    attachments.c.diary_id.in_(select(diaries.c.id).where(diaries.c.person_id == _ME)),
    attachments.c.concern_id.in_(select(concerns.c.id).where(concerns.c.person_id == _ME)),
    and_(OF_A_LINE, attachments.c.message_id.in_(select(session_lines.c.id).where(session_lines.c.person_id == _ME))),
)
#: It goes into no archive; whether it is passed on at all is seen when it is.
_IS_HELD = attachments.c.screening.in_([Screening.WAITING, Screening.INFECTED])
_FILES = (
    select(
        attachments.c.id.label("number"),
        *(attachments.c[name] for name in ("kind", "file_id", "name", "caption", "received_at")),
        case((_IS_HELD, None), else_=attachments.c.sha256).label("sha256"),
        func.coalesce(attachments.c.size, 0).label("size"),
    )
    .where(_OWN_FILE)
    .order_by(attachments.c.id)
)
_PARTS: Mapping[str, Statement] = {
    "you": Statement(select(*(one for one in people.c if one.name != "id")).where(people.c.id == _ME)),
    "places": Statement(
        select(
            groups.c.name.label("group"),
            *(memberships.c[name] for name in ("role", "name", "state", "created_at", "changed_at", "paused_until")),
        )
        .join_from(memberships, groups)
        .where(memberships.c.person_id == _ME)
        .order_by(memberships.c.id)
    ),
    "consents": Statement(
        select(consents.c.kind, consents.c.version, consents.c.given_at, consents.c.withdrawn_at)
        .where(consents.c.person_id == _ME)
        .order_by(consents.c.given_at)
    ),
    "submissions": Statement(
        select(*(submissions.c[name] for name in ("number", "state", "version", "sent_at", "since")))
        .where(submissions.c.mentee_id == _ME)
        .order_by(submissions.c.id)
    ),
    "your_words_about_submissions": Statement(
        select(*(submission_moves.c[name] for name in ("version", "kind", "at", "text")))
        .where(submission_moves.c.person_id == _ME)
        .order_by(submission_moves.c.id)
    ),
    "sessions": Statement(
        select(sessions.c.starts_at, session_answers.c.coming, session_answers.c.reason)
        .join_from(session_answers, sessions)
        .where(session_answers.c.person_id == _ME)
        .order_by(sessions.c.starts_at)
    ),
    "attendance": Statement(
        select(sessions.c.starts_at, attendance.c.presence)
        .join_from(attendance, sessions)
        .where(attendance.c.person_id == _ME)
        .order_by(sessions.c.starts_at)
    ),
    "said_in_sessions": Statement(
        select(*(session_lines.c[name] for name in ("said_at", "kind", "text", "file_name")))
        .where(session_lines.c.person_id == _ME)
        .order_by(session_lines.c.said_at, session_lines.c.id)
    ),
    "tasks": Statement(
        select(*(session_tasks.c[name] for name in ("made_at", "kind", "text", "due_on", "state")))
        .where(or_(session_tasks.c.owner_id == _ME, session_tasks.c.made_by == _ME))
        .order_by(session_tasks.c.id)
    ),
    "answers_in_talks": Statement(
        select(interviews.c.began_at, interview_answers.c.question, interview_answers.c.text)
        .join_from(interview_answers, interviews)
        .where(interviews.c.person_id == _ME)
        .order_by(interviews.c.id, interview_answers.c.question)
    ),
    "agreed_in_talks": Statement(
        select(interviews.c.began_at, interviews.c.action, interviews.c.action_by)
        .where(interviews.c.person_id == _ME)
        .order_by(interviews.c.id)
    ),
    "diaries": Statement(
        select(sessions.c.starts_at, diary_answers.c.question, diary_answers.c.text)
        .select_from(diary_answers.join(diaries).join(sessions, sessions.c.id == diaries.c.session_id))
        .where(diaries.c.person_id == _ME)
        .order_by(sessions.c.starts_at, diary_answers.c.question)
    ),
    "questions": Statement(
        select(questions.c.way, questions.c.text, questions.c.asked_at, questions.c.answered_at)
        .where(questions.c.person_id == _ME)
        .order_by(questions.c.id)
    ),
    "concerns": Statement(
        select(concerns.c.id.label("number"), concerns.c.text, concerns.c.raised_at, concerns.c.seen_at)
        .where(concerns.c.person_id == _ME)
        .order_by(concerns.c.id)
    ),
    "documents": Statement(
        select(*(slots.c[name] for name in ("code", "state", "since", "due_on")))
        .where(slots.c.person_id == _ME)
        .order_by(slots.c.id)
    ),
    "signatures": Statement(
        select(slots.c.code, *(signers.c[name] for name in ("name", "state", "since")))
        .join_from(signers, slots)
        .where(signers.c.person_id == _ME)
        .order_by(signers.c.id)
    ),
    "history": Statement(
        select(happenings.c.kind, happenings.c.at).where(happenings.c.person_id == _ME).order_by(happenings.c.id)
    ),
}


class SqlOwnData:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_person(self, person_id: PersonId) -> OwnRows:
        asked = {"person_id": person_id}
        rows = {
            part: [
                {name: _plain(value) for name, value in row.items()} for row in query.mappings(self._connection, asked)
            ]
            for part, query in _PARTS.items()
        }
        return OwnRows(rows=rows, files=all_of(OwnFile, self._connection, _FILES, person_id=person_id))


def _plain(value: object) -> str | int | bool | None:
    match value:
        case None | bool() | int():
            return value
        case StrEnum():
            return value.value
        case datetime():
            return value.isoformat()
        case _:
            return str(value)
