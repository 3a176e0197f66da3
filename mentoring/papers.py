"""Papers: the copies of a document that the bot has handed out, each with its number; and whoever signs them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mentoring.ids import GroupId, PaperId, PersonId, SessionId, SignerId, SlotId, SubmissionId
from mentoring.kit import Code
from mentoring.people import Role
from mentoring.record_ids import RecordId


class PaperKind(StrEnum):
    """A COUNTERPART is one signer's own copy of what several people sign in different towns."""

    WHOLE = "whole"
    COUNTERPART = "counterpart"


class PaperLanguage(StrEnum):
    EN = "en"
    BG = "bg"
    BOTH = "both"


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """`person_id` is whose it is, of a counterpart its signer. `form_version` tells which text it was made from."""

    id: PaperId
    record_id: RecordId
    code: Code
    group_id: GroupId
    slot_id: SlotId | None
    person_id: PersonId | None
    session_id: SessionId | None
    kind: PaperKind
    language: PaperLanguage
    form_version: str
    issued_by: PersonId
    issued_at: datetime


class SignerState(StrEnum):
    """SENT waits for a look at it. COVERED stands on somebody's scan of the whole set.

    NOT_NEEDED is of somebody who is no party any more and had not signed.
    """

    MISSING = "missing"
    SENT = "sent"
    RETURNED = "returned"
    SIGNED = "signed"
    COVERED = "covered"
    NOT_NEEDED = "not_needed"


#: Nothing is asked of these any more.
HAVE_SIGNED = frozenset({SignerState.SIGNED, SignerState.COVERED})
#: Of two rows that become one, the state that stands earlier here stays.
_STRONGEST = (
    SignerState.SIGNED,
    SignerState.COVERED,
    SignerState.SENT,
    SignerState.RETURNED,
    SignerState.MISSING,
    SignerState.NOT_NEEDED,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signer:
    """A row of a signature board. A guardian signs beside their child, who is `person_id`."""

    id: SignerId
    slot_id: SlotId
    person_id: PersonId
    role: Role
    as_guardian: bool
    name: str
    state: SignerState
    since: datetime
    submission_id: SubmissionId | None = None
    settled_by: PersonId | None = None


def joined(kept: Signer, other: Signer) -> Signer:
    """Two rows of one person, who has signed where either says so."""
    stronger = min((kept, other), key=lambda one: _STRONGEST.index(one.state))
    return replace(stronger, id=kept.id, slot_id=kept.slot_id, person_id=kept.person_id, role=kept.role, name=kept.name)
