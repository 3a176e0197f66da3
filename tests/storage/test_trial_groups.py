"""A test group is wiped on both engines, whatever points at it, and what belongs to other groups stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from mentoring.groups import Group
from mentoring.ids import GroupId, ProgrammeId
from mentoring.people import Language
from mentoring.schedule import Appointment, DueKind
from storage.schedule import SqlSchedule
from storage.tables.people import prompts
from storage.tables.schedule import appointments
from storage.trial_groups import SqlTrialGroups
from tests.storage.full_record import ROWS, fill, rows_of

if TYPE_CHECKING:
    from storage.engine import Database

WIPED = Group(
    id=GroupId(1),
    programme_id=ProgrammeId(1),
    name="🧪 Test group",
    language=Language.EN,
    chat_id=None,
    created_at=datetime(2026, 11, 23, tzinfo=UTC),
)
#: One row of each belongs to the group.
OF_GROUPS = {
    "groups",
    "memberships",
    "invitations",
    "absences",
    "concerns",
    "questions",
    "happenings",
    "submissions",
    "submission_moves",
    "attachments",
    "albums",
    "sessions",
    "session_answers",
    "diaries",
    "diary_answers",
    "date_polls",
    "proposed_dates",
    "date_votes",
    "attendance",
    "agenda_items",
    "session_tasks",
    "task_marks",
    "session_lines",
    "minutes",
    "interviews",
    "interview_answers",
    "plan_readings",
    "slots",
    "papers",
    "signers",
    "uploads",
    "scans",
    "pages",
    "inspections",
    "filings",
    "filing_deeds",
    "packs",
}


def test_nothing_that_points_at_a_group_keeps_it_and_nothing_else_goes(database: Database) -> None:
    fill(database)
    with database.writing.begin() as connection:
        connection.execute(delete(prompts))
        SqlTrialGroups(connection).wipe(WIPED)

    left = {name: len(rows) for name, rows in rows_of(database).items() if name != "prompts"}
    assert {name for name, count in left.items() if count == ROWS - 1} == OF_GROUPS
    assert {name for name, count in left.items() if count != ROWS} == OF_GROUPS


def test_nothing_comes_due_for_a_group_that_is_wiped(database: Database) -> None:
    fill(database)
    subjects = {
        DueKind.HALF_TIME: 1,
        DueKind.DATES_OVER: 1,
        DueKind.PLAN_AGAIN: WIPED.id,
        DueKind.QUESTION_STALE: WIPED.id,
        DueKind.MONITORING_NEAR: 1,
    }
    with database.writing.begin() as connection:
        for table in (prompts, appointments):
            connection.execute(delete(table))
        SqlSchedule(connection).plan([_due(kind, subject) for kind, subject in subjects.items()])
        SqlTrialGroups(connection).wipe(WIPED)
        left = connection.scalars(select(appointments.c.kind)).all()

    assert left == [DueKind.MONITORING_NEAR]


def _due(kind: DueKind, subject: int) -> Appointment:
    return Appointment(
        kind=kind,
        subject_id=subject,
        person_id=None,
        occurrence=f"{kind}:{subject}",
        due_at=WIPED.created_at,
        wall_time="2026-11-23T10:00",
        zone="UTC",
        expires_at=WIPED.created_at,
    )
