"""What the record's tables say, read without the code that is being tried."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, func, select

from mentoring.filings import FilingState
from mentoring.people import Reachability, Role
from mentoring.prompts import Asking
from mentoring.schedule import DueState
from storage.parcels import ParcelStatus
from storage.tables.documents import filings, pages, slots, uploads
from storage.tables.life import absences, concerns, questions
from storage.tables.meetings import interviews, session_lines, session_tasks
from storage.tables.outbox import chat_aliases, outbox
from storage.tables.people import groups, managers, memberships, people, prompts
from storage.tables.schedule import appointments
from storage.tables.sessions import diaries, sessions
from storage.tables.submissions import attachments, submission_moves, submissions
from tests.stateful.model import Away, Concern, Filed, Model, Paper, Place

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WAITING_CHATS = select(outbox.c.chat_id).where(outbox.c.status == ParcelStatus.NEW).distinct()
_OLD_CHATS = select(chat_aliases.c.old_chat_id)
_PEOPLE = select(people.c.telegram_id, people.c.id, people.c.consent_version, people.c.reachability)
_AT_THE_DOOR = select(prompts).where(prompts.c.asking == Asking.LET_IN)
_PENDING = select(appointments.c.kind, appointments.c.subject_id).where(appointments.c.state == DueState.PENDING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """`kept` counts what may only grow: decisions, files and diaries."""

    accounts: dict[int, int]
    managers: set[tuple[int, int]]
    groups: dict[int, tuple[str, int | None]]
    places: dict[int, Place]
    away: dict[int, Away]
    papers: dict[int, Paper]
    kept: dict[str, set[int]]
    sessions: dict[int, int]
    ahead: list[tuple[int, datetime]]
    agreed: dict[int, int | None]
    reached: set[int]
    concerns: dict[int, Concern]
    questions: dict[int, tuple[int, int]]


def read(connection: Connection) -> Rows:
    everybody = connection.execute(_PEOPLE).all()
    return Rows(
        accounts={row.telegram_id: row.id for row in everybody if row.telegram_id is not None},
        managers={(row.programme_id, row.person_id) for row in connection.execute(select(managers))},
        groups={row.id: (row.state.value, row.chat_id) for row in connection.execute(select(groups))},
        places=_places(connection),
        away=_away(connection),
        papers=_papers(connection),
        kept={
            "moves": _numbers(connection, select(submission_moves.c.id)),
            "files": _numbers(connection, select(attachments.c.id)),
            "diaries": _numbers(connection, select(diaries.c.id)),
            "concerns": _numbers(connection, select(concerns.c.id)),
            "questions": _numbers(connection, select(questions.c.id)),
            "lines": _numbers(connection, select(session_lines.c.id)),
            "tasks": _numbers(connection, select(session_tasks.c.id)),
            "talks": _numbers(connection, select(interviews.c.id)),
            "sessions": _numbers(connection, select(sessions.c.id)),
            "uploads": _numbers(connection, select(uploads.c.id)),
            "filings": _numbers(connection, select(filings.c.id)),
        },
        sessions={row.id: row.group_id for row in connection.execute(select(sessions.c.id, sessions.c.group_id))},
        ahead=[
            (row.group_id, row.starts_at)
            for row in connection.execute(select(sessions).where(sessions.c.state == "planned"))
        ],
        agreed={row.id: row.consent_version for row in everybody},
        reached={row.id for row in everybody if row.reachability is Reachability.OK},
        concerns={
            row.id: Concern(programme=row.programme_id, person=row.person_id, about=row.about_id, seen=row.seen_by)
            for row in connection.execute(select(concerns))
        },
        questions={row.id: (row.group_id, row.person_id) for row in connection.execute(select(questions))},
    )


def _numbers(connection: Connection, of: Select[tuple[int]]) -> set[int]:
    return set(connection.scalars(of))


def _places(connection: Connection) -> dict[int, Place]:
    rows = connection.execute(select(memberships).where(memberships.c.role != Role.MANAGER))
    return {
        row.id: Place(
            group=row.group_id,
            role=row.role.value,
            person=row.person_id,
            state=row.state.value,
            until=row.paused_until,
        )
        for row in rows
    }


def _away(connection: Connection) -> dict[int, Away]:
    return {
        row.id: Away(
            role=row.role.value,
            programme=row.programme_id,
            group=row.group_id,
            absent=row.absent_id,
            deputy=row.deputy_id,
            begins=row.begins_at,
            ends=row.ends_at,
            ended=row.ended_at,
        )
        for row in connection.execute(select(absences))
    }


def _papers(connection: Connection) -> dict[int, Paper]:
    return {
        row.id: Paper(
            group=row.group_id,
            mentee=row.mentee_id,
            state=row.state.value,
            version=row.version,
            taken=row.taken_by,
        )
        for row in connection.execute(select(submissions))
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    person: int
    group: int | None
    state: str


def uploads_of(connection: Connection) -> dict[int, Upload]:
    return {
        row.id: Upload(person=row.person_id, group=row.group_id, state=row.state.value)
        for row in connection.execute(select(uploads))
    }


def slots_of(connection: Connection) -> dict[int, tuple[int, int | None]]:
    found = connection.execute(select(slots.c.id, slots.c.group_id, slots.c.person_id))
    return {row.id: (row.group_id, row.person_id) for row in found}


def filings_of(connection: Connection) -> list[int]:
    return [*connection.scalars(select(filings.c.id))]


def pages_of(connection: Connection) -> list[int]:
    return [*connection.scalars(select(pages.c.attachment_id))] or [0]


def any_left_out(connection: Connection) -> bool:
    return connection.scalar(select(func.count()).where(pages.c.left_out.is_(True))) != 0


def learn_documents(connection: Connection, model: Model) -> None:
    """Whose each number is; what may be read of it the model says."""
    model.slots = slots_of(connection)
    model.uploads = {number: one.person for number, one in uploads_of(connection).items()}
    model.filings = {
        row.id: Filed(
            group=row.group_id,
            person=row.person_id,
            visibility=row.visibility.value,
            stands=row.state is FilingState.FILED,
        )
        for row in connection.execute(select(filings))
    }


def waiting_for_old_chats(connection: Connection) -> set[int]:
    return set(connection.scalars(_WAITING_CHATS)) & set(connection.scalars(_OLD_CHATS))


def pending(connection: Connection) -> list[tuple[str, int]]:
    return [(row.kind.value, row.subject_id) for row in connection.execute(_PENDING)]


def at_the_door(connection: Connection, now: datetime) -> dict[int, int]:
    waiting = (row for row in connection.execute(_AT_THE_DOOR) if row.expires_at > now)
    return {row.telegram_id: int(json.loads(row.draft)["group_id"]) for row in waiting}


def last_told(connection: Connection) -> int:
    return connection.scalar(select(func.max(outbox.c.id))) or 0
