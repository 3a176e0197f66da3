"""Papers that were handed out, and whoever signs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from mentoring.papers import Paper, Signer, SignerState
from mentoring.record_ids import new_record_id
from storage.rows import added, all_of, one_of
from storage.statements import Statement
from storage.tables.documents import papers, signers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import GroupId, PersonId, SessionId, SignerId, SlotId, SubmissionId
    from mentoring.kit import Code
    from mentoring.papers import PaperKind, PaperLanguage
    from mentoring.people import Role
    from mentoring.record_ids import RecordId

_BY_RECORD_ID = select(papers).where(papers.c.record_id == bindparam("of_record"))
_OF_SLOT = select(papers).where(papers.c.slot_id == bindparam("of_slot")).order_by(papers.c.id)
_LATELY = (
    select(papers)
    .where(
        papers.c.group_id == bindparam("of_group"),
        papers.c.code == bindparam("of_code"),
        papers.c.issued_at > bindparam("since"),
    )
    .order_by(papers.c.id.desc())
)

_SIGNERS = select(signers).order_by(signers.c.id)
_SIGNERS_OF_SLOT = _SIGNERS.where(signers.c.slot_id == bindparam("of_slot"))
_SIGNER = _SIGNERS.where(signers.c.id == bindparam("of_id"))
_SIGNERS_OF_PERSON = _SIGNERS.where(signers.c.person_id == bindparam("of_person"))
_SIGNERS_OF_SUBMISSION = _SIGNERS.where(signers.c.submission_id == bindparam("of_submission"))
_SIGNED = ("name", "state", "since", "submission_id", "settled_by")
_SIGN = Statement(
    update(signers)
    .where(signers.c.id == bindparam("of_id"), signers.c.state == bindparam("of_state"))
    .values({name: bindparam(name) for name in _SIGNED})
)


class SqlPapers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def issue(
        self,
        *,
        code: Code,
        group_id: GroupId,
        slot_id: SlotId | None,
        person_id: PersonId | None,
        session_id: SessionId | None,
        kind: PaperKind,
        language: PaperLanguage,
        form_version: str,
        by: PersonId,
        now: datetime,
    ) -> Paper:
        return added(
            Paper,
            self._connection,
            papers,
            record_id=self._free_record_id(),
            code=code,
            group_id=group_id,
            slot_id=slot_id,
            person_id=person_id,
            session_id=session_id,
            kind=kind,
            language=language,
            form_version=form_version,
            issued_by=by,
            issued_at=now,
        )

    def by_record_id(self, record_id: RecordId) -> Paper | None:
        return one_of(Paper, self._connection, _BY_RECORD_ID, of_record=record_id)

    def of_slot(self, slot_id: SlotId) -> Sequence[Paper]:
        return all_of(Paper, self._connection, _OF_SLOT, of_slot=slot_id)

    def lately(self, code: Code, group_id: GroupId, *, since: datetime) -> Sequence[Paper]:
        return all_of(Paper, self._connection, _LATELY, of_code=code, of_group=group_id, since=since)

    def _free_record_id(self) -> RecordId:
        record_id = new_record_id()
        while self.by_record_id(record_id) is not None:
            record_id = new_record_id()
        return record_id


class SqlSigners:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_slot(self, slot_id: SlotId) -> Sequence[Signer]:
        return all_of(Signer, self._connection, _SIGNERS_OF_SLOT, of_slot=slot_id)

    def by_id(self, signer_id: SignerId) -> Signer | None:
        return one_of(Signer, self._connection, _SIGNER, of_id=signer_id)

    def of_person(self, person_id: PersonId) -> Sequence[Signer]:
        return all_of(Signer, self._connection, _SIGNERS_OF_PERSON, of_person=person_id)

    def of_submission(self, submission_id: SubmissionId) -> Sequence[Signer]:
        return all_of(Signer, self._connection, _SIGNERS_OF_SUBMISSION, of_submission=submission_id)

    def add(
        self, slot_id: SlotId, *, person_id: PersonId, role: Role, as_guardian: bool, name: str, now: datetime
    ) -> Signer:
        return added(
            Signer,
            self._connection,
            signers,
            slot_id=slot_id,
            person_id=person_id,
            role=role,
            as_guardian=as_guardian,
            name=name,
            state=SignerState.MISSING,
            since=now,
        )

    def change(self, before: Signer, after: Signer) -> bool:
        guard = {"of_id": before.id, "of_state": before.state}
        return _SIGN.run(self._connection, {**guard, **{name: getattr(after, name) for name in _SIGNED}}) == 1
