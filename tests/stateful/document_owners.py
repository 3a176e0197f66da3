"""Whose the rows of the document kit are: who may bring about that one changes, by the model and the row alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from storage.tables.documents import filings, uploads
from storage.tables.life import concerns
from storage.tables.sessions import diaries
from storage.tables.submissions import attachments, submission_moves, submissions

if TYPE_CHECKING:
    from tests.stateful.owners import Presser, Row, Rule


def _slot(by: Presser, row: Row) -> bool:
    """Of a person, or of the whole group."""
    if by.person is not None and row["person_id"] == by.person:
        return True
    in_group = row["person_id"] is None and by.model.has(by.person, row["group_id"], "mentee")
    return in_group or _of_group(by, row) or by.merges(row["person_id"])


def _of_group(by: Presser, row: Row) -> bool:
    return by.model.leads(by.person, row["group_id"])


def _signer(by: Presser, row: Row) -> bool:
    return bool(by.person == row["person_id"]) or by.model.leads_any(by.person)


def _upload(by: Presser, row: Row) -> bool:
    return bool(by.person == row["person_id"]) or by.merges(row["person_id"])


def _filing(by: Presser, row: Row) -> bool:
    """A leader of the group, or of the one where it stood."""
    return _of_group(by, row) or (row["person_id"] is not None and by.merges(row["person_id"]))


def _deed(by: Presser, row: Row) -> bool:
    known = select(filings.c.group_id).where(filings.c.id == row["filing_id"])
    group = by.world.connection.scalar(known)
    return bool(row["by_id"] == by.person) and (group is None or by.model.leads(by.person, group))


def _of_programme(by: Presser, row: Row) -> bool:
    return by.model.manages_programme(by.person, row["programme_id"])


def _scan(by: Presser, row: Row) -> bool:
    if row["upload_id"] is not None:
        return _own_upload(by, row["upload_id"])
    return row["move_id"] is None or _own_move(by, row["move_id"])


def _of_file(by: Presser, row: Row) -> bool:
    file = select(attachments.c.move_id, attachments.c.upload_id).where(attachments.c.id == row["attachment_id"])
    found = by.world.connection.execute(file).first()
    if found is None:
        return True
    if found.upload_id is not None:
        return _own_upload(by, found.upload_id)
    return found.move_id is None or _own_move(by, found.move_id)


def _attachment(by: Presser, row: Row) -> bool:
    """Whose it is by what it belongs to: work, an upload, a diary or a concern."""
    if row["move_id"] is not None:
        return _own_move(by, row["move_id"])
    if row["upload_id"] is not None:
        return _own_upload(by, row["upload_id"])
    if row["diary_id"] is not None:
        return _own(by, select(diaries.c.person_id).where(diaries.c.id == row["diary_id"]))
    if row["concern_id"] is not None:
        return _own(by, select(concerns.c.person_id).where(concerns.c.id == row["concern_id"]))
    return True


def _own(by: Presser, owner: Select[int]) -> bool:
    """Nobody's where it has just come into being: whoever made it is asked by that row's own rule."""
    person = by.world.connection.scalar(owner)
    return person is None or person == by.person or by.merges(person) or by.decides_erasure_of(person)


def _own_upload(by: Presser, number: int) -> bool:
    return _own(by, select(uploads.c.person_id).where(uploads.c.id == number))


def _own_move(by: Presser, number: int) -> bool:
    of = select(submissions.c.mentee_id, submissions.c.group_id).join(submission_moves)
    found = by.world.connection.execute(of.where(submission_moves.c.id == number)).first()
    return found is None or by.owns_paper(found.mentee_id, found.group_id) or by.decides_erasure_of(found.mentee_id)


DOCUMENTS: dict[str, Rule] = {
    "document_choices": _of_programme,
    "own_templates": _of_programme,
    "slots": _slot,
    "papers": _slot,
    "signers": _signer,
    "uploads": _upload,
    "scans": _scan,
    "pages": _of_file,
    "inspections": _of_file,
    "filings": _filing,
    "filing_deeds": _deed,
    "packs": _of_group,
    "attachments": _attachment,
}
