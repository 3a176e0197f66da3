"""A Word file of minutes that was corrected and sent back: it counts as accepted, in every programme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.minutes import MINUTES, toolbar_for
from mentoring.permissions import standings_of
from mentoring.use_cases.minutes_cards import document_of
from mentoring.use_cases.shelving import filing_roles

if TYPE_CHECKING:
    from mentoring.filings import Upload
    from mentoring.ids import SessionId
    from mentoring.people import Person
    from mentoring.ports import Record


def as_minutes(record: Record, upload: Upload, person: Person, session_id: SessionId) -> Upload:
    """In the place of those that are filed; as it was where this person does not file them."""
    session = record.sessions.by_id(session_id)
    if session is None or session.group_id != upload.group_id:
        return upload
    document = document_of(record, record.groups.by_id(session.group_id))
    roles = filing_roles(standings_of(record, person, group_id=session.group_id))
    if document is None or not document.may_be_filed_by(roles):
        return upload
    return replace(
        upload,
        code=MINUTES,
        session_id=session.id,
        toolbar=toolbar_for(session, document),
        replaces=record.minutes.filed(session.id),
    )
