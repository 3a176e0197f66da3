"""Somebody is taken out of the record for good: what remains says that it happened, not to whom.

`tests/storage/test_erasing.py` names every column that holds words, so a new one cannot be forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, and_, bindparam, delete, func, or_, select, update

from mentoring.diaries import DiaryState
from mentoring.erasing import Extent
from mentoring.filings import FilingState
from mentoring.people import Bundling, Language, Reachability
from mentoring.scans import ScanState
from mentoring.schedule import DueState
from mentoring.submissions import State
from storage import erased_sessions, erased_traces
from storage.session_things import OF_A_LINE
from storage.tables.documents import filing_deeds, filings, inspections, pages, scans, signers, slots, uploads
from storage.tables.life import absences, bundled, concerns, consents, happenings, questions
from storage.tables.meetings import session_lines
from storage.tables.people import invitations, managers, memberships, people
from storage.tables.schedule import PENDING, appointments
from storage.tables.sessions import diaries, diary_answers, session_answers
from storage.tables.submissions import albums, attachments, submission_moves, submissions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Delete, Update

    from mentoring.ids import PersonId

#: Where somebody erased last was: nowhere in particular.
NO_ZONE = "UTC"
_LONGEST_ENDING = 5

_THEM: BindParameter[int] = bindparam("them")
_NOW = bindparam("now", type_=happenings.c.at.type)
_NAME: BindParameter[str] = bindparam("pseudonym")
_WORK = select(submissions.c.id).where(submissions.c.mentee_id == _THEM)
_MOVES = select(submission_moves.c.id).where(submission_moves.c.submission_id.in_(_WORK))
_DIARIES = select(diaries.c.id).where(diaries.c.person_id == _THEM)
_CONCERNS = select(concerns.c.id).where(concerns.c.person_id == _THEM)
_STANDS = filings.c.state != FilingState.WITHDRAWN
_FILED = select(filings.c.attachment_id).where(_STANDS, filings.c.attachment_id.is_not(None))
_FILED_SCANS = select(filings.c.scan_id).where(_STANDS, filings.c.scan_id.is_not(None))
_LINES = select(session_lines.c.id).where(session_lines.c.person_id == _THEM)
_SENT = or_(
    attachments.c.move_id.in_(_MOVES), attachments.c.diary_id.in_(_DIARIES), attachments.c.concern_id.in_(_CONCERNS)
)
_THEIRS = or_(_SENT, and_(OF_A_LINE, attachments.c.message_id.in_(_LINES)))
_GOES = and_(_THEIRS, attachments.c.id.not_in(_FILED))
_GOING = select(attachments.c.id).where(_GOES)
_SCAN_GOES = and_(scans.c.move_id.in_(_MOVES), scans.c.id.not_in(_FILED_SCANS))
_GOING_SCANS = select(scans.c.id).where(_SCAN_GOES)
_THEIR_FILING = or_(filings.c.person_id == _THEM, filings.c.submission_id.in_(_WORK))
_OF_THEIR_FILING = select(filings.c.id).where(_THEIR_FILING)

_HASHES = select(attachments.c.sha256).where(_GOES, attachments.c.sha256.is_not(None))
_SCANNED = select(scans.c.sha256, scans.c.preview_sha256).where(_SCAN_GOES)
_NAMED_FILES = select(attachments.c.id, attachments.c.name).where(
    or_(_SENT, attachments.c.chat_id == bindparam("chat"))
)
_RENAME_FILE = (
    update(attachments)
    .where(attachments.c.id == bindparam("of_file"))
    .values(name=bindparam("neutral"), caption="", chat_id=0, message_id=attachments.c.id)
)
_NAMED_FILINGS = select(filings.c.id, filings.c.name).where(_THEIR_FILING)
_RENAME_FILING = update(filings).where(filings.c.id == bindparam("of_filing")).values(name=bindparam("neutral"))

#: In this order: what points to a row goes before the row.
_STEPS: Sequence[Update | Delete] = (
    update(filings).where(filings.c.attachment_id.in_(_GOING)).values(attachment_id=None),
    update(filings).where(filings.c.scan_id.in_(_GOING_SCANS)).values(scan_id=None),
    delete(pages).where(pages.c.attachment_id.in_(_GOING)),
    delete(inspections).where(inspections.c.attachment_id.in_(_GOING)),
    update(inspections)
    .where(inspections.c.attachment_id.in_(select(attachments.c.id).where(_THEIRS)))
    .values(answers="{}"),
    update(scans).where(_SCAN_GOES).values(sha256=None, preview_sha256=None, file_id=None, state=ScanState.FAILED),
    delete(albums).where(albums.c.move_id.in_(_MOVES)),
    delete(attachments).where(_GOES),
    update(submission_moves)
    .where(or_(submission_moves.c.person_id == _THEM, submission_moves.c.submission_id.in_(_WORK)))
    .values(text="", message_id=None),
    update(submissions)
    .where(submissions.c.mentee_id == _THEM, submissions.c.state.not_in([State.ACCEPTED, State.WITHDRAWN]))
    .values(state=State.WITHDRAWN, since=_NOW),
    update(submissions).where(submissions.c.taken_by == _THEM).values(taken_by=None),
    update(diary_answers).where(diary_answers.c.diary_id.in_(_DIARIES)).values(text="", voice=None),
    update(questions).where(questions.c.person_id == _THEM).values(text=""),
    update(concerns).where(concerns.c.person_id == _THEM).values(text=""),
    update(happenings)
    .where(or_(*(happenings.c[one] == _THEM for one in ("person_id", "by_id", "other_id"))))
    .values(text=""),
    update(memberships).where(memberships.c.person_id == _THEM).values(name=_NAME, reason=""),
    update(signers).where(signers.c.person_id == _THEM).values(name=_NAME),
    update(slots).where(or_(slots.c.person_id == _THEM, slots.c.decided_by == _THEM)).values(reason=""),
    update(filings).where(or_(_THEIR_FILING, filings.c.changed_by == _THEM)).values(reason=""),
    update(filing_deeds)
    .where(or_(filing_deeds.c.by_id == _THEM, filing_deeds.c.filing_id.in_(_OF_THEIR_FILING)))
    .values(reason=""),
    delete(bundled).where(bundled.c.person_id == _THEM),
    delete(managers).where(managers.c.person_id == _THEM),
    update(absences).where(absences.c.absent_id == _THEM, absences.c.ended_at.is_(None)).values(ended_at=_NOW),
    update(absences)
    .where(absences.c.deputy_id == _THEM, absences.c.ended_at.is_(None), absences.c.ends_at > _NOW)
    .values(deputy_id=None),
    update(invitations).where(invitations.c.person_id == _THEM).values(uses=invitations.c.max_uses),
    update(consents).where(consents.c.person_id == _THEM, consents.c.withdrawn_at.is_(None)).values(withdrawn_at=_NOW),
    update(appointments).where(PENDING, appointments.c.person_id == _THEM).values(state=DueState.CANCELLED),
    update(people)
    .where(people.c.id == _THEM)
    .values(
        name=_NAME,
        telegram_id=None,
        language=Language.EN,
        zone=NO_ZONE,
        reachability=Reachability.GONE,
        consent_version=None,
        consented_at=None,
        missed=0,
        quiet_from=None,
        quiet_until=None,
        bundling=Bundling.AT_ONCE,
        snoozed_until=None,
        adult=None,
        guardian="",
        reminders="",
    ),
)

_COUNTS = {
    "files": select(func.count()).select_from(attachments).where(_GOES),
    "submissions": select(func.count()).select_from(submissions).where(submissions.c.mentee_id == _THEM),
    "diaries": select(func.count())
    .select_from(diaries)
    .where(diaries.c.person_id == _THEM, diaries.c.state == DiaryState.SENT),
    "questions": select(func.count()).select_from(questions).where(questions.c.person_id == _THEM),
    "concerns": select(func.count()).select_from(concerns).where(concerns.c.person_id == _THEM),
    "evidence": select(func.count()).select_from(filings).where(_STANDS, _THEIR_FILING),
    "attended": select(func.count()).select_from(session_answers).where(session_answers.c.person_id == _THEM),
}
_ACCOUNT = select(people.c.telegram_id, people.c.name).where(people.c.id == _THEM)
_OTHER_NAMES = select(memberships.c.name).where(memberships.c.person_id == _THEM)
_OWN_UPLOADS = select(uploads.c.id).where(uploads.c.person_id == _THEM)
_UPLOADED = select(attachments.c.id, attachments.c.name).where(attachments.c.upload_id.in_(_OWN_UPLOADS))


class SqlErasing:
    """`forgotten`: hashes of files whose rows went. `touched`: somebody was erased."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.forgotten: list[str] = []
        self.touched = False

    def extent(self, person_id: PersonId) -> Extent:
        counts = {name: self._connection.scalar(count, {"them": person_id}) or 0 for name, count in _COUNTS.items()}
        return Extent(**counts)

    def erase(self, person_id: PersonId, *, name: str, now: datetime) -> None:
        self.touched = True
        account = self._connection.execute(_ACCOUNT, {"them": person_id}).one()
        names = {account.name, *self._connection.scalars(_OTHER_NAMES, {"them": person_id})}
        self._note_files(person_id)
        self._rename(person_id, account.telegram_id)
        values: Mapping[str, object] = {"them": person_id, "now": now, "pseudonym": name}
        for step in _STEPS:
            self._connection.execute(step, values)
        self.forgotten += erased_sessions.remove(self._connection, person_id, name=name)
        erased_sessions.rename(self._connection, person_id, names - {name}, name=name)
        erased_traces.remove(self._connection, person_id, account.telegram_id, now)
        erased_traces.rename_elsewhere(self._connection, names - {name}, name, now)

    def forget_farewell(self, once: str, now: datetime, *, at_last: bool) -> bool:
        return erased_traces.forget_farewell(self._connection, once, now, at_last=at_last)

    def _note_files(self, person_id: PersonId) -> None:
        self.forgotten += self._connection.scalars(_HASHES, {"them": person_id})
        for row in self._connection.execute(_SCANNED, {"them": person_id}):
            self.forgotten += [sha256 for sha256 in row if sha256 is not None]

    def _rename(self, person_id: PersonId, telegram_id: int | None) -> None:
        """What stays, and what they sent to others, goes by a name that says nothing."""
        them = {"them": person_id, "chat": telegram_id}
        sent = [row for query in (_NAMED_FILES, _UPLOADED) for row in self._connection.execute(query, them)]
        files = [{"of_file": row.id, "neutral": _neutral("file", row.id, row.name)} for row in sent]
        filed = self._connection.execute(_NAMED_FILINGS, {"them": person_id}).all()
        named = [{"of_filing": row.id, "neutral": _neutral("filing", row.id, row.name)} for row in filed]
        for statement, rows in ((_RENAME_FILE, files), (_RENAME_FILING, named)):
            if rows:
                self._connection.execute(statement, rows)


def _neutral(what: str, number: int, name: str) -> str:
    _, dot, ending = name.rpartition(".")
    kept = f".{ending}" if dot and ending.isalnum() and ending.isascii() and len(ending) <= _LONGEST_ENDING else ""
    return f"{what}-{number}{kept}"
