"""What belongs to whom around sessions: whose each number is, is learned from the record; who may read, said here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.tables.meetings import (
    attendance,
    date_polls,
    interviews,
    minutes,
    plan_readings,
    session_lines,
    session_tasks,
)
from storage.tables.sessions import sessions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.stateful.model import Model


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    group: int
    number: int
    state: str
    place: str
    starts: datetime
    ends: datetime
    created: datetime
    moves: int = 0
    began: datetime | None = None
    finished: datetime | None = None
    keeps: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    session: int
    person: int | None
    kind: str
    text: str
    message: int
    said: datetime
    withheld: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    group: int
    person: int | None
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    session: int
    owner: int | None
    maker: int
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Minutes: the words of their three parts, and whether they are accepted."""

    words: tuple[str, str, str]
    state: str
    filing: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Meetings:
    sessions: dict[int, Meeting] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)
    talks: dict[int, Talk] = field(default_factory=dict)
    tasks: dict[int, Task] = field(default_factory=dict)
    minutes: dict[int, Written] = field(default_factory=dict)
    #: Of whom each proposed or sent plan is, of which group each question about dates, and who was where.
    plans: dict[int, int] = field(default_factory=dict)
    polls: dict[int, int] = field(default_factory=dict)
    there: dict[tuple[int, int], str] = field(default_factory=dict)


def learn(connection: Connection) -> Meetings:
    return Meetings(
        sessions={row.id: _meeting(row) for row in connection.execute(select(sessions))},
        lines={
            row.id: Line(
                session=row.session_id,
                person=row.person_id,
                kind=row.kind.value,
                text=row.text,
                message=row.message_id,
                said=row.said_at,
                withheld=row.withheld_at is not None,
            )
            for row in connection.execute(select(session_lines))
        },
        talks={
            row.id: Talk(group=row.group_id, person=row.person_id, state=row.state.value)
            for row in connection.execute(select(interviews))
        },
        tasks={
            row.id: Task(session=row.session_id, owner=row.owner_id, maker=row.made_by, state=row.state.value)
            for row in connection.execute(select(session_tasks))
        },
        minutes={
            row.session_id: Written(
                words=(row.summary, row.decisions, row.next_steps), state=row.state.value, filing=row.filing_id
            )
            for row in connection.execute(select(minutes))
        },
        plans={row.id: row.person_id for row in connection.execute(select(plan_readings))},
        polls={row.id: row.group_id for row in connection.execute(select(date_polls))},
        there={(row.session_id, row.person_id): row.presence.value for row in connection.execute(select(attendance))},
    )


def _meeting(row: object) -> Meeting:
    of = row._mapping  # type: ignore[attr-defined]
    return Meeting(
        group=of["group_id"],
        number=of["number"],
        state=of["state"].value,
        place=of["place"].value,
        starts=of["starts_at"],
        ends=of["ends_at"],
        created=of["created_at"],
        moves=of["moves"],
        began=of["began_at"],
        finished=of["finished_at"],
        keeps=of["keeps_record"],
    )


def leads_session(model: Model, person: int | None, session: int) -> bool:
    group = model.sessions.get(session)
    return group is not None and model.leads(person, group)


def speaks(model: Model, person: int | None, group: int) -> bool:
    """Whose words are kept: of everybody who takes part now, and has agreed to the notice as it reads."""
    takes_part = model.has(person, group, "mentee") or model.leads(person, group)
    return takes_part and not model.owes_consent(person)


def belongs(model: Model, person: int, group: int) -> bool:
    """As a mentor or a mentee, also one who rests or has finished, or in the place of a mentor."""
    return model.reviews(person, group) or model.takes_part(person, group)


def asks(model: Model, person: int | None, group: int, about: int | None) -> bool:
    """May lead and read a talk: a manager who does not belong to the group, as long as there is such a one."""
    if person is None or not model.manages(person, group) or person == about:
        return False
    if about is None or not belongs(model, person, group):
        return True
    programme = model.groups[group].programme
    managers = model.on_duty(programme) | {one for of, one in model.managers if of == programme}
    return not any(one != person and not belongs(model, one, group) for one in managers)


def asks_in(model: Model, person: int | None, talk: int) -> bool:
    found = model.meetings.talks.get(talk)
    return found is not None and asks(model, person, found.group, found.person)


def finds(model: Model, person: int | None, number: int) -> bool:
    """What was posted in a session: for the group, a voice for its leaders; held back for leaders alone."""
    line = model.meetings.lines[number]
    group = model.sessions[line.session]
    if person is None or model.leads(person, group):
        return person is not None
    if line.withheld:
        return False
    if line.person == person:
        return model.takes_part(person, group)
    return line.kind != "voice" and model.has(person, group, "mentee")


def changes_task(model: Model, person: int | None, number: int) -> bool:
    task = model.meetings.tasks.get(number)
    if task is None or person is None:
        return False
    group = model.sessions[task.session]
    is_makers = task.maker == person and (model.has(person, group, "mentee") or model.has(person, group, "mentor"))
    return is_makers or model.leads(person, group)
