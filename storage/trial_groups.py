"""Wipes a test group: every row that belongs to it, from the leaves to the group itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update

from mentoring.happenings import HappeningKind
from mentoring.schedule import DueKind
from storage.schema import metadata
from storage.session_things import OF_A_LINE
from storage.tables.documents import (
    filing_deeds,
    filings,
    inspections,
    packs,
    pages,
    papers,
    scans,
    signers,
    slots,
    uploads,
)
from storage.tables.life import absences, concerns, consents, happenings, questions
from storage.tables.life import bundled as bundles
from storage.tables.meetings import (
    agenda_items,
    attendance,
    date_polls,
    date_votes,
    interview_answers,
    interviews,
    minutes,
    plan_readings,
    proposed_dates,
    session_lines,
    session_tasks,
    task_marks,
)
from storage.tables.outbox import cards
from storage.tables.people import groups, invitations, memberships, people, prompts
from storage.tables.schedule import appointments
from storage.tables.sessions import diaries, diary_answers, session_answers, sessions
from storage.tables.submissions import albums, attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import BindParameter, ColumnElement, Connection, Table

    from mentoring.groups import Group
    from mentoring.ids import GroupId

_GROUP: BindParameter[int] = bindparam("wiped_group")
_PERSON: BindParameter[int] = bindparam("wiped_person")
_WORK = select(submissions.c.id).where(submissions.c.group_id == _GROUP)
_MOVES = select(submission_moves.c.id).where(submission_moves.c.submission_id.in_(_WORK))
_SESSIONS = select(sessions.c.id).where(sessions.c.group_id == _GROUP)
_DIARIES = select(diaries.c.id).where(diaries.c.session_id.in_(_SESSIONS))
_PLACES = select(memberships.c.id).where(memberships.c.group_id == _GROUP)
_ABSENCES = select(absences.c.id).where(absences.c.group_id == _GROUP)
_OF_SESSIONS = (
    DueKind.SESSION_REMINDER,
    DueKind.SESSION_END,
    DueKind.DIARY_PROMPT,
    DueKind.OUTCOME_QUESTION,
    DueKind.SNOOZED_REMINDER,
    DueKind.HOMEWORK_EVENING,
    DueKind.SESSION_START,
    DueKind.STILL_WAITING,
    DueKind.AUTO_END,
    DueKind.HALF_TIME,
)
_POLLS = select(date_polls.c.id).where(date_polls.c.group_id == _GROUP)
_DATES = select(proposed_dates.c.id).where(proposed_dates.c.poll_id.in_(_POLLS))
_TASKS = select(session_tasks.c.id).where(session_tasks.c.session_id.in_(_SESSIONS))
_INTERVIEWS = select(interviews.c.id).where(interviews.c.group_id == _GROUP)
_SLOTS = select(slots.c.id).where(slots.c.group_id == _GROUP)
_FILINGS = select(filings.c.id).where(filings.c.group_id == _GROUP)
_UPLOADS = select(uploads.c.id).where(uploads.c.group_id == _GROUP)
_LINES = select(session_lines.c.id).where(session_lines.c.session_id.in_(_SESSIONS))
_OF_THE_GROUP = or_(
    attachments.c.move_id.in_(_MOVES),
    attachments.c.diary_id.in_(_DIARIES),
    attachments.c.upload_id.in_(_UPLOADS),
    and_(OF_A_LINE, attachments.c.message_id.in_(_LINES)),
)
_FILES = select(attachments.c.id).where(_OF_THE_GROUP)
_DUE = or_(
    and_(appointments.c.kind.in_(_OF_SESSIONS), appointments.c.subject_id.in_(_SESSIONS)),
    and_(appointments.c.kind.in_((DueKind.PLAN_AGAIN, DueKind.QUESTION_STALE)), appointments.c.subject_id == _GROUP),
    and_(appointments.c.kind == DueKind.DATES_OVER, appointments.c.subject_id.in_(_POLLS)),
    and_(
        appointments.c.kind.in_((DueKind.PAUSE_END, DueKind.STILL_OUT_OF_CHAT)),
        appointments.c.subject_id.in_(_PLACES),
    ),
    and_(
        appointments.c.kind.in_((DueKind.ABSENCE_BEGIN, DueKind.ABSENCE_END)),
        appointments.c.subject_id.in_(_ABSENCES),
    ),
)
#: What points at a row goes before it.
_WIPE = (
    delete(appointments).where(_DUE),
    delete(packs).where(packs.c.group_id == _GROUP),
    delete(filing_deeds).where(filing_deeds.c.filing_id.in_(_FILINGS)),
    delete(filings).where(filings.c.group_id == _GROUP),
    delete(inspections).where(inspections.c.attachment_id.in_(_FILES)),
    delete(pages).where(pages.c.attachment_id.in_(_FILES)),
    delete(scans).where(or_(scans.c.move_id.in_(_MOVES), scans.c.upload_id.in_(_UPLOADS))),
    delete(attachments).where(_OF_THE_GROUP),
    delete(signers).where(signers.c.slot_id.in_(_SLOTS)),
    delete(papers).where(papers.c.group_id == _GROUP),
    delete(uploads).where(uploads.c.group_id == _GROUP),
    delete(slots).where(slots.c.group_id == _GROUP),
    delete(albums).where(albums.c.move_id.in_(_MOVES)),
    delete(submission_moves).where(submission_moves.c.submission_id.in_(_WORK)),
    update(submissions).where(submissions.c.joined_to.in_(_WORK)).values(joined_to=None),
    delete(submissions).where(submissions.c.group_id == _GROUP),
    delete(diary_answers).where(diary_answers.c.diary_id.in_(_DIARIES)),
    delete(diaries).where(diaries.c.session_id.in_(_SESSIONS)),
    delete(session_answers).where(session_answers.c.session_id.in_(_SESSIONS)),
    delete(date_votes).where(date_votes.c.proposed_date_id.in_(_DATES)),
    delete(proposed_dates).where(proposed_dates.c.poll_id.in_(_POLLS)),
    delete(date_polls).where(date_polls.c.group_id == _GROUP),
    delete(task_marks).where(task_marks.c.task_id.in_(_TASKS)),
    delete(interview_answers).where(interview_answers.c.interview_id.in_(_INTERVIEWS)),
    delete(interviews).where(interviews.c.group_id == _GROUP),
    delete(plan_readings).where(plan_readings.c.group_id == _GROUP),
    *(
        delete(table).where(table.c.session_id.in_(_SESSIONS))
        for table in (session_tasks, attendance, agenda_items, session_lines, minutes)
    ),
    delete(sessions).where(sessions.c.group_id == _GROUP),
    *(delete(table).where(table.c.group_id == _GROUP) for table in (absences, concerns, questions, happenings)),
    delete(invitations).where(invitations.c.group_id == _GROUP),
    delete(memberships).where(memberships.c.group_id == _GROUP),
    update(groups).where(groups.c.merged_into == _GROUP).values(merged_into=None),
    delete(groups).where(groups.c.id == _GROUP),
)
_PEOPLE = select(memberships.c.person_id).where(memberships.c.group_id == _GROUP, memberships.c.person_id.is_not(None))
#: These say nothing of a person that anybody else needs; whatever else points at a person keeps them.
_OWN = (consents, bundles, appointments)


def _points_at_person(table: Table) -> Sequence[ColumnElement[bool]]:
    return [column == _PERSON for column in table.columns for key in column.foreign_keys if key.column is people.c.id]


_IS_ELSEWHERE = select(
    or_(
        *(
            exists().where(or_(*pointing))
            for table in metadata.sorted_tables
            if table not in _OWN and (pointing := _points_at_person(table))
        )
    )
)
_FORGET = (
    *(delete(table).where(table.c.person_id == _PERSON) for table in _OWN),
    delete(people).where(people.c.id == _PERSON),
)
_TELEGRAM_IDS = select(people.c.id, people.c.telegram_id).where(people.c.id.in_(_PEOPLE))
_OPEN_PROMPTS = select(prompts.c.telegram_id, prompts.c.draft)
_CLOSE = delete(prompts).where(prompts.c.telegram_id == bindparam("of_telegram_id"))
_CARDS = delete(cards).where(
    or_(
        cards.c.card_key.in_(bindparam("card_keys", expanding=True)),
        cards.c.chat_id == bindparam("of_chat_id"),
    )
)
_MADE = exists().where(happenings.c.group_id == _GROUP, happenings.c.kind == HappeningKind.TRIAL_MADE)
_IS_TRIAL = select(_MADE)
_SENT = select(func.count()).select_from(submissions).where(submissions.c.group_id == _GROUP)


class SqlTrialGroups:
    """`touched` says whether a group has gone, and so perhaps a chat that is known."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.touched = False

    def is_trial(self, group_id: GroupId) -> bool:
        return bool(self._connection.scalar(_IS_TRIAL, {"wiped_group": group_id}))

    def sent(self, group_id: GroupId) -> int:
        return self._connection.scalar(_SENT, {"wiped_group": group_id}) or 0

    def wipe(self, group: Group) -> None:
        asked = {"wiped_group": group.id}
        there = self._connection.execute(_TELEGRAM_IDS, asked).all()
        self._close_questions(group.id, [telegram_id for _, telegram_id in there])
        keys = [f"{kind}:{group.id}" for kind in ("group", "bound")]
        self._connection.execute(_CARDS, {"card_keys": keys, "of_chat_id": group.chat_id or 0})
        for statement in _WIPE:
            self._connection.execute(statement, asked)
        for person_id, _ in there:
            self._forget(person_id)
        self.touched = True

    def _close_questions(self, group_id: GroupId, telegram_ids: Sequence[int | None]) -> None:
        """Also of those who were still on the way in."""
        for telegram_id, draft in self._connection.execute(_OPEN_PROMPTS).all():
            if telegram_id in telegram_ids or json.loads(draft).get("group_id") == group_id:
                self._connection.execute(_CLOSE, {"of_telegram_id": telegram_id})

    def _forget(self, person_id: int) -> None:
        asked = {"wiped_person": person_id}
        if not self._connection.scalar(_IS_ELSEWHERE, asked):
            for statement in _FORGET:
                self._connection.execute(statement, asked)
