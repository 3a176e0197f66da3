"""What the cards of a submission say and offer about filing it: a fact of its own beside being accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mentoring.filings import FILING_UNDO, Filing, FilingState, can_undo_filing
from mentoring.ids import PersonId
from mentoring.kit import Document, Toolbar
from mentoring.people import Role
from mentoring.submissions import UNDECIDED, State
from mentoring.use_cases.kits import kit_of_group

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Submission


@dataclass(frozen=True, kw_only=True, slots=True)
class FilingSide:
    """`document` is None where nobody has said which it is; `managers` are the programme's."""

    document: Document | None
    filings: tuple[Filing, ...] = ()
    managers: frozenset[PersonId] = frozenset()

    def may_be_filed_by(self, role: Role) -> bool:
        return self.document is None or self.document.may_be_filed_by({role})

    @property
    def toolbars(self) -> tuple[Toolbar, ...]:
        """The document's own first."""
        own = self.document.toolbar if self.document is not None else None
        return tuple(sorted(Toolbar, key=lambda toolbar: toolbar is not (own or Toolbar.MANAGING)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """What somebody can do about filing: at once with accepting, into a toolbar, or take it out again until then."""

    accept_into: Toolbar | None = None
    file_to: tuple[Toolbar, ...] = ()
    undo_until: datetime | None = None
    left_to_manager: bool = False


def side_of(record: Record, submission: Submission) -> FilingSide | None:
    """None while there is nothing to say about filing."""
    group_id = submission.group_id
    if group_id is None or submission.state not in UNDECIDED | {State.ACCEPTED}:
        return None
    document = document_of(record, submission)
    if submission.state is not State.ACCEPTED:
        return FilingSide(document=document) if document is not None else None
    filed = (one for one in record.filings.of_submission(submission.id) if one.state is FilingState.FILED)
    programme_id = record.groups.by_id(group_id).programme_id
    managers = frozenset(one.id for one in record.managers.of_programme(programme_id))
    return FilingSide(document=document, filings=tuple(filed), managers=managers)


def document_of(record: Record, submission: Submission) -> Document | None:
    slot = record.slots.by_id(submission.slot_id) if submission.slot_id is not None else None
    return kit_of_group(record, record.groups.by_id(slot.key.group_id)).find(slot.key.code) if slot else None


def offer(side: FilingSide | None, submission: Submission, reader: Person, now: datetime, *, reviews: bool) -> Offer:
    if side is None:
        return Offer()
    if submission.state is not State.ACCEPTED:
        document = side.document
        files = reviews and document is not None and document.may_be_filed_by({Role.MENTOR})
        return Offer(accept_into=document.toolbar if files and document is not None else None)
    if side.filings:
        undoes = all(can_undo_filing(one, reader.id, now) for one in side.filings)
        return Offer(undo_until=side.filings[0].filed_at + FILING_UNDO if undoes else None)
    roles = [Role.MENTOR] * reviews + [Role.MANAGER] * (reader.id in side.managers)
    if any(side.may_be_filed_by(role) for role in roles):
        return Offer(file_to=side.toolbars)
    return Offer(left_to_manager=True)
